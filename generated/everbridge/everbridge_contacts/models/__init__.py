"""Contains all the data models used in inputs/outputs"""

from .address import Address
from .address_write import AddressWrite
from .attribute_definition import AttributeDefinition
from .attribute_definition_list import AttributeDefinitionList
from .attribute_definition_page import AttributeDefinitionPage
from .attribute_write import AttributeWrite
from .batch_result import BatchResult
from .contact import Contact
from .contact_attribute import ContactAttribute
from .contact_creation import ContactCreation
from .contact_list import ContactList
from .contact_page import ContactPage
from .contact_path import ContactPath
from .contact_replacement import ContactReplacement
from .contact_result import ContactResult
from .contact_row import ContactRow
from .contact_status import ContactStatus
from .coordinates import Coordinates
from .coordinates_write import CoordinatesWrite
from .error import Error
from .group import Group
from .group_addressing import GroupAddressing
from .group_list import GroupList
from .group_page import GroupPage
from .id_type import IdType
from .modification import Modification
from .patch_operation import PatchOperation
from .patch_operation_op import PatchOperationOp
from .path_definition import PathDefinition
from .path_definition_list import PathDefinitionList
from .path_definition_page import PathDefinitionPage
from .path_write import PathWrite
from .quiet_time_frame import QuietTimeFrame
from .quiet_time_write import QuietTimeWrite
from .record_type import RecordType
from .record_type_list import RecordTypeList
from .record_type_page import RecordTypePage
from .update_type import UpdateType

__all__ = (
    "Address",
    "AddressWrite",
    "AttributeDefinition",
    "AttributeDefinitionList",
    "AttributeDefinitionPage",
    "AttributeWrite",
    "BatchResult",
    "Contact",
    "ContactAttribute",
    "ContactCreation",
    "ContactList",
    "ContactPage",
    "ContactPath",
    "ContactReplacement",
    "ContactResult",
    "ContactRow",
    "ContactStatus",
    "Coordinates",
    "CoordinatesWrite",
    "Error",
    "Group",
    "GroupAddressing",
    "GroupList",
    "GroupPage",
    "IdType",
    "Modification",
    "PatchOperation",
    "PatchOperationOp",
    "PathDefinition",
    "PathDefinitionList",
    "PathDefinitionPage",
    "PathWrite",
    "QuietTimeFrame",
    "QuietTimeWrite",
    "RecordType",
    "RecordTypeList",
    "RecordTypePage",
    "UpdateType",
)
