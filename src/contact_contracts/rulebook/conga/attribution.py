"""Whose fault it is when several fields, or all that were sent, do not read as an update asked for."""

from __future__ import annotations

from dataclasses import dataclass

from contact_contracts.rulebook.conga.labels import clause
from contact_contracts.rulebook.prediction import EMPTY, SUB, Aspect, Belief, Cell, Clauses, State, Value

TRIAL = "~trial"
"""Remembers one field of the last update, to see at the next whether updates of its form arrive."""
PROVEN = "~proven"
"""Forms of updates that were seen to arrive at the record."""
WITH_ID, WITHOUT_ID = "with Id", "without Id"

ADDRESSED = clause("addressing.by-external-id")
ABSENT = clause("id.absent-updates")
HARMLESS = clause("error.refused-changes-nothing")
UNTOLD = "?"
"""Stands for the reason of a refusal that had several."""
KEPT = clause("fields.unsent-kept")
WRITTEN = clause("fields.each-writable")


def proven_forms(before: Belief) -> frozenset[str]:
    """Forms of updates that reads showed to arrive, the last update included when it was read back since."""
    known = before.state.get(PROVEN, frozenset())
    forms = known if isinstance(known, frozenset) else frozenset()
    trial = before.state.get(TRIAL)
    if before.confirmed and isinstance(trial, tuple) and before.get(trial[1]) == trial[2]:
        return forms | {trial[0]}
    return forms


def trial_of(form: str, before: Belief, wanted: dict[Aspect, Value]) -> Value:
    """What to remember of an update of a record that was just read: its form, and a field that it changes."""
    if not before.confirmed:
        return None
    return next(((form, a, v) for a, v in wanted.items() if before.get(a) != v), None)


@dataclass(frozen=True)
class Attribution:
    """Explains the broken aspects of one update as a whole, where they have one cause."""

    before: Belief
    cells: dict[Aspect, Cell]
    sent: tuple[Aspect, ...]
    form: str
    proven: bool
    """Whether updates of this form were seen to arrive at the record."""

    def __call__(self, observed: State, broken: tuple[Aspect, ...]) -> tuple[Clauses, Clauses] | None:
        """The clauses, and narrower ones that would explain the breach away; None where the cells speak."""
        if self._nothing_arrived(observed, broken):
            return self._unapplied(broken)
        if self.before.refusal and not set(broken) & set(self.sent):
            return (KEPT,), tuple({HARMLESS, self.before.refusal} - {UNTOLD})
        return self._misplaced(observed, broken)

    def _nothing_arrived(self, observed: State, broken: tuple[Aspect, ...]) -> bool:
        changing = [a for a in self.sent if self.cells[a].telling]
        untouched = all(observed.get(a, EMPTY) == self.before.get(a) for a in changing)
        return bool(changing) and untouched and set(broken) <= set(changing)

    def _unapplied(self, broken: tuple[Aspect, ...]) -> tuple[Clauses, Clauses] | None:
        whole = () if self.form == WITH_ID else (ABSENT,)
        nulls = [a for a in broken if EMPTY in self.cells[a].values]
        kinds = {self.cells[a].clauses[:1] for a in broken if a not in nulls}
        if len(kinds) + bool(nulls) > 1:
            return (whole, (ADDRESSED,)) if whole else ((ADDRESSED,), ())
        if self.proven:
            return None
        plainest = self.cells[min(broken, key=lambda a: len(self.cells[a].narrower))]
        return plainest.clauses[:1], (*plainest.narrower, *whole, ADDRESSED)

    def _misplaced(self, observed: State, broken: tuple[Aspect, ...]) -> tuple[Clauses, Clauses] | None:
        """Whether fields that nobody sent show what fields that were sent should have shown."""
        sent = set(self.sent)
        lost = {value for a in broken if a in sent for value in self.cells[a].values}
        shown = {observed.get(a, EMPTY) for a in broken if a.partition(SUB)[0] not in sent}
        if shown and lost:
            return ((WRITTEN,), ()) if shown <= lost else None
        written = {value for a in sent for value in self.cells[a].values}
        return ((KEPT,), (WRITTEN,)) if shown and shown <= written else None
