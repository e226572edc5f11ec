"""Giving contacts that the target file names back as they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from contact_contracts.exchange import Json
from contact_contracts.rulebook.everbridge.state import flatten
from contact_contracts.rulebook.prediction import State
from contact_contracts.transport import Blocked, Call, NotAllowed

if TYPE_CHECKING:
    from contact_contracts.drivers.everbridge.driver import Everbridge

Originals = Mapping[str, dict[str, Json]]


def restore(driver: Everbridge, originals: Originals) -> list[tuple[str, str]]:
    """Write contacts as they were first read, and read them; what is still different, with reasons.

    They are emptied first: a path that stays keeps its quiet times, and one may have the external id of another.
    """
    left = []
    try:
        for key in originals:
            _put(driver, key, driver.base(key, externalId=driver.fresh_external_id()))
    except (Blocked, NotAllowed) as trouble:
        return [(f"contact {key}", str(trouble)) for key in originals]
    for key, original in originals.items():
        try:
            reason = _restored(driver, key, original)
        except (Blocked, NotAllowed) as trouble:
            reason = str(trouble)
        if reason:
            left.append((f"contact {key}", reason))
    return left


def _restored(driver: Everbridge, key: str, original: dict[str, Json]) -> str:
    status = _put(driver, key, original)
    if status >= 300:
        return f"HTTP {status} on restoring"
    before = flatten(original, driver.facts)
    _leave_groups(driver, key, before)
    now = _read(driver, key)
    different = sorted(name for name in {**before, **now} if before.get(name) != now.get(name))
    return f"it reads otherwise than before: {', '.join(different)}" if different else ""


def _put(driver: Everbridge, key: str, body: dict[str, Json]) -> int:
    response = driver.session.call(Call("updateContact", driver.params(key), body=body), judged=False).response
    return response.status if response else 0


def _read(driver: Everbridge, key: str) -> State:
    driver.session.door.sleep(driver.target.read_after_write_seconds)
    response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
    body = response.json if response else None
    return flatten(body.get("result") if isinstance(body, dict) else None, driver.facts)


def _leave_groups(driver: Everbridge, key: str, before: State) -> None:
    """Leave the groups that the contact was not in; no update does."""
    if not driver.target.offers("removeContactsFromGroup"):
        return
    for name in _read(driver, key):
        if name.startswith("group[") and name not in before:
            query = (("byType", "id"), ("groupId", name[6:-1]), ("idType", "id"))
            call = Call("removeContactsFromGroup", driver.params(), query, [int(key)])
            driver.session.call(call, judged=False)
