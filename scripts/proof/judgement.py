"""From the outcomes of runs to what is proven, and what is not. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from scripts.proof.runs import Outcome

RARE_SHARE: Final = 0.95
"""In how many seeds a rare fault must be found; a plain one in all."""


@dataclass(frozen=True)
class FaultCard:
    """A fault as the suite side may know it: everything but its code."""

    id: str
    family: str
    breaks: tuple[str, ...]
    also: tuple[str, ...]
    rare: bool
    summary: str

    @property
    def may_report(self) -> frozenset[str]:
        """The clauses that it breaks, read to the letter; a report of another blames wrongly."""
        return frozenset((*self.breaks, *self.also))


@dataclass(frozen=True)
class Gap:
    """Something that the suite should have said and did not, or said and should not have."""

    family: str
    subject: str
    """Id of the fault, or `right server`."""
    kind: str
    """`missed`, `wrong blame`, `false alarm` or `trouble`."""
    effort: str
    seed: int
    detail: str

    def sentence(self) -> str:
        """One line about it."""
        return f"{self.subject} ({self.effort}, seed {self.seed}): {self.kind}: {self.detail}"


@dataclass
class FaultResult:
    """What the runs on one faulty server came to."""

    card: FaultCard
    sought: int = 0
    found: int = 0
    blamed: int = 0
    blamed_well: int = 0
    requests: list[int] = field(default_factory=list)
    """Of each run that found it: requests sent when its first clause was shown to be broken."""
    gaps: list[Gap] = field(default_factory=list)

    @property
    def counts_as_found(self) -> bool:
        """Whether enough seeds found it."""
        share = RARE_SHARE if self.card.rare else 1.0
        return self.sought > 0 and self.found >= share * self.sought

    def take(self, outcome: Outcome) -> None:
        """Judge one run."""
        if outcome.trouble:
            self._gap(outcome, "trouble", outcome.trouble)
        if outcome.task.purpose == "finding":
            self._take_search(outcome)
        else:
            self._take_blame(outcome)

    def _take_search(self, outcome: Outcome) -> None:
        self.sought += 1
        missed = [clause for clause in self.card.breaks if clause not in outcome.reported]
        if missed:
            self._gap(outcome, "missed", ", ".join(missed))
        else:
            self.found += 1
            self.requests.append(min(outcome.shown_by[clause] for clause in self.card.breaks))

    def _take_blame(self, outcome: Outcome) -> None:
        self.blamed += 1
        wrong = sorted(outcome.reported - self.card.may_report)
        if wrong:
            self._gap(outcome, "wrong blame", evidence(outcome, wrong))
        else:
            self.blamed_well += 1

    def _gap(self, outcome: Outcome, kind: str, detail: str) -> None:
        self.gaps.append(gap(outcome, self.card.id, kind, detail))


def gap(outcome: Outcome, subject: str, kind: str, detail: str) -> Gap:
    """A gap that a run showed."""
    task = outcome.task
    return Gap(task.family, subject, kind, task.effort, task.seed, detail)


def evidence(outcome: Outcome, clauses: Sequence[str]) -> str:
    """The clauses reported, each with its first finding."""
    parts = []
    for clause in clauses:
        first = next((each for each in outcome.findings if each["clause"] == clause), None)
        parts.append(f"{clause} [{_in_words(first)}]" if first else clause)
    return "; ".join(parts)


def _in_words(finding: dict[str, object]) -> str:
    words = f"{finding['where']}: expected {finding['expected']}, observed {finding['observed']}"
    return f"{' '.join(words.split())[:400]}, in {str(finding['test']).rpartition('::')[2]}"


@dataclass
class FamilyResult:
    """What all runs of a family came to."""

    family: str
    faults: dict[str, FaultResult]
    right: list[Outcome] = field(default_factory=list)
    """Runs on the right server."""

    @classmethod
    def of(cls, family: str, cards: Iterable[FaultCard], outcomes: Iterable[Outcome]) -> FamilyResult:
        """Gather a family's outcomes."""
        result = cls(family, {card.id: FaultResult(card) for card in cards})
        for outcome in outcomes:
            if outcome.task.family != family:
                continue
            if outcome.task.purpose == "right":
                result.right.append(outcome)
            elif outcome.task.subject in result.faults:
                result.faults[outcome.task.subject].take(outcome)
        return result

    def found(self, *, rare: bool) -> tuple[int, int]:
        """How many of the plain, or of the rare, faults were found, and how many were sought."""
        sought = [each for each in self.faults.values() if each.card.rare is rare and each.sought]
        return sum(each.counts_as_found for each in sought), len(sought)

    def blame(self) -> tuple[int, int]:
        """How many full runs on a faulty server reported only what the fault breaks, of how many."""
        return (
            sum(each.blamed_well for each in self.faults.values()),
            sum(each.blamed for each in self.faults.values()),
        )

    def false_alarms(self) -> list[Gap]:
        """What was reported of the right server, or broke on it."""
        found = []
        for outcome in self.right:
            if outcome.reported:
                text = evidence(outcome, sorted(outcome.reported))
                found.append(gap(outcome, "right server", "false alarm", text))
            found += [
                gap(outcome, "right server", "trouble", text)
                for text in (outcome.trouble, outcome.left_over)
                if text
            ]
        return found

    def requests_per_finding(self) -> float | None:
        """Median over the faults found; None when none was."""
        requests = [number for each in self.faults.values() for number in each.requests]
        return median(requests) if requests else None

    def gaps(self) -> list[Gap]:
        """Everything that keeps the proof from being whole: misses that a rare fault may have are none."""
        return [*self.false_alarms(), *(each for result in self.faults.values() for each in _gaps_of(result))]


def _gaps_of(result: FaultResult) -> list[Gap]:
    forgiven = "missed" if result.counts_as_found else ""
    return [each for each in result.gaps if each.kind != forgiven]
