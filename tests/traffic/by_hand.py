"""Recordings written by hand: calls that were answered 200, and the clauses that they break."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from contact_contracts.results import Conduct
from contact_contracts.target import Targets
from contact_contracts.traffic import judge_traffic, read_traffic
from tests.traffic.conversations import Entry, write_har


def called(method: str, path: str, second: int, answer: dict[str, Any], sent: dict[str, Any] | None) -> Entry:
    """A call at a second of the recording, with JSON in both directions; nothing sent where ``sent`` is None."""
    text = json.dumps(answer)
    request: dict[str, Any] = {"method": method, "url": f"https://api.example.com{path}"}
    if sent is not None:
        request["postData"] = {"mimeType": "application/json", "text": json.dumps(sent)}
    content = {"size": len(text), "mimeType": "application/json", "text": text}
    at = f"2026-01-01T00:01:{second:02d}Z"
    return {"startedDateTime": at, "time": 10, "request": request, "response": {"status": 200, "content": content}}


def breached(family: str, folder: Path, *entries: Entry) -> list[str]:
    """The clauses that a recording of these calls breaks."""
    traffic = read_traffic(write_har(folder / "t.har", [*entries]), (family,), Targets(), named=True)
    conduct = Conduct((family,), Targets(), "recorded", 0, (), strict=True, report_dir=folder)
    judge_traffic(traffic, conduct)
    tally = conduct.observed.tally(family)
    return sorted({clause for seen in tally.breaches.values() for clause in seen.breach.clauses})
