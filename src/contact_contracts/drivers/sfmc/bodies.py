"""Pieces of Marketing Cloud bodies: values of every declared type, and sets made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import cycle, islice
from typing import Final

from hypothesis import strategies as st

from contact_contracts.drivers.text import shapes
from contact_contracts.exchange import Json
from contact_contracts.rulebook.sfmc import AttributeSet, Facts
from contact_contracts.rulebook.sfmc.facts import KEY
from contact_contracts.rulebook.sfmc.values import normal

Body = dict[str, Json]
Edit = tuple[str, str, Json]
"""Set, attribute, value."""
Rows = Mapping[tuple[str, str], tuple[Mapping[str, Json], ...]]

VALUES: Final[Mapping[str, tuple[Json, ...]]] = {
    "number": (
        12345,
        0,
        1,
        -1,
        7.5,
        -0.25,
        958405948,
        2147483648,
        -2147483649,
        3.14159,
        9007199254740991,
        100,
        0.001,
    ),
    "boolean": (True, False),
    "date": ("2024-02-29", "1999-12-31", "2031-07-04T13:45:10", "2000-01-01T00:00:00"),
    "email": ("ada@example.com", "Grace.Hopper+cc@example.org", "o'neil_7@mail.example.net"),
    "phone": ("555-555-5555", "+12025550142", "(202) 555-0187", "12025550199"),
}
TEXT_LENGTHS: Final = (254, 100, 50)
"""Lengths that are tried, longest first."""


class Bodies:
    """What can be sent to one target."""

    def __init__(self, facts: Facts, text_length: int = 50, rows: Rows | None = None) -> None:
        self.facts = facts
        self.text_length = text_length
        self.rows: Rows = {} if rows is None else rows
        """The rows that contacts have to be content with, by contact key and set; others get rows as needed."""

    # -- values ------------------------------------------------------------------------------------------

    def pool(self, kind: str) -> tuple[Json, ...]:
        """Values of a declared type."""
        return self._texts if kind == "text" else VALUES[kind]

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return shapes(self.text_length)

    @cached_property
    def attributes(self) -> list[tuple[AttributeSet, str]]:
        """Every attribute that does not tell rows apart, sets in the order of the target file."""
        return [(s, name) for s in self.facts.sets.values() for name in s.types if name not in s.keys]

    @cached_property
    def edits(self) -> list[Edit]:
        """Every attribute with every value of its pool; short pools repeat, so that types come up alike."""
        return [
            (attributes.name, name, value)
            for attributes, name in self.attributes
            for value in islice(cycle(self.pool(attributes.types[name])), 40)
        ]

    @cached_property
    def writable(self) -> list[AttributeSet]:
        """Sets with an attribute beside their key."""
        return [s for s in self.facts.sets.values() if any(name not in s.keys for name in s.types)]

    def sample(self, attributes: AttributeSet, turn: int, *, row: Mapping[str, Json]) -> Body:
        """A set with every attribute in its one item; another turn gives other values."""
        values = {
            name: row[name] if name in attributes.keys else self.value(kind, turn + place)
            for place, (name, kind) in enumerate(attributes.types.items())
        }
        return a_set(attributes.name, values)

    def value(self, kind: str, turn: int) -> Json:
        """One value of a type's pool."""
        pool = self.pool(kind)
        return pool[turn % len(pool)]

    def row(self, attributes: AttributeSet, number: int, name: str) -> dict[str, Json]:
        """The key values of a row: number 0 is the row that ordinary tests write."""
        known = self.rows.get((name, attributes.name))
        if known:
            return dict(known[number % len(known)])
        return {key: _key_value(attributes.types[key], number, name) for key in attributes.keys}

    # -- strategies --------------------------------------------------------------------------------------

    def some(self, *, least: int = 1, most: int = 6) -> st.SearchStrategy[list[Edit]]:
        """A few edits."""
        return st.lists(st.sampled_from(self.edits), min_size=least, max_size=most)

    def sets(self, edits: Sequence[Edit], name: str) -> list[Body]:
        """The sets that carry out edits, in their order, one item each with the contact's fixed row."""
        grouped: dict[str, dict[str, Json]] = {}
        for set_name, attribute, value in edits:
            row = self.row(self.facts.sets[set_name], 0, name)
            grouped.setdefault(set_name, dict(row))[attribute] = value
        return [a_set(set_name, values) for set_name, values in grouped.items()]

    def other(self, attributes: AttributeSet, name: str, than: Json, turn: int = 0) -> Json:
        """A value of an attribute's pool that reads differently from another one."""
        kind = attributes.types[name]
        pool = self.pool(kind)
        rotated = islice(cycle(pool), turn % len(pool), turn % len(pool) + len(pool))
        return next(value for value in rotated if normal(kind, value) != normal(kind, than))


def a_set(name: str, *items: Mapping[str, Json]) -> Body:
    """A set as a body holds it; each item is attribute -> value."""
    return {
        "name": name,
        "items": [{"values": [{"name": key, "value": value} for key, value in item.items()]} for item in items],
    }


def search_for(key: str, asked: Sequence[str]) -> Body:
    """The body of a search for one contact, and for what is asked of it."""
    condition = {"attribute": {"key": KEY}, "operator": "Equals", "value": {"items": [key]}}
    conditions = {"operator": "And", "conditionSets": [], "conditions": [condition]}
    return {"request": {"attributes": [{"key": name} for name in asked]}, "conditionSet": conditions}


def _key_value(kind: str, number: int, name: str) -> Json:
    digits = int("".join(char for char in name if char.isdigit())[-6:] or 0)
    if kind == "number":
        return 500_000_000 + digits * 100 + number
    if kind == "boolean":
        return number % 2 == 0
    if kind == "date":
        return f"20{number % 90 + 10}-01-15"
    if kind == "phone":
        return f"1202555{digits % 100:02d}{number % 100:02d}"
    if kind == "email":
        return f"row{number}-{digits}@example.com"
    return f"row {number} of {digits}"
