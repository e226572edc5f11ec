"""What can be wrong with a file of recorded traffic."""

from __future__ import annotations

from pathlib import Path


class TrafficError(Exception):
    """A file that cannot be judged: which one, where in it, what is wrong, what to do."""

    def __init__(self, path: Path, problem: str, *, place: str = "") -> None:
        """Put the place before the problem."""
        super().__init__(f"{path}, {place}: {problem}" if place else f"{path}: {problem}")


class NothingMatched(Exception):
    """Traffic in which no family's API was recognized."""
