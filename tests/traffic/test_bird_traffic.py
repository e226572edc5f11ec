"""What a recording of Bird shows by itself: attributes and memberships, without a target file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.traffic.by_hand import breached, called
from tests.traffic.conversations import LISTS, WORKSPACE, Entry

ONE = "c0000000-0000-4000-8000-000000000001"
TIMES = {"createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:01Z"}


def said(method: str, second: int, attributes: dict[str, Any], sent: dict[str, Any] | None, **more: Any) -> Entry:
    contact = {"id": ONE, **TIMES, "attributes": {"displayName": "Ada", **attributes}, **more}
    return called(method, f"/workspaces/{WORKSPACE}/contacts/{ONE}", second, contact, sent)


def found(tmp_path: Path, *entries: Entry) -> list[str]:
    return breached("bird", tmp_path, *entries)


def written_twice(tmp_path: Path, values: tuple[Any, Any], after: dict[str, Any]) -> list[str]:
    """An attribute is given, and read; another is given, and read with what ``after`` says."""
    first, second = ({"jobTitle": value} for value in values)
    return found(
        tmp_path,
        said("GET", 1, {}, None),
        said("PATCH", 2, first, {"attributes": first}),
        said("GET", 3, first, None),
        said("PATCH", 4, after, {"attributes": second}),
        said("GET", 5, after, None),
    )


def test_an_attribute_that_was_written_and_shown_is_watched(tmp_path: Path) -> None:
    assert written_twice(tmp_path, ("Analyst", "Countess"), {"jobTitle": "Countess"}) == []
    assert written_twice(tmp_path, ("Analyst", "Countess"), {"jobTitle": "Lady"}) == ["bird.attributes.written"]


@pytest.mark.parametrize(
    "value", ["2026-01-01", "+1 202 555 0142", "ada@EXAMPLE.com", " outer", "https://a.example"]
)
def test_texts_that_a_server_may_write_in_another_way_are_not(tmp_path: Path, value: str) -> None:
    assert written_twice(tmp_path, ("Analyst", value), {"jobTitle": "another form"}) == []


def test_an_attribute_that_nobody_wrote_may_be_the_servers_own(tmp_path: Path) -> None:
    sent = {"attributes": {"displayName": "Ada"}}
    before, after = {"visits": 1}, {"visits": 2}
    calls = (said("GET", 1, before, None), said("PATCH", 2, after, sent), said("GET", 3, after, None))
    assert found(tmp_path, *calls) == []


def test_an_update_that_nobody_reads_after_is_judged_by_its_answer(tmp_path: Path) -> None:
    sent = {"removeFromLists": LISTS[:1]}
    there = said("GET", 1, {}, None, listIds=LISTS[:2])
    assert found(tmp_path, there, said("PATCH", 2, {}, sent, listIds=LISTS[1:2])) == []
    assert found(tmp_path, there, said("PATCH", 2, {}, sent, listIds=LISTS[:2])) == ["bird.lists.removed"]


def test_an_update_that_is_read_after_is_judged_by_the_read(tmp_path: Path) -> None:
    sent = {"removeFromLists": LISTS[:1]}
    there = said("GET", 1, {}, None, listIds=LISTS[:2])
    right, wrong = ({"listIds": lists} for lists in (LISTS[1:2], LISTS[:2]))
    misread = [there, said("PATCH", 2, {}, sent, **wrong), said("GET", 3, {}, None, **right)]
    assert found(tmp_path, *misread) == ["bird.answer.reads-back"]
    assert found(tmp_path, there, said("PATCH", 2, {}, sent, **wrong), said("GET", 3, {}, None, **wrong)) == [
        "bird.lists.removed"
    ]
