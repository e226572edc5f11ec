"""What every peer is told of a family's bundled server: where it is, how to sign in, and what exists there."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent

ORGANIZATION: Final = 892807736729062
WORKSPACE: Final = "a1b2c3d4-0000-4000-8000-000000000001"
_BASIC: Final = base64.b64encode(b"demo:demo").decode()


@dataclass(frozen=True)
class Place:
    """A family's server, for those who have no target file."""

    authorization: str
    """Value of the header."""
    account: dict[str, str] = field(default_factory=dict)
    """Parameters without which nothing can be reached: the organization, the workspace."""
    contact: dict[str, str] = field(default_factory=dict)
    """Parameters that name a contact that exists."""
    sweeping: tuple[str, ...] = ()
    """Operations that would remove that contact."""


PLACES: Final = {
    "everbridge": Place(
        f"Basic {_BASIC}",
        {"path.organizationId": str(ORGANIZATION)},
        {"path.contactId": "23456789012345671", "query.idType": "id"},
        ("deleteContact",),
    ),
    "bird": Place(
        "AccessKey demo-token",
        {"path.workspaceId": WORKSPACE},
        {"path.contactId": "c0000000-0000-4000-8000-000000000001"},
        ("deleteContact",),
    ),
    "conga": Place(
        "Bearer demo-token",
        {},
        {"path.externalId": "crm-0002", "path.id": "9b1f6a52-40c7-4e8d-b3a6-2d5c8e7f9a02"},
        ("deleteContact", "deleteContactByExternalId"),
    ),
    "sfmc": Place("Bearer demo-token", {}, {}, ("deleteContacts",)),
}


def spec_of(family: str) -> Path:
    """The contract's file."""
    return ROOT / "specs" / family / "openapi.yaml"
