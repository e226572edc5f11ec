"""Which faults are tried, and what counts as finding one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median
from typing import Any, Final

from scripts.proof.judgement import FaultCard

OF_A_KIND: Final = 6
"""How many plain and how many rare faults of a family are tried, unless an option says otherwise."""
RIGHT_SEEDS: Final = 3
"""How many runs on the right server tell what a peer complains of anyway."""


@dataclass(frozen=True)
class Report:
    """What one run of a peer came to."""

    complaints: frozenset[str] = frozenset()
    """Each in words that do not change from run to run: what was wrong, and of which operation or step."""
    requests: int = 0
    seconds: float = 0.0
    trouble: str = ""
    """Why the run cannot be used; empty when it can."""


@dataclass(frozen=True)
class Tried:
    """A faulty server that a peer was run on."""

    card: FaultCard
    report: Report


@dataclass
class Tally:
    """What the runs of one peer on the servers of one family came to."""

    peer: str
    family: str
    right: list[Report] = field(default_factory=list)
    tried: list[Tried] = field(default_factory=list)

    @property
    def usual(self) -> frozenset[str]:
        """What it complains of on the right server, in any of the runs."""
        return frozenset[str]().union(*(each.complaints for each in self.right))

    def about(self, tried: Tried) -> frozenset[str]:
        """The complaints that are about the fault: those that the right server never gave rise to."""
        return tried.report.complaints - self.usual

    def by_chance(self) -> int:
        """How many right servers would pass for faulty, each judged by the complaints about the others."""
        count = 0
        for at, one in enumerate(self.right):
            others = [each.complaints for number, each in enumerate(self.right) if number != at]
            count += bool(one.complaints - frozenset[str]().union(*others))
        return count

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "peer": self.peer,
            "family": self.family,
            "plain": self._share(rare=False),
            "rare": self._share(rare=True),
            "false_alarms": sorted(self.usual),
            "right_runs": len(self.right),
            "right_by_chance": self.by_chance(),
            "requests": _median([each.requests for each in self._reports()]),
            "seconds": _median([each.seconds for each in self._reports()]),
            "troubles": [each.trouble for each in self._reports() if each.trouble],
            "faults": [self._fault(each) for each in self.tried],
        }

    def _reports(self) -> list[Report]:
        return [*self.right, *(each.report for each in self.tried)]

    def _share(self, *, rare: bool) -> dict[str, int]:
        tried = [each for each in self.tried if each.card.rare is rare]
        return {"good": sum(bool(self.about(each)) for each in tried), "of": len(tried)}

    def _fault(self, tried: Tried) -> dict[str, Any]:
        return {
            "id": tried.card.id,
            "rare": tried.card.rare,
            "found": bool(self.about(tried)),
            "by": sorted(self.about(tried)),
            "requests": tried.report.requests,
            "seconds": round(tried.report.seconds, 1),
        }


def sample(cards: Iterable[FaultCard], every: int | None = None) -> list[FaultCard]:
    """Every K-th plain and every K-th rare fault by id, from the first on; without K, six of each kind at most."""
    by_id = sorted(cards, key=lambda card: card.id)
    return [
        card for rare in (False, True) for card in _each_kth([card for card in by_id if card.rare is rare], every)
    ]


def _each_kth(cards: Sequence[FaultCard], every: int | None) -> Sequence[FaultCard]:
    return cards[:: every or max(1, ceil(len(cards) / OF_A_KIND))]


def _median(numbers: Sequence[float]) -> float | None:
    return round(median(numbers), 1) if numbers else None
