"""Which calls are taken for calls to which API."""

from __future__ import annotations

from pathlib import Path

import pytest

from contact_contracts.target import Targets
from contact_contracts.traffic.har import read_har
from contact_contracts.traffic.matching import conversations
from tests.traffic.conversations import WORKSPACE, Entry, write_har


def called(url: str) -> Entry:
    content = {"size": 2, "mimeType": "application/json", "text": "{}"}
    answer = {"status": 200, "headers": [], "content": content}
    at = "2026-01-02T03:04:05.678Z"
    return {"startedDateTime": at, "time": 1, "request": {"method": "GET", "url": url}, "response": answer}


@pytest.mark.parametrize(
    ("url", "heard"),
    [
        ("https://gateway.example.com/v2/eb/contacts/892807736729062/5", 1),
        (f"https://gateway.example.com/workspaces/{WORKSPACE}/contacts/5", 0),
        (f"https://gateway.example.com/workspaces/{WORKSPACE}/contacts/5/identifiers", 0),
        ("https://gateway.example.com/workspaces/hr/contacts/892807736729062/5", 1),
    ],
)
def test_what_is_surely_another_api_is_not_the_one_that_was_asked_for(
    tmp_path: Path, url: str, heard: int
) -> None:
    entries = read_har(write_har(tmp_path / "t.har", [called(url)]))
    found = conversations(entries, ("everbridge",), Targets(), named=True)
    assert sum(len(each.calls) for each in found) == heard
