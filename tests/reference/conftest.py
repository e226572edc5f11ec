"""A reference server in this process, and a caller who checks every answer against the contract."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from contact_contracts.contract import load_contract
from contact_contracts.reference import create_app
from contact_contracts.reference.everbridge.seed import ORGANIZATION_ID

ORGANIZATION = ORGANIZATION_ID
EMPLOYEE, CONTRACTOR = 1533823015714817, 1533823015714818
PHONE, EMAIL, SMS = 241901148045319, 241901148045316, 241901148045321
ATTR1, JOB_TITLE = 1509768514502692, 1509768514502693

Body = dict[str, Any]


class InProcess(httpx.BaseTransport):
    """Hands requests to an application without a network."""

    def __init__(self, app: ASGIApp) -> None:
        self._transport = httpx.ASGITransport(app, raise_app_exceptions=True)
        self._runner = asyncio.Runner()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer, body = self._runner.run(self._exchange(request))
        return httpx.Response(answer.status_code, headers=answer.headers, content=body, request=request)

    async def _exchange(self, request: httpx.Request) -> tuple[httpx.Response, bytes]:
        answer = await self._transport.handle_async_request(request)
        return answer, await answer.aread()

    def close(self) -> None:
        self._runner.close()


def caller(app: ASGIApp) -> httpx.Client:
    """A client with good credentials."""
    headers = {"authorization": "Bearer demo-token"}
    return httpx.Client(transport=InProcess(app), base_url="http://reference.test", headers=headers)


class Everbridge:
    """Calls the family's operations; an answer that the contract does not document fails the test."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.contract = load_contract("everbridge")

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        answer = self.client.request(method, path, **options)
        found = self.contract.match(method, path)
        assert found is not None, f"no operation for {method} {path}"
        assert found[0].validate_response(answer.status_code, answer.json()) == []
        return answer

    def contact_call(
        self, method: str, contact_id: Any, query: Mapping[str, str] | None = None, **options: Any
    ) -> httpx.Response:
        return self.call(method, f"/contacts/{ORGANIZATION}/{contact_id}", params=query or {}, **options)

    def create(self, **fields: Any) -> int:
        answer = self.call("POST", f"/contacts/{ORGANIZATION}", json=contact(**fields))
        assert answer.status_code == 200, answer.text
        return int(answer.json()["id"])

    def read(self, contact_id: Any, **query: str) -> Body:
        answer = self.contact_call("GET", contact_id, query)
        assert answer.status_code == 200, answer.text
        result: Body = answer.json()["result"]
        return result

    def put(self, contact_id: Any, body: Any, **query: str) -> httpx.Response:
        return self.contact_call("PUT", contact_id, query, json=body)

    def replace(self, contact_id: Any, **fields: Any) -> Body:
        """Replace a contact successfully; returns how it reads then."""
        answer = self.put(contact_id, contact(**fields))
        assert answer.status_code == 200, answer.text
        return self.read(contact_id)

    def batch(self, rows: Any, **query: str) -> httpx.Response:
        return self.call("PUT", f"/contacts/{ORGANIZATION}/batch", json=rows, params=query)

    def patch(self, contact_id: Any, *operations: Any) -> httpx.Response:
        headers = {"content-type": "application/json-patch+json"}
        return self.contact_call("PATCH", contact_id, json=[*operations], headers=headers)

    def refused(self, contact_id: Any, body: Any, status: int = 400, **query: str) -> str:
        """Send an update that must be refused and must change nothing; returns the message."""
        before = self.read(contact_id)
        answer = self.put(contact_id, body, **query)
        assert answer.status_code == status, answer.text
        assert answer.json()["status"] == status
        assert self.read(contact_id) == before
        return str(answer.json()["message"])


def contact(**fields: Any) -> Body:
    """A body with everything that must be sent; `externalId` should be given where contacts meet."""
    return {"firstName": "F", "lastName": "L", "externalId": "x-1", "recordTypeId": EMPLOYEE, **fields}


def frame(**members: Any) -> Body:
    """A quiet time."""
    return {"name": "n", "days": [2], "fromHour": 22, "fromMin": 0, "toHour": 6, "toMin": 30, **members}


def without(body: Body, *names: str) -> Body:
    """The body without some members."""
    return {name: value for name, value in body.items() if name not in names}


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    """A caller with good credentials at a fresh server that serves Everbridge at its root."""
    with caller(create_app(["everbridge"])) as client:
        yield client


@pytest.fixture
def everbridge(client: httpx.Client) -> Everbridge:
    return Everbridge(client)
