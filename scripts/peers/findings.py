"""Which faults are tried, and what counts as finding one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import median
from typing import Any, Final, TypeVar

from scripts.proof.judgement import FaultCard

T = TypeVar("T")
OF_A_KIND: Final = 3
"""How many plain and how many rare faults of a family are tried, unless an option says otherwise."""
VARIATIONS: Final = 2
"""How many of a family's permitted variations are tried, unless all are."""
RIGHT_SEEDS: Final = 2
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
    varied: dict[str, Report] = field(default_factory=dict)
    """What it said of servers that are right in another way, by their names."""

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
            "variations": {name: sorted(each.complaints - self.usual) for name, each in self.varied.items()},
            "requests": _median([each.requests for each in self._reports()]),
            "seconds": _median([each.seconds for each in self._reports()]),
            "troubles": [each.trouble for each in self._reports() if each.trouble],
            "faults": [self._fault(each) for each in self.tried],
        }

    def _reports(self) -> list[Report]:
        return [*self.right, *self.varied.values(), *(each.report for each in self.tried)]

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


def sample(cards: Iterable[FaultCard], seed: int, of_a_kind: int | None) -> list[FaultCard]:
    """So many plain and so many rare faults, drawn by the seed; all of them without a number."""
    by_id = sorted(cards, key=lambda card: card.id)
    return [
        card
        for rare in (False, True)
        for card in drawn([card for card in by_id if card.rare is rare], seed, of_a_kind)
    ]


def drawn(things: Sequence[T], seed: int, number: int | None) -> list[T]:
    """So many of the things, drawn by the seed; all of them without a number, or when there are no more."""
    if number is None or number >= len(things):
        return list(things)
    return Random(seed).sample(things, number)  # noqa: S311 - a choice that can be made again, no secret


def _median(numbers: Sequence[float]) -> float | None:
    return round(median(numbers), 1) if numbers else None
