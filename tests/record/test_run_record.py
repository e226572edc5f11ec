"""A run record is read back as it was written, and refused when it was cut, altered or left unfinished."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.judge.verdicts import ClauseVerdict, Exit, Finding, Level, Verdict
from contact_contracts.record import (
    Footer,
    Header,
    Leftover,
    RecordError,
    RecordWriter,
    Run,
    Trouble,
    read_record,
    record_schema,
    validate_record,
)
from contact_contracts.record.evidence import BODY_LIMIT

HEADER = Header(
    families=("bird",),
    effort="quick",
    seed=7,
    strict=False,
    contracts={"bird": "0" * 64},
    targets={"bird": {"base_url": "http://127.0.0.1:1", "authorization": "AccessKey $KEY"}},
    clauses=("bird.lists.*",),
)
FOOTER = Footer(seconds=2.0, requests=5, complete=True, exit_code=1)


def exchange(body: bytes | None = b'{"a": 1}', answer: bytes = b"{}") -> Exchange:
    url = "http://127.0.0.1:1/contacts/1?attribute=a&attribute=b"
    request = Request(
        "updateContact",
        "PATCH",
        url,
        query=(("attribute", "a"), ("attribute", "b")),
        headers={"authorization": "AccessKey $KEY"},
        body=body,
    )
    response = Response(200, {"content-type": "application/json"}, answer, 1.5)
    return Exchange(3, request, response, at="2024-05-01T10:00:00Z")


def finding(*exchanges: Exchange) -> Finding:
    return Finding(
        "bird.lists.set", Level.DOCUMENTED, "contact 1", "lists \ud800 [a]", "[]", exchanges, "t.py::x", 2
    )


VERDICT = ClauseVerdict("bird.lists.set", Level.DOCUMENTED, Verdict.VIOLATED, violations=2, counts={"a": 1})


def write(path: Path, *findings: Finding, footer: Footer | None = FOOTER) -> Path:
    with RecordWriter(path) as record:
        record.write_header(HEADER)
        for each in findings:
            record.write_finding(each)
        record.write_verdict(VERDICT)
        record.write_leftover(Leftover("bird", "contact 9", "HTTP 500"))
        record.write_trouble(Trouble("t.py::y", "blocked", "no connection"))
        if footer is not None:
            record.write_footer(footer)
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return write(tmp_path / "report" / "run.jsonl", finding(exchange()))


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_run_reads_back_as_it_was_written(record: Path) -> None:
    run = read_record(record)
    assert run.verdicts == (VERDICT,)
    assert run.findings == (finding(exchange()),)
    assert run.leftovers == (Leftover("bird", "contact 9", "HTTP 500"),)
    assert run.troubles == (Trouble("t.py::y", "blocked", "no connection"),)
    assert run.header.clauses == ("bird.lists.*",)
    assert run.exit is Exit.VIOLATED
    assert run.totals == {Verdict.VIOLATED: 1}
    assert run.authorization("bird", "default") == "AccessKey $KEY"


def test_the_header_tells_versions_and_time(record: Path) -> None:
    header = read_record(record).header
    assert header.started.endswith("Z")
    assert header.tool
    assert set(header.packages) >= {"hypothesis", "schemathesis"}


def test_every_line_fits_the_published_schema(record: Path) -> None:
    validate_record(record)
    validator = jsonschema_rs.validator_for(record_schema())
    assert all(validator.is_valid(line) for line in lines(record))


def test_a_finding_carries_the_seed(record: Path) -> None:
    assert next(line for line in lines(record) if line["kind"] == "finding")["seed"] == 7


def test_the_footer_counts_requests_and_verdicts(record: Path) -> None:
    footer = lines(record)[-1]
    assert footer["requests_per_second"] == 2.5
    assert footer["totals"] == {"violated": 1}
    assert footer["lines"] == len(lines(record)) - 1


def test_a_long_body_is_cut_with_a_remark(tmp_path: Path) -> None:
    long = ("é" * BODY_LIMIT).encode()
    run = read_record(write(tmp_path / "r", finding(exchange(body=long))))
    kept = run.findings[0].exchanges[0].request.body
    assert kept is not None
    assert len(kept) < BODY_LIMIT + 100
    assert kept.decode().endswith(f"({'cut'}; {len(long)} bytes in all)")


def test_a_body_that_is_no_text_survives(tmp_path: Path) -> None:
    run = read_record(write(tmp_path / "r", finding(exchange(body=b"\xff\x00", answer=b"\xfe"))))
    told = run.findings[0].exchanges[0]
    assert told.request.body == b"\xff\x00"
    assert told.response is not None
    assert told.response.body == b"\xfe"


def test_a_call_without_answer_survives(tmp_path: Path) -> None:
    dead = Exchange(1, Request("", "GET", "http://127.0.0.1:1/"), None, "connection refused")
    assert read_record(write(tmp_path / "r", finding(dead))).findings[0].exchanges == (dead,)


def test_a_record_without_footer_is_refused_unless_allowed(tmp_path: Path) -> None:
    path = write(tmp_path / "r", footer=None)
    with pytest.raises(RecordError, match="did not finish"):
        read_record(path)
    run = read_record(path, allow_unfinished=True)
    assert run.footer is None
    assert run.exit is Exit.INCONCLUSIVE


def test_a_torn_last_line_of_an_unfinished_record_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "r", footer=None)
    path.write_bytes(path.read_bytes() + b'{"kind": "verd')
    assert isinstance(read_record(path, allow_unfinished=True), Run)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace('"violations": 2', '"violations": 1'), "altered"),
        (lambda text: text.replace('"violated"', '"great"', 1), "line 3: verdict, verdict"),
        (lambda text: text.replace('"kind": "leftover"', '"kind": "leftovers"'), "line 4: there is no kind"),
        (lambda text: "\n".join(text.splitlines()[1:]) + "\n", "begins with its one header"),
        (lambda text: text + text.splitlines()[1] + "\n", "after the footer"),
        (lambda text: text.replace('"format": 1', '"format": 2'), "format 2 is not known"),
        (lambda text: text.replace("{", "", 1), "line 1: this is not a line of JSON"),
        (lambda text: text[:0], "empty"),
    ],
)
def test_a_record_that_was_tampered_with_is_refused(record: Path, change: Any, words: str) -> None:
    record.write_text(change(record.read_text()))
    with pytest.raises(RecordError, match=words):
        read_record(record)


def test_a_missing_record_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="contact-contracts check"):
        read_record(tmp_path / "absent.jsonl")
