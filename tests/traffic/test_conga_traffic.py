"""What a recording of Conga shows by an answer alone, where nobody reads the record afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.traffic.by_hand import breached, called
from tests.traffic.conversations import Entry

RECORD = {"Id": "c0000000-0000-4000-8000-000000000001", "ExternalId": "ada", "FirstName": "Ada", "LastName": "L"}


def said(method: str, second: int, title: str, sent: dict[str, Any] | None = None) -> Entry:
    record = {**RECORD, "Title": title}
    answer = {"Success": True, "StatusCode": "OK", "Data": [record] if sent is None else record}
    query = "" if sent is None else "?IncludeRecordPayloadInResponse=true"
    return called(method, f"/api/data/v1/Contact/by-externalId/ada{query}", second, answer, sent)


def found(tmp_path: Path, *entries: Entry) -> list[str]:
    return breached("conga", tmp_path, *entries)


CHANGE = {"Title": "Countess"}


def test_a_record_in_the_last_answer_must_be_the_updated_one(tmp_path: Path) -> None:
    there = said("GET", 1, "Analyst")
    assert found(tmp_path, there, said("PUT", 2, "Countess", CHANGE)) == []
    assert found(tmp_path, there, said("PUT", 2, "Analyst", CHANGE)) == ["conga.payload.on-request"]


def test_where_a_read_follows_it_tells_whether_the_answer_or_the_record_is_wrong(tmp_path: Path) -> None:
    there, answered = said("GET", 1, "Analyst"), said("PUT", 2, "Analyst", CHANGE)
    assert found(tmp_path, there, answered, said("GET", 3, "Analyst")) == ["conga.fields.each-writable"]
    assert "conga.payload.on-request" in found(tmp_path, there, answered, said("GET", 3, "Countess"))


HARBOUR, NORTHWIND = {"Id": "a1", "Name": "Harbour Works"}, {"Id": "a2", "Name": "Northwind"}


def pointing(method: str, second: int, account: dict[str, str], sent: dict[str, Any] | None = None) -> Entry:
    data = [{**RECORD, "Title": "Analyst", "Account": account}] if sent is None else None
    answer = {"Success": True, "StatusCode": "OK", **({} if data is None else {"Data": data})}
    return called(method, "/api/data/v1/Contact/by-externalId/ada", second, answer, sent)


@pytest.mark.parametrize(("shown", "broken"), [(NORTHWIND, []), (HARBOUR, ["conga.fields.lookup"])])
def test_an_account_that_some_record_points_to_exists(
    tmp_path: Path, shown: dict[str, str], broken: list[str]
) -> None:
    before = [pointing("GET", 1, NORTHWIND), pointing("PUT", 2, HARBOUR, {"Account": HARBOUR})]
    before += [
        pointing("GET", 3, HARBOUR),
        pointing("PUT", 4, NORTHWIND, {"Account": NORTHWIND, "Title": "Analyst"}),
    ]
    assert found(tmp_path, *before, pointing("GET", 5, shown)) == broken
