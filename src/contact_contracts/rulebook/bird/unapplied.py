"""Explains a contact that reads exactly as before, although an update should have changed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contact_contracts.rulebook.bird.state import COMPUTED
from contact_contracts.rulebook.prediction import EMPTY, Aspect, Belief, Cell, Clauses, State


@dataclass(frozen=True)
class Unapplied:
    """Blames one clause where nothing at all was applied."""

    before: Belief
    cells: Mapping[Aspect, Cell]
    clauses: Clauses

    def __call__(self, observed: State, broken: tuple[Aspect, ...]) -> Clauses:
        """The clauses that explain all broken aspects at once, or none."""
        kinds = {
            self.cells[aspect].clauses for aspect in broken if aspect in self.cells and aspect not in COMPUTED
        }
        untouched = all(observed.get(aspect, EMPTY) == self.before.get(aspect) for aspect in self.cells)
        return self.clauses if untouched and len(kinds) > 1 else ()


@dataclass(frozen=True)
class Misled:
    """Blames the id in the body where nothing was applied, unless what should have changed fails elsewhere too."""

    before: Belief
    cells: Mapping[Aspect, Cell]
    clauses: Clauses

    def __call__(self, observed: State, broken: tuple[Aspect, ...]) -> tuple[Clauses, Clauses] | None:
        """The clauses to blame and those that would explain the breach; None where something was applied."""
        telling = [aspect for aspect in self.cells if aspect not in COMPUTED]
        if any(observed.get(aspect, EMPTY) != self.before.get(aspect) for aspect in telling):
            return None
        named = (name for aspect in broken if aspect in self.cells for name in self.cells[aspect].clauses)
        return self.clauses, tuple(dict.fromkeys(name for name in named if name not in self.clauses))
