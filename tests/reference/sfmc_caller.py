"""A caller of the Marketing Cloud family who checks every answer against the contract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from contact_contracts.contract import load_contract
from contact_contracts.reference import Credentials, create_app
from contact_contracts.reference.rules import FamilyRules
from contact_contracts.reference.sfmc.seed import SETS

from .conftest import InProcess

CONTACTS = "/contacts/v1/contacts"
SEARCH = "/contacts/v1/attributes/search"
DELETE = f"{CONTACTS}/actions/delete"
TOKEN = "/v2/token"
KEY, ID = "acruz@example.com", 12345678
OTHER_KEY, OTHER_ID = "jörg.weiß@example.org", 4294967299
ATTRIBUTES = [f"{name}.{one['name']}" for name, attributes in SETS.items() for one in attributes]

Body = dict[str, Any]
Read = list[dict[str, Any]]
"""A contact as it reads: for each item, the values by the keys that were asked for."""


class Sfmc:
    """Calls the family's operations; an answer that the contract does not document fails the test."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.contract = load_contract("sfmc")

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        answer = self.client.request(method, path, **options)
        found = self.contract.match(method, path)
        assert found is not None, f"no operation for {method} {path}"
        assert found[0].validate_response(answer.status_code, answer.json()) == []
        return answer

    def patch(self, body: Any, **options: Any) -> httpx.Response:
        return self.call("PATCH", CONTACTS, json=body, **options)

    def update(self, *sets: Body, **address: Any) -> Body:
        """Update a contact successfully; returns the answer."""
        answer = self.patch({**(address or {"contactKey": KEY}), "attributeSets": [*sets]})
        return succeeded(answer)

    def create(self, key: str, *sets: Body, **members: Any) -> Body:
        """Make a contact successfully; returns the answer."""
        body = {"contactKey": key, "attributeSets": [*sets] or [names()], **members}
        return succeeded(self.call("POST", CONTACTS, json=body))

    def search(self, wanted: list[str], **condition_set: Any) -> httpx.Response:
        attributes = [{"key": one} for one in wanted]
        body = {"request": {"attributes": attributes}, "conditionSet": condition_set}
        return self.call("POST", SEARCH, json=body)

    def read(self, key: str = KEY, *wanted: str) -> Read:
        """The items of the contact with a key; no items when there is none."""
        answer = self.search([*wanted] or ATTRIBUTES, conditions=[equals("Contact.Contact Key", key)])
        assert answer.status_code == 200, answer.text
        items = answer.json()["items"]
        return [{one["name"]: one["value"] for one in item["values"]} for item in items]

    def value(self, attribute: str, key: str = KEY) -> Any:
        """One attribute of a contact that has a single row in its set."""
        ((value,),) = [tuple(item.values()) for item in self.read(key, attribute)]
        return value

    def rows(self, of_set: str, key: str = KEY) -> list[tuple[Any, ...]]:
        """The rows of one set, values in the order of its attributes."""
        wanted = [f"{of_set}.{one['name']}" for one in SETS[of_set]]
        return [tuple(item[name] for name in wanted) for item in self.read(key, *wanted)]

    def everything(self) -> tuple[Read, Read]:
        """Two contacts as they read."""
        return self.read(KEY), self.read(OTHER_KEY)

    def refused(self, body: Any, errorcode: int) -> None:
        """Send an update that must be refused with 400 and must change nothing."""
        before = self.everything()
        answer = self.patch(body)
        assert (answer.status_code, answer.json()["errorcode"]) == (400, errorcode), answer.text
        assert answer.json()["message"]
        assert self.everything() == before

    def failed(self, body: Any) -> Body:
        """Send an update that must be answered with FAIL and must change nothing; returns the answer."""
        before = self.everything()
        answer = self.patch(body)
        assert self.everything() == before
        return failure_of(answer)


def succeeded(answer: httpx.Response) -> Body:
    """The result of a call that must have succeeded."""
    assert answer.status_code == 200, answer.text
    result: Body = answer.json()
    assert result["operationStatus"] == "OK", answer.text
    return result


def failure_of(answer: httpx.Response) -> Body:
    """The result of a call that must have failed, reported with HTTP status 200."""
    assert answer.status_code == 200, answer.text
    result: Body = answer.json()
    assert (result["operationStatus"], result["hasErrors"]) == ("FAIL", True)
    assert [message["message"] for message in result["resultMessages"]]
    return result


def a_set(name: str, *items: dict[str, Any]) -> Body:
    """An attribute set with a row for each dict of values."""
    rows = [{"values": [{"name": one, "value": value} for one, value in item.items()]} for item in items]
    return {"name": name, "items": rows}


def names(first: str = "Ada", **others: Any) -> Body:
    """The set that most tests write to."""
    return a_set("Email Demographics", {"First Name": first, **others})


def equals(attribute: str, *values: Any) -> Body:
    """A condition of a search."""
    return {"attribute": {"key": attribute}, "operator": "Equals", "value": {"items": [*values]}}


@contextmanager
def caller(
    rules: type[FamilyRules] | None = None, credentials: Credentials | None = None, url: str | None = None
) -> Iterator[Sfmc]:
    """A caller with good credentials at a fresh server that serves this family at its root."""
    app = create_app(["sfmc"], rules={"sfmc": rules} if rules else None, credentials=credentials, database_url=url)
    headers = {"authorization": "Bearer demo-token"}
    with httpx.Client(transport=InProcess(app), base_url="http://reference.test", headers=headers) as client:
        yield Sfmc(client)
