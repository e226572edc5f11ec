"""What exists in an Everbridge organization: ids and the names that stand for them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from contact_contracts.exchange import Json
from contact_contracts.rulebook.values import as_int

Names = Mapping[int, str]


@dataclass(frozen=True)
class Facts:
    """Ids with their names. An empty organization id means that it is not known."""

    organization_id: str = ""
    record_types: Names = field(default_factory=dict)
    groups: Names = field(default_factory=dict)
    attributes: Names = field(default_factory=dict)
    paths: Names = field(default_factory=dict)


def id_of(names: Names, name: Json) -> int | None:
    """The id that a name stands for; None when it is unknown, or not unique."""
    found = [identifier for identifier, known in names.items() if known == name]
    return found[0] if len(found) == 1 else None


def resolve(names: Names, identifier: Json, name: Json) -> Hashable:
    """What an answer names: its id, or the id of its name, or else the name itself."""
    if identifier is not None:
        return as_int(identifier)
    known = id_of(names, name)
    return name if known is None else known
