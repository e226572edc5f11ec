"""A small workspace for the Bird examples: exchanges, what was known before them, and what the judge says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Credential, Exchange, Json, Request, Response
from contact_contracts.judge.hearing import hear
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.bird import BirdRulebook, Facts
from contact_contracts.rulebook.world import EMPTY_WORLD, World

WORKSPACE = "a1b2c3d4-0000-4000-8000-000000000001"
LISTS = tuple(f"11570000-0000-4000-8000-0000000000{number:02d}" for number in range(1, 13))
ADA, BOB = "c0000000-0000-4000-8000-00000000000a", "c0000000-0000-4000-8000-00000000000b"
MAIL = ("emailaddress", "ada@example.com")
BOBS = ("emailaddress", "bob@example.com")
CREATED = "2025-03-01T10:00:00.000Z"

Pair = tuple[str, str]


def facts() -> Facts:
    """A workspace that shows contacts and identifiers."""
    return Facts(
        workspace_id=WORKSPACE,
        lists=frozenset(LISTS),
        attributes=frozenset({"displayName", "firstName", "age", "languages", "member"}),
        read_only=frozenset({"score"}),
        companies=frozenset({"ACME"}),
        reads=True,
        shows_identifiers=True,
    )


def contact(key: str = ADA, **more: Json) -> dict[str, Json]:
    """A contact as an answer shows it."""
    shown: dict[str, Json] = {
        "id": key,
        "createdAt": CREATED,
        "updatedAt": "2025-03-01T10:00:01.000Z",
        "computedDisplayName": "Ada",
        "attributes": {"displayName": "Ada"},
        "identifierCount": 1,
        "isAnonymous": False,
    }
    return shown | more


def add(*pairs: Pair) -> dict[str, Json]:
    """A body that adds identifiers."""
    return {"addIdentifiers": [{"key": key, "value": value} for key, value in pairs]}


@dataclass
class Scene:
    """Exchanges before the judge, one after the other."""

    tally: Tally = field(default_factory=Tally)
    world: World = EMPTY_WORLD
    number: int = 0

    def hear(self, request: Request, status: int, body: Json) -> None:
        """One exchange."""
        self.number += 1
        content = b"" if body is None else json.dumps(body).encode()
        response = Response(status, {"content-type": "application/json"}, content)
        exchange = Exchange(self.number, request, response)
        contract = load_contract("bird")
        hearing = hear(BirdRulebook(contract, facts()), contract, self.world, exchange)
        self.world = hearing.world
        self.tally.add(hearing)

    def read(self, shown: dict[str, Json] | None, *identifiers: Pair, key: str = ADA) -> None:
        """A contact and its identifiers are read; None: they are not there."""
        status = 200 if shown is not None else 404
        error = {"code": "NotFound", "message": "no such contact"}
        results = [{"key": name, "value": value, "contactId": key} for name, value in identifiers]
        self.hear(request_for("getContact", key), status, shown or error)
        self.hear(request_for("listContactIdentifiers", key), status, {"results": results} if shown else error)

    def patch(
        self,
        body: Json,
        answer: Json,
        status: int = 200,
        *,
        key: str = ADA,
        ask: tuple[str, ...] = (),
        credential: Credential = "default",
        workspace: str = WORKSPACE,
    ) -> None:
        """A contact is updated by id."""
        request = request_for("updateContact", key, body, ask=ask, credential=credential, workspace=workspace)
        self.hear(request, status, answer)

    def patch_by(self, pair: Pair, body: Json, answer: Json, status: int = 200) -> None:
        """A contact is updated by identifier."""
        params = {"workspaceId": WORKSPACE, "identifierKey": pair[0], "identifierValue": pair[1]}
        url = f"https://bird.test/workspaces/{WORKSPACE}/contacts/identifiers/{pair[0]}/{quote(pair[1], safe='')}"
        content = json.dumps(body).encode()
        self.hear(Request("updateContactByIdentifier", "PATCH", url, params, body=content), status, answer)

    def broken(self) -> set[str]:
        """The clauses that the exchanges broke, without the family's name."""
        found = {clause for seen in self.tally.breaches.values() for clause in seen.breach.clauses}
        return {clause.removeprefix("bird.") for clause in found}

    def held(self) -> set[str]:
        """The clauses of which something was observed to hold."""
        return {clause.removeprefix("bird.") for clause in self.tally.held}

    def readings(self, rule: str) -> list[str]:
        """The readings seen of an open clause."""
        return list(self.tally.readings.get(f"bird.{rule}", {}))


def request_for(
    operation: str,
    key: str,
    body: Json = None,
    *,
    ask: tuple[str, ...] = (),
    credential: Credential = "default",
    workspace: str = WORKSPACE,
) -> Request:
    """A call about a contact."""
    query = tuple(("attribute", name) for name in ask)
    method = {"updateContact": "PATCH", "deleteContact": "DELETE"}.get(operation, "GET")
    ending = "/identifiers" if operation == "listContactIdentifiers" else ""
    url = f"https://bird.test/workspaces/{workspace}/contacts/{key}{ending}?{urlencode(query)}"
    params = {"workspaceId": workspace, "contactId": key}
    content = None if body is None else json.dumps(body).encode()
    return Request(operation, method, url, params, query, body=content, credential=credential)


def scene(**more: Json) -> Scene:
    """Ada is known, with one email address; Bob is known, with another."""
    begun = Scene()
    begun.read(contact(**more), MAIL)
    begun.read(contact(BOB, computedDisplayName="Bob", attributes={"displayName": "Bob"}), BOBS, key=BOB)
    assert not begun.broken()
    return begun
