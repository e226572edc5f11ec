"""Whether an answer comes from an API that a run can work with."""

from __future__ import annotations

from contact_contracts.exchange import Exchange, Response
from contact_contracts.transport import Blocked


def refuse_non_api(exchange: Exchange, scope: str) -> None:
    """Raise Blocked when an answer shows that no test can work here; ``scope`` is what else to check."""
    response, request = exchange.response, exchange.request
    if response is None:
        raise Blocked(f"{request.operation}: {exchange.trouble}")
    if response.status in (401, 403):
        raise Blocked(
            f"{request.operation} answered HTTP {response.status}: check the credentials and the {scope}"
        )
    if response.status >= 500:
        raise Blocked(f"{request.operation} answered HTTP {response.status} to a plain first call")
    if response.body and "json" not in response.content_type and not isinstance(response.json, dict):
        kind = response.content_type or "no content type"
        raise Blocked(f"{request.operation} answered {kind} instead of JSON: check base_url")


def is_web_page(response: Response) -> bool:
    """Whether an answer is a page for people, such as a login form, whatever its status."""
    if not response.body or isinstance(response.json, dict | list):
        return False
    return "html" in response.content_type or response.body.lstrip()[:1] == b"<"
