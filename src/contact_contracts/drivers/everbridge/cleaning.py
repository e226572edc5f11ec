"""Removing what a run made, and looking whether it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contact_contracts.drivers.ledger import NOT_FOUND, UNDER_WAY, not_deleted
from contact_contracts.transport import Blocked, Call

if TYPE_CHECKING:
    from contact_contracts.drivers.everbridge.driver import Everbridge


def remove(driver: Everbridge, name: str, identifier: str) -> str:
    """Delete a contact that the ledger names; return why it may still be there, or nothing."""
    try:
        found = _look_for(driver, name) if identifier == UNDER_WAY else identifier
        return _delete(driver, found) if found else ""
    except Blocked as blocked:
        return str(blocked)


def _look_for(driver: Everbridge, name: str) -> str:
    """The id of a contact whose creation was never answered; empty when there is none."""
    if not driver.can_read:
        raise Blocked("its creation was not answered, and nothing tells whether it was made")
    call = Call("getContact", driver.params(name), (("idType", "externalId"),))
    response = driver.session.call(call, judged=False).response
    if response is None or not (response.ok or response.status == NOT_FOUND):
        raise Blocked("its creation was not answered, and no read tells whether it was made")
    body = response.json if response.ok else None
    result = body.get("result") if isinstance(body, dict) else None
    return str(result.get("id", "")) if isinstance(result, dict) else ""


def _delete(driver: Everbridge, identifier: str) -> str:
    target = driver.target
    if not (target.allow_delete and target.offers("deleteContact")):
        return "the target file does not allow to delete it"
    driver.session.own.add(identifier)
    answer = driver.session.call(Call("deleteContact", driver.params(identifier)), judged=False).response
    if not driver.can_read:
        return not_deleted(answer)
    if _is_gone(driver, identifier):
        return ""
    driver.session.door.sleep(target.read_after_write_seconds)
    return "" if _is_gone(driver, identifier) else "it can still be read after its deletion"


def _is_gone(driver: Everbridge, identifier: str) -> bool:
    response = driver.session.call(Call("getContact", driver.params(identifier)), judged=False).response
    return response is not None and response.status == 404
