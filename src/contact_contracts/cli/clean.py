"""``clean``: remove what a run that was killed has left on its target."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.output import fail, say
from contact_contracts.contract import FAMILIES
from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.drivers.ledger_file import LedgerError, read_ledger
from contact_contracts.drivers.registry import make_driver
from contact_contracts.judge.tally import Tally
from contact_contracts.judge.verdicts import Exit
from contact_contracts.target import FamilyTarget, TargetError, load_targets
from contact_contracts.transport import Blocked, NotAllowed

Left = list[tuple[str, str]]


def clean(
    ledger: Annotated[
        list[Path], typer.Argument(metavar="LEDGER...", help="made-<mark>.jsonl of a report directory.")
    ],
    target: Annotated[Path, typer.Option(metavar="FILE", help="Target file of the run that wrote them.")],
) -> None:
    """Remove what a run that was killed has left on its target, and then its ledger.

    Only what carries the run's mark is deleted, by its id, where the target file has allow_delete. Contacts that
    the target file names are not restored: originals-<mark>.jsonl has them as they were, to put back by hand.

    Exit codes: 0 nothing is left, 2 a ledger or the target file cannot be used, 3 something is left.

    Example: contact-contracts clean report/made-cc-211aaa3c.jsonl --target staging.toml
    """
    with internal_errors(Path("report")):
        try:
            opened = [_opened(path, target) for path in ledger]
        except (LedgerError, TargetError) as error:
            fail(str(error), Exit.USAGE)
        done = [_cleaned(*each) for each in opened]
        raise typer.Exit(int(Exit.HOLDS if all(done) else Exit.INCONCLUSIVE))


def _opened(path: Path, file: Path) -> tuple[Ledger, FamilyTarget | None]:
    """A ledger and the target that it is about; none when it names nothing."""
    ledger = read_ledger(path)
    if not ledger.made:
        return ledger, None
    if ledger.family not in FAMILIES:
        raise LedgerError(f"{path}: {ledger.family!r} is none of {', '.join(FAMILIES)}")
    target = load_targets(file, families=(ledger.family,)).family(ledger.family)
    if target.place != ledger.at:
        raise LedgerError(f"{path} is about {ledger.at}, and {file} about {target.place}")
    return ledger, target


def _cleaned(ledger: Ledger, target: FamilyTarget | None) -> bool:
    """Remove what a ledger names, and say what came of it; whether nothing is left."""
    by_name = ledger.family == "sfmc"  # its contacts are deleted by their keys, which the ledger has as names
    strange = [name for name in ledger.made if ledger.mark not in name]
    left: Left = [
        (name, "its name does not carry the run's mark") for name in strange if ledger.made.pop(name) or by_name
    ]
    named = dict(ledger.made)
    left += _removed(ledger, target) if target is not None else []
    for name, identifier in named.items():
        if (identifier or by_name) and name not in dict(left):
            say(f"removed, or gone already: {name}" + (f", id {identifier}" if identifier else ""))
    for name, reason in left:
        say(f"left: {name}: {reason}")
    if not left and ledger.path is not None:
        ledger.path.unlink(missing_ok=True)
    kept = ledger.originals
    if kept is not None and kept.exists():
        say(f"left: {kept} has contacts of the target file as they were; put them back by hand, then delete it")
        return False
    return not left


def _removed(ledger: Ledger, target: FamilyTarget) -> Left:
    driver = make_driver(target, Explorer(Effort.QUICK, 1), Tally(), ledger)
    try:
        return driver.close()
    except (Blocked, NotAllowed) as trouble:
        return [(name, str(trouble)) for name in ledger.made]
