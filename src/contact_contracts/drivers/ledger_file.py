"""Reading the ledger of a run that did not come to its end."""

from __future__ import annotations

import json
import re
from pathlib import Path

from contact_contracts.drivers.ledger import Ledger

_NAME = re.compile(r"made-(cc-[0-9a-f]{8})\.jsonl")


class LedgerError(Exception):
    """A ledger that cannot be used, with the reason."""


def read_ledger(path: Path) -> Ledger:
    """A ledger with what it names, under the mark of the run that wrote it."""
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise LedgerError(f"{path}: a ledger is called made-cc-xxxxxxxx.jsonl, after the mark of its run")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise LedgerError(f"{path} cannot be read: {error}") from None
    ledger = Ledger(named[1], path)
    lines = text.split("\n")[:-1]  # a last line without its end was cut off before anything came of it
    for number, line in enumerate(lines, start=1):
        family, at, name, identifier = _row(f"{path}:{number}", line)
        if number > 1 and (family, at) != (ledger.family, ledger.at):
            raise LedgerError(f"{path}:{number}: is about another target than the lines above")
        ledger.family, ledger.at = family, at
        ledger.made[name] = identifier
    return ledger


def _row(place: str, line: str) -> tuple[str, str, str, str]:
    try:
        row = json.loads(line)
        family, at, name, identifier = (str(row[member]) for member in ("family", "at", "name", "id"))
    except (ValueError, TypeError, KeyError):
        raise LedgerError(f"{place}: is no line of a ledger, with family, at, name and id") from None
    return family, at, name, identifier
