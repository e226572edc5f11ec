"""What a run has made, and what it found: written down before it writes, so that no clean-up has to guess."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from contact_contracts.exchange import Exchange, Response

Record = TypeVar("Record")
MARK = "cc"
NOT_FOUND = 404
UNDER_WAY = "?"
"""In place of an id: the thing may exist, for its making was asked for and not answered yet."""


def is_refused(exchange: Exchange) -> bool:
    """Whether a call was answered by a refusal, so that nothing came of it."""
    return exchange.response is not None and 400 <= exchange.response.status < 500


def not_deleted(answer: Response | None) -> str:
    """What the answer to a deletion says against it, where no read can tell; nothing when it was done."""
    if answer is not None and (answer.ok or answer.status == NOT_FOUND):
        return ""
    return f"its deletion was answered with {f'HTTP {answer.status}' if answer else 'nothing'}"


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
    family: str = ""
    at: str = ""
    """The place of the target, so that nothing is removed anywhere else."""
    kept: list[str] = field(default_factory=list)
    """Keys of the contacts of the target file that the run may change, whose originals are on disk."""

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
                line = {"family": self.family, "at": self.at, "name": name, "id": identifier}
                file.write(json.dumps(line) + "\n")

    @property
    def originals(self) -> Path | None:
        """Where the contacts of the target file are kept as they were."""
        return self.path and self.path.with_name(f"originals-{self.mark}.jsonl")

    def keep(self, key: str, record: Record) -> Record:
        """Write down a contact of the target file as it was read, before anything is written to it."""
        self.kept.append(key)
        if self.originals is not None:
            about = {"family": self.family, "at": self.at, "key": key}
            line = {**about, "time": datetime.now(UTC).isoformat(), "record": record}
            self.originals.touch(0o600)
            with self.originals.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, default=str) + "\n")
        return record

    def close(self, left: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Drop what is on disk and not needed any more; what is left over, with the place of its original."""
        if self.path is not None and not left:
            self.path.unlink(missing_ok=True)
        if self.originals is None or not self.kept:
            return left
        named = {f"contact {key}" for key in self.kept}
        if named.isdisjoint(what for what, _ in left):
            self.originals.unlink(missing_ok=True)
            return left
        where = f"; {self.originals} has it as it was"
        return [(what, f"{reason}{where}" if what in named else reason) for what, reason in left]

    def clean(self, remove: Callable[[str, str], str]) -> list[tuple[str, str]]:
        """Call ``remove(name, id)`` for all, newest first; return what it could not remove, with its reasons.

        Whatever keeps it from removing one, the others have their turn.
        """
        left = []
        for name, identifier in reversed(self.made.items()):
            try:
                reason = remove(name, identifier)
            except Exception as trouble:
                reason = f"{type(trouble).__name__}: {trouble}"
            if reason:
                left.append((name, reason))
        return left
