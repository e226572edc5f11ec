"""One record on its way to being written: what it was, and what was sent for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call

Record = dict[str, Any]
"""A contact record as it is stored: the wire's own members, those that are null left out."""


@dataclass(frozen=True)
class Change:
    """The inputs of every rule."""

    call: Call
    body: Mapping[str, Json]
    """The members as sent, nulls included."""
    key: str
    """What the store knows the record by: the Id that it was made with."""
    old: Record
    """The record before; empty when it is being created."""

    @property
    def is_creation(self) -> bool:
        """Whether there was no record before."""
        return not self.old


def without_nulls(members: Mapping[str, Json]) -> dict[str, Json]:
    """The members that are not null."""
    return {name: value for name, value in members.items() if value is not None}
