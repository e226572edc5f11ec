"""The workspaces that exist from the start, and how contacts and identifiers are kept."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from contact_contracts.reference.bird.change import Contact, Identifier
from contact_contracts.reference.store import Store

WORKSPACE: Final = "workspace"
IDENTIFIER: Final = "identifier"
MIRRORED_KEYS: Final = ("emailaddress", "phonenumber", "visitorid")

WORKSPACE_ID: Final = "a1b2c3d4-0000-4000-8000-000000000001"
EXAMPLE_WORKSPACE_ID: Final = "a1405560-c8d3-4b1a-877d-3f449ad95352"
"""The workspace that the update page's examples speak of."""
READ_ONLY_ATTRIBUTES: Final = ("lastSeenAt", "engagementScore")

_CREATED: Final = "2024-03-01T09:30:00.000000Z"


def list_id(number: int) -> str:
    """The id of a list that seeded contacts may be on; numbers go from 1 to 12."""
    return f"11570000-0000-4000-8000-{number:012}"


def account_id(number: int) -> str:
    """The id of an account that seeded contacts may be in; numbers go from 1 to 12."""
    return f"acc00000-0000-4000-8000-{number:012}"


def contact_kind(workspace: str) -> str:
    """The kind under which the contacts of a workspace are stored."""
    return f"contact {workspace}"


def identity_of(identifier: Identifier) -> str:
    """A short text that stands for an identifier's key and value, however long they are."""
    return hashlib.sha256(json.dumps([identifier["key"], identifier["value"]]).encode()).hexdigest()


_CONTACTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "id": "c0000000-0000-4000-8000-000000000001",
        "attributes": {
            "displayName": "Amara Okafor",
            "firstName": "Amara",
            "lastName": "Okafor",
            "jobTitle": "Harbour master",
            "age": 41,
            "score": 7.5,
            "isSubscribed": True,
            "languages": ["en", "ig"],
            "luckyNumbers": [7, 12.5],
            "lastSeenAt": "2024-02-29T18:00:00Z",
            "engagementScore": 88,
        },
        "identifiers": [
            {"key": "emailaddress", "value": "amara@example.com"},
            {"key": "emailaddress", "value": "a.okafor@example.org"},
            {"key": "phonenumber", "value": "+442079460018"},
            {"key": "crmid", "value": "CRM-1001", "properties": {"source": "import"}},
        ],
        "listIds": [list_id(1), list_id(2)],
        "accountIds": [account_id(1)],
        "companyRefs": ["harbour-works"],
    },
    {
        "id": "c0000000-0000-4000-8000-000000000002",
        "attributes": {"firstName": "Jürgen", "lastName": "Weiß", "engagementScore": 12},
        "identifiers": [
            {"key": "phonenumber", "value": "+493012345678"},
            {"key": "emailaddress", "value": "juergen@example.org"},
        ],
        "listIds": [list_id(2), list_id(3)],
    },
    {
        "id": "c0000000-0000-4000-8000-000000000003",
        "attributes": {"languages": ["ja"]},
        "identifiers": [{"key": "visitorid", "value": "visitor-0003"}],
    },
    {
        "id": "c0000000-0000-4000-8000-000000000004",
        "attributes": {"jobTitle": "Pilot", "isSubscribed": False},
        "identifiers": [
            {"key": "phonenumber", "value": "+819012345678"},
            {"key": "emailaddress", "value": "misaki@example.jp"},
        ],
        "accountIds": [account_id(2), account_id(3)],
        "companyRefs": ["東京支店", "o'brien & söhne"],
    },
    {
        "id": "c0000000-0000-4000-8000-000000000005",
        "attributes": {"age": 0},
        "identifiers": [{"key": "phonenumber", "value": "+33140000005"}],
    },
    {"id": "c0000000-0000-4000-8000-000000000006", "attributes": {"displayName": "Lin O'Brien-Śmith"}},
)
_EXAMPLE_CONTACT: Final[dict[str, Any]] = {
    "id": "12bd0e40-9361-4e32-8b26-99b4ab7eae09",
    "attributes": {"displayName": "Robin Example"},
    "identifiers": [{"key": "emailaddress", "value": "robin@example.com"}],
}


def seed(store: Store) -> None:
    """Fill an empty store."""
    for workspace in (WORKSPACE_ID, EXAMPLE_WORKSPACE_ID):
        document = {"id": workspace, "readOnlyAttributes": [*READ_ONLY_ATTRIBUTES]}
        store.insert(WORKSPACE, workspace, document)
    for contact in _CONTACTS:
        _add(store, WORKSPACE_ID, contact)
    _add(store, EXAMPLE_WORKSPACE_ID, _EXAMPLE_CONTACT)


def blank_contact(workspace: str, contact_id: str, now: str) -> Contact:
    """A contact that nothing is known of yet."""
    return {
        "id": contact_id,
        "workspaceId": workspace,
        "createdAt": now,
        "updatedAt": now,
        "attributes": {},
        "identifiers": [],
        "listIds": [],
        "accountIds": [],
        "companyRefs": [],
    }


def _add(store: Store, workspace: str, known: dict[str, Any]) -> None:
    contact = {**blank_contact(workspace, known["id"], _CREATED), **known}
    contact["identifiers"] = [{**one, "createdAt": _CREATED} for one in contact["identifiers"]]
    store.insert(contact_kind(workspace), contact["id"], contact)
    for identifier in contact["identifiers"]:
        store.claim(contact_kind(workspace), IDENTIFIER, identity_of(identifier), contact["id"])
