"""What a run met with, family by family; plain data, so that processes can send theirs."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

from contact_contracts.judge.tally import Tally
from contact_contracts.record import Leftover, Trouble


@dataclass
class Observed:
    """What one process saw; workers send theirs to the controller."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    blocked: dict[str, str] = field(default_factory=dict)
    """Clause -> why."""
    errors: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    unobservable: dict[str, str] = field(default_factory=dict)
    driven: set[str] = field(default_factory=set)
    """Clauses of the tests that began."""
    unreadable: set[str] = field(default_factory=set)
    """Families whose target cannot show contacts."""
    troubles: list[Trouble] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    requests: int = 0

    def tally(self, family: str) -> Tally:
        """The family's tally."""
        return self.tallies.setdefault(family, Tally())

    def merge(self, other: Observed) -> None:
        """Add what another process saw."""
        for family, tally in other.tallies.items():
            self.tally(family).merge(tally)
        for mine, theirs in (
            (self.blocked, other.blocked),
            (self.errors, other.errors),
            (self.missing, other.missing),
            (self.unobservable, other.unobservable),
        ):
            for clause, reason in theirs.items():
                mine.setdefault(clause, reason)
        self.driven |= other.driven
        self.unreadable |= other.unreadable
        self.troubles += other.troubles
        self.leftovers += other.leftovers
        self.requests += other.requests

    def dumped(self) -> bytes:
        """For the way between processes of one run."""
        return pickle.dumps(self)

    @classmethod
    def loaded(cls, data: bytes) -> Observed:
        """What ``dumped`` gave, by a worker of this very run."""
        found = pickle.loads(data)  # noqa: S301 - sent by our own worker process
        if not isinstance(found, cls):
            raise TypeError("a worker sent something else than its observations")
        return found
