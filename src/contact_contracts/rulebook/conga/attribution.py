"""Whose fault it is when several fields, or all that were sent, do not read as an update asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from contact_contracts.rulebook.conga.fields import LOOKUPS
from contact_contracts.rulebook.conga.labels import clause
from contact_contracts.rulebook.prediction import EMPTY, SUB, Aspect, Belief, Cell, Clauses, State, Value

TRIAL = "~trial"
"""Remembers the last update of a record that was just read, to see at the next whether it arrived."""
EXPERIENCE = "~experience"
"""Remembers what earlier updates of the record did."""
ARRIVED_KEPT = 4

ADDRESSED = clause("addressing.by-external-id")
ABSENT = clause("id.absent-updates")
HARMLESS = clause("error.refused-changes-nothing")
UNTOLD = "?"
"""Stands for the reason of a refusal that had several."""
KEPT = clause("fields.unsent-kept")
WRITTEN = clause("fields.each-writable")
CLEARED = clause("fields.null-clears")
POINTED = clause("fields.lookup")
FIELDS: Final = (WRITTEN, CLEARED, POINTED)
"""Rules about what was sent, the most general one first: losing values may be why the others are lost."""

Form = frozenset[str]
"""What an update has beside its fields; nothing in a plain one."""
Items = frozenset[tuple[Aspect, Value]]
WITH_ID = "with Id"
SHOWN = "with the record in the answer"
PLAIN: Form = frozenset()
HIDDEN = "with no record in the answer, as it asks"
TRAITS: Final = {
    WITH_ID: clause("id.matching-accepted"),
    SHOWN: clause("payload.on-request"),
    HIDDEN: clause("payload.off-when-false"),
}
"""What a form may have, and the clause that says that it takes nothing from an update."""


def traits_of(form: Form) -> Clauses:
    """The clauses that would explain that an update of a form loses something."""
    return tuple(clause for trait, clause in TRAITS.items() if trait in form)


@dataclass(frozen=True)
class Trial:
    """An update of a record that had just been read."""

    form: Form
    sent: Items
    changed: frozenset[tuple[Aspect, Value, Value]]
    """Fields that it changes, with their old and their new values."""


@dataclass(frozen=True)
class Experience:
    """What updates of one record did before."""

    proven: frozenset[Form] = frozenset()
    """Forms of updates that were seen to arrive."""
    arrived: tuple[Items, ...] = ()
    """The last plain updates that were seen to arrive whole."""
    lossy: bool = False
    """Whether a plain update was seen to lose something: then no form of others is to blame for that."""

    @classmethod
    def of(cls, before: Belief) -> Experience:
        """What is known of a record's updates, the last one included when it was read back since."""
        known = before.state.get(EXPERIENCE)
        earlier = known if isinstance(known, cls) else cls()
        trial = before.state.get(TRIAL)
        return earlier._with(trial, before) if before.confirmed and isinstance(trial, Trial) else earlier

    def _with(self, trial: Trial, read: Belief) -> Experience:
        came = any(read.get(aspect) == new for aspect, _, new in trial.changed)
        proven = self.proven | {trial.form} if came else self.proven
        if trial.form != PLAIN:
            return replace(self, proven=proven)
        lossy = self.lossy or any(read.get(aspect) == old for aspect, old, _ in trial.changed)
        whole = came and all(read.get(aspect) == value for aspect, value in trial.sent)
        arrived = (*self.arrived, trial.sent)[-ARRIVED_KEPT:] if whole else self.arrived
        return Experience(proven, arrived, lossy)


def trial_of(form: Form, before: Belief, wanted: dict[Aspect, Value]) -> Trial | None:
    """What to remember of an update, to see at the next whether it arrived; None where that cannot be seen."""
    if not before.confirmed:
        return None
    changed = frozenset((a, before.get(a), v) for a, v in wanted.items() if before.get(a) != v)
    return Trial(form, frozenset(wanted.items()), changed)


