"""Whether an answer comes from an API that a run can work with."""

from __future__ import annotations

from contact_contracts.exchange import Exchange
from contact_contracts.transport import Blocked


def refuse_non_api(exchange: Exchange) -> None:
    """Raise Blocked when an answer shows that no test can work here."""
    response, request = exchange.response, exchange.request
    if response is None:
        raise Blocked(f"{request.operation}: {exchange.trouble}")
    if response.status in (401, 403):
        raise Blocked(
            f"{request.operation} answered HTTP {response.status}: check the credentials and the workspace id"
        )
    if response.status >= 500:
        raise Blocked(f"{request.operation} answered HTTP {response.status} to a plain first call")
    if response.body and "json" not in response.content_type and not isinstance(response.json, dict):
        kind = response.content_type or "no content type"
        raise Blocked(f"{request.operation} answered {kind} instead of JSON: check base_url")


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
        raise Blocked(f"createContact answered {status} and no id to a plain contact")
    return identifier
