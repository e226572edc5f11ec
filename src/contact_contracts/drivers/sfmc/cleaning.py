"""Leaving a target as it was: values of named contacts written back, contacts of the run removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contact_contracts.drivers.sfmc.bodies import Body, a_set
from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EMPTY, EXISTS, State
from contact_contracts.transport import Blocked, Call

if TYPE_CHECKING:
    from contact_contracts.drivers.sfmc.driver import MarketingCloud


def restore(driver: MarketingCloud, key: str, original: State) -> list[tuple[str, str]]:
    """Write a contact's values back; return what does not read as before."""
    try:
        now = driver.session.world.belief(key)
        sets = list(_sets(driver, original, now.state if now else {}))
        if not sets:
            return []
        if not driver.took(driver.patch({"contactKey": key, "attributeSets": sets}, judged=False)):
            return [(f"contact {key}", "its values could not be written back")]
        driver.session.believe(key, None)
        driver.read(key)
    except Blocked as blocked:
        return [(f"contact {key}", str(blocked))]
    after = driver.session.world.belief(key)
    state = after.state if after else {}
    changed = [a for a in {**original, **state} if original.get(a, EMPTY) != state.get(a, EMPTY) and a != EXISTS]
    return [(f"contact {key}", f"not as before: {', '.join(sorted(changed))}")] if changed else []


def _sets(driver: MarketingCloud, original: State, now: State) -> list[Body]:
    """Sets whose values differ, attribute by attribute; one that held nothing is sent as empty text."""
    found: list[Body] = []
    for attributes in driver.facts.sets.values():
        if attributes.name not in driver.facts.readable:
            continue
        prefixes = (
            {a.rpartition(".")[0] for a in (*original, *now) if attributes.owns(a)}
            if attributes.keys
            else {attributes.name}
        )
        for prefix in sorted(prefixes):
            old = {name: original.get(f"{prefix}.{name}", EMPTY) for name in attributes.types}
            new = {name: now.get(f"{prefix}.{name}", EMPTY) for name in attributes.types}
            if old != new:
                found.append(
                    a_set(
                        attributes.name,
                        {n: _sendable(old[n]) for n in old if n in attributes.keys or old[n] != new[n]},
                    )
                )
    return [entry for entry in found if entry["items"][0]["values"]]


def _sendable(value: object) -> Json:
    return value if isinstance(value, str | int | float) else ""


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
