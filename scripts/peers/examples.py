"""Examples for Specmatic: requests by hand, for contacts that exist, and the status that answers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from scripts.peers.places import ORGANIZATION, PLACES, WORKSPACE


@dataclass(frozen=True)
class Example:
    """One request, and the status of its answer."""

    name: str
    method: str
    path: str
    status: int
    body: Any = None
    query: tuple[tuple[str, str], ...] = ()

    def to_dict(self, family: str, answer: Any) -> dict[str, Any]:
        """As Specmatic reads it, with the body of the right server's answer."""
        request: dict[str, Any] = {
            "method": self.method,
            "path": self.path,
            "headers": {"Authorization": PLACES[family].authorization},
        }
        if self.query:
            request["query"] = dict(self.query)
        if self.body is not None:
            request["body"] = self.body
            request["headers"]["Content-Type"] = "application/json"
        return {
            "name": self.name,
            "http-request": request,
            "http-response": {"status": self.status, "body": answer},
        }


_EVERBRIDGE: Final = f"/contacts/{ORGANIZATION}"
_LEAN: Final = {
    "firstName": "Ada",
    "lastName": "Byron",
    "externalId": "001",
    "recordTypeId": 1533823015714817,
    "paths": [{"pathId": 241901148045316, "value": "eng@example.com"}],
}
_BIRD: Final = f"/workspaces/{WORKSPACE}/contacts"
_ONE: Final = f"{_BIRD}/c0000000-0000-4000-8000-000000000001"
_CONGA: Final = "/api/data/v1/Contact/by-externalId/crm-0002"
_SFMC: Final = "/contacts/v1/contacts"
_PAIR: Final = [{"name": "First Name", "value": "Ada"}]
_SETS: Final = [{"name": "Email Demographics", "items": [{"values": _PAIR}]}]
_BY_ID: Final = (("idType", "id"),)

EXAMPLES: Final[dict[str, tuple[Example, ...]]] = {
    "everbridge": (
        Example("update", "PUT", f"{_EVERBRIDGE}/23456789012345671", 200, _LEAN, _BY_ID),
        Example("unknown contact", "PUT", f"{_EVERBRIDGE}/5", 404, {**_LEAN, "externalId": "5"}, _BY_ID),
        Example(
            "unknown record type", "PUT", f"{_EVERBRIDGE}/23456789012345671", 400, {**_LEAN, "recordTypeId": 5}
        ),
        Example("read", "GET", f"{_EVERBRIDGE}/23456789012345671", 200, None, _BY_ID),
        Example("groups", "GET", f"/groups/{ORGANIZATION}", 200),
        Example("delivery paths", "GET", f"/contactPaths/{ORGANIZATION}", 200),
        Example("record types", "GET", f"/recordTypes/{ORGANIZATION}", 200),
        Example("attributes", "GET", f"/contactAttributes/{ORGANIZATION}", 200),
    ),
    "bird": (  # no contact as an answer: it cannot read this contract's attributes of several types, and stops
        Example("unknown contact", "PATCH", f"{_BIRD}/c0000000-0000-4000-8000-00000000ffff", 404, {}),
        Example("no accounts", "PATCH", _ONE, 422, {"accountIds": []}),
    ),
    "conga": (
        Example("update", "PUT", _CONGA, 200, {"Title": "Engineer", "Phone": "555"}),
        Example("null", "PUT", _CONGA, 200, {"Title": None}),
        Example("unknown record", "PUT", "/api/data/v1/Contact/by-externalId/eng-9", 404, {"Title": "X"}),
        Example("unknown field", "PUT", _CONGA, 400, {"Nickname": "X"}),
        Example("read", "GET", _CONGA, 200),
    ),
    "sfmc": (
        Example("update", "PATCH", _SFMC, 200, {"contactKey": "acruz@example.com", "attributeSets": _SETS}),
        Example("no sets", "PATCH", _SFMC, 400, {"contactKey": "acruz@example.com"}),
    ),
}
