"""Contains all the data models used in inputs/outputs"""

from .attribute_values import AttributeValues
from .contact import Contact
from .contact_attributes import ContactAttributes
from .contact_creation import ContactCreation
from .contact_identifier import ContactIdentifier
from .contact_identifier_properties import ContactIdentifierProperties
from .contact_list import ContactList
from .contact_search import ContactSearch
from .contact_update import ContactUpdate
from .error import Error
from .featured_identifier import FeaturedIdentifier
from .identifier_list import IdentifierList
from .identifier_properties import IdentifierProperties
from .identifier_reference import IdentifierReference
from .new_identifier import NewIdentifier
from .strategy import Strategy

__all__ = (
    "AttributeValues",
    "Contact",
    "ContactAttributes",
    "ContactCreation",
    "ContactIdentifier",
    "ContactIdentifierProperties",
    "ContactList",
    "ContactSearch",
    "ContactUpdate",
    "Error",
    "FeaturedIdentifier",
    "IdentifierList",
    "IdentifierProperties",
    "IdentifierReference",
    "NewIdentifier",
    "Strategy",
)
