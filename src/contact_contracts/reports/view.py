"""A run arranged for readers: each clause with its text and source, each breach with its calls."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from contact_contracts.contract import Clause, ContractError, load_contract
from contact_contracts.exchange import Exchange
from contact_contracts.judge.verdicts import ClauseVerdict, Exit, Finding, Verdict
from contact_contracts.record import Run
from contact_contracts.reports.curl import curl_for
from contact_contracts.reports.text import body_text, printable
from contact_contracts.reports.wording import CALLS_OF_A_BUNDLED_SERVER, CALLS_TO_A_TARGET, CUT_SHORT, EXIT_MEANS

_PERMISSION: Final = re.compile(r"does not set (allow_\w+)")


@dataclass(frozen=True)
class Call:
    """One exchange as text."""

    number: int
    operation: str
    curl: str
    answer: str
    """Status line and how long it took, or why there was no answer."""
    body: str
    at: str


@dataclass(frozen=True)
class Argument:
    """A breach, told so that someone who never saw the suite can act on it."""

    where: str
    expected: str
    observed: str
    times: int
    test: str
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Row:
    """A clause and what became of it."""

    result: ClauseVerdict
    family: str
    statement: str
    source: str
    arguments: tuple[Argument, ...]
    rerun: str
    """The command that puts this clause to the test again, with the same seed or the same traffic."""

    @property
    def remark(self) -> str:
        """What there is to say beside the verdict, on one line."""
        result = self.result
        reading = result.reading if result.verdict is Verdict.READING else ""  # else another verdict outweighs it
        parts = [reading, result.reason]
        if result.known_deviation:
            gone = " no longer occurs" if result.deviation_gone else ""
            parts.append(f"known deviation{gone}: {result.known_deviation}")
        if result.violations:
            parts.append(f"{result.violations} {'breach' if result.violations == 1 else 'breaches'}")
        parts.extend(f"{count} {what}" for what, count in result.counts.items())
        return printable("; ".join(part for part in parts if part)).replace("\n", " ")


@dataclass(frozen=True)
class SharedTrouble:
    """What kept one test or several from their work."""

    verdict: str
    reason: str
    tests: tuple[str, ...]

    @property
    def where(self) -> str:
        """The test, or how many there are."""
        return self.tests[0] if len(self.tests) == 1 else f"{len(self.tests)} tests"


@dataclass(frozen=True)
class Report:
    """A run with everything that a page about it shows."""

    run: Run
    rows: tuple[Row, ...]
    changed_contracts: tuple[str, ...]
    """Families whose contract is no longer the one that the run was judged by."""

    @cached_property
    def groups(self) -> Mapping[Verdict, tuple[Row, ...]]:
        """Rows by verdict, worst first, verdicts that occur."""
        return {
            verdict: tuple(row for row in self.rows if row.result.verdict is verdict)
            for verdict in self.run.totals
        }

    @property
    def breached(self) -> tuple[Row, ...]:
        """Rows with evidence of a breach, violated before warned."""
        return tuple(row for rows in self.groups.values() for row in rows if row.arguments)

    @cached_property
    def troubles(self) -> tuple[SharedTrouble, ...]:
        """Troubles, those with one reason together."""
        together: dict[tuple[str, str], list[str]] = {}
        for trouble in self.run.troubles:
            together.setdefault((trouble.verdict, trouble.reason), []).append(trouble.test)
        return tuple(SharedTrouble(*what, tuple(tests)) for what, tests in together.items())

    @property
    def about_calls(self) -> str:
        """Why the curl commands may not find what they speak of; empty where there are none, or where they do."""
        header = self.run.header
        if not self.breached or header.traffic_file:
            return ""
        if header.target_file is None:
            return CALLS_OF_A_BUNDLED_SERVER
        return CALLS_TO_A_TARGET if any(each.get("allow_create") for each in header.targets.values()) else ""

    @property
    def outcome(self) -> str:
        """How the run ended, in a sentence."""
        if self.run.footer is None or not self.run.footer.complete:
            return CUT_SHORT
        if self.run.exit is Exit.HOLDS and self._reservations:
            return " ".join([f"No clause fails the run: {self._reservations}.", *self._not_allowed])
        return " ".join([EXIT_MEANS[self.run.exit], *self._not_allowed])

    @property
    def _not_allowed(self) -> list[str]:
        """How many clauses were not exercised for want of each permission."""
        reasons = [row.result.reason for row in self.rows if row.result.verdict is Verdict.NOT_EXERCISED]
        wanted = Counter(found[1] for reason in reasons if (found := _PERMISSION.search(reason)))
        every = len(self.rows)
        return [f"{n} of {every} clauses not exercised: {name} is not set." for name, n in wanted.items()]

    @property
    def _reservations(self) -> str:
        """How many clauses are broken without failing the run; empty for none."""
        known = sum(row.result.tolerated for row in self.rows)
        warned = sum(row.result.verdict is Verdict.WARNED and not row.result.tolerated for row in self.rows)
        parts = [f"{warned} warned"] if warned else []
        parts += [f"{known} known deviation{'s' if known > 1 else ''}"] if known else []
        return ", ".join(parts)

    @property
    def good(self) -> bool:
        """Whether the run ended well."""
        return self.run.exit is Exit.HOLDS


def build_report(run: Run) -> Report:
    """Arrange a run for the pages; texts of clauses come from the contracts of this installation."""
    contracts = {family: _clauses(family) for family in run.header.families}
    changed = tuple(
        family for family, (digest, _) in contracts.items() if digest != run.header.contracts.get(family)
    )
    rows = tuple(_row(run, verdict, contracts) for verdict in run.verdicts)
    return Report(run, rows, changed)


Clauses = Mapping[str, tuple[str, Mapping[str, tuple[Clause, str]]]]


def _clauses(family: str) -> tuple[str, Mapping[str, tuple[Clause, str]]]:
    """Return a family's digest, and its clauses with their source in words."""
    try:
        contract = load_contract(family)
    except ContractError:
        return "", {}
    told = {}
    for clause in contract.clauses.values():
        page = contract.pages.get(clause.source.page, {}).get("title", clause.source.page)
        told[clause.id] = (clause, f"{page}, {clause.source.section}" if clause.source.section else page)
    return contract.digest, told


