"""A caller of the Bird family who checks every answer against the contract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import httpx

from contact_contracts.contract import load_contract
from contact_contracts.reference import create_app
from contact_contracts.reference.bird.seed import WORKSPACE_ID, account_id, list_id
from contact_contracts.reference.rules import FamilyRules

from .conftest import InProcess

CONTACTS = f"/workspaces/{WORKSPACE_ID}/contacts"
FULL = "c0000000-0000-4000-8000-000000000001"
"""A seeded contact with something of everything."""
NAMELESS = "c0000000-0000-4000-8000-000000000004"
"""A seeded contact without names, but with a phone number and an email address."""
VISITOR = "c0000000-0000-4000-8000-000000000003"
"""A seeded contact with a visitorid only."""
LISTS = [list_id(number) for number in range(1, 13)]
ACCOUNTS = [account_id(number) for number in range(1, 13)]

Body = dict[str, Any]


class Bird:
    """Calls the family's operations; an answer that the contract does not document fails the test."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.contract = load_contract("bird")

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        answer = self.client.request(method, path, **options)
        found = self.contract.match(method, path)
        assert found is not None, f"no operation for {method} {path}"
        if answer.status_code == 204:
            assert answer.content == b""
        else:
            assert found[0].validate_response(answer.status_code, answer.json()) == []
        return answer

    def create(self, **body: Any) -> Body:
        """Make a contact."""
        return body_of(self.call("POST", CONTACTS, json={"displayName": "D", **body}), 201)

    def read(self, contact_id: str, *attributes: str) -> Body:
        return body_of(self.call("GET", f"{CONTACTS}/{contact_id}", params={"attribute": [*attributes]}))

    def identifiers(self, contact_id: str) -> set[tuple[str, str]]:
        """Key and value of each identifier of a contact; each belongs to it and is there once."""
        rows = body_of(self.call("GET", f"{CONTACTS}/{contact_id}/identifiers"))["results"]
        assert {row["contactId"] for row in rows} <= {contact_id}
        pairs = {(row["key"], row["value"]) for row in rows}
        assert len(pairs) == len(rows)
        return pairs

    def patch(self, contact_id: str, body: Any) -> httpx.Response:
        return self.call("PATCH", f"{CONTACTS}/{contact_id}", json=body)

    def update(self, contact_id: str, **body: Any) -> Body:
        """Update a contact successfully; the answer and a read that follows agree."""
        answer = body_of(self.patch(contact_id, body))
        assert self.read(contact_id) == answer
        return answer

    def refused(self, contact_id: str, status: int = 422, **body: Any) -> str:
        """Send an update that must be refused and must change nothing; returns the message."""
        before = self.read(contact_id), self.identifiers(contact_id)
        message = message_of(self.patch(contact_id, body), status)
        assert (self.read(contact_id), self.identifiers(contact_id)) == before
        return message

    def patch_by(self, key: str, value: str, **body: Any) -> httpx.Response:
        return self.call(
            "PATCH", f"{CONTACTS}/identifiers/{quote(key, safe='')}/{quote(value, safe='')}", json=body
        )

    def search(self, key: str, value: str) -> list[str]:
        """The ids of the contacts that have an identifier."""
        answer = self.call("POST", f"{CONTACTS}/search", json={"identifier": identifier(key, value)})
        return [one["id"] for one in body_of(answer)["results"]]


def body_of(answer: httpx.Response, status: int = 200) -> Body:
    """The body of an answer that has to have this status."""
    assert answer.status_code == status, answer.text
    body: Body = answer.json()
    return body


def message_of(answer: httpx.Response, status: int) -> str:
    """The message of an error answer."""
    body = body_of(answer, status)
    assert isinstance(body["code"], str)
    return str(body["message"])


def identifier(key: str, value: str) -> Body:
    return {"key": key, "value": value}


def email(name: str) -> Body:
    return identifier("emailaddress", f"{name}@example.net")


def without_time(contact: Body) -> Body:
    """The contact without what every update may change."""
    return {name: value for name, value in contact.items() if name != "updatedAt"}


@contextmanager
def caller(rules: type[FamilyRules] | None = None) -> Iterator[Bird]:
    """A caller with good credentials at a fresh server that serves Bird at its root."""
    app = create_app(["bird"], rules={"bird": rules} if rules else None)
    headers = {"authorization": "AccessKey demo-token"}
    with httpx.Client(transport=InProcess(app), base_url="http://reference.test", headers=headers) as client:
        yield Bird(client)
