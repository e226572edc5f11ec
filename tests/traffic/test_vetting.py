"""A refusal counts only where all that was sent had been taken, and could not be somebody else's."""

from __future__ import annotations

import json
from typing import Any

import pytest

from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.traffic.vetting import Vetted

ADDRESS = {"key": "emailaddress", "value": "ada@example.com"}
ADDS = {"addIdentifiers": [ADDRESS]}


def patched(
    contact: str, body: dict[str, Any], status: int = 200, answer: dict[str, Any] | None = None
) -> Exchange:
    request = Request(
        operation="updateContact",
        method="PATCH",
        url=f"https://api.example.com/workspaces/w/contacts/{contact}",
        path_params={"contactId": contact},
        query=(),
        headers={},
        body=json.dumps(body).encode(),
    )
    return Exchange(1, request, Response(status, {}, json.dumps(answer or {}).encode(), 1.0))


def test_what_the_same_contact_took_it_takes_again() -> None:
    assert Vetted.of([patched("a", ADDS)]).knows(patched("a", ADDS, 422))


@pytest.mark.parametrize("strategy", ["first_alias", "first"])
def test_identifiers_that_may_have_been_passed_over_were_not_taken(strategy: str) -> None:
    assert not Vetted.of([patched("a", ADDS | {"strategy": strategy})]).knows(patched("a", ADDS, 409))


def test_an_identifier_that_two_contacts_took_may_be_the_others_now() -> None:
    assert not Vetted.of([patched("a", ADDS), patched("b", ADDS)]).knows(patched("a", ADDS, 409))


def test_what_is_no_identity_may_be_taken_by_everybody() -> None:
    named = {"attributes": {"jobTitle": "Analyst"}}
    assert Vetted.of([patched("a", named), patched("b", named)]).knows(patched("a", named, 422))


@pytest.mark.parametrize(
    "answer",
    [
        {"operationStatus": "FAIL", "hasErrors": True},
        {"operationStatus": "OK", "hasErrors": True},
        {"Success": False},
        {"code": 200, "data": ["[1] no such number"]},
    ],
)
def test_what_a_body_calls_a_failure_was_not_taken(answer: dict[str, Any]) -> None:
    named = {"attributes": {"jobTitle": "Analyst"}}
    assert not Vetted.of([patched("a", named, answer=answer)]).knows(patched("a", named, 422))
