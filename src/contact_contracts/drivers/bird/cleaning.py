"""Putting contacts back as they were, and removing those that a run made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS
from contact_contracts.rulebook.bird.state import identifier
from contact_contracts.transport import Blocked, Call

if TYPE_CHECKING:
    from contact_contracts.drivers.bird.driver import Bird

Body = dict[str, Json]


def put_back(driver: Bird, key: str, original: Body, identifiers: list[Json]) -> str:
    """Restore a contact of the target file; why that failed, or nothing."""
    response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
    if response is None or not response.ok or not isinstance(response.json, dict):
        return "it cannot be read any more"
    refused = [
        f"{', '.join(body)} (HTTP {status})"
        for body in _steps(driver, key, original, response.json, identifiers)
        if (status := _send(driver, key, body)) >= 300
    ]
    return f"could not be put back: {'; '.join(refused)}" if refused else ""


def _steps(driver: Bird, key: str, original: Body, current: Body, identifiers: list[Json]) -> Iterator[Body]:
    """One small update for each thing that changed, so that a refusal of one keeps none of the others."""
    for name, value in _attributes(driver, original, current).get("attributes", {}).items():
        yield {"attributes": {name: value}}
    memberships = _memberships(original, current)
    shown = _identifiers(identifiers, driver.listed(key)) if driver.facts.shows_identifiers else {}
    for member, values in (*memberships.items(), *shown.items()):
        for at in range(0, len(values), 10):
            yield {member: values[at : at + 10]}


def _send(driver: Bird, key: str, body: Body) -> int:
    answer = driver.session.call(Call("updateContact", driver.params(key), body=body), judged=False).response
    return answer.status if answer is not None else 599


def _attributes(driver: Bird, original: Body, current: Body) -> Body:
    was, now = (contact.get("attributes") or {} for contact in (original, current))
    changed = {name: was.get(name) for name in driver.facts.attributes if was.get(name) != now.get(name)}
    return {"attributes": changed} if changed else {}


def _memberships(original: Body, current: Body) -> Body:
    body: Body = {}
    for kind in KINDS:
        was, now = (set(contact.get(kind.set) or []) for contact in (original, current))
        body |= {kind.add: sorted(was - now)} if was - now else {}
        body |= {kind.remove: sorted(now - was)} if now - was else {}
    return body


def _identifiers(was: list[Json], now: list[Json]) -> Body:
    before, after = _by_aspect(was), _by_aspect(now)
    body: Body = {}
    added = [item for aspect, item in after.items() if aspect not in before]
    lost = [item for aspect, item in before.items() if aspect not in after]
    body |= {"removeIdentifiers": added} if added else {}
    return body | ({"addIdentifiers": lost} if lost else {})


def _by_aspect(items: list[Json]) -> dict[str, Json]:
    return {identifier(i["key"], i["value"]): {"key": i["key"], "value": i["value"]} for i in items}


def remove(driver: Bird, name: str, key: str) -> str:
    """Delete what the ledger names; why that failed, or nothing."""
    try:
        if not key:
            found = _found(driver, name)
            key = str(found.get("id") or "")
            if not key:
                return ""
            if key not in driver.session.own and driver.ledger.mark not in json.dumps(found):
                return f"contact {key} was found by it, and does not show the run's mark"
            driver.session.own.add(key)
        if not (driver.target.allow_delete and driver.target.offers("deleteContact")):
            return "the target file does not allow to delete it"
        answer = driver.session.call(Call("deleteContact", driver.params(key)), judged=False).response
        if driver.can_read and not (answer is not None and (answer.ok or answer.status == 404)):
            response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
            if response is None or response.status != 404:
                return "it can still be read after its deletion"
    except Blocked as blocked:
        return str(blocked)
    return ""


def _found(driver: Bird, name: str) -> Body:
    """The contact that an unanswered call by identifier may have made."""
    key, parted, value = name.partition("=")
    if not parted or not driver.target.offers("searchContacts"):
        return {}
    body = {"identifier": {"key": key, "value": value}}
    response = driver.session.call(Call("searchContacts", driver.params(), body=body), judged=False).response
    answer = response.json if response is not None and response.ok else None
    results = answer.get("results") if isinstance(answer, dict) else None
    first = results[0] if isinstance(results, list) and results else None
    return first if isinstance(first, dict) else {}