def _row(run: Run, verdict: ClauseVerdict, contracts: Clauses) -> Row:
    family = verdict.clause.partition(".")[0]
    known = contracts.get(family, ("", {}))[1].get(verdict.clause)
    return Row(
        result=verdict,
        family=family,
        statement=known[0].statement if known else "(this installation's contract has no such clause)",
        source=known[1] if known else "unknown",
        arguments=tuple(_argument(run, family, finding) for finding in run.findings_of(verdict.clause)),
        rerun=_rerun(run, family, verdict.clause),
    )


def _argument(run: Run, family: str, finding: Finding) -> Argument:
    return Argument(
        where=printable(finding.where),
        expected=printable(finding.expected),
        observed=printable(finding.observed),
        times=finding.times,
        test=printable(finding.test),
        calls=tuple(_call(run, family, exchange) for exchange in finding.exchanges),
    )


def _call(run: Run, family: str, exchange: Exchange) -> Call:
    response = exchange.response
    authorization = run.authorization(family, exchange.request.credential)
    answer = f"no answer: {printable(exchange.trouble)}"
    if response is not None:
        media_type = response.content_type or "no content type"
        answer = f"HTTP {response.status}, {media_type}, {response.elapsed_ms:.0f} ms"
    return Call(
        number=exchange.number,
        operation=exchange.request.operation or "(no operation of the contract)",
        curl=curl_for(exchange, authorization),
        answer=printable(answer),
        body="" if response is None else body_text(response.body),
        at=exchange.at,
    )


def _rerun(run: Run, family: str, clause: str) -> str:
    header = run.header
    what = ["judge", header.traffic_file, "--family"] if header.traffic_file else ["check"]
    words = ["contact-contracts", *what, family]
    words += ["--target", header.target_file] if header.target_file else []
    words += ["--clause", clause]
    words += [] if header.traffic_file else ["--effort", header.effort, "--seed", str(header.seed)]
    return shlex.join(words + (["--strict"] if header.strict else []))
