"""``clean``: undo what a run that was killed has done to its target."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.output import fail, say
from contact_contracts.contract import FAMILIES
from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.drivers.ledger_file import LedgerError, read_ledger, read_originals
from contact_contracts.drivers.registry import make_driver, recall
from contact_contracts.judge.tally import Tally
from contact_contracts.judge.verdicts import Exit
from contact_contracts.target import FamilyTarget, TargetError, load_targets
from contact_contracts.transport import Blocked, NotAllowed

Left = list[tuple[str, str]]


def clean(
    ledger: Annotated[
        list[Path],
        typer.Argument(
            metavar="LEDGER...", help="made-<mark>.jsonl or originals-<mark>.jsonl of a report directory."
        ),
    ],
    target: Annotated[Path, typer.Option(metavar="FILE", help="Target file of the run that wrote them.")],
    restore: Annotated[
        bool,
        typer.Option(
            "--restore", help="Also write named contacts back as they were; what others changed since is undone."
        ),
    ] = False,
) -> None:
    """Remove what a run that was killed has left on its target, and then its ledger.

    Only what carries the run's mark is deleted, by its id, where the target file has allow_delete. Contacts that
    the target file names are restored if --restore is given: originals-<mark>.jsonl has them as they were.

    Exit codes: 0 nothing is left, 2 a ledger or the target file cannot be used, 3 something is left.

    Example: contact-contracts clean report/made-cc-211aaa3c.jsonl --target staging.toml
    """
    with internal_errors(Path("report")):
        try:
            opened = [_opened(path, target) for path in ledger]
        except (LedgerError, TargetError) as error:
            fail(str(error), Exit.USAGE)
        done = [_cleaned(each, restore=restore) for each in opened]
        raise typer.Exit(int(Exit.HOLDS if all(done) else Exit.INCONCLUSIVE))


@dataclass
class _Opened:
    """A killed run: what it made, what it changed, and where; no target when it names nothing."""

    ledger: Ledger
    originals: dict[str, Any]
    target: FamilyTarget | None


def _opened(path: Path, file: Path) -> _Opened:
    ledger = read_ledger(path)
    originals = read_originals(ledger)
    if not ledger.made and not originals:
        return _Opened(ledger, {}, None)
    if ledger.family not in FAMILIES:
        raise LedgerError(f"{path}: {ledger.family!r} is none of {', '.join(FAMILIES)}")
    target = load_targets(file, families=(ledger.family,)).family(ledger.family)
    if target.place != ledger.at:
        raise LedgerError(f"{path} is about {ledger.at}, and {file} about {target.place}")
    return _Opened(ledger, originals, target)


def _cleaned(run: _Opened, *, restore: bool) -> bool:
    """Remove and restore, and say what came of it; whether nothing is left."""
    ledger = run.ledger
    by_name = ledger.family == "sfmc"  # its contacts are deleted by their keys, which the ledger has as names
    strange = [name for name in ledger.made if ledger.mark not in name]
    left: Left = [
        (name, "its name does not carry the run's mark") for name in strange if ledger.made.pop(name) or by_name
    ]
    named = dict(ledger.made)
    known = {contact.key for contact in run.target.named_contacts} if run.target else set()
    restored = {key: record for key, record in run.originals.items() if restore and key in known}
    left += [(f"contact {key}", _why(key, known)) for key in run.originals if key not in restored]
    ledger.kept.extend(run.originals)  # so that their file goes, or is named
    left = ledger.close(left + (_undone(ledger, run.target, restored) if run.target else []))
    for name, identifier in named.items():
        if (identifier or by_name) and name not in dict(left):
            say(f"removed, or gone already: {name}" + (f", id {identifier}" if identifier else ""))
    for key in restored:
        if f"contact {key}" not in dict(left):
            say(f"as it was before the run: contact {key}")
    for name, reason in left:
        say(f"left: {name}: {reason}")
    return not left


def _why(key: str, known: set[str]) -> str:
    return (
        "it may have been changed; --restore puts it back" if key in known else "the target file does not name it"
    )


def _undone(ledger: Ledger, target: FamilyTarget, originals: dict[str, Any]) -> Left:
    driver = make_driver(target, Explorer(Effort.QUICK, 1), Tally(), ledger)
    trouble = ""
    try:
        if originals:
            recall(driver, target.family, originals)
    except (Blocked, NotAllowed) as blocked:
        trouble = str(blocked)
    try:
        left = driver.close()
    except (Blocked, NotAllowed) as blocked:
        return [(name, str(blocked)) for name in (*ledger.made, *(f"contact {key}" for key in originals))]
    told = dict(left)
    return left + [(f"contact {key}", trouble) for key in originals if trouble and f"contact {key}" not in told]
