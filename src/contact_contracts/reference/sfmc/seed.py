"""The account that exists from the start."""

from __future__ import annotations

from typing import Any, Final

from contact_contracts.reference.sfmc.account import ATTRIBUTE_SET
from contact_contracts.reference.sfmc.change import CONTACT, CONTACT_KEY
from contact_contracts.reference.store import Store

CONTACT_COUNTER: Final = "contactId"
FIRST_CONTACT: Final = 4_300_000_001
"""Past 2^32: whoever keeps ids in 32 bits is noticed."""

SETS: Final[dict[str, tuple[dict[str, Any], ...]]] = {
    "Email Addresses": (
        {"name": "Email Address", "type": "email"},
        {"name": "HTML Enabled", "type": "boolean"},
    ),
    "Email Demographics": (
        {"name": "First Name", "type": "text"},
        {"name": "Last Name", "type": "text"},
        {"name": "Text Profile Attribute", "type": "text"},
        {"name": "Number Profile Attribute", "type": "number"},
    ),
    "MobileConnect Demographics": ({"name": "Mobile Number", "type": "phone"},),
    "MobilePush Demographics": (
        {"name": "Device ID", "type": "number", "key": True},
        {"name": "Application", "type": "number"},
    ),
    "GroupConnect LINE Addresses": ({"name": "Address ID", "type": "text", "key": True},),
    "GroupConnect LINE Subscriptions": (
        {"name": "Address ID", "type": "text", "key": True},
        {"name": "Channel ID", "type": "text"},
    ),
    "GroupConnect LINE Demographics": (
        {"name": "Address ID", "type": "text", "key": True},
        {"name": "Display Name", "type": "text"},
        {"name": "Picture Url", "type": "text"},
        {"name": "Status Message", "type": "text"},
    ),
}

_CONTACTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "id": 12345678,
        "key": "acruz@example.com",
        "sets": {
            "Email Addresses": [{"Email Address": "a.cruz@example.com", "HTML Enabled": False}],
            "Email Demographics": [
                {
                    "First Name": "Ángela",
                    "Last Name": "Cruz Ortega",
                    "Text Profile Attribute": "gold",
                    "Number Profile Attribute": 7,
                }
            ],
            "MobileConnect Demographics": [{"Mobile Number": "555-555-0100"}],
            "MobilePush Demographics": [{"Device ID": 958400001, "Application": 42}],
            "GroupConnect LINE Addresses": [{"Address ID": "line-1"}, {"Address ID": "line-2"}],
            "GroupConnect LINE Subscriptions": [{"Address ID": "line-1", "Channel ID": "1500000001"}],
            "GroupConnect LINE Demographics": [
                {"Address ID": "line-1", "Display Name": "Angie", "Status Message": "¡hola!"},
                {"Address ID": "line-2", "Display Name": "Angela at work"},
            ],
        },
    },
    {
        "id": 4294967299,
        "key": "jörg.weiß@example.org",
        "sets": {
            "Email Addresses": [{"Email Address": "joerg@example.org", "HTML Enabled": True}],
            "Email Demographics": [{"First Name": "Jörg", "Last Name": "Weiß", "Number Profile Attribute": 2.5}],
        },
    },
    {
        "id": 12345680,
        "key": "CRM 0042/b",
        "sets": {"MobileConnect Demographics": [{"Mobile Number": "+81 3 5555 0142"}]},
    },
    {"id": 12345681, "key": "12345678", "sets": {}},
)
"""The last one's key is the first one's id: whoever mixes up keys and ids is noticed."""


def seed(store: Store) -> None:
    """Fill an empty store."""
    for name, attributes in SETS.items():
        store.insert(ATTRIBUTE_SET, name, {"name": name, "attributes": attributes})
    for contact in _CONTACTS:
        store.insert(CONTACT, str(contact["id"]), contact)
        store.claim(CONTACT, CONTACT_KEY, contact["key"], str(contact["id"]))
