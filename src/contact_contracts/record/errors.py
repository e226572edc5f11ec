"""What can be wrong with a run record."""

from __future__ import annotations

from pathlib import Path


class RecordError(Exception):
    """A record that cannot be relied on: which file and line, what is wrong, what to do."""

    def __init__(self, path: Path, problem: str, *, line: int | None = None) -> None:
        """Put the place before the problem."""
        self.path = path
        self.problem = problem
        self.line = line
        place = f"{path}" if line is None else f"{path}, line {line}"
        super().__init__(f"{place}: {problem}")
