"""What is said of a contact once its deletion and a read of it were answered."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from contact_contracts.drivers.conga.cleaning import Cleaner
from contact_contracts.drivers.conga.contacts import Eyes
from contact_contracts.drivers.ledger import UNDER_WAY, Ledger
from contact_contracts.exchange import Response


def answer(status: int, body: bytes = b"{}") -> Any:
    """An exchange with an answer."""
    return SimpleNamespace(response=Response(status, {"content-type": "application/json"}, body))


def left(deletion: int, read: int | None, identifier: str = "003") -> list[tuple[str, str]]:
    """What is left over where these statuses come back; no read: the target cannot read."""

    def call(call: Any, judged: bool) -> Any:
        return answer(deletion if call.operation.startswith("delete") else read or 500)

    target: Any = SimpleNamespace(
        allow_delete=True, offers=lambda name: read is not None or not name.startswith("get")
    )
    session: Any = SimpleNamespace(own=set(), call=call, believe=lambda *_: None)
    ledger = Ledger("cc-1")
    ledger.note("cc-1-0001", identifier)
    return Cleaner(session, target, Eyes(session, target), ledger).clean()


@pytest.mark.parametrize(("deletion", "read"), [(200, 404), (500, 404), (200, None), (404, None)])
def test_what_is_shown_to_be_gone_is_not_left_over(deletion: int, read: int | None) -> None:
    assert left(deletion, read) == []


@pytest.mark.parametrize(
    ("deletion", "read"), [(200, 401), (200, 403), (200, 500), (401, 401), (500, None), (401, None)]
)
def test_what_nothing_shows_to_be_gone_is_left_over(deletion: int, read: int | None) -> None:
    assert left(deletion, read)


@pytest.mark.parametrize("read", [401, 500, None])
def test_what_may_have_been_made_and_cannot_be_looked_up_is_left_over(read: int | None) -> None:
    assert left(200, read, UNDER_WAY)
