"""A run from its start to its exit code: what was asked for, what was seen, verdicts, the record."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from contact_contracts.contract import Contract, load_contract
from contact_contracts.judge.outcome import RunFacts, judge_run, outcome
from contact_contracts.judge.verdicts import ClauseVerdict, Exit, Finding
from contact_contracts.record import Footer, Header, RecordWriter
from contact_contracts.results.observed import Observed
from contact_contracts.target import Targets

RECORD = "run.jsonl"


@dataclass
class Conduct:
    """What is known of the run as a whole."""

    families: tuple[str, ...]
    targets: Targets
    effort: str
    seed: int
    globs: tuple[str, ...]
    strict: bool
    report_dir: Path
    traffic_file: str | None = None
    """Name of the file with recorded traffic; None where a server was called."""
    described: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What there is to tell of a family that has no target, as its target would."""
    observed: Observed = field(default_factory=Observed)
    started: float = field(default_factory=time.monotonic)
    interrupted: bool = False
    selected: dict[str, set[str]] = field(default_factory=dict)
    """Family -> clauses asked for."""
    writer: RecordWriter = field(init=False)

    def begin(self) -> None:
        """Start the record."""
        self.selected = {family: matching(load_contract(family), self.globs) for family in self.families}
        self.report_dir.mkdir(parents=True, exist_ok=True)
        self.writer = RecordWriter(self.report_dir / RECORD)
        source = self.targets.source
        self.writer.write_header(
            Header(
                families=self.families,
                effort=self.effort,
                seed=self.seed,
                strict=self.strict,
                contracts={family: load_contract(family).digest for family in self.families},
                targets={family: self._description(family) for family in self.families},
                target_file=str(source) if source is not None else None,
                clauses=self.globs,
                traffic_file=self.traffic_file,
            )
        )

    def _description(self, family: str) -> dict[str, Any]:
        if family in self.targets.families:
            return self.targets.family(family).description()
        return {"base_url": "unknown", **self.described.get(family, {})}

    def finish(self, *, complete: bool) -> Exit:
        """Judge the run, write the record to its end, and say how the run exits."""
        finished = complete and not self.interrupted
        verdicts: list[ClauseVerdict] = []
        findings: list[Finding] = []
        for family in self.families:
            rows, found = judge_run(
                load_contract(family), self.observed.tally(family), self._facts(family, finished)
            )
            verdicts += rows
            findings += found
        for verdict in verdicts:
            self.writer.write_verdict(verdict)
        for finding in findings:
            self.writer.write_finding(finding)
        for trouble in self.observed.troubles:
            self.writer.write_trouble(trouble)
        for leftover in self.observed.leftovers:
            self.writer.write_leftover(leftover)
        code = outcome(verdicts, strict=self.strict, complete=finished)
        if finished:
            seconds = round(time.monotonic() - self.started, 3)
            self.writer.write_footer(Footer(seconds, self.observed.requests, complete=True, exit_code=int(code)))
        self.writer.close()
        return code

    def _facts(self, family: str, finished: bool) -> RunFacts:
        contract = load_contract(family)
        observed = self.observed
        deviations = self.targets.family(family).known_deviations if family in self.targets.families else ()
        return RunFacts(
            selected=self.selected.get(family, set()),
            blocked=observed.blocked,
            errors=observed.errors,
            missing=observed.missing if finished else {**self._unreached(contract), **observed.missing},
            unobservable={**self._unseen(contract), **observed.unobservable},
            known_deviations={known.clause: known.reason for known in deviations},
        )

    def _unreached(self, contract: Contract) -> dict[str, str]:
        """Clauses that none of the tests was about that ran."""
        return dict.fromkeys(contract.clauses.keys() - self.observed.driven, "the run ended before its turn")

    def _unseen(self, contract: Contract) -> dict[str, str]:
        """Clauses that only a read-back shows, where the target has none."""
        if contract.family not in self.observed.unreadable:
            return {}
        reason = "the target has no operation to read a contact back"
        return {clause.id: reason for clause in contract.clauses.values() if clause.seen_by == ("read-back",)}


def matching(contract: Contract, globs: Collection[str]) -> set[str]:
    """The contract's clauses that match a glob; all when there is none."""

    return {clause for clause in contract.clauses if not globs or any(fnmatchcase(clause, glob) for glob in globs)}
