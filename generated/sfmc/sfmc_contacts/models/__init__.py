"""Contains all the data models used in inputs/outputs"""

from .attribute_item import AttributeItem
from .attribute_reference import AttributeReference
from .attribute_request import AttributeRequest
from .attribute_search import AttributeSearch
from .attribute_search_result import AttributeSearchResult
from .attribute_set import AttributeSet
from .attribute_value import AttributeValue
from .condition import Condition
from .condition_set import ConditionSet
from .condition_value import ConditionValue
from .contact_creation import ContactCreation
from .contact_deletion import ContactDeletion
from .contact_update import ContactUpdate
from .deletion_addressing import DeletionAddressing
from .deletion_result import DeletionResult
from .error import Error
from .found_item import FoundItem
from .found_value import FoundValue
from .operation_status import OperationStatus
from .result import Result
from .result_message import ResultMessage
from .token import Token
from .token_request import TokenRequest
from .token_request_grant_type import TokenRequestGrantType

__all__ = (
    "AttributeItem",
    "AttributeReference",
    "AttributeRequest",
    "AttributeSearch",
    "AttributeSearchResult",
    "AttributeSet",
    "AttributeValue",
    "Condition",
    "ConditionSet",
    "ConditionValue",
    "ContactCreation",
    "ContactDeletion",
    "ContactUpdate",
    "DeletionAddressing",
    "DeletionResult",
    "Error",
    "FoundItem",
    "FoundValue",
    "OperationStatus",
    "Result",
    "ResultMessage",
    "Token",
    "TokenRequest",
    "TokenRequestGrantType",
)
