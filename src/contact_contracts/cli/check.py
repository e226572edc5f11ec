"""``check``: run the suite against a target, show what came of it, and exit accordingly."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.names import check_globs, families_matching, known_families
from contact_contracts.cli.output import fail
from contact_contracts.cli.report import clear_report_directory, show
from contact_contracts.cli.suite_run import Order, run_suite
from contact_contracts.contract import FAMILIES
from contact_contracts.judge.verdicts import Exit
from contact_contracts.record import read_record
from contact_contracts.results import RECORD
from contact_contracts.target import TargetError, load_targets, named_families


class Effort(StrEnum):
    """How many examples are drawn."""

    QUICK = "quick"
    STANDARD = "standard"
    DEEP = "deep"


def check(
    family: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FAMILY]...",
            help=f"{', '.join(FAMILIES)}; when left out: all that the target file names, or all.",
        ),
    ] = None,
    *,
    target: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Target file; without it the bundled server is checked.")
    ] = None,
    clause: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Only clauses that match; may be repeated.")
    ] = None,
    effort: Annotated[Effort, typer.Option(help="How many examples are drawn.")] = Effort.STANDARD,
    seed: Annotated[int | None, typer.Option(min=0, help="Repeat a run; without it a new seed is drawn.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let broken derived clauses fail the run.")] = False,
    report_dir: Annotated[Path, typer.Option(metavar="DIR", help="Where record and pages go.")] = Path("report"),
    workers: Annotated[
        int, typer.Option("-n", "--workers", min=0, help="Processes that run tests; 0: just this one.")
    ] = 0,
) -> None:
    """Check a server against the contracts, clause by clause.

    Exit codes: 0 no exercised clause fails the run, 1 a clause is violated, 2 usage, 3 inconclusive,
    4 a known deviation no longer occurs, 70 internal error.

    Example: contact-contracts check everbridge --clause 'everbridge.quiet-time.*' --effort quick
    """
    with internal_errors(report_dir):
        families = _families(known_families(family or ()), target, clause or [])
        clear_report_directory(report_dir)
        order = Order(
            families=families,
            target=target,
            clauses=tuple(clause or ()),
            effort=effort.value,
            seed=seed,
            strict=strict,
            report_dir=report_dir,
            workers=workers,
        )
        raise typer.Exit(_run_and_show(order))


def _families(named: tuple[str, ...], target: Path | None, globs: list[str]) -> tuple[str, ...]:
    """Return the families to run: those named, else those on offer that have a clause asked for.

    Ends with 2 when the target file cannot be used for them, and with 3 when a pattern matches nothing.
    """
    try:
        offered = FAMILIES if target is None else named_families(target)
        check_globs(globs, named or offered)
        families = named or families_matching(globs, offered)
        load_targets(target, families=families)
    except TargetError as error:
        fail(str(error), Exit.USAGE)
    return families


def _run_and_show(order: Order) -> int:
    ended = run_suite(order)
    record = order.report_dir / RECORD
    if not record.exists() and ended.interrupted:
        fail("interrupted before anything was recorded", Exit.INCONCLUSIVE)
    if not record.exists() and ended.refused:
        fail("the suite could not start, for the reason above", Exit.INCONCLUSIVE)
    if not record.exists():
        raise RuntimeError(f"the suite wrote no record; pytest ended with {ended.code}")
    run = read_record(record, allow_unfinished=True)
    show(run, order.report_dir)
    return int(Exit.INCONCLUSIVE if ended.interrupted else run.exit)
