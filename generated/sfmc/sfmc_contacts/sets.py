"""Attribute sets from plain dictionaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .models.attribute_item import AttributeItem
from .models.attribute_set import AttributeSet
from .models.attribute_value import AttributeValue

Value = str | int | float | bool
Row = Mapping[str, Value]


def attribute_sets(sets: Mapping[str, Row | Sequence[Row]]) -> list[AttributeSet]:
    """Return attribute sets from a dictionary of their names.

    Args:
        sets: For each set its values by attribute, `{"Email Demographics": {"First Name": "Angela"}}`; or, for a
            set with several rows, a list of such dictionaries.
    """
    return [
        AttributeSet(name=name, items=[_item(name, row) for row in _rows(rows)]) for name, rows in sets.items()
    ]


def _rows(rows: Row | Sequence[Row]) -> Sequence[Row]:
    return [rows] if isinstance(rows, Mapping) else rows


def _item(name: str, row: Row) -> AttributeItem:
    for attribute, value in row.items():
        if not isinstance(value, str | int | float):  # pyright: ignore[reportUnnecessaryIsInstance] - the untyped
            raise TypeError(f"{name}, {attribute}: a value is text, a number, True or False, not {value!r}")
    return AttributeItem(values=[AttributeValue(name=attribute, value=value) for attribute, value in row.items()])
