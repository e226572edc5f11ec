"""The words a run ends in: what was observed of a clause, what that amounts to, and how a run exits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from contact_contracts.exchange import Exchange


class Level(StrEnum):
    """How firmly the documents state a clause; it decides what a breach weighs."""

    DOCUMENTED = "documented"
    VENDOR = "vendor"
    DERIVED = "derived"
    OPEN = "open"


class Verdict(StrEnum):
    """What a run knows of one clause at its end."""

    VIOLATED = "violated"
    WARNED = "warned"
    ERROR = "error"
    BLOCKED = "blocked"
    HOLDS = "holds"
    READING = "reading"
    NOT_OBSERVABLE = "not observable"
    NOT_EXERCISED = "not exercised"


class Exit(IntEnum):
    """Exit codes of the command."""

    HOLDS = 0
    VIOLATED = 1
    USAGE = 2
    INCONCLUSIVE = 3
    DEVIATION_GONE = 4
    INTERNAL = 70


@dataclass(frozen=True)
class Finding:
    """A breach of one clause, with the evidence for it."""

    clause: str
    level: Level
    where: str
    """What was looked at, such as ``contact 5001, middleInitial``."""
    expected: str
    observed: str
    exchanges: tuple[Exchange, ...] = ()
    """The calls it rests on, in order; the last one shows the breach."""
    test: str = ""
    """Node id of the test that drove the target here; empty for recorded traffic."""
    times: int = 1
    """How often the same breach was seen in the run."""


@dataclass(frozen=True)
class ClauseVerdict:
    """One row of the result: a clause and what became of it."""

    clause: str
    level: Level
    verdict: Verdict
    observations: int = 0
    """How many observations could have shown a breach and did not."""
    violations: int = 0
    reading: str = ""
    """For an open clause: the reading that the target takes."""
    reason: str = ""
    """Why it was not exercised, not observable, blocked or an error."""
    counts: dict[str, int] = field(default_factory=dict)
    """Refusal rules only: how many pure violations (``refused``) and legal twins (``accepted``) were sent."""
    known_deviation: str = ""
    """The target file's reason for expecting this clause to be broken; empty otherwise."""

    @property
    def deviation_gone(self) -> bool:
        """Whether it was expected to be broken, and is not any more."""
        return bool(self.known_deviation) and self.verdict in (Verdict.HOLDS, Verdict.READING)

    @property
    def tolerated(self) -> bool:
        """Whether it is broken, but known to be."""
        return bool(self.known_deviation) and self.verdict in (Verdict.VIOLATED, Verdict.WARNED)
