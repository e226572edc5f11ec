"""A contact as a flat state: what a search shows, in the form that predictions use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EMPTY, Aspect, State, Value
from contact_contracts.rulebook.sfmc.facts import ID, ID_ASPECT, KEY, AttributeSet, Facts
from contact_contracts.rulebook.sfmc.values import Rows, normal
from contact_contracts.rulebook.values import as_int, is_empty

Row = dict[str, Value]
Found = dict[str, list[Json]]
"""What one entry of a search shows: key asked for -> values, several when it holds several rows."""


def found_items(body: Json) -> list[Found] | None:
    """The entries of a search's answer; None when it is no such answer."""
    items = body.get("items") if isinstance(body, dict) else None
    if items is None and isinstance(body, dict) and "count" in body:
        items = []
    if not isinstance(items, list):
        return None
    return [_found(item) for item in items if isinstance(item, dict)]


def _found(item: dict[str, Json]) -> Found:
    found: Found = {}
    for entry in item.get("values") or []:
        if isinstance(entry, dict) and isinstance(entry.get("name"), str):
            found.setdefault(entry["name"], []).append(entry.get("value"))
    return found


def of_contact(items: list[Found], key: str) -> list[Found]:
    """The entries that show this contact; one that does not tell its key is taken for it."""
    return [item for item in items if all(shown in (key, None) for shown in item.get(KEY, [None]))]


def flatten(items: list[Found], facts: Facts) -> State:
    """The state of one contact that the entries of a search show."""
    state: dict[Aspect, Value] = {}
    for item in items:
        for identifier in item.get(ID, []):
            if not is_empty(identifier):
                state[ID_ASPECT] = as_int(identifier)
    for attributes in facts.sets.values():
        state.update(_set_state(attributes, items))
    return state


def _set_state(attributes: AttributeSet, items: list[Found]) -> Mapping[Aspect, Value]:
    shown: dict[Aspect, list[Value]] = {}
    for row in _rows(attributes, items):
        key = tuple(row.get(name, EMPTY) for name in attributes.keys)
        for name, value in row.items():
            values = shown.setdefault(attributes.aspect(name, key), [])
            if value not in values:
                values.append(value)
    return {aspect: values[0] if len(values) == 1 else Rows(values) for aspect, values in shown.items()}


def _rows(attributes: AttributeSet, items: list[Found]) -> Iterator[Row]:
    """Every row of a set that holds something. Joined with other sets it may be shown more than once."""
    for item in items:
        columns = {name: item.get(f"{attributes.name}.{name}", []) for name in attributes.types}
        for number in range(max((len(column) for column in columns.values()), default=0)):
            row = {
                name: normal(attributes.types[name], column[number])
                for name, column in columns.items()
                if number < len(column)
            }
            held = {name: value for name, value in row.items() if value is not EMPTY}
            if held:
                yield held
