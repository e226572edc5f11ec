"""One contact on its way to being written: what it was, what was sent for it, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call

Contact = dict[str, Any]
"""A contact as it is stored: the wire's own members, names resolved to ids, empty ones left out."""


class Mode(StrEnum):
    """What becomes of the fields that a body does not name."""

    FULL = "full"
    """They are emptied; groups stay, and so do the quiet times of a path that is sent without them."""
    PARTIAL = "partial"
    """They stay."""
    EXACT = "exact"
    """The body says all there is to say, groups and quiet times included: the result of a JSON Patch."""


@dataclass(frozen=True)
class Change:
    """The inputs of every rule."""

    call: Call
    body: Mapping[str, Json]
    """The contact as sent, without members that are null."""
    old: Contact
    """The contact before; empty when it is being created."""
    mode: Mode = Mode.FULL
    row: int | None = None
    """Position in a batch, from 1; None outside batches."""

    @property
    def is_batch(self) -> bool:
        """Whether the change came in a batch."""
        return self.row is not None

    @property
    def keeps_omitted(self) -> bool:
        """Whether what the body leaves out stays as it was."""
        return self.mode is Mode.PARTIAL

    @property
    def old_key(self) -> str | None:
        """The key under which the contact is stored, or None when it is being created."""
        return str(self.old["id"]) if self.old else None

    @property
    def is_creation(self) -> bool:
        """Whether there was no contact before."""
        return not self.old


def is_empty(value: Json) -> bool:
    """Whether a value counts as none: null, empty text, list or object. 0 and false are values."""
    return value is None or value in ("", [], {})


def without_nulls(value: Json) -> Json:
    """The value without members that are null, at any depth."""
    if isinstance(value, dict):
        return {name: without_nulls(member) for name, member in value.items() if member is not None}
    return [without_nulls(element) for element in value] if isinstance(value, list) else value


def without_empty(members: Mapping[str, Json]) -> dict[str, Json]:
    """The members that have a value."""
    return {name: value for name, value in members.items() if not is_empty(value)}
