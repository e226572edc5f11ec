"""Conga bodies: systematic ones, in which every value of every field has its turn, and drawn ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import cycle, islice

from hypothesis import strategies as st

from contact_contracts.drivers.conga.values import Values, invented_name, may_be_null
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import FLAG, LOOKUPS

Body = dict[str, Json]


class Bodies:
    """Bodies for one target's contacts."""

    def __init__(self, values: Values, mark: str) -> None:
        self.values = values
        self.unknown = invented_name(mark)
        """The beginning of field names that no schema has."""

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields that may be written."""
        return tuple(self.values)

    def full(self, turn: int) -> Body:
        """A body with all fields; each turn has other values, and no two texts fields the same value."""
        return {
            field: values[(turn + place) % len(values)]
            for place, (field, values) in enumerate(self.values.items())
        }

    def turns(self) -> int:
        """After how many turns ``full`` has shown every value of every field."""
        return max(len(values) for values in self.values.values())

    def alone(self) -> Iterator[Body]:
        """Each field alone: a value, another one, nothing, and a value again."""
        for place, (field, values) in enumerate(self.values.items()):
            for value in islice(cycle(values), place, place + 2):
                yield {field: value}
            if may_be_null(field):
                yield {field: None}
                yield {field: values[place % len(values)]}

    def forms(self, own_id: str, turn: int) -> tuple[Body, ...]:
        """A body of each form: nothing, texts, nulls, the flag and a lookup, each without and with the Id."""
        texts: Body = {"FirstName": f"Form {turn}", "Department": f"Of {turn}"}
        flag: Body = {FLAG: bool(turn % 2)}
        lookups: list[Body] = [
            {field: self.values[field][turn % 2 - 1]} for field in LOOKUPS if field in self.values
        ]
        plain: tuple[Body, ...] = ({}, texts, {"Title": None}, flag, {"Title": "T", "Fax": None, **flag}, *lookups)
        own: Body = {"Id": own_id}
        return (
            *plain,
            own,
            *({**body, **own} if place % 2 else {**own, **body} for place, body in enumerate(plain)),
        )

    @cached_property
    def pool(self) -> tuple[tuple[str, Json], ...]:
        """Every field with every value, null included."""
        nulls = [(field, None) for field in self.values if may_be_null(field)]
        short = ((field, value) for field, values in self.values.items() for value in values)
        return (*short, *nulls, *nulls)

    def edits(self, most: int) -> st.SearchStrategy[Body]:
        """Bodies of 1 to ``most`` fields, nulls among them, in any order."""
        fields = st.lists(st.sampled_from(self.fields), min_size=1, max_size=most, unique=True)
        return fields.flatmap(self._with_values)

    def _with_values(self, fields: list[str]) -> st.SearchStrategy[Body]:
        return st.fixed_dictionaries({field: self._value(field) for field in fields})

    def _value(self, field: str) -> st.SearchStrategy[Json]:
        values = st.sampled_from(self.values[field])
        return st.one_of(values, values, st.none()) if may_be_null(field) else values

    def refused(self, own_id: str, other_id: str) -> tuple[Json, ...]:
        """A body for each reason to refuse one, with something that it would otherwise change."""
        change: Body = {"LastName": "Refused", "Department": None}
        wrong: tuple[Body, ...] = ({"Id": other_id}, {self.unknown: "x"}, {"Salutation": 5}, {FLAG: None})
        late: Body = {"Id": own_id, **change, "Name": []}
        return (*({**change, **one} for one in wrong), late, [change], b"{")

    def strangers(self) -> tuple[str, ...]:
        """Names of fields that no object schema has."""
        return tuple(self.unknown + ending for ending in ("", "Name", "é", " x", "1", "_c"))
