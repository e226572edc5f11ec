"""The one door to the network: what goes out is allowed, paced and recorded without secrets."""

from contact_contracts.transport.call import Call
from contact_contracts.transport.door import Door
from contact_contracts.transport.errors import Blocked, NotAllowed

__all__ = ["Blocked", "Call", "Door", "NotAllowed"]
