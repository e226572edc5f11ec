"""The summary that a terminal shows: clauses by verdict, the breaches as arguments, and the outcome last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from rich.console import Console
from rich.text import Text

from contact_contracts.judge.verdicts import Verdict
from contact_contracts.reports.view import Argument, Call, Report, Row

_LOOKS: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.VIOLATED: ("✗", "bold red"),
    Verdict.WARNED: ("!", "yellow"),
    Verdict.ERROR: ("E", "bold magenta"),
    Verdict.BLOCKED: ("■", "magenta"),
    Verdict.HOLDS: ("✓", "green"),
    Verdict.READING: ("≈", "cyan"),
    Verdict.NOT_OBSERVABLE: ("·", "dim"),
    Verdict.NOT_EXERCISED: ("·", "dim"),
}
_SHARED_REASONS: Final = frozenset({Verdict.ERROR, Verdict.BLOCKED, Verdict.NOT_OBSERVABLE, Verdict.NOT_EXERCISED})
"""Verdicts whose reason is often that of many clauses: a server that is down, a fact that is missing."""
_MOST_LINES: Final = 24
"""Lines of an answer that a terminal shows; the pages have all of it."""
_MOST_TELLING: Final = 8
"""Lines below those that are shown as well, because the breach is about them."""
_MEMBER: Final = re.compile(r'\s*"([^"]+)": ')
_MOST_CALLS: Final = 6
"""Calls of a breach that a terminal shows, the last ones: the very last shows the breach."""


def print_summary(report: Report, console: Console) -> None:
    """Write the summary; the worst comes last, where a terminal's reader looks."""
    for verdict in reversed(list(report.groups)):
        _print_group(verdict, report.groups[verdict], console)
    for row in reversed(report.breached):
        _print_row(row, report, console)
    _print_troubles(report, console)
    _print_outcome(report, console)


def _print_group(verdict: Verdict, rows: tuple[Row, ...], console: Console) -> None:
    sign, style = _LOOKS[verdict]
    console.print(Text(f"\n{verdict.value} ({len(rows)})", style=style))
    for remark, several in _by_remark(verdict, rows):
        for row in several:
            line = Text.assemble((f"  {sign} ", style), row.result.clause)
            if remark and len(several) == 1:
                line.append(f"  {remark}", style="dim")
            console.print(line, soft_wrap=True)
        if remark and len(several) > 1:
            console.print(Text(f"    all {len(several)}: {remark}", style="dim"), soft_wrap=True)


def _by_remark(verdict: Verdict, rows: tuple[Row, ...]) -> Iterator[tuple[str, list[Row]]]:
    """Rows with what there is to say of them; a reason that many clauses share is said once for all of them."""
    if verdict not in _SHARED_REASONS:
        yield from ((row.remark, [row]) for row in rows)
        return
    together: dict[str, list[Row]] = {}
    for row in rows:
        together.setdefault(row.remark, []).append(row)
    yield from together.items()


def _print_row(row: Row, report: Report, console: Console) -> None:
    _, style = _LOOKS[row.result.verdict]
    console.print()
    console.rule(Text(f"{row.result.clause}  {row.result.verdict.value}", style=style), align="left")
    console.print(Text(row.statement))
    console.print(Text(f"Level {row.result.level.value}. Source: {row.source}.", style="dim"))
    for argument in row.arguments:
        _print_argument(argument, console)
    if not report.run.header.traffic_file:
        _labelled("Seed", str(report.run.header.seed), console)
    _labelled("Again", row.rerun, console)


def _print_argument(argument: Argument, console: Console) -> None:
    seen = "" if argument.times == 1 else f" (seen {argument.times} times)"
    console.print()
    _labelled("Where", f"{argument.where}{seen}", console)
    earlier = len(argument.calls) - _MOST_CALLS
    if earlier > 0:
        _labelled("Before", f"{earlier} calls that report.html shows", console)
    for call in argument.calls[-_MOST_CALLS:]:
        _print_call(call, argument.where, console)
    _labelled("Expected", argument.expected, console)
    _labelled("Observed", argument.observed, console, style="bold")


def _print_call(call: Call, where: str, console: Console) -> None:
    _labelled(f"Sent #{call.number}", call.operation, console)
    console.print(Text(call.curl, style="cyan"), soft_wrap=True)
    _labelled("Answer", call.answer, console)
    shown = _shown_lines(call.body.splitlines(), set(re.findall(r"\w+", where)))
    console.print(Text("\n".join(f"  {line}" for line in shown), style="dim"), soft_wrap=True)


def _shown_lines(lines: list[str], named: set[str]) -> list[str]:
    """The beginning of a body, and from further down the members that are named where the breach was seen."""
    below = lines[_MOST_LINES:]
    if not below:
        return lines
    telling = [line for line in below if (member := _MEMBER.match(line)) and member[1] in named][:_MOST_TELLING]
    left = len(below) - len(telling)
    more = [f"… {left} more lines in report.html"] if left else []
    return [*lines[:_MOST_LINES], *(["…"] if telling else []), *telling, *more]


def _labelled(label: str, text: str, console: Console, *, style: str = "") -> None:
    console.print(Text.assemble((f"{label:<9} ", "dim"), (text, style)), soft_wrap=True)


def _print_troubles(report: Report, console: Console) -> None:
    for trouble in report.troubles:
        console.print(
            Text(f"{trouble.verdict}: {trouble.where}: {trouble.reason}", style="magenta"), soft_wrap=True
        )
    for left in report.run.leftovers:
        text = f"left over on {left.family}: {left.what}: {left.reason}"
        console.print(Text(text, style="yellow"), soft_wrap=True)
    for family in report.changed_contracts:
        console.print(Text(f"the contract of {family} has changed since this run", style="yellow"))


def _print_outcome(report: Report, console: Console) -> None:
    run = report.run
    sums = ", ".join(f"{count} {verdict.value}" for verdict, count in run.totals.items()) or "no verdict"
    requests = run.footer.requests if run.footer else 0
    counted = f"request{'' if requests == 1 else 's'}"
    calls = f"{requests} {counted} in {run.footer.seconds:.0f} s, " if run.footer else ""
    said = f"{requests} recorded {counted}" if run.header.traffic_file else f"{calls}seed {run.header.seed}"
    console.print()
    if report.about_calls:
        console.print(Text(report.about_calls, style="dim"))
    console.print(Text(f"{sums}; {said}"), soft_wrap=True)
    console.print(Text(report.outcome, style="bold green" if report.good else "bold red"), soft_wrap=True)
