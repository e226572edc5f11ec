"""``clauses``: the ledger, each clause with its level, source and the tests that exercise it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.names import clauses_of, known_families
from contact_contracts.cli.output import stdout
from contact_contracts.cli.suite import suite_tests
from contact_contracts.contract import FAMILIES, Clause
from contact_contracts.judge.verdicts import Level


def clauses(
    family: Annotated[
        str | None, typer.Argument(metavar="[FAMILY]", help=f"One of {', '.join(FAMILIES)}; all when left out.")
    ] = None,
    level: Annotated[Level | None, typer.Option(help="Only clauses of this level.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")] = False,
) -> None:
    """List the clauses that the suite judges.

    Example: contact-contracts clauses bird --level open
    """
    families = FAMILIES if family is None else known_families([family])
    with internal_errors(Path("report")):
        chosen = [each for each in clauses_of(families).values() if level in {None, each.level}]
        entries = ledger(chosen)
        if as_json:
            typer.echo(json.dumps(entries, indent=2, ensure_ascii=False))
        else:
            _print(entries)


def ledger(chosen: Iterable[Clause]) -> list[dict[str, Any]]:
    """Return each clause as JSON values, with the places of the tests whose markers name it."""
    rows = list(chosen)
    tests = {family: suite_tests(family) for family in {clause.family for clause in rows}}
    return [
        _entry(clause, [each.place for each in tests[clause.family] if each.exercises(clause.id)])
        for clause in rows
    ]


def _entry(clause: Clause, tests: list[str]) -> dict[str, Any]:
    return {
        "id": clause.id,
        "family": clause.family,
        "level": clause.level,
        "statement": clause.statement,
        "source": {"page": clause.source.page, "section": clause.source.section},
        "operations": list(clause.operations),
        "pointer": clause.pointer,
        "seen_by": list(clause.seen_by),
        "note": clause.note,
        "tests": tests,
    }


def _print(entries: list[dict[str, Any]]) -> None:
    console = stdout()
    for entry in entries:
        tests = len(entry["tests"])
        about = f"{entry['level']}; {', '.join(entry['seen_by'])}; {tests} {'test' if tests == 1 else 'tests'}"
        console.print(Text.assemble((entry["id"], "bold"), (f"  {about}", "dim")), soft_wrap=True)
        console.print(Text(f"  {entry['statement']}"), soft_wrap=True)
    console.print(Text(f"{len(entries)} clauses", style="dim"))
