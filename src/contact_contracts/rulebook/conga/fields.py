"""The documented fields of a Conga contact, by what they hold."""

from __future__ import annotations

from typing import Final

LOOKUPS: Final = ("Account", "Owner")
FLAG: Final = "IsEmailBounced"
DATES: Final = ("EmailBouncedDate", "Birthdate")
PHONES: Final = ("AssistantPhone", "Fax", "HomePhone", "MobilePhone", "OtherPhone", "Phone")
COUNTRY_CODES: Final = ("MailingCountryCode", "OtherCountryCode")
MAILS: Final = ("Email",)
FREE_TEXTS: Final = (
    "Name",
    "FirstName",
    "LastName",
    "AssistantName",
    "Department",
    "Description",
    "DoNotCall",
    "EmailBouncedReason",
    "LeadSource",
    "HasOptedOutOfEmail",
    "HasOptedOutOfFax",
    "MailingAddress",
    "MailingCity",
    "MailingCountry",
    "MailingCountryCode",
    "MailingPostalCode",
    "MailingState",
    "MailingStreet",
    "OtherAddress",
    "OtherCity",
    "OtherCountry",
    "OtherCountryCode",
    "OtherPostalCode",
    "OtherState",
    "OtherStreet",
    "PhotoUrl",
    "Salutation",
    "Title",
)
TEXTS: Final = (*FREE_TEXTS, *MAILS, *PHONES, *DATES)
DOCUMENTED: Final = frozenset((*TEXTS, *LOOKUPS, FLAG))
SYSTEM: Final = frozenset(("CreatedBy", "CreatedDate", "ModifiedBy", "ModifiedDate", "ETag"))
"""Members that the server writes."""
CUSTOM_ENDING: Final = "_c"
"""Fields that an organization added end so; which of them exist, the contract cannot know."""
KNOWN: Final = DOCUMENTED | SYSTEM | {"Id", "ExternalId"}
