"""How much a run tries: budgets of examples, and seeds that make a run repeatable."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.strategies import SearchStrategy

Example = TypeVar("Example")
Item = TypeVar("Item")


class Effort(StrEnum):
    """The three sizes of a run."""

    QUICK = "quick"
    STANDARD = "standard"
    DEEP = "deep"


_SCALE = {Effort.QUICK: 0.12, Effort.STANDARD: 1.0, Effort.DEEP: 6.0}


@dataclass(frozen=True)
class Explorer:
    """Draws examples for a test, as many as the effort allows, the same ones for the same seed."""

    effort: Effort
    seed: int

    def budget(self, standard: int, *, least: int = 2) -> int:
        """How many examples to draw where a standard run draws ``standard``."""
        return max(least, round(standard * _SCALE[self.effort]))

    def sample(self, items: Sequence[Item], *, standard: int) -> list[Item]:
        """At a standard run and above all items; below, evenly spaced ones, the first and the last among them."""
        most = max(2, self.budget(standard))
        if self.effort is not Effort.QUICK or len(items) <= most:
            return list(items)
        return [items[round(at * (len(items) - 1) / (most - 1))] for at in range(most)]

    def explore(
        self, name: str, strategy: SearchStrategy[Example], step: Callable[[Example], None], *, standard: int
    ) -> None:
        """Call ``step`` with drawn examples. An exception ends the exploration and is raised as it is."""
        troubles: list[BaseException] = []

        def guarded(example: Example) -> None:
            if troubles:
                return
            try:
                step(example)
            except BaseException as trouble:  # Hypothesis would replay it against the target; report it once
                troubles.append(trouble)

        bare = settings(
            max_examples=self.budget(standard),
            database=None,
            deadline=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
            verbosity=Verbosity.quiet,
        )
        bare(seed(self._seed_of(name))(given(strategy)(guarded)))()
        if troubles:
            raise troubles[0]

    def _seed_of(self, name: str) -> int:
        """A seed of its own for each exploration, so that adding a test does not change the others."""
        digest = hashlib.sha256(f"{self.seed}:{name}".encode()).digest()
        return int.from_bytes(digest[:8], "big")