@dataclass(frozen=True)
class Attribution:
    """Explains the broken aspects of one update as a whole, where they have one cause."""

    before: Belief
    cells: dict[Aspect, Cell]
    sent: tuple[Aspect, ...]
    form: Form
    experience: Experience
    twin_arrived: bool
    """Whether the same fields were seen to arrive in a plain update."""

    def __call__(self, observed: State, broken: tuple[Aspect, ...]) -> tuple[Clauses, Clauses] | None:
        """The clauses, and narrower ones that would explain the breach away; None where the cells speak."""
        if self._are_lost(observed, broken):
            whole = all(self._as_before(observed, a) for a in self.sent if self.cells[a].telling)
            return self._lost(broken, whole=whole)
        if self.before.refusal and not set(broken) & set(self.sent):
            return (KEPT,), tuple({HARMLESS, ADDRESSED, self.before.refusal} - {UNTOLD})
        return self._misplaced(observed, broken)

    def _as_before(self, observed: State, aspect: Aspect) -> bool:
        return observed.get(aspect, EMPTY) == self.before.get(aspect)

    def _are_lost(self, observed: State, broken: tuple[Aspect, ...]) -> bool:
        """Whether what is wrong is only that fields were not written."""
        return set(broken) <= set(self.sent) and all(self._as_before(observed, a) for a in broken)

    def _lost(self, broken: tuple[Aspect, ...], *, whole: bool) -> tuple[Clauses, Clauses] | None:
        traits = traits_of(self.form)
        mixed = len(self._rules(broken)) > 1
        if traits and PLAIN in self.experience.proven and not self.experience.lossy:
            if self.twin_arrived and len(traits) == 1:
                return traits, ()
            if mixed or (whole and len(broken) > 1):
                return traits[:1], (*traits[1:], ABSENT, ADDRESSED, *FIELDS)
        if whole and mixed:
            found: tuple[Clauses, Clauses]
            found = ((ADDRESSED,), (ABSENT,)) if WITH_ID in self.form else ((ABSENT,), (ADDRESSED,))
            return found[0], (*found[1], *traits)
        return self._lost_fields(broken, traits, whole=whole)

    def _rules(self, broken: tuple[Aspect, ...]) -> set[str]:
        """The kinds of what was lost: values, lookups, nulls of either. Custom fields go with values."""
        kinds = (CLEARED if EMPTY in self.cells[a].values else self.cells[a].clauses[0] for a in broken)
        return {kind if kind in FIELDS else WRITTEN for kind in kinds}

    def _lost_fields(
        self, broken: tuple[Aspect, ...], traits: Clauses, *, whole: bool
    ) -> tuple[Clauses, Clauses] | None:
        """Blame the most general rule of those that were lost; who loses values loses nulls and lookups, too."""
        lost = {self.cells[a].clauses[0] for a in broken}
        rule = next((rule for rule in FIELDS if rule in lost), None)
        if rule is None:
            return None
        narrower = [name for a in broken if self.cells[a].clauses[0] == rule for name in self.cells[a].narrower]
        narrower += [WRITTEN, ABSENT] if rule != WRITTEN else []
        if whole:  # as updates of which more was lost were, for a reason that is not the fields'
            narrower += [ADDRESSED] if WITH_ID in self.form else [ABSENT, ADDRESSED]
        return (rule,), tuple(dict.fromkeys((*narrower, *traits)))

    def _misplaced(self, observed: State, broken: tuple[Aspect, ...]) -> tuple[Clauses, Clauses] | None:
        """Whether fields that nobody sent show what fields that were sent should have shown."""
        sent = set(self.sent)
        lost = {value for a in broken if a in sent for value in self.cells[a].values}
        shown = {observed.get(a, EMPTY) for a in broken if a.partition(SUB)[0] not in sent} - {EMPTY}
        if shown and lost:
            rule = POINTED if sent.intersection(broken) <= set(LOOKUPS) else WRITTEN
            return ((rule,), ()) if shown <= lost else None
        written = {value for a in sent for value in self.cells[a].values}
        return ((KEPT,), (WRITTEN, ADDRESSED)) if shown and shown <= written else None
