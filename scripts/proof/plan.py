"""Which runs make up the proof, and which of them CI does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scripts.proof.judgement import FaultCard
from scripts.proof.runs import Task

EFFORTS = ("quick", "standard", "deep")


def whole(family: str, cards: Sequence[FaultCard], seeds: Sequence[int], *, right: bool) -> Iterator[Task]:
    """Every fault: a search at `standard` with each seed, and a full run at `quick` with the first one.

    The right server: a run at `quick` with each seed, and at every effort with the first one.
    """
    if right:  # first, as the longest of all runs would be the last to end
        yield from (Task("right", family, "", effort, seeds[0]) for effort in reversed(EFFORTS))
        yield from (Task("right", family, "", "quick", seed) for seed in seeds[1:])
    for card in cards:
        yield Task("blame", family, card.id, "quick", seeds[0])
        yield from (Task("finding", family, card.id, "standard", seed, card.breaks) for seed in seeds)


BLAMED_IN_CI = 24
"""Of so many faults one has a full run in CI."""


def part_for_ci(family: str, cards: Sequence[FaultCard], seed: int) -> Iterator[Task]:
    """Each clause's first plain fault, sought at `quick` among its clauses alone; the right server at `quick`.

    That suffices to notice what a change can do to the proof at a stroke: a clause that the suite no longer sees,
    a judge that has gone blind, a false alarm. Every 24th fault, rare ones among them, has a full run too: a
    change that shifts blame shifts it in many places. The whole proof is run before a release.
    """
    yield Task("right", family, "", "quick", seed)
    for card in first_of_each_clause(cards):
        yield Task("finding", family, card.id, "quick", seed, card.breaks)
    for card in cards[::BLAMED_IN_CI]:
        yield Task("blame", family, card.id, "quick", seed)


def first_of_each_clause(cards: Iterable[FaultCard]) -> list[FaultCard]:
    """The first plain fault of each clause; a fault stands for all the clauses that it breaks."""
    chosen: list[FaultCard] = []
    covered: set[str] = set()
    for card in cards:
        if not card.rare and not covered.issuperset(card.breaks):
            chosen.append(card)
            covered.update(card.breaks)
    return chosen
