"""A small run with every verdict in it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.judge.verdicts import ClauseVerdict, Finding, Level, Verdict
from contact_contracts.record import Footer, Header, Leftover, RecordWriter, Run, Trouble, read_record
from contact_contracts.reports import Report, build_report

BROKEN = "everbridge.addressing.body-id-ignored"
HOSTILE = "<script>alert('x')</script> | `code` \x1b[31m"

PUT = Exchange(
    number=12,
    request=Request(
        operation="updateContact",
        method="PUT",
        url="http://127.0.0.1:8080/contacts/1/5001?idType=id",
        headers={"authorization": "(redacted)", "content-type": "application/json", "host": "127.0.0.1"},
        body=b'{"id": 7, "lastName": "O\'Brien"}',
    ),
    response=Response(200, {"content-type": "application/json"}, b'{"message":"OK","id":7}', 3.2),
    at="2024-05-01T10:00:00Z",
)

VERDICTS = (
    ClauseVerdict(BROKEN, Level.DOCUMENTED, Verdict.VIOLATED, violations=3),
    ClauseVerdict("everbridge.replace.idempotent", Level.DERIVED, Verdict.WARNED, violations=1),
    ClauseVerdict("everbridge.groups.joined", Level.DOCUMENTED, Verdict.ERROR, reason="KeyError in the suite"),
    ClauseVerdict("everbridge.groups.by-name", Level.DOCUMENTED, Verdict.BLOCKED, reason="cannot connect"),
    ClauseVerdict("everbridge.path.order-kept", Level.DOCUMENTED, Verdict.HOLDS, observations=40),
    ClauseVerdict("everbridge.fields.null", Level.OPEN, Verdict.READING, reading="as if left out"),
    ClauseVerdict(
        "everbridge.groups.never-left", Level.DOCUMENTED, Verdict.NOT_OBSERVABLE, reason="no getContact"
    ),
    ClauseVerdict("everbridge.quiet-time.days", Level.DOCUMENTED, Verdict.NOT_EXERCISED, reason="no path named"),
    ClauseVerdict(
        "everbridge.topics.known",
        Level.DOCUMENTED,
        Verdict.VIOLATED,
        violations=1,
        known_deviation="ticket 12",
    ),
)


def sample(path: Path, *, strict: bool = False, complete: bool = True) -> Run:
    """Write a record and read it back."""
    header = Header(
        families=("everbridge",),
        effort="standard",
        seed=4711,
        strict=strict,
        contracts={"everbridge": "0" * 64},
        targets={
            "everbridge": {
                "base_url": "http://127.0.0.1:8080",
                "authorization": "Basic $EB_USER:$EB_PASSWORD",
                "allow_writes": True,
            }
        },
        target_file="our target.toml",
    )
    with RecordWriter(path) as record:
        record.write_header(header)
        record.write_finding(
            Finding(BROKEN, Level.DOCUMENTED, "contact 5001, id", "id 5001", HOSTILE, (PUT,), "t.py::a", 3)
        )
        record.write_finding(
            Finding("everbridge.replace.idempotent", Level.DERIVED, "contact 1", "same", "other", (PUT, PUT))
        )
        for verdict in VERDICTS:
            record.write_verdict(verdict)
        record.write_leftover(Leftover("everbridge", "contact 5001", "HTTP 500"))
        record.write_trouble(Trouble("t.py::b", "blocked", "cannot connect"))
        record.write_footer(Footer(12.5, 300, complete=complete, exit_code=1))
    return read_record(path)


@pytest.fixture
def long_story() -> Report:
    """A breach that ten calls led to."""
    finding = Finding(BROKEN, Level.DOCUMENTED, "contact 1", "a", "b", (PUT,) * 10)
    header = Header(("everbridge",), "quick", 1, False, {}, {})
    return build_report(Run(header, VERDICTS[:1], (finding,)))


@pytest.fixture
def long_answer() -> Report:
    """A breach about one of the last members of a long answer."""
    members = {f"field{number}": "x" for number in range(40)} | {"suffix": "Jr."}
    answer = Response(200, {"content-type": "application/json"}, json.dumps(members).encode())
    exchange = replace(PUT, response=answer)
    finding = Finding(BROKEN, Level.DOCUMENTED, "contact 1, suffix (and 2 more)", "a", "b", (exchange,))
    header = Header(("everbridge",), "quick", 1, False, {}, {})
    return build_report(Run(header, VERDICTS[:1], (finding,)))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return sample(tmp_path / "run.jsonl")


@pytest.fixture
def report(run: Run) -> Report:
    return build_report(run)


@pytest.fixture
def strict_report(tmp_path: Path) -> Report:
    return build_report(sample(tmp_path / "strict.jsonl", strict=True))


@pytest.fixture
def cut_short(tmp_path: Path) -> Report:
    return build_report(sample(tmp_path / "cut.jsonl", complete=False))
