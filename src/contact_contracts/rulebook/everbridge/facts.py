"""What exists in an Everbridge organization: ids and the names that stand for them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from contact_contracts.exchange import Json
from contact_contracts.rulebook.values import as_int, is_empty

Names = Mapping[int, str]


@dataclass(frozen=True)
class Facts:
    """Ids with their names. An empty organization id means that it is not known."""

    organization_id: str = ""
    record_types: Names = field(default_factory=dict)
    groups: Names = field(default_factory=dict)
    attributes: Names = field(default_factory=dict)
    paths: Names = field(default_factory=dict)
    partial: frozenset[str] = frozenset()
    """Of which of these four more may exist than is known, as in traffic that lists them nowhere."""

    def may_exist(self, kind: str, identifier: Json, name: Json) -> bool:
        """Whether an id or a name that is not known may still be one of the organization's."""
        names: Names = getattr(self, kind)
        by_id = not is_empty(identifier) and as_int(identifier) not in names
        by_name = is_empty(identifier) and not is_empty(name) and id_of(names, name) is None
        return kind in self.partial and (by_id or by_name)

    def may_name_another(self, kind: str, identifier: Json, name: Json) -> bool:
        """Whether a name beside an id is one that is not known, so that it may be another's."""
        named = not is_empty(identifier) and not is_empty(name)
        return kind in self.partial and named and id_of(getattr(self, kind), name) is None


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
