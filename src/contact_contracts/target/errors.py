"""What can be wrong with a target file, said so that its author can mend it."""

from __future__ import annotations

from pathlib import Path


class TargetError(Exception):
    """A target file that cannot be used: what is wrong, in which file and line, and what to do.

    The text never holds a value from the file or the environment, as either may be a secret.
    """

    def __init__(self, problem: str, *, path: Path | None = None, line: int | None = None) -> None:
        """Put the place before the problem, as compilers do."""
        self.problem = problem
        self.path = path
        self.line = line
        super().__init__(f"{self._place()}{problem}")

    def _place(self) -> str:
        if self.path is None:
            return ""
        return f"{self.path}: " if self.line is None else f"{self.path}, line {self.line}: "
