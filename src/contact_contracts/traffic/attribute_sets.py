"""Marketing Cloud's attribute sets, as far as recorded searches show them.

What was shown of a contact exists, and what was written too is not the server's own. How a set tells its rows
apart nobody says, so sets with several rows are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook.sfmc.demands import attribute_values
from contact_contracts.rulebook.sfmc.facts import ID, KEY, AttributeSet
from contact_contracts.rulebook.sfmc.state import Found, found_items
from contact_contracts.rulebook.values import is_empty

Columns = dict[str, list[Json]]
"""What searches and updates name, as ``Set.Attribute`` -> its values."""
_PHONE: Final = re.compile(r"\+?[\d\s().-]{6,}")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}")


def shown_sets(heard: Iterable[Exchange]) -> dict[str, AttributeSet]:
    """The sets of which searches showed one row at most, with the attributes that were written and shown."""
    heard = [*heard]
    entries = [list(_sets_of(each.request.json)) for each in heard if each.request.operation == "updateContacts"]
    found = [item for each in heard for item in _found(each)]
    written = _columns_written(entry for sets in entries for entry in sets)
    shown = _columns_shown(found)
    names = {entry["name"] for sets in entries for entry in sets}
    several = {name for sets in entries for name in _of_several_rows(sets)}
    several |= {_set_of(column, names) for item in found for column, values in item.items() if len(values) > 1}
    sets: dict[str, dict[str, str]] = {}
    for column, values in shown.items():
        name = _set_of(column, names)
        if name not in several and column in written:
            attribute = column.removeprefix(f"{name}.")
            sets.setdefault(name, {})[attribute] = _kind(values, written[column])
    return {name: AttributeSet(name, types) for name, types in sets.items()}


def _found(exchange: Exchange) -> list[Found]:
    response = exchange.response
    if exchange.request.operation != "searchAttributes" or response is None or not response.ok:
        return []
    return found_items(response.json) or []


def _sets_of(body: Json) -> Iterator[dict[str, Json]]:
    sets = body.get("attributeSets") if isinstance(body, dict) else None
    for entry in sets if isinstance(sets, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("name"), str):
            yield entry


def _of_several_rows(sets: list[dict[str, Json]]) -> Iterator[str]:
    """Sets that an update names twice, or with several items."""
    names = [entry["name"] for entry in sets]
    for entry in sets:
        items = entry.get("items")
        if names.count(entry["name"]) > 1 or (isinstance(items, list) and len(items) > 1):
            yield entry["name"]


def _columns_written(entries: Iterable[dict[str, Json]]) -> Mapping[str, list[Json]]:
    columns: Columns = {}
    for entry in entries:
        for _, name, value in attribute_values(entry):
            columns.setdefault(f"{entry['name']}.{name}", []).append(value)
    return columns


def _columns_shown(found: Iterable[Found]) -> Columns:
    columns: Columns = {}
    for item in found:
        for column, values in item.items():
            held = [value for value in values if not is_empty(value)]
            if held and "." in column and column not in (KEY, ID):
                columns.setdefault(column, []).extend(held)
    return columns


def _set_of(column: str, names: set[str]) -> str:
    """The set that a column belongs to: names of sets and attributes may have dots in them."""
    known = (name for name in names if column.startswith(f"{name}."))
    return max(known, key=len, default=column.partition(".")[0])


def _kind(shown: list[Json], written: list[Json]) -> str:
    """The type that the values of an attribute speak for, by which they are compared."""
    if all(isinstance(value, bool) for value in shown):
        return "boolean"
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in shown):
        return "number"
    texts = [value.strip() for value in (*shown, *written) if isinstance(value, str)]
    if any(_is_date(text) for text in texts):
        return "date"
    return "phone" if any(_PHONE.fullmatch(text) for text in texts) else "text"


def _is_date(text: str) -> bool:
    if _DATE.match(text):
        return True
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
