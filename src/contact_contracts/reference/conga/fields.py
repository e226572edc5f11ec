"""Which members a contact record has, by what they hold. Fields of an organization's own are in `directory`."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    FLAG = "true or false"
    LOOKUP = "lookup"


ID: Final = "Id"
EXTERNAL_ID: Final = "ExternalId"
ETAG: Final = "ETag"
BOUNCED: Final = "IsEmailBounced"

SERVER_MEMBERS: Final = (
    ID,
    EXTERNAL_ID,
    "CreatedBy",
    "CreatedDate",
    "ModifiedBy",
    "ModifiedDate",
    ETAG,
)
"""Members of a record that are not fields: the server writes them."""

_TEXTS: Final = (
    "Name",
    "FirstName",
    "LastName",
    "AssistantName",
    "Department",
    "Description",
    "DoNotCall",
    "Email",
    "EmailBouncedDate",
    "EmailBouncedReason",
    "LeadSource",
    "AssistantPhone",
    "Birthdate",
    "Fax",
    "HasOptedOutOfEmail",
    "HasOptedOutOfFax",
    "HomePhone",
    "MailingAddress",
    "MailingCity",
    "MailingCountry",
    "MailingCountryCode",
    "MailingPostalCode",
    "MailingState",
    "MailingStreet",
    "MobilePhone",
    "OtherAddress",
    "OtherCity",
    "OtherCountry",
    "OtherCountryCode",
    "OtherPhone",
    "OtherPostalCode",
    "OtherState",
    "OtherStreet",
    "Phone",
    "PhotoUrl",
    "Salutation",
    "Title",
)

FIELDS: Final = {
    "Account": Kind.LOOKUP,
    "Owner": Kind.LOOKUP,
    BOUNCED: Kind.FLAG,
    **dict.fromkeys(_TEXTS, Kind.TEXT),
}
"""The fields that every organization's contacts have."""
