"""The run as Markdown, for the summary page of a CI job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contact_contracts.judge.verdicts import Verdict
from contact_contracts.reports.view import Argument, Report, Row

_MOST_ARGUMENTS: Final = 20
"""Breached clauses told in full; job summaries are limited in size, and report.html has them all."""
_MOST_CHARACTERS: Final = 4000
"""Of one answer's body."""


def markdown(report: Report) -> str:
    """Return the page."""
    return "\n".join([*_head(report), *_breaches(report), *_others(report), *_troubles(report)]) + "\n"


def _head(report: Report) -> Iterator[str]:
    header = report.run.header
    yield f"# Contact contracts: {', '.join(header.families)}"
    yield ""
    yield f"**{'✅' if report.good else '❌'} {report.outcome}**"
    yield ""
    yield "| verdict | clauses |"
    yield "|---|--:|"
    for verdict, count in report.run.totals.items():
        yield f"| {verdict.value} | {count} |"
    yield ""
    for family, target in header.targets.items():
        yield f"- {family}: {_code(str(target.get('base_url', 'unknown')))}"
    strict = ", strict" if header.strict else ""
    how = f"effort {header.effort}, seed {header.seed}"
    if header.traffic_file:
        how = f"recorded traffic: {_code(header.traffic_file)}"
    yield f"- {how}{strict}, {header.started}"
    yield f"- contact-contracts {header.tool}, Python {header.python}"


def _breaches(report: Report) -> Iterator[str]:
    rows = report.breached
    if rows:
        yield "\n## Breaches\n"
    if report.about_calls:
        yield f"{report.about_calls}\n"
    for row in rows[:_MOST_ARGUMENTS]:
        yield from _breach(row)
    if len(rows) > _MOST_ARGUMENTS:
        yield f"\n{len(rows) - _MOST_ARGUMENTS} more are in report.html."


def _breach(row: Row) -> Iterator[str]:
    yield f"### {row.result.clause} ({row.result.verdict.value})\n"
    yield f"{_escaped(row.statement)}  \n*{row.result.level.value}; {_escaped(row.source)}*\n"
    if row.result.known_deviation:
        yield f"{_escaped(row.remark)}\n"
    for argument in row.arguments:
        yield from _argument(argument)
    yield f"Again: {_code(row.rerun)}\n"


def _argument(argument: Argument) -> Iterator[str]:
    yield f"- where: {_code(argument.where)}"
    yield f"- expected: {_code(argument.expected)}"
    yield f"- observed: {_code(argument.observed)}\n"
    yield f"<details><summary>What was sent (calls: {len(argument.calls)})</summary>\n"
    for call in argument.calls:
        yield _block(call.curl, "sh")
        yield _block(f"{call.answer}\n{call.body[:_MOST_CHARACTERS]}")
    yield "</details>\n"


def _others(report: Report) -> Iterator[str]:
    told = (Verdict.ERROR, Verdict.BLOCKED, Verdict.READING, Verdict.NOT_OBSERVABLE, Verdict.NOT_EXERCISED)
    for verdict in told:
        rows = report.groups.get(verdict, ())
        if rows:
            yield f"\n<details><summary>{verdict.value} ({len(rows)})</summary>\n"
            yield "| clause | remark |\n|---|---|"
            yield from (f"| {row.result.clause} | {_escaped(row.remark)} |" for row in rows)
            yield "\n</details>"


def _troubles(report: Report) -> Iterator[str]:
    lines = [f"- {each.verdict}: {_code(each.where)}: {_code(each.reason)}" for each in report.troubles]
    lines += [f"- left over on {each.family}: {_code(each.what)}" for each in report.run.leftovers]
    if lines:
        yield "\n## Troubles\n"
        yield from lines


def _code(text: str) -> str:
    """Put text in backticks, more of them than it holds itself."""
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{' '.join(text.split()) or ' '}{pad}{fence}"


def _block(text: str, language: str = "") -> str:
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}{language}\n{text}\n{fence}\n"


def _longest_run(text: str) -> int:
    return max((len(found) for found in re.findall(r"`+", text)), default=0)


def _escaped(text: str) -> str:
    """Let text stand in a sentence or a cell: no markup of its own beyond code."""
    one_line = " ".join(text.split())
    return one_line.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
