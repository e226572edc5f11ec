"""Runs that were done already, in a file of JSON Lines; a run counts only for the sources it was done with."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from scripts.proof.runs import Outcome, Task

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SOURCES: Final = ("src", "contract_tests", "specs")
_SUFFIXES: Final = frozenset({".py", ".yaml", ".toml", ".json"})


def fingerprint(root: Path = ROOT) -> str:
    """A digest of everything that a run's outcome depends on: suite, servers and contracts."""
    digest = hashlib.sha256()
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _SUFFIXES:
                digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Done:
    """The runs of a file, and those added to it."""

    def __init__(self, path: Path | None, sources: str) -> None:
        """Read what the file holds for these sources; without a path nothing is kept."""
        self.path = path
        self.sources = sources
        self._known: dict[tuple[str, ...], Outcome] = {}
        if path is not None and path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                self._read(line)

    def _read(self, line: str) -> None:
        try:
            entry = json.loads(line)
        except ValueError:
            return  # the half line of a proof that was killed
        if entry["sources"] == self.sources:
            outcome = Outcome.from_dict(entry["outcome"])
            self._known[outcome.task.key] = outcome

    def get(self, task: Task) -> Outcome | None:
        """The outcome of a run that was done."""
        return self._known.get(task.key)

    def add(self, outcome: Outcome) -> None:
        """Note a run."""
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"sources": self.sources, "outcome": outcome.to_dict()}) + "\n")
