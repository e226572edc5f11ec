"""``explain``: everything there is to say about one clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from contact_contracts.cli.faults import fault_lines
from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.names import known_clause
from contact_contracts.cli.output import stdout
from contact_contracts.cli.suite import suite_tests
from contact_contracts.contract import Clause, load_contract
from contact_contracts.judge.verdicts import Level
from contact_contracts.reports.wording import LEVEL_MEANS

Facts = Iterator[tuple[str, str]]


def explain(clause: Annotated[str, typer.Argument(metavar="CLAUSE", help="The clause's id.")]) -> None:
    """Tell what a clause says, where it comes from, and what exercises and breaks it.

    Example: contact-contracts explain everbridge.quiet-time.days
    """
    with internal_errors(Path("report")):
        found = known_clause(clause)
        console = stdout()
        console.print(Text(found.id, style="bold"))
        console.print(Text(found.statement), soft_wrap=True)
        for label, text in _facts(found):
            console.print(Text.assemble((f"{label:<12} ", "dim"), text), soft_wrap=True)


def _facts(clause: Clause) -> Facts:
    contract = load_contract(clause.family)
    page = contract.pages.get(clause.source.page, {}).get("title", clause.source.page)
    yield "Level", f"{clause.level}: {LEVEL_MEANS[Level(clause.level)]}"
    yield "Source", f"{page}, {clause.source.section}"
    yield "Operations", ", ".join(clause.operations)
    yield "Schema", f"specs/{clause.family}/openapi.yaml#{clause.pointer}"
    yield "Seen by", ", ".join(clause.seen_by)
    if clause.note:
        yield "Note", clause.note
    yield from _listed(
        "Exercised by", [each.place for each in suite_tests(clause.family) if each.exercises(clause.id)]
    )
    yield from _listed("Broken by", list(fault_lines(clause)))
    yield "Check it", f"contact-contracts check {clause.family} --clause {clause.id}"


def _listed(label: str, lines: list[str]) -> Facts:
    """Put the label before the first line only."""
    for index, line in enumerate(lines or ["nothing"]):
        yield ("" if index else label), line
