"""Explains a contact that reads exactly as before, although an update should have changed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contact_contracts.rulebook.bird.labels import clause
from contact_contracts.rulebook.bird.state import ATTRIBUTE, COMPUTED, IDENTIFIER
from contact_contracts.rulebook.prediction import EMPTY, Aspect, Belief, Cell, Clauses, Lost, State

LOST = (clause("addressing.path-id"), clause("lifecycle.any-sequence"))
"""What is to blame where updates are lost whatever they are about."""


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


@dataclass(frozen=True)
class Traceless:
    """Tells what an update named and a read shows as it was before."""

    before: Belief
    cells: Mapping[Aspect, Cell]

    def __call__(self, observed: State, aspects: list[Aspect]) -> Lost | None:
        """None where some of the aspects have changed; no kinds where others have."""
        if not all(aspect in self.cells and self._is_old(observed, aspect) for aspect in aspects):
            return None
        whole = all(self._is_old(observed, aspect) for aspect in self.cells if aspect not in COMPUTED)
        named = frozenset(_kind(aspect) for aspect in aspects if aspect not in COMPUTED)
        return Lost(LOST, named if whole else frozenset())

    def _is_old(self, observed: State, aspect: Aspect) -> bool:
        return not self.before.is_unknown(aspect) and observed.get(aspect, EMPTY) == self.before.get(aspect)


def _kind(aspect: Aspect) -> str:
    """Attributes, identifiers, or what a contact is in."""
    return next((kind for kind in (ATTRIBUTE, IDENTIFIER) if aspect.startswith(kind)), "member")
