"""Building the belief that follows from an accepted write, one labelled cell at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Aspect,
    Belief,
    Cell,
    Clauses,
    Explain,
    Otherwise,
    Value,
)

Label = Callable[[str], tuple[Clauses, Clauses]]
"""From a rule's short name to the clauses it rests on, and the narrower clauses that would explain a breach."""


class Draft:
    """Cells and the likeliest state after a write, over what was believed before it."""

    def __init__(self, before: Belief, label: Label) -> None:
        self.before = before
        self.label = label
        self.cells: dict[Aspect, Cell] = {}
        self.state: dict[Aspect, Value] = {EXISTS: True}
        self.unknown: list[Aspect] = []

    def expect(self, aspect: Aspect, value: Value, rule: str, *, telling: bool | None = None, **more: Any) -> None:
        """The aspect must read as given. Telling, unless said otherwise, where it read differently before."""
        clauses, narrower = self.label(rule)
        old = self.before.get(aspect)
        changed = old != value or self.before.is_unknown(aspect)
        tells = changed if telling is None else telling
        self.cells[aspect] = Cell(clauses, (value,), telling=tells, narrower=narrower, **more)
        self._assume(aspect, value)

    def expect_labelled(
        self, aspect: Aspect, value: Value, clauses: Clauses, narrower: Clauses, **more: Any
    ) -> None:
        """The aspect must read as given, by clauses that the caller has looked up."""
        self.cells[aspect] = Cell(clauses, (value,), narrower=narrower, **more)
        self._assume(aspect, value)

    def expect_one_of(self, aspect: Aspect, values: tuple[Value, ...], rule: str) -> None:
        """The aspect must read as one of several values."""
        clauses, narrower = self.label(rule)
        old = self.before.get(aspect)
        self.cells[aspect] = Cell(clauses, values, telling=old not in values, narrower=narrower)
        self.unknown.append(aspect)

    def expect_changed(self, aspect: Aspect, rule: str, *, unless: str = "") -> None:
        """The aspect must not keep its old value; what it reads instead is the server's choice.

        ``unless``: a rule whose breach elsewhere would explain what looks like the old value.
        """
        clauses, narrower = self.label(rule)
        narrower += self.label(unless)[0] if unless else ()
        old = self.before.get(aspect)
        if old is not EMPTY and not self.before.is_unknown(aspect):
            self.cells[aspect] = Cell(clauses, forbidden=(old,), narrower=narrower)
        self.unknown.append(aspect)

    def keep(self, aspect: Aspect, rule: str, **more: Any) -> None:
        """The aspect stays as it was. A write that no read confirmed yet keeps its own label."""
        if self.before.is_unknown(aspect):
            self.unknown.append(aspect)
            return
        clauses, narrower = self.label(rule)
        value = self.before.get(aspect)
        earlier = self.before.cells.get(aspect)
        fresh = Cell(clauses, (value,), telling=value is not EMPTY, narrower=narrower, **more)
        # Without a read in between, either write may be to blame: the later one, if it is ever seen broken.
        kept = earlier and replace(earlier, narrower=(*earlier.narrower, *clauses))
        self.cells[aspect] = kept or fresh
        self._assume(aspect, value)

    def read_as(self, aspect: Aspect, readings: tuple[tuple[Value, str], ...], rule: str, **more: Any) -> None:
        """An open question: note which of the readings the aspect shows."""
        clauses, _ = self.label(rule)
        self.cells[aspect] = Cell(clauses, readings=readings, **more)
        self.unknown.append(aspect)

    def unclear(self, aspect: Aspect) -> None:
        """Nothing is known of the aspect, nor of those that begin like it."""
        self.unknown.append(aspect)

    def remember(self, aspect: Aspect, value: Value) -> None:
        """Keep something for later predictions that no read shows."""
        self.state[aspect] = value

    def _assume(self, aspect: Aspect, value: Value) -> None:
        if value is not EMPTY:
            self.state[aspect] = value

    def belief(self, otherwise: Clauses | Otherwise = (), explain: Explain | None = None) -> Belief:
        """What is believed once the write was accepted."""
        return Belief(
            state=self.state,
            cells=self.cells,
            otherwise=otherwise,
            unknown=tuple(dict.fromkeys(self.unknown)),
            explain=explain,
        )
