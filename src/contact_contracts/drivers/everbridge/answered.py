"""What answers say of the contact that was asked for, or made."""

from __future__ import annotations

from collections.abc import Hashable

from contact_contracts.drivers.everbridge.discovery import refuse_non_api
from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook.values import as_int
from contact_contracts.transport import Blocked


def created_id(exchange: Exchange) -> str:
    """The id of the contact that an answer says was made; Blocked when it says nothing of the kind."""
    refuse_non_api(exchange)
    identifier = _body(exchange).get("id")
    if identifier is None:
        status = exchange.response.status if exchange.response else "nothing"
        raise Blocked(
            f"createContact answered {status} and no id to a plain contact: check base_url and organization_id"
        )
    return str(identifier)


def shown_id(exchange: Exchange, external_id: str) -> str:
    """The id of the contact that a read by an external id shows; empty where it shows another one, or none."""
    found = _body(exchange).get("result")
    found = found if isinstance(found, dict) else {}
    return str(found.get("id") or "") if found.get("externalId") == external_id else ""


def shown_number(exchange: Exchange) -> Hashable:
    """The id of the contact that a read shows, as a number; None where it shows none."""
    found = _body(exchange).get("result")
    return as_int(found.get("id")) if isinstance(found, dict) else None


def _body(exchange: Exchange) -> dict[str, Json]:
    response = exchange.response
    body = response.json if response is not None and response.ok else None
    return body if isinstance(body, dict) else {}
