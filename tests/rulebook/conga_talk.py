"""A conversation with a Conga server before the judge."""

from __future__ import annotations

import json
from typing import Any

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Credential, Exchange, Request, Response
from contact_contracts.judge.blame import settled_breaches
from contact_contracts.judge.hearing import hear
from contact_contracts.judge.tally import Tally
from contact_contracts.rulebook.conga import CongaRulebook, Facts
from contact_contracts.rulebook.world import EMPTY_WORLD

ACCOUNTS = {"acc-1": "Harbour", "acc-2": "Söhne"}
BASE = {"Id": "id-1", "ExternalId": "x-1", "FirstName": "Ada", "Title": "Dr", "IsEmailBounced": True}
ERROR = {"Success": False, "Errors": [{"Message": "no"}]}
GENERAL = "error.refused-changes-nothing"
"""Broken besides, by any refused call that changes something."""
DONE = {"Success": True, "StatusCode": "OK"}


class Conversation:
    """Calls with their answers, heard one after the other."""

    def __init__(self) -> None:
        self.contract = load_contract("conga")
        self.rulebook = CongaRulebook(self.contract, Facts({"Account": ACCOUNTS, "Owner": {}}))
        self.world = EMPTY_WORLD
        self.tally = Tally()
        self.count = 0

    def hear(self, request: Request, status: int, answer: Any) -> None:
        self.count += 1
        body = json.dumps(answer).encode()
        response = Response(status, {"content-type": "application/json"}, body)
        hearing = hear(self.rulebook, self.contract, self.world, Exchange(self.count, request, response))
        self.world = hearing.world
        self.tally.add(hearing)

    def put(
        self,
        body: Any,
        status: int = 200,
        answer: Any = DONE,
        *,
        key: str = "x-1",
        flag: str = "",
        by: Credential = "default",
    ) -> None:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        query = (("IncludeRecordPayloadInResponse", flag),) if flag else ()
        params = {"externalId": key}
        self.hear(
            Request("updateContactByExternalId", "PUT", "", params, query, body=raw, credential=by), status, answer
        )

    def read(self, key: str = "x-1", **changes: Any) -> None:
        record = {name: value for name, value in {**BASE, "ExternalId": key, **changes}.items() if value != ""}
        self.hear(self._get(key), 200, {"Success": True, "Data": [record]})

    def not_found(self, key: str) -> None:
        self.hear(self._get(key), 404, ERROR)

    def _get(self, key: str) -> Request:
        return Request("getContactByExternalId", "GET", "", {"externalId": key})

    @property
    def broken(self) -> set[str]:
        found = settled_breaches(self.tally, self.contract)
        return {clause.removeprefix("conga.") for seen in found for clause in seen.breach.clauses}
