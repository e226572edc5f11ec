"""What the answers of the Bird API must say before a run can work with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contact_contracts.drivers import api
from contact_contracts.drivers.ledger import UNDER_WAY, is_refused
from contact_contracts.exchange import Exchange
from contact_contracts.transport import Blocked, Call

if TYPE_CHECKING:
    from contact_contracts.drivers.bird.driver import Bird


def refuse_non_api(exchange: Exchange) -> None:
    """Raise Blocked when an answer shows that no test can work here."""
    api.refuse_non_api(exchange, "workspace id")


def answered_id(exchange: Exchange) -> str:
    """The id of the contact in the answer to an accepted call; empty when there is none."""
    response = exchange.response
    body = response.json if response is not None and response.ok else None
    found = body.get("id") if isinstance(body, dict) else None
    return "" if found is None else str(found)


def noted(driver: Bird, name: str, call: Call) -> Exchange:
    """Send a creation, written down under a name for as long as it may have made something."""
    driver.ledger.note(name, UNDER_WAY)
    exchange = driver.session.call(call)
    if is_refused(exchange):
        driver.ledger.note(name, "")
    return exchange


def created_id(exchange: Exchange) -> str:
    """The id of the contact that an answer says was made; Blocked when it says nothing of the kind."""
    refuse_non_api(exchange)
    identifier = answered_id(exchange)
    if not identifier:
        status = exchange.response.status if exchange.response else "nothing"
        raise Blocked(
            f"createContact answered {status} and no id to a plain contact: check base_url and workspace_id"
        )
    return identifier
