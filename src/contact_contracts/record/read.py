"""Reads a run record back, and refuses one that is broken, altered or unfinished."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs

from contact_contracts.judge.verdicts import ClauseVerdict, Finding, Level, Verdict
from contact_contracts.record.entries import FORMAT, Footer, Header, Leftover, Run, Trouble, totals
from contact_contracts.record.errors import RecordError
from contact_contracts.record.evidence import exchange_of

Entry = Mapping[str, Any]


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema of one line of a record."""
    text = files(__package__).joinpath("schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def validate_record(path: Path) -> None:
    """Check a whole, finished record: each line against the schema, the order of lines, the seal."""
    read_record(path)


def read_record(path: Path, *, allow_unfinished: bool = False) -> Run:
    """Return the run that a record tells of.

    Raises RecordError for a missing or malformed file, a broken seal, and, unless ``allow_unfinished``,
    for a record without footer. An unfinished record may end in half a line, which is passed over.
    """
    lines = _lines(path)
    entries = [_entry(path, lines, number, allow_unfinished) for number in range(1, len(lines) + 1)]
    known = [entry for entry in entries if entry is not None]
    _check_order(path, known, allow_unfinished=allow_unfinished)
    run = _run(known)
    if run.footer is not None:
        _check_seal(path, lines, known[-1], run)
    return run


@dataclass(frozen=True)
class _Validators:
    """One compiled schema per kind of line, so that a complaint speaks of the line's own kind."""

    by_kind: Mapping[str, Any]


@cache
def _validators() -> _Validators:
    schema = record_schema()
    kinds = [each["$ref"].rpartition("/")[2] for each in schema["oneOf"]]
    return _Validators(
        {
            kind: jsonschema_rs.validator_for({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
            for kind in kinds
        }
    )


def _lines(path: Path) -> list[bytes]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise RecordError(path, "there is no such record; run `contact-contracts check` first") from None
    except OSError as error:
        raise RecordError(path, f"the record cannot be read: {error.strerror}") from None
    if not content:
        raise RecordError(path, "the record is empty; run the check again")
    return content.splitlines(keepends=True)


def _entry(path: Path, lines: list[bytes], number: int, allow_unfinished: bool) -> Entry | None:
    line = lines[number - 1]
    try:
        entry = json.loads(line)
    except ValueError:
        if allow_unfinished and number == len(lines):
            return None
        raise RecordError(path, "this is not a line of JSON; the record was cut or altered", line=number) from None
    kind = entry.get("kind") if isinstance(entry, dict) else None
    if isinstance(entry, dict) and kind == "header" and entry.get("format") != FORMAT:
        found = entry.get("format")
        raise RecordError(
            path,
            f"format {found} is not known here (known: {FORMAT}); use the tool that wrote it",
            line=number,
        )
    validator = _validators().by_kind.get(str(kind))
    if validator is None:
        raise RecordError(path, f"there is no kind of line called {kind}", line=number)
    error = next(validator.iter_errors(entry), None)
    if error is not None:
        place = "/".join(str(step) for step in error.instance_path) or "the line"
        raise RecordError(path, f"{kind}, {place}: {error.message}", line=number)
    return dict(entry)


def _check_order(path: Path, entries: list[Entry], *, allow_unfinished: bool) -> None:
    kinds = [entry["kind"] for entry in entries]
    if not kinds or kinds[0] != "header" or kinds.count("header") > 1:
        raise RecordError(path, "a record begins with its one header", line=1)
    if "footer" in kinds[:-1]:
        raise RecordError(path, "there are lines after the footer", line=kinds.index("footer") + 2)
    if kinds[-1] != "footer" and not allow_unfinished:
        raise RecordError(path, "the run did not finish: the record has no footer; run the check again")


def _check_seal(path: Path, lines: list[bytes], footer: Entry, run: Run) -> None:
    digest = hashlib.sha256(b"".join(lines[:-1])).hexdigest()
    sums = {verdict.value: count for verdict, count in totals(run.verdicts).items()}
    if footer["lines"] != len(lines) - 1 or footer["sha256"] != digest or footer["totals"] != sums:
        raise RecordError(
            path, "the footer does not fit the lines before it; the record was altered", line=len(lines)
        )


def _run(entries: list[Entry]) -> Run:
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault(entry["kind"], []).append(entry)
    footers = by_kind.get("footer")
    return Run(
        header=_header(by_kind["header"][0]),
        verdicts=tuple(_verdict(entry) for entry in by_kind.get("verdict", ())),
        findings=tuple(_finding(entry) for entry in by_kind.get("finding", ())),
        leftovers=tuple(Leftover(**_known(Leftover, entry)) for entry in by_kind.get("leftover", ())),
        troubles=tuple(Trouble(**_known(Trouble, entry)) for entry in by_kind.get("trouble", ())),
        footer=Footer(**_known(Footer, footers[0])) if footers else None,
    )


def _header(entry: Entry) -> Header:
    known = _known(Header, {"traffic_file": None, **entry})  # records of version 0.1.0 have no such member
    return Header(**{**known, "families": tuple(known["families"]), "clauses": tuple(known["clauses"])})


def _verdict(entry: Entry) -> ClauseVerdict:
    known = _known(ClauseVerdict, entry)
    return ClauseVerdict(**{**known, "level": Level(entry["level"]), "verdict": Verdict(entry["verdict"])})


def _finding(entry: Entry) -> Finding:
    known = _known(Finding, entry)
    exchanges = tuple(exchange_of(each) for each in entry["exchanges"])
    return Finding(**{**known, "level": Level(entry["level"]), "exchanges": exchanges})


def _known(kind: type[Any], entry: Entry) -> dict[str, Any]:
    """Return the members of a line that are fields of the class."""
    return {each.name: entry[each.name] for each in fields(kind)}
