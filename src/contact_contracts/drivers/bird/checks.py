"""What the answers of the Bird API must say before a run can work with it."""

from __future__ import annotations

from contact_contracts.drivers import api
from contact_contracts.exchange import Exchange
from contact_contracts.transport import Blocked


def refuse_non_api(exchange: Exchange) -> None:
    """Raise Blocked when an answer shows that no test can work here."""
    api.refuse_non_api(exchange, "workspace id")


def answered_id(exchange: Exchange) -> str:
    """The id of the contact in the answer to an accepted call; empty when there is none."""
    response = exchange.response
    body = response.json if response is not None and response.ok else None
    found = body.get("id") if isinstance(body, dict) else None
    return "" if found is None else str(found)


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
