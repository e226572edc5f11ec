"""Reading what a run that did not come to its end has written down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contact_contracts.drivers.ledger import Ledger

_NAME = re.compile(r"(?:made|originals)-(cc-[0-9a-f]{8})\.jsonl")


class LedgerError(Exception):
    """A ledger that cannot be used, with the reason."""


def read_ledger(path: Path) -> Ledger:
    """A ledger with what it names, under the mark of the run that wrote it; both of a run's files lead to it."""
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise LedgerError(f"{path}: a ledger is called made-cc-xxxxxxxx.jsonl, after the mark of its run")
    if not path.exists():
        raise LedgerError(f"{path} does not exist")
    ledger = Ledger(named[1], path.with_name(f"made-{named[1]}.jsonl"))
    for row in _rows(ledger, ledger.path, ("name", "id")):
        ledger.made[str(row["name"])] = str(row["id"])
    return ledger


def read_originals(ledger: Ledger) -> dict[str, Any]:
    """What contacts of the target file were like before the run of a ledger wrote to them, by their keys."""
    found: dict[str, Any] = {}
    for row in _rows(ledger, ledger.originals, ("key", "time", "record")):
        found.setdefault(str(row["key"]), row["record"])
    return found


def _rows(ledger: Ledger, path: Path | None, members: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of one of a run's files; none where it wrote none. All are about one target."""
    if path is None or not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise LedgerError(f"{path} cannot be read: {error}") from None
    lines = text.split("\n")[:-1]  # a last line without its end was cut off before anything came of it
    for number, line in enumerate(lines, start=1):
        row = _row(f"{path}:{number}", line, ("family", "at", *members))
        family, at = str(row["family"]), str(row["at"])
        if ledger.family and (family, at) != (ledger.family, ledger.at):
            raise LedgerError(f"{path}:{number}: is about another target than the lines above")
        ledger.family, ledger.at = family, at
        yield row


def _row(place: str, line: str, members: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict) or not row.keys() >= set(members):
        raise LedgerError(f"{place}: is no line of a ledger, with {', '.join(members)}")
    return row
