"""What a run has made: written down before it is made, so that a clean-up never has to guess."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

MARK = "cc"
UNDER_WAY = "?"
"""In place of an id: the thing may exist, for its making was asked for and not answered yet."""


def new_mark() -> str:
    """The mark of a run, part of the name of everything that it makes."""
    return f"{MARK}-{secrets.token_hex(4)}"


@dataclass
class Ledger:
    """The things that a run made, in order. With a path, each line is on disk before the thing exists."""

    mark: str
    path: Path | None = None
    made: dict[str, str] = field(default_factory=dict)
    """Name that carries the mark -> id at the target; empty while the id is not known."""

    def name(self) -> str:
        """A fresh name with the mark, written down."""
        name = f"{self.mark}-{len(self.made) + 1:04d}"
        self.note(name, "")
        return name

    def note(self, name: str, identifier: str) -> None:
        """Write down a name, or the id that it got."""
        self.made[name] = identifier
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"name": name, "id": identifier}) + "\n")

    def clean(self, remove: Callable[[str, str], str]) -> list[tuple[str, str]]:
        """Call ``remove(name, id)`` for all, newest first; return what it could not remove, with its reasons."""
        left = []
        for name, identifier in reversed(self.made.items()):
            reason = remove(name, identifier)
            if reason:
                left.append((name, reason))
        return left
