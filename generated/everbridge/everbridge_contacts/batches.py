"""Batches of any length, sent in chunks, with one result for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from attrs import frozen

from . import errors
from .models.batch_result import BatchResult
from .models.contact_row import ContactRow

USUAL_SIZE: Final = 100
"""How many rows go into a call, unless told otherwise."""

_ALL_DONE: Final = 100
_SOME_FAILED: Final = 200
_ROW: Final = re.compile(r"\[(\d+)\]")
# What concerns the rows of one chunk, so that the next may fare better; anything else ends the work.
_ABOUT_ROWS: Final = (errors.BadRequest, errors.Conflict, errors.Unprocessable)


class Outcome(StrEnum):
    """What became of a row."""

    DONE = "done"
    FAILED = "failed"
    """Refused: the contact is as it was."""
    UNCERTAIN = "uncertain"
    """Nobody said. Read the contact to find out."""
    NOT_SENT = "not sent"
    """An earlier chunk failed in a way that this one would too."""


@frozen
class RowResult:
    """What became of one row."""

    position: int
    """The row's place among those that were given, from 0."""
    row: ContactRow
    outcome: Outcome
    message: str = ""
    """What Everbridge said about the row."""
    error: Exception | None = None
    """What the call raised that the row was sent with, or would have been."""


class Batch:
    """Keeps account of a batch while its chunks are sent; the same for blocking and asynchronous clients."""

    def __init__(self, rows: Sequence[ContactRow], size: int) -> None:
        """Take the rows and how many go into a call."""
        if size < 1:
            raise ValueError(f"size is {size}; a call takes at least one row")
        self._rows = list(rows)
        self._size = size
        self._stopped: Exception | None = None
        self.results: list[RowResult] = []

    def chunks(self) -> Iterator[list[ContactRow]]:
        """Give out what to send next, until all is sent or something lasting failed."""
        for start in range(0, len(self._rows), self._size):
            chunk = self._rows[start : start + self._size]
            if self._stopped is None:
                yield chunk
            else:
                self._note(chunk, Outcome.NOT_SENT, error=self._stopped)

    def answered(self, chunk: list[ContactRow], answer: BatchResult) -> None:
        """Note what Everbridge said about a chunk."""
        said = _by_row(answer, len(chunk))
        others = _others(answer, said)
        for number, row in enumerate(chunk, 1):
            outcome = Outcome.FAILED if number in said else others
            self._note([row], outcome, said.get(number, ""))

    def failed(self, chunk: list[ContactRow], error: errors.CallFailed) -> None:
        """Note that the call with a chunk was refused as a whole, or that nobody knows what it did."""
        refused = isinstance(error, errors.RequestRefused)
        self._note(chunk, Outcome.FAILED if refused else Outcome.UNCERTAIN, error=error)
        if not isinstance(error, _ABOUT_ROWS):
            self._stopped = error

    def _note(
        self, rows: list[ContactRow], outcome: Outcome, message: str = "", error: Exception | None = None
    ) -> None:
        for row in rows:
            self.results.append(RowResult(len(self.results), row, outcome, message, error))


def _by_row(answer: BatchResult, rows: int) -> dict[int, str]:
    """Return what is said about each row, by its number from 1; the number stands in square brackets."""
    said: dict[int, str] = {}
    for sentence in answer.data or []:
        found = _ROW.search(sentence or "")
        if found and 1 <= int(found[1]) <= rows:
            said.setdefault(int(found[1]), sentence or "")
    return said


def _others(answer: BatchResult, said: dict[int, str]) -> Outcome:
    """Return what became of the rows that nothing is said about."""
    sentences = len(answer.data or [])
    if answer.code == _ALL_DONE:
        return Outcome.UNCERTAIN if sentences else Outcome.DONE
    understood = bool(said) and len(said) == sentences
    return Outcome.DONE if answer.code == _SOME_FAILED and understood else Outcome.UNCERTAIN
