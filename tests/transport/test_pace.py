"""How fast calls go out, and how 429 and Retry-After are obeyed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from contact_contracts.transport import Blocked
from contact_contracts.transport.pace import LONGEST_WAIT, Pace, retry_after
from tests.transport.imagined import READ, answering, door, statuses


def test_calls_are_spaced_evenly() -> None:
    now = [10.0]
    slept: list[float] = []
    pace = Pace(4.0, clock=lambda: now[0], sleep=slept.append)
    for moment in (10.0, 10.0, 10.3, 20.0):
        now[0] = moment
        pace.wait()
    assert slept == pytest.approx([0.25, 0.2])


def test_without_a_limit_nobody_waits() -> None:
    pace = Pace(None, clock=lambda: 0.0, sleep=lambda _: pytest.fail("it waited"))
    for _ in range(3):
        pace.wait()


@pytest.mark.parametrize(("asked", "seconds"), [("3", 3.0), (" 0 ", 0.0), ("1.5", 1.5)])
def test_retry_after_may_be_a_number_of_seconds(asked: str, seconds: float) -> None:
    assert retry_after({"retry-after": asked}, 5) == seconds


def test_retry_after_may_be_a_date() -> None:
    later = datetime.now(UTC) + timedelta(seconds=50)
    assert 45 < retry_after({"retry-after": format_datetime(later, usegmt=True)}, 0) <= 50
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0) == 0


@pytest.mark.parametrize("zone", ["", " -0000"])
def test_a_date_without_a_zone_counts_as_utc(zone: str) -> None:
    assert retry_after({"retry-after": f"Wed, 21 Oct 2015 07:28:00{zone}"}, 0) == 0


@pytest.mark.parametrize("headers", [{}, {"retry-after": ""}, {"retry-after": "soon"}, {"retry-after": "-1"}])
def test_without_a_usable_retry_after_the_pauses_double(headers: dict[str, str]) -> None:
    assert [retry_after(headers, attempt) for attempt in range(4)] == [0.5, 1.0, 2.0, 4.0]


def test_429_is_waited_out_and_not_part_of_the_exchange() -> None:
    slept: list[float] = []
    answers = [httpx.Response(429, headers={"retry-after": "7"}), *statuses(429, 200)]
    with door(answering(*answers), slept=slept) as opened:
        exchange = opened.send(opened.request(READ))
    assert exchange.response is not None
    assert (exchange.response.status, slept, opened.requests) == (200, [7.0, 1.0], 3)


def test_503_with_retry_after_is_waited_out_and_without_it_is_an_answer() -> None:
    slept: list[float] = []
    answers = [httpx.Response(503, headers={"retry-after": "2"}), httpx.Response(503)]
    with door(answering(*answers), slept=slept) as opened:
        exchange = opened.send(opened.request(READ))
    assert exchange.response is not None
    assert (exchange.response.status, slept) == (503, [2.0])


@pytest.mark.parametrize("status", [429, 503])
def test_a_target_that_asks_to_wait_too_long_is_blocked_with_its_status(status: int) -> None:
    slept: list[float] = []
    handler = answering(*statuses(status, **{"retry-after": f"{LONGEST_WAIT + 1:.0f}"}))
    with door(handler, slept=slept) as opened, pytest.raises(Blocked, match=f"getContact with {status}"):
        opened.send(opened.request(READ))
    assert slept == []


def test_a_target_that_never_stops_saying_429_is_blocked() -> None:
    slept: list[float] = []
    with door(answering(*statuses(429)), slept=slept) as opened, pytest.raises(Blocked):
        opened.send(opened.request(READ))
    assert sum(slept) <= LONGEST_WAIT
