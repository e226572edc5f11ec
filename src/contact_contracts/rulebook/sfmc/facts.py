"""What an account defines: attribute sets with typed attributes, and how it wants to be addressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contact_contracts.rulebook.prediction import EMPTY, Aspect, Value

CASINGS = ("contactID", "contactId")
"""Both spellings of the contact's id in a body: the page's table has the first, its example the second."""
KEY = "Contact.Contact Key"
ID = "Contact.Contact ID"
"""What a search calls the contact's own key and id."""
ID_ASPECT: Aspect = "Contact ID"


@dataclass(frozen=True)
class AttributeSet:
    """A set: attribute name -> declared type, and the attributes that tell its rows apart."""

    name: str
    types: Mapping[str, str]
    keys: tuple[str, ...] = ()

    def aspect(self, attribute: str, row: tuple[Value, ...] = ()) -> Aspect:
        """The aspect of one attribute; ``row`` holds the values of the key attributes, if there are any."""
        return f"{self.row_prefix(row)}.{attribute}"

    def row_prefix(self, row: tuple[Value, ...] = ()) -> Aspect:
        """How the aspects of one row begin."""
        return f"{self.name}[{', '.join(map(repr, row))}]" if self.keys else self.name

    @property
    def keyless(self) -> Aspect:
        """How the aspects of rows begin that hold nothing in their keys."""
        return self.row_prefix((EMPTY,) * len(self.keys)) + "."

    def owns(self, aspect: Aspect) -> bool:
        """Whether an aspect belongs to this set."""
        return aspect.startswith(f"{self.name}[" if self.keys else f"{self.name}.")


@dataclass(frozen=True)
class Facts:
    """All sets that are known to exist; ids are understood in ``casings``; only ``readable`` sets are shown.

    Where they are ``partial``, there may be more sets and attributes than these.
    """

    sets: Mapping[str, AttributeSet] = field(default_factory=dict)
    readable: frozenset[str] = frozenset()
    casings: frozenset[str] = frozenset()
    partial: bool = False

    def asked(self) -> list[str]:
        """The keys that a search must ask for to show everything that can be shown of a contact."""
        return [
            KEY,
            ID,
            *(f"{s.name}.{a}" for s in self.sets.values() if s.name in self.readable for a in s.types),
        ]
