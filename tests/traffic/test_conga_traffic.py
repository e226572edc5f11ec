"""What a recording of Conga shows by an answer alone, where nobody reads the record afterwards."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from contact_contracts.results import Conduct
from contact_contracts.target import Targets
from contact_contracts.traffic import judge_traffic, read_traffic
from tests.traffic.conversations import Entry, write_har

RECORD = {"Id": "c0000000-0000-4000-8000-000000000001", "ExternalId": "ada", "FirstName": "Ada", "LastName": "L"}


def said(method: str, second: int, title: str, sent: dict[str, Any] | None = None) -> Entry:
    record = {**RECORD, "Title": title}
    text = json.dumps({"Success": True, "StatusCode": "OK", "Data": [record] if sent is None else record})
    query = "" if sent is None else "?IncludeRecordPayloadInResponse=true"
    request: dict[str, Any] = {
        "method": method,
        "url": f"https://api.example.com/api/data/v1/Contact/by-externalId/ada{query}",
    }
    if sent is not None:
        request["postData"] = {"mimeType": "application/json", "text": json.dumps(sent)}
    content = {"size": len(text), "mimeType": "application/json", "text": text}
    at = f"2026-01-01T00:01:{second:02d}Z"
    return {"startedDateTime": at, "time": 10, "request": request, "response": {"status": 200, "content": content}}


def found(tmp_path: Path, *entries: Entry) -> list[str]:
    traffic = read_traffic(write_har(tmp_path / "t.har", [*entries]), ("conga",), Targets(), named=True)
    conduct = Conduct(("conga",), Targets(), "recorded", 0, (), strict=True, report_dir=tmp_path)
    judge_traffic(traffic, conduct)
    tally = conduct.observed.tally("conga")
    return sorted({clause for seen in tally.breaches.values() for clause in seen.breach.clauses})


CHANGE = {"Title": "Countess"}


def test_a_record_in_the_last_answer_must_be_the_updated_one(tmp_path: Path) -> None:
    there = said("GET", 1, "Analyst")
    assert found(tmp_path, there, said("PUT", 2, "Countess", CHANGE)) == []
    assert found(tmp_path, there, said("PUT", 2, "Analyst", CHANGE)) == ["conga.payload.on-request"]


def test_where_a_read_follows_it_tells_whether_the_answer_or_the_record_is_wrong(tmp_path: Path) -> None:
    there, answered = said("GET", 1, "Analyst"), said("PUT", 2, "Analyst", CHANGE)
    assert found(tmp_path, there, answered, said("GET", 3, "Analyst")) == ["conga.fields.each-writable"]
    assert "conga.payload.on-request" in found(tmp_path, there, answered, said("GET", 3, "Countess"))
