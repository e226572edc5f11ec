"""The organization that exists from the start."""

from __future__ import annotations

from typing import Any, Final

from contact_contracts.reference.conga.directory import ACCOUNT, CUSTOM_FIELD, USER
from contact_contracts.reference.store import Store

_CONTACT: Final = "contact"
_CREATED: Final = "2024-02-29T08:15:30.000Z"

_ACCOUNTS: Final = (
    {"Id": "5f0b6c1e-8a34-4d2b-9c57-1e6f4a3b7d01", "Name": "Harbour Works"},
    {"Id": "5f0b6c1e-8a34-4d2b-9c57-1e6f4a3b7d02", "Name": "Crème & Söhne"},
    {"Id": "5f0b6c1e-8a34-4d2b-9c57-1e6f4a3b7d03", "Name": "北風商事"},
)
_USERS: Final = (
    {"Id": "c2d9e7a4-3b15-4f68-8e20-7a9d5c4b6f11", "Name": "Demo Caller"},
    {"Id": "c2d9e7a4-3b15-4f68-8e20-7a9d5c4b6f12", "Name": "Zoë Lindqvist"},
    {"Id": "c2d9e7a4-3b15-4f68-8e20-7a9d5c4b6f13", "Name": "Tomás Ibarra"},
)
_CUSTOM_FIELDS: Final = ("Region_c", "LoyaltyTier_c", "PreferredName_c")

CALLER: Final = _USERS[0]
"""Who stands behind the bearer token."""

_CONTACTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "Id": "9b1f6a52-40c7-4e8d-b3a6-2d5c8e7f9a01",
        "ExternalId": "2614d72c-edfc-4dc5-b72f-45104fe5ef43",
        "Account": _ACCOUNTS[0],
        "Owner": _USERS[1],
        "Name": "Amara Okafor",
        "FirstName": "Amara",
        "LastName": "Okafor",
        "Salutation": "Dr",
        "Title": "Harbour master",
        "Department": "Operations",
        "Description": "Answers before nine.",
        "AssistantName": "Pell Moran",
        "AssistantPhone": "+44 117 496 0011",
        "DoNotCall": "No",
        "Email": "amara@example.com",
        "IsEmailBounced": True,
        "EmailBouncedDate": "2024-01-05",
        "EmailBouncedReason": "Mailbox full",
        "HasOptedOutOfEmail": "No",
        "HasOptedOutOfFax": "Yes",
        "LeadSource": "Fair",
        "Birthdate": "1980-06-30",
        "Fax": "+44 117 496 0012",
        "Phone": "+44 117 496 0013",
        "HomePhone": "+44 117 496 0014",
        "MobilePhone": "+44 7700 900123",
        "OtherPhone": "+44 117 496 0015",
        "MailingAddress": "1 Quay Street, Bristol",
        "MailingStreet": "1 Quay Street",
        "MailingCity": "Bristol",
        "MailingState": "Avon",
        "MailingPostalCode": "BS1 4AA",
        "MailingCountry": "United Kingdom",
        "MailingCountryCode": "GB",
        "OtherAddress": "7 Mill Lane, Bath",
        "OtherStreet": "7 Mill Lane",
        "OtherCity": "Bath",
        "OtherState": "Somerset",
        "OtherPostalCode": "BA1 1LZ",
        "OtherCountry": "United Kingdom",
        "OtherCountryCode": "GB",
        "PhotoUrl": "https://example.com/amara.png",
        "Region_c": "South West",
        "LoyaltyTier_c": "Gold",
        "PreferredName_c": "Mara",
    },
    {
        "Id": "9b1f6a52-40c7-4e8d-b3a6-2d5c8e7f9a02",
        "ExternalId": "crm-0002",
        "Account": _ACCOUNTS[1],
        "Name": "Jürgen Weiß",
        "FirstName": "Jürgen",
        "LastName": "Weiß",
        "Email": "juergen@example.org",
        "IsEmailBounced": False,
        "Region_c": "Franken",
    },
    {
        "Id": "9b1f6a52-40c7-4e8d-b3a6-2d5c8e7f9a03",
        "ExternalId": "guest/3 of 50% 美咲",
        "Owner": _USERS[2],
        "Name": "田中 美咲",
        "IsEmailBounced": False,
    },
)


def seed(store: Store) -> None:
    """Fill an empty store."""
    for kind, entries in ((ACCOUNT, _ACCOUNTS), (USER, _USERS)):
        for entry in entries:
            store.insert(kind, entry["Id"], entry)
    for name in _CUSTOM_FIELDS:
        store.insert(CUSTOM_FIELD, name, {"Name": name})
    for contact in _CONTACTS:
        _add(store, contact)


def _add(store: Store, contact: dict[str, Any]) -> None:
    known = {"CreatedBy": CALLER, "CreatedDate": _CREATED, "ModifiedBy": CALLER, "ModifiedDate": _CREATED}
    store.insert(_CONTACT, contact["Id"], {**contact, **known, "ETag": "1"})
    store.claim(_CONTACT, "ExternalId", contact["ExternalId"], contact["Id"])
