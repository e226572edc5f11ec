"""``judge``: put recorded traffic before the judge, show what came of it, and exit accordingly."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.names import check_globs, families_matching, known_families
from contact_contracts.cli.output import fail, say
from contact_contracts.cli.report import clear_report_directory, show
from contact_contracts.contract import FAMILIES
from contact_contracts.judge.verdicts import Exit
from contact_contracts.record import read_record
from contact_contracts.results import RECORD, Conduct
from contact_contracts.target import TargetError, Targets, load_targets, named_families
from contact_contracts.traffic import Heard, NothingMatched, Traffic, TrafficError, judge_traffic, read_traffic

EFFORT = "recorded"
"""Stands in the record where a run of the suite says how many examples it drew."""


def judge(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A HAR file, version 1.2.")],
    *,
    target: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Target file: where the API is, and what exists there. No secret is read."
        ),
    ] = None,
    family: Annotated[
        list[str] | None,
        typer.Option("--family", metavar="FAMILY", help=f"Only calls to {', '.join(FAMILIES)}; may be repeated."),
    ] = None,
    clause: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Only clauses that match; may be repeated.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let broken derived clauses fail the run.")] = False,
    report_dir: Annotated[Path, typer.Option(metavar="DIR", help="Where record and pages go.")] = Path("report"),
) -> None:
    """Judge recorded traffic by the contracts, clause by clause; nothing is sent.

    Exit codes: 0 no exercised clause fails the run, 1 a clause is violated, 2 the file cannot be used or usage,
    3 nothing to judge, 4 a known deviation no longer occurs, 70 internal error.

    Example: contact-contracts judge traffic.har --family bird
    """
    globs = tuple(clause or ())
    with internal_errors(report_dir):
        targets, families = _families(known_families(family or ()), target, globs)
        traffic = _traffic(file, families, targets, named=bool(family))
        clear_report_directory(report_dir)
        conduct = Conduct(
            families=tuple(name for name in families if name in traffic.families),
            targets=targets,
            effort=EFFORT,
            seed=0,
            globs=globs,
            strict=strict,
            report_dir=report_dir,
            traffic_file=str(file),
            described={each.family: each.description() for each in reversed(traffic.conversations)},
        )
        code, heard = judge_traffic(traffic, conduct)
        show(read_record(report_dir / RECORD), report_dir)
        _say_how_much(heard, traffic)
        raise typer.Exit(int(code))


def _families(
    named: tuple[str, ...], target: Path | None, globs: tuple[str, ...]
) -> tuple[Targets, tuple[str, ...]]:
    """The targets and families to judge. Ends with 2 for a bad target file, with 3 for an idle pattern."""
    try:
        offered = FAMILIES if target is None else named_families(target)
        check_globs(globs, named or offered)
        families = named or families_matching(globs, offered)
        targets = load_targets(target, families=families, environment=_stand_ins(target))
    except TargetError as error:
        fail(str(error), Exit.USAGE)
    return targets, families


def _stand_ins(target: Path | None) -> dict[str, str]:
    """Something for every variable that the target file names: nothing is sent, so no secret is needed."""
    text = "" if target is None else target.read_text(encoding="utf-8")
    return {name: f"not read: {name}" for name in re.findall(r"[A-Z_][A-Z0-9_]*", text)}


def _traffic(file: Path, families: tuple[str, ...], targets: Targets, *, named: bool) -> Traffic:
    try:
        return read_traffic(file, families, targets, named=named)
    except TrafficError as error:
        fail(str(error), Exit.USAGE)
    except NothingMatched as nothing:
        fail(str(nothing), Exit.INCONCLUSIVE)


def _say_how_much(heard: Heard, traffic: Traffic) -> None:
    say(f"Judged {heard.judged} of {len(traffic.entries)} recorded calls.")
    for doubt, times in heard.doubts.most_common():
        say(f"Not judged: {times}, as {doubt}.")
    if traffic.passed_over:
        say(f"Passed over: {traffic.passed_over}, as entries without a usable request.")
