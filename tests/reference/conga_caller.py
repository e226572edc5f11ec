"""A caller of the Conga family who checks every answer against the contract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import httpx
from starlette.testclient import TestClient

from contact_contracts.contract import load_contract
from contact_contracts.reference import create_app
from contact_contracts.reference.rules import FamilyRules

CONTACTS = "/api/data/v1/Contact"
SEEDED = "2614d72c-edfc-4dc5-b72f-45104fe5ef43"
OTHER = "crm-0002"
HARBOUR = {"Id": "5f0b6c1e-8a34-4d2b-9c57-1e6f4a3b7d01", "Name": "Harbour Works"}
CREME = {"Id": "5f0b6c1e-8a34-4d2b-9c57-1e6f4a3b7d02", "Name": "Crème & Söhne"}
ZOE = {"Id": "c2d9e7a4-3b15-4f68-8e20-7a9d5c4b6f12", "Name": "Zoë Lindqvist"}
SYSTEM = {"ModifiedBy", "ModifiedDate", "ETag"}
"""Members that every update may change."""

Body = dict[str, Any]


class Conga:
    """Calls the family's operations; an answer that the contract does not document fails the test."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.contract = load_contract("conga")

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        answer = self.client.request(method, path, **options)
        found = self.contract.match(method, path)
        assert found is not None, f"no operation for {method} {path}"
        assert found[0].validate_response(answer.status_code, answer.json()) == []
        return answer

    def create(self, **fields: Any) -> str:
        """Make a record; returns its Id."""
        answer = self.call("POST", CONTACTS, json=fields)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["Data"])

    def read(self, external_id: str = SEEDED) -> Body:
        answer = self.call("GET", at(external_id))
        assert answer.status_code == 200, answer.text
        (record,) = answer.json()["Data"]
        assert isinstance(record, dict)
        return record

    def put(self, body: Any, external_id: str = SEEDED, **query: str) -> httpx.Response:
        return self.call("PUT", at(external_id), json=body, params=query)

    def update(self, body: Any, external_id: str = SEEDED, **query: str) -> Body:
        """Update a record successfully; returns how it reads then."""
        answer = self.put(body, external_id, **query)
        assert answer.status_code == 200, answer.text
        return self.read(external_id)

    def refused(self, body: Any, status: int = 400, **query: str) -> str:
        """Send an update that must be refused and must change nothing; returns the message."""
        before = self.read()
        answer = self.put(body, **query)
        assert self.read() == before
        return message_of(answer, status)


def message_of(answer: httpx.Response, status: int) -> str:
    """The message of an error answer."""
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body["Success"] is False
    assert "Data" not in body
    return str(body["Errors"][0]["Message"])


def at(external_id: str) -> str:
    """The path of the record with an external id."""
    return f"{CONTACTS}/by-externalId/{quote(external_id, safe='')}"


def fields_of(record: Body) -> Body:
    """The record without what every update may change."""
    return {name: value for name, value in record.items() if name not in SYSTEM}


@contextmanager
def caller(rules: type[FamilyRules] | None = None) -> Iterator[Conga]:
    """A caller with good credentials at a fresh server that serves Conga at its root."""
    app = create_app(["conga"], rules={"conga": rules} if rules else None)
    with TestClient(app, headers={"authorization": "Bearer demo-token"}) as client:
        yield Conga(client)
