"""Shows how far a run has come: a line that moves on a terminal, a line per file elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TextIO

_MARKS = {"passed": ".", "failed": "F", "skipped": "s", "error": "E"}


@dataclass
class Progress:
    """Counts tests as they end."""

    total: int = 0
    """0 while it is not known."""
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    done: int = 0
    failed: int = 0
    _file: str = ""

    def ended(self, test: str, result: str) -> None:
        """Tell of one test that ended."""
        self.done += 1
        self.failed += result in ("failed", "error")
        place = test.partition("::")[0]
        if self.stream.isatty():
            of = f"/{self.total}" if self.total else ""
            text = f"{self.done}{of} tests, {self.failed} with findings or trouble: {place}"
            self.stream.write(f"\r\x1b[2K{text[:110]}")
        else:
            if place != self._file:
                self.stream.write(f"{'' if not self._file else chr(10)}{place} ")
                self._file = place
            self.stream.write(_MARKS.get(result, "?"))
        self.stream.flush()

    def close(self) -> None:
        """End the line."""
        if self.stream.isatty():
            self.stream.write("\r\x1b[2K")
        elif self._file:
            self.stream.write("\n")
        self.stream.flush()
