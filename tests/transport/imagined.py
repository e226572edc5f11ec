"""Targets without a network: what a test says is what the server answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import httpx

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Json
from contact_contracts.target.families import EverbridgeTarget
from contact_contracts.transport import Call, Door

SECRET = "s3cret-token-of-the-target"
CONTRACT = load_contract("everbridge")
READ = Call("getContact", {"organizationId": 12, "contactId": "5001"})
WRITE = Call("updateContact", {"organizationId": 12, "contactId": "5001"}, body={"firstName": "Ann"})
BATCH = Call("updateContactsBatch", {"organizationId": 12}, body=[])
CREATE = Call("createContact", {"organizationId": 12}, body={})
DELETE = Call("deleteContact", {"organizationId": 12, "contactId": "5001"})

Handler = Callable[[httpx.Request], httpx.Response]


def target(**settings: Json) -> EverbridgeTarget:
    """A target on which everything is allowed, unless a setting says otherwise."""
    table = {
        "base_url": "https://eb.example/rest",
        "auth": {"scheme": "bearer", "token_env": "TOKEN"},
        "organization_id": 12,
        "allow_writes": True,
        "allow_create": True,
        "allow_delete": True,
        **settings,
    }
    return EverbridgeTarget.model_validate(
        table, context={"environment": {"TOKEN": SECRET, "USER": "ann@b.example"}}
    )


def answering(*answers: httpx.Response | Exception) -> Handler:
    """A server that gives these answers in turn, the last one for ever."""
    left = list(answers)

    def handle(request: httpx.Request) -> httpx.Response:
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return handle


def door(handler: Handler, *, slept: list[float] | None = None, **settings: Json) -> Door:
    """A door to an imagined server; sleeping is only written down."""
    pauses = [] if slept is None else slept
    return Door(target(**settings), CONTRACT, sleep=pauses.append, transport=httpx.MockTransport(handler))


def statuses(*several: int, **headers: str) -> Iterable[httpx.Response]:
    """Answers with these statuses."""
    return [httpx.Response(status, headers=headers, json={}) for status in several]
