"""What contacts refer to: record types, groups, attributes and delivery paths, each by id and by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.reference.store import Store

ORGANIZATION: Final = "organization"
RECORD_TYPE: Final = "recordType"
GROUP: Final = "group"
ATTRIBUTE: Final = "contactAttribute"
PATH: Final = "contactPath"


@dataclass(frozen=True)
class Entry:
    """Something a contact can refer to."""

    id: int
    name: str
    document: dict[str, Any]
    """As the listing operations show it."""


class Directory:
    """Reads everything once; no operation of the contract changes it."""

    def __init__(self, store: Store) -> None:
        """Load it; call this inside a transaction."""
        self.organizations = {str(one["id"]) for one in store.list(ORGANIZATION)}
        self.record_types = Register(store, RECORD_TYPE)
        self.groups = Register(store, GROUP)
        self.attributes = Register(store, ATTRIBUTE)
        self.paths = Register(store, PATH, id_member="pathId", name_member="prompt")


class Register:
    """The entries of one kind."""

    def __init__(self, store: Store, kind: str, id_member: str = "id", name_member: str = "name") -> None:
        """Load the entries, in the order in which they were stored."""
        self.entries = [Entry(one[id_member], one[name_member], one) for one in store.list(kind)]
        self._by_id = {entry.id: entry for entry in self.entries}
        self._by_name = {entry.name: entry for entry in self.entries}

    def by_id(self, entry_id: Json) -> Entry | None:
        """The entry with that id, or None."""
        return self._by_id.get(entry_id)

    def by_name(self, name: Json) -> Entry | None:
        """The entry with exactly that name, or None."""
        return self._by_name.get(name)
