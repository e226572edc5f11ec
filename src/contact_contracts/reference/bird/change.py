"""One contact on its way to being written: what it was, what was sent for it, and under which identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call

Contact = dict[str, Any]
"""A contact as it is stored: times, attributes that are not null, identifiers, lists, accounts, companies."""

Identifier = Mapping[str, Any]
"""`key`, `value` and perhaps `properties`; `createdAt` too once a contact has it."""


class Strategy(StrEnum):
    """What becomes of identifiers when they belong to several contacts."""

    STRICT_ALIAS = "strict_alias"
    FIRST_ALIAS = "first_alias"
    FIRST = "first"


@dataclass(frozen=True)
class Membership:
    """Something a contact belongs to, and the three members of a body that speak of it."""

    whole: str
    """The member that holds all of it, in a body and in a contact."""
    adding: str
    removing: str
    of_uuids: bool
    """Whether its elements are UUIDs, rather than free text."""


LISTS: Final = Membership("listIds", "addToLists", "removeFromLists", of_uuids=True)
ACCOUNTS: Final = Membership("accountIds", "addToAccounts", "removeFromAccounts", of_uuids=True)
COMPANIES: Final = Membership("companyRefs", "addCompanyRefs", "removeCompanyRefs", of_uuids=False)
MEMBERSHIPS: Final = (LISTS, ACCOUNTS, COMPANIES)


@dataclass(frozen=True)
class Change:
    """The inputs of every rule."""

    call: Call
    body: Mapping[str, Json]
    old: Contact
    """The contact before; a blank one when it is being created."""
    offered: tuple[Identifier, ...]
    """The identifiers that the call names for the contact, first the one in the URI if there is one."""
    is_creation: bool = False

    @property
    def workspace(self) -> str:
        """The id of the contact's workspace."""
        return str(self.old["workspaceId"])


def is_empty(value: Json) -> bool:
    """Whether an attribute's value counts as none: null, empty text or an empty array. 0 and false are values."""
    return value is None or value in ("", [])


def same(one: Identifier, other: Identifier) -> bool:
    """Whether two identifiers have the same key and value, to the letter."""
    return bool(one["key"] == other["key"] and one["value"] == other["value"])
