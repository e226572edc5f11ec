"""One run of the suite in a forked process that has everything imported already."""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn

from contact_contracts.cli.suite_run import Order, run_suite
from contact_contracts.judge.verdicts import Finding, Verdict
from contact_contracts.record import Run, read_record
from contact_contracts.results import RECORD
from contact_contracts.target import bundled_environment
from scripts.proof.early_end import EarlyEnd
from scripts.proof.nursery import Born
from scripts.proof.targets import target_text

REPORTED: Final = frozenset({Verdict.VIOLATED, Verdict.WARNED})
TROUBLED: Final = frozenset({Verdict.ERROR, Verdict.BLOCKED})
OUTCOME: Final = "outcome.json"
LOG: Final = "log.txt"
_FINDINGS_KEPT: Final = 12


@dataclass(frozen=True)
class Task:
    """One run to do."""

    purpose: str
    """`finding`: over the clauses that a fault breaks; `blame`: over all clauses of a faulty server; `right`:
    over all clauses of the right server; `variation`: of one that is right in another way."""
    family: str
    subject: str
    """Id of the fault, name of the variation, empty for the right server."""
    effort: str
    seed: int
    clauses: tuple[str, ...] = ()
    """Clauses asked for; none for all."""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from other runs."""
        return (self.purpose, self.family, self.subject, self.effort, str(self.seed), *self.clauses)


@dataclass(frozen=True)
class Outcome:
    """What a run came to."""

    task: Task
    verdicts: dict[str, str] = field(default_factory=dict)
    """Clause -> verdict, for every selected clause."""
    shown_by: dict[str, int] = field(default_factory=dict)
    """Reported clause -> how many requests the run had sent when a finding of it was shown."""
    findings: tuple[dict[str, Any], ...] = ()
    """`clause`, `where`, `expected`, `observed`, `test` and `times` of the first ones."""
    requests: int = 0
    seconds: float = 0.0
    trouble: str = ""
    """Why the run did not come to an end, or what broke in it; empty when all went well."""
    left_over: str = ""
    """What clean-up could not undo; empty when nothing."""

    @property
    def reported(self) -> frozenset[str]:
        """Clauses that the suite said are broken."""
        return frozenset(clause for clause, verdict in self.verdicts.items() if verdict in REPORTED)

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> Outcome:
        """What `to_dict` gave, through JSON or not."""
        task = Task(**{**told["task"], "clauses": tuple(told["task"]["clauses"])})
        return cls(**{**told, "task": task, "findings": tuple(told["findings"])})


def warm_up(family: str, server: Born) -> None:
    """Do a small run here, so that runs forked later find the family's modules loaded and caches filled."""
    with tempfile.TemporaryDirectory() as folder:
        task = Task("right", family, "", "quick", 0, (f"{family}.schema.*",))
        with _silenced(Path(folder)):
            _run(task, server, Path(folder))
    gc.collect()
    gc.freeze()


def fork_run(task: Task, server: Born, folder: Path) -> int:
    """Fork a process that runs the suite against the server and leaves its outcome in the folder; its pid."""
    pid = os.fork()
    if pid == 0:
        _child(task, server, folder)
    return pid


def outcome_in(task: Task, folder: Path) -> Outcome:
    """What the run left in its folder."""
    try:
        return Outcome.from_dict(json.loads((folder / OUTCOME).read_text(encoding="utf-8")))
    except FileNotFoundError:
        said = (folder / LOG).read_text(encoding="utf-8", errors="replace") if (folder / LOG).exists() else ""
        return Outcome(task, trouble=f"the run left no outcome; it said: {said[-600:]}")


def _child(task: Task, server: Born, folder: Path) -> NoReturn:
    try:
        with _silenced(folder):
            outcome = _run(task, server, folder)
    except BaseException:
        outcome = Outcome(task, trouble=traceback.format_exc()[-1500:])
    try:
        written = folder / f"{OUTCOME}.new"
        written.write_text(json.dumps(outcome.to_dict()), encoding="utf-8")
        written.rename(folder / OUTCOME)
    finally:
        os._exit(0)


@contextmanager
def _silenced(folder: Path) -> Iterator[None]:
    """Send what the run prints to a file."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1), os.dup(2)
    with (folder / LOG).open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, old in enumerate(kept, 1):
            os.dup2(old, number)
            os.close(old)


def _run(task: Task, server: Born, folder: Path) -> Outcome:
    os.environ.update(bundled_environment())
    target = folder / "target.toml"
    target.write_text(target_text(task.family, server.url, server.target), encoding="utf-8")
    order = Order(
        families=(task.family,),
        target=target,
        clauses=task.clauses,
        effort=task.effort,
        seed=task.seed,
        strict=False,
        report_dir=folder,
        workers=0,
    )
    sought = frozenset(task.clauses) if task.purpose == "finding" else frozenset()
    early_end = EarlyEnd(task.family, sought)
    outcome = _ordered(task, order, [early_end])
    if early_end.left_out and not sought <= outcome.reported:
        return _ordered(task, order, [])  # what was left out would have settled the blame
    return outcome


def _ordered(task: Task, order: Order, plugins: list[EarlyEnd]) -> Outcome:
    ended = run_suite(order, plugins)
    record = order.report_dir / RECORD
    if not record.exists():
        return Outcome(task, trouble=f"the suite did not start; pytest ended with {ended.code}")
    return _outcome(task, read_record(record, allow_unfinished=True))


def _outcome(task: Task, run: Run) -> Outcome:
    footer = run.footer
    shown_by: dict[str, int] = {}
    for finding in run.findings:
        number = finding.exchanges[-1].number if finding.exchanges else 0
        shown_by[finding.clause] = min(number, shown_by.get(finding.clause, number))
    return Outcome(
        task=task,
        verdicts={verdict.clause: verdict.verdict.value for verdict in run.verdicts},
        shown_by=shown_by,
        findings=tuple(_finding(each) for each in run.findings[:_FINDINGS_KEPT]),
        requests=footer.requests if footer else 0,
        seconds=footer.seconds if footer else 0.0,
        trouble=_summed_up(_troubles(run)),
        left_over=_summed_up([f"left over: {each.what}: {each.reason}" for each in run.leftovers]),
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in ("clause", "where", "expected", "observed", "test", "times")}


def _troubles(run: Run) -> list[str]:
    """Tests that broke, and verdicts that say so; a broken test may leave no verdict behind."""
    reasons = [f"{trouble.test}: {trouble.reason}" for trouble in run.troubles]
    reasons += [f"{each.clause}: {each.reason}" for each in run.verdicts if each.verdict in TROUBLED]
    return reasons + ([] if run.footer else ["the record is unfinished"])


def _summed_up(reasons: list[str]) -> str:
    more = f" (and {len(reasons) - 2} more)" if len(reasons) > 2 else ""
    return "; ".join(reason[:300] for reason in reasons[:2]) + more
