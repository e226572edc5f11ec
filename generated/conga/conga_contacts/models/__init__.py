"""Contains all the data models used in inputs/outputs"""

from .contact_record import ContactRecord
from .contact_write import ContactWrite
from .creation_envelope import CreationEnvelope
from .deletion_envelope import DeletionEnvelope
from .error_envelope import ErrorEnvelope
from .error_message import ErrorMessage
from .lookup import Lookup
from .lookup_write import LookupWrite
from .record_envelope import RecordEnvelope
from .update_envelope import UpdateEnvelope

__all__ = (
    "ContactRecord",
    "ContactWrite",
    "CreationEnvelope",
    "DeletionEnvelope",
    "ErrorEnvelope",
    "ErrorMessage",
    "Lookup",
    "LookupWrite",
    "RecordEnvelope",
    "UpdateEnvelope",
)
