"""Leaving a target as it was: values of named contacts written back, contacts of the run removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.session import POLL_SECONDS
from contact_contracts.drivers.sfmc.bodies import a_set
from contact_contracts.drivers.sfmc.originals import CANNOT_BE_EMPTIED, Original, original, rows_in
from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EMPTY, EXISTS, State, Value
from contact_contracts.rulebook.sfmc.state import found_items, of_contact
from contact_contracts.transport import Blocked, Call, NotAllowed

if TYPE_CHECKING:
    from contact_contracts.drivers.sfmc.driver import MarketingCloud

Writes = tuple[str, dict[str, Json], dict[str, Json]]
"""A set, the key values of one of its rows, and what else of the row to write."""


def remember(driver: MarketingCloud, key: str) -> Original:
    """A contact as it is now. Missing when no search shows it."""
    exchange = driver.session.call(driver.search_call(key, driver.facts.asked()), judged=False)
    response = exchange.response
    items = found_items(response.json) if response is not None and response.ok else None
    shown = of_contact(items or [], key)
    if not shown:
        raise Missing(f"contact {key!r} of the target file cannot be found")
    return original(driver.facts, shown)


def restore(driver: MarketingCloud, key: str, before: Original) -> list[tuple[str, str]]:
    """Write a contact's values back, row by row, and value by value where a row is refused as a whole.

    Returns what does not read as before.
    """
    try:
        driver.session.door.sleep(driver.target.read_after_write_seconds)
        now = remember(driver, key).state
        for name, row, values in _differences(before, now):
            if not _write(driver, key, name, {**row, **values}):
                for attribute, value in values.items() if len(values) > 1 else ():
                    _write(driver, key, name, {**row, attribute: value})
        left = _left(driver, key, before)
    except (Blocked, NotAllowed, Missing) as trouble:
        return [(f"contact {key}", f"its values could not be put back: {trouble}")]
    return [(f"contact {key}", f"not as before: {', '.join(left)}")] if left else []


def _write(driver: MarketingCloud, key: str, name: str, values: dict[str, Json]) -> bool:
    body = {"contactKey": key, "attributeSets": [a_set(name, values)]}
    return driver.took(driver.session.call(Call("updateContacts", body=body), judged=False))


def _differences(before: Original, now: State) -> Iterator[Writes]:
    """What to write to each row that changed; nothing is written that would only be refused."""
    for attributes in before.facts.sets.values():
        for prefix in rows_in(attributes, {**before.state, **now}):
            row = {key: _shown(before.state, now, f"{prefix}.{key}") for key in attributes.keys}
            values = {
                name: "" if (old := before.state.get(f"{prefix}.{name}", EMPTY)) is EMPTY else old
                for name, kind in attributes.types.items()
                if name not in attributes.keys
                and _differs(before.state, now, f"{prefix}.{name}")
                and _sendable(before.state.get(f"{prefix}.{name}", EMPTY), kind)
            }
            if values and None not in row.values():
                yield attributes.name, row, values


def _differs(before: State, now: State, aspect: str) -> bool:
    """Whether an aspect reads otherwise now; a boolean is no number."""
    one, other = before.get(aspect, EMPTY), now.get(aspect, EMPTY)
    return type(one) is not type(other) or one != other


def _shown(before: State, now: State, aspect: str) -> Json:
    """A key's value, as far as a search shows it."""
    found = now.get(aspect, before.get(aspect))
    return found if isinstance(found, str | int | float) else None


def _sendable(old: Value, kind: str) -> bool:
    return kind not in CANNOT_BE_EMPTIED if old is EMPTY else isinstance(old, str | int | float)


def _left(driver: MarketingCloud, key: str, before: Original) -> list[str]:
    """The aspects that do not read as before, once the target had the time that it is allowed."""
    deadline = driver.session.clock() + driver.target.read_after_write_seconds
    while True:
        now = remember(driver, key).state
        left = sorted(a for a in {**before.state, **now} if a != EXISTS and _differs(before.state, now, a))
        if not left or driver.session.clock() >= deadline:
            return left
        driver.session.door.sleep(POLL_SECONDS)


def remove(driver: MarketingCloud, key: str) -> str:
    """Start the removal of a contact of the run; return why that did not work, or nothing."""
    belief = driver.session.world.belief(key)
    if belief is not None and belief.confirmed and belief.state.get(EXISTS) is False:
        return ""
    try:
        return _delete(driver, key)
    except Blocked as blocked:
        return str(blocked)


def _delete(driver: MarketingCloud, key: str) -> str:
    if not (driver.target.allow_delete and driver.target.offers("deleteContacts")):
        return "the target file does not allow to delete it"
    driver.session.own.add(key)
    body = {"values": [key], "DeleteOperationType": "ContactAndAttributes"}
    response = driver.session.call(Call("deleteContacts", query=(("type", "keys"),), body=body)).response
    if response is None or not response.ok:
        return f"its deletion was answered with HTTP {response.status if response else 'none'}"
    answer = response.json if isinstance(response.json, dict) else {}
    started = answer.get("operationInitiated") is True and answer.get("hasErrors") is not True
    return "" if started else "its deletion was not started"
