"""What the account has defined: attribute sets, and the attributes in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.reference.store import Store

ATTRIBUTE_SET: Final = "attributeSet"
CONTACT_SET: Final = "Contact"
"""Not a set that can be written: under this name, searches see the contact itself."""
KEY_ATTRIBUTE: Final = "Contact Key"
ID_ATTRIBUTE: Final = "Contact ID"


@dataclass(frozen=True)
class Attribute:
    """One attribute of a set."""

    name: str
    type: str
    """``text``, ``number``, ``boolean``, ``email`` or ``phone``; the last two are texts."""
    is_key: bool = False
    """Whether its value tells the rows of the set apart."""


@dataclass(frozen=True)
class AttributeSet:
    """A set; without a key attribute it holds one row per contact, else one for each value of the key."""

    name: str
    attributes: Mapping[str, Attribute]

    @property
    def key(self) -> str | None:
        """The name of the attribute that tells rows apart, or None."""
        return next((one.name for one in self.attributes.values() if one.is_key), None)


@dataclass(frozen=True)
class Account:
    """Everything is read once; no operation of the contract changes it."""

    sets: Mapping[str, AttributeSet]
    searchable: Mapping[str, tuple[str, str]]
    """Set and attribute by the key that searches use; set names may hold dots, so nothing is split."""


def load_account(store: Store) -> Account:
    """Read the definitions; call this inside a transaction."""
    sets = {one["name"]: _attribute_set(one) for one in store.list(ATTRIBUTE_SET)}
    named = [(one.name, attribute) for one in sets.values() for attribute in one.attributes]
    named += [(CONTACT_SET, KEY_ATTRIBUTE), (CONTACT_SET, ID_ATTRIBUTE)]
    return Account(sets, {f"{of_set}.{attribute}": (of_set, attribute) for of_set, attribute in named})


def _attribute_set(document: Mapping[str, Json]) -> AttributeSet:
    attributes = [Attribute(one["name"], one["type"], one.get("key", False)) for one in document["attributes"]]
    return AttributeSet(document["name"], {one.name: one for one in attributes})
