"""What goes wrong when a contract cannot be read."""

from __future__ import annotations

from pathlib import Path


class ContractError(Exception):
    """A contract file is missing or malformed; says which file, where in it, and what to do."""

    def __init__(self, file: Path | str, place: str, problem: str, remedy: str) -> None:
        """Keep the four parts apart for callers that print them their own way."""
        super().__init__(f"{file}{f' at {place}' if place else ''}: {problem}. {remedy}")
        self.file = str(file)
        self.place = place
        self.problem = problem
        self.remedy = remedy
