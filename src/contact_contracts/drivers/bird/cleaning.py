"""Putting contacts back as they were, and removing those that a run made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from contact_contracts.drivers.ledger import NOT_FOUND, UNDER_WAY, not_deleted
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS
from contact_contracts.rulebook.bird.state import identifier
from contact_contracts.rulebook.values import is_empty
from contact_contracts.transport import Blocked, Call, NotAllowed

if TYPE_CHECKING:
    from contact_contracts.drivers.bird.driver import Bird

Body = dict[str, Json]


def put_back(driver: Bird, key: str, original: Body, identifiers: list[Json]) -> str:
    """Restore a contact of the target file, and look; what is not as it was, or nothing."""
    for body in _steps(driver, key, original, identifiers):
        _send(driver, key, body)
    driver.session.door.sleep(driver.target.read_after_write_seconds)
    left = [", ".join(body.get("attributes", body)) for body in _steps(driver, key, original, identifiers)]
    return f"not as before: {'; '.join(left)}" if left else ""


def _steps(driver: Bird, key: str, original: Body, identifiers: list[Json]) -> list[Body]:
    """One small update for each thing that changed, so that a refusal of one keeps none of the others."""
    response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
    if response is None or not response.ok or not isinstance(response.json, dict):
        raise Blocked("it cannot be read any more")
    changed = _attributes(driver, original, response.json)
    steps: list[Body] = [{"attributes": {name: value}} for name, value in changed.items()]
    memberships = _memberships(original, response.json)
    shown = _identifiers(identifiers, driver.listed(key)) if driver.facts.shows_identifiers else {}
    for member, values in (*memberships.items(), *shown.items()):
        steps += [{member: values[at : at + 10]} for at in range(0, len(values), 10)]
    return steps


def _send(driver: Bird, key: str, body: Body) -> None:
    driver.session.call(Call("updateContact", driver.params(key), body=body), judged=False)


def _attributes(driver: Bird, original: Body, current: Body) -> Body:
    was, now = (contact.get("attributes") or {} for contact in (original, current))
    return {
        name: was.get(name)
        for name in driver.facts.attributes
        if was.get(name) != now.get(name) and not (is_empty(was.get(name)) and is_empty(now.get(name)))
    }


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
    added = [{"key": i["key"], "value": i["value"]} for aspect, i in after.items() if aspect not in before]
    lost = [item for aspect, item in before.items() if aspect not in after]
    body |= {"removeIdentifiers": added} if added else {}
    return body | ({"addIdentifiers": lost} if lost else {})


def _by_aspect(items: list[Json]) -> dict[str, Json]:
    """Identifiers as a body adds them, with what else is said of them."""
    members = ("key", "value", "properties")
    return {identifier(i["key"], i["value"]): {n: i[n] for n in members if not is_empty(i.get(n))} for i in items}


def remove(driver: Bird, name: str, key: str) -> str:
    """Delete what the ledger names; why it may still be there, or nothing."""
    try:
        found = _found(driver, name) if key == UNDER_WAY else key
        return _delete(driver, found) if found else ""
    except (Blocked, NotAllowed) as trouble:
        return str(trouble)


def _delete(driver: Bird, key: str) -> str:
    if not (driver.target.allow_delete and driver.target.offers("deleteContact")):
        return "the target file does not allow to delete it"
    driver.session.own.add(key)
    answer = driver.session.call(Call("deleteContact", driver.params(key)), judged=False).response
    refused = not_deleted(answer)
    if not driver.can_read or _is_gone(driver, key):
        return "" if driver.can_read else refused
    driver.session.door.sleep(driver.target.read_after_write_seconds)
    return "" if _is_gone(driver, key) else f"{refused or 'it was deleted'}, and no read says that it is gone"


def _is_gone(driver: Bird, key: str) -> bool:
    response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
    return response is not None and response.status == NOT_FOUND


def _found(driver: Bird, name: str) -> str:
    """The contact that an unanswered call may have made; Blocked when nothing tells whether there is one."""
    key, parted, value = name.partition("=")
    if not parted or not driver.target.offers("searchContacts"):
        raise Blocked(
            "its creation was not answered; if it was made, that is in its display name or an identifier"
        )
    body = {"identifier": {"key": key, "value": value}}
    response = driver.session.call(Call("searchContacts", driver.params(), body=body), judged=False).response
    answer = response.json if response is not None and response.ok else None
    results = answer.get("results") if isinstance(answer, dict) else None
    if not isinstance(results, list):
        raise Blocked("the call that may have made it was not answered, and a search does not tell")
    first = results[0] if results and isinstance(results[0], dict) else {}
    found = str(first.get("id") or "")
    if any(contact.id == found for contact in driver.target.contacts):
        raise Blocked(f"contact {found} of the target file was found by it, and stays")
    if found and found not in driver.session.own and driver.ledger.mark not in json.dumps(first):
        raise Blocked(f"contact {found} was found by it, and does not show the run's mark")
    return found
