"""Why nothing at all of an update came to a contact, or a row that it wrote is gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from contact_contracts.rulebook.prediction import EMPTY, Aspect, Clauses, State
from contact_contracts.rulebook.sfmc.facts import AttributeSet
from contact_contracts.rulebook.sfmc.labels import PAGE_EXAMPLE, TYPES, UPDATED, clause, narrower
from contact_contracts.rulebook.sfmc.sent import Touched
from contact_contracts.rulebook.sfmc.values import alike, folded

if TYPE_CHECKING:
    from contact_contracts.rulebook.sfmc.writing import Cells


class Unapplied:
    """Explains a contact to which nothing at all of a body came: by the way it was addressed."""

    def __init__(self, cells: Cells, written: Iterable[Touched]) -> None:
        self.rule = PAGE_EXAMPLE if cells.page else UPDATED if cells.reached else cells.rule
        self.old = {aspect: cells.old(aspect) for aspect in cells.changed}
        changed = {cells.sent[aspect].set_number for aspect in cells.changed if aspect in cells.sent}
        self.in_question = cells.reached and not cells.page and len(changed) != cells.sets
        """Whether a set that changes nothing may have come, and the others not: the cells tell that better."""
        self.repeated = bool(cells.changed) and all(
            aspect in cells.sent and cells.is_repeat(aspect) for aspect in cells.changed
        )
        self.narrower = narrower(self.rule)
        news = {aspect: cells.draft.cells[aspect].values[0] for aspect in cells.changed if aspect in cells.sent}
        if news and all(alike(self.old[aspect], new) for aspect, new in news.items()):
            self.narrower += (clause(TYPES),)
        self.rows = _Rows(cells, written)

    def __call__(self, observed: State, broken: tuple[Aspect, ...]) -> Clauses:
        """The rule's clause when every value that should have changed reads as before, and nothing else broke."""
        if lost := self.rows.lost(observed, broken):
            return lost
        if self.in_question or self.repeated or self._stored_elsewhere(observed):
            return ()
        none_came = all(observed.get(aspect, EMPTY) == old for aspect, old in self.old.items())
        return (clause(self.rule),) if none_came and set(broken) <= set(self.old) else ()

    def _stored_elsewhere(self, observed: State) -> bool:
        """Whether something came to a row whose key is what careless storage makes of the one sent."""
        missing = {folded(aspect) for aspect in self.old if aspect not in observed}
        other_key = any(aspect not in self.old and folded(aspect) in missing for aspect in observed)
        return other_key or self.rows.without_key(observed)


class _Rows:
    """Rows that a body wrote, told apart by keys: one not found by its key any more may be there without it."""

    def __init__(self, cells: Cells, written: Iterable[Touched]) -> None:
        self.cells = cells
        self.sets = {
            touched.attributes.row_prefix(row) + ".": touched.attributes
            for touched in written
            for row in touched.rows
            if touched.attributes.keys
        }

    def lost(self, observed: State, broken: tuple[Aspect, ...]) -> Clauses:
        """What the key of a row breaks that is gone with all it held, if that and new rows are all that broke."""
        gone = self._gone(observed)
        held = [aspect for aspect in broken if aspect.startswith(tuple(gone))]
        new = [a for a in broken if a not in self.cells.draft.cells and any(s.owns(a) for s in gone.values())]
        if not gone or set(broken) != {*held, *new} or all(aspect in self.cells.sent for aspect in held):
            return ()
        keys = [prefix + s.keys[0] for prefix, s in gone.items()]
        return next(
            (cell.blame(EMPTY) for key in keys if (cell := self.cells.draft.cells.get(key)) and cell.blame), ()
        )

    def without_key(self, observed: State) -> bool:
        """Whether a row has no key, in a set of which a row that was written is not found."""
        keyless = tuple(s.keyless for s in self._gone(observed).values())
        return any(aspect.startswith(keyless) for aspect in observed)

    def _gone(self, observed: State) -> dict[Aspect, AttributeSet]:
        return {prefix: s for prefix, s in self.sets.items() if not any(a.startswith(prefix) for a in observed)}
