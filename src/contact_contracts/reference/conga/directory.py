"""What exists beside the contacts and never changes: accounts, users, and the organization's own fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.reference.conga.fields import FIELDS, Kind
from contact_contracts.reference.store import Store

ACCOUNT: Final = "account"
USER: Final = "user"
CUSTOM_FIELD: Final = "customField"

Named = Mapping[str, Json]
"""A record that a contact may point to: its Id and its Name."""


@dataclass(frozen=True)
class Directory:
    """Read once, when the rules are bound to a store."""

    fields: Mapping[str, Kind]
    """Every field that the contact object has, the organization's own included."""
    lookups: Mapping[str, Mapping[str, Named]]
    """For each lookup field the records that it may point to, by Id."""

    @classmethod
    def read(cls, store: Store) -> Directory:
        """Load it from the store."""
        with store.transaction():
            custom = {str(one["Name"]): Kind.TEXT for one in store.list(CUSTOM_FIELD)}
            lookups = {"Account": _by_id(store, ACCOUNT), "Owner": _by_id(store, USER)}
        return cls({**FIELDS, **custom}, lookups)


def _by_id(store: Store, kind: str) -> dict[str, Named]:
    return {str(one["Id"]): one for one in store.list(kind)}
