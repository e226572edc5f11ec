"""What a contact must read like after an update: sent values arrive, and everything else stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Aspect,
    Belief,
    Cell,
    Clauses,
    Mixed,
    Value,
)
from contact_contracts.rulebook.sfmc.blame import Blame
from contact_contracts.rulebook.sfmc.facts import ID_ASPECT, AttributeSet, Facts
from contact_contracts.rulebook.sfmc.labels import (
    ALL_ITEMS,
    ALL_SETS,
    ANY_SEQUENCE,
    BOTH,
    BY_ID,
    BY_KEY,
    KEPT_ATTRIBUTE,
    KEPT_SET,
    PAGE_EXAMPLE,
    TYPES,
    UPDATED,
    clause,
    label,
)
from contact_contracts.rulebook.sfmc.sent import Body, Sent, Touched, is_page_example, touched_sets
from contact_contracts.rulebook.sfmc.unapplied import Unapplied
from contact_contracts.rulebook.sfmc.values import comparison, fits, folded, in_some_row, normal

EXPLAINS_A_CHANGE: Final = tuple(
    clause(rule)
    for rule in (
        *(KEPT_ATTRIBUTE, KEPT_SET, BY_KEY, BY_ID, "addressing.key-is-exact", "addressing.key-or-id-required"),
        *("sets.required", "sets.name-required", "schema.bad-input-refused"),
        *("error.missing-credentials", "error.malformed", "error.refused-changes-nothing"),
        *(UPDATED, TYPES, ALL_SETS, ALL_ITEMS, BOTH, PAGE_EXAMPLE),
    )
)
"""Clauses that, violated in the same run, account for a contact that changed between its reads."""

REACHED: Final = "~reached"
WROTE: Final = "~wrote"
"""Remember by which rules a contact was reached, and what the last update by a rule wrote."""
SENT: Final = "~sent"
"""Remembers what was last sent for an aspect."""


def draft_update(before: Belief, body: Body, facts: Facts, rule: str) -> Belief:
    """The belief after an accepted update that addressed the contact by a rule."""
    draft = _UpdateDraft(before, label)
    draft.expect_there(rule)
    draft.keep(ID_ASPECT, rule)
    if ID_ASPECT in before.state:  # known from elsewhere, where no read shows it
        draft.remember(ID_ASPECT, before.state[ID_ASPECT])
    touched = touched_sets(body, facts)
    cells = Cells(draft, rule, page=is_page_example(body, facts))
    for name, attributes in facts.sets.items():
        if name not in facts.readable:
            draft.unclear(f"{name}[" if attributes.keys else f"{name}.")
        elif name in touched:
            _write_set(draft, cells, touched[name])
        else:
            _keep_set(draft, attributes)
    cells.sets = len(body["attributeSets"])
    cells.several = cells.sets > 1
    cells.settle()
    _remember_reach(draft, cells, rule)
    otherwise = _Otherwise(facts, frozenset(touched), alone=not draft.passed_by)
    return draft.belief(otherwise=otherwise, explain=Unapplied(cells, touched.values()))


def reached(before: Belief, rule: str) -> bool:
    """Whether a read has shown that an earlier update, addressed by the same rule, arrived."""
    wrote = before.state.get(f"{WROTE} {rule}")
    arrived = isinstance(wrote, tuple) and before.confirmed and before.get(str(wrote[0])) == wrote[1]
    return arrived or bool(before.state.get(f"{REACHED} {rule}"))


def _remember_reach(draft: Draft, cells: Cells, rule: str) -> None:
    """Carry on what is remembered. Only the read after an update tells whether it arrived, no later one."""
    for aspect, value in draft.before.state.items():
        if aspect.startswith((REACHED, SENT)) or (aspect.startswith(WROTE) and not draft.before.confirmed):
            draft.remember(aspect, value)
        elif aspect.startswith(WROTE) and reached(draft.before, aspect.removeprefix(f"{WROTE} ")):
            draft.remember(f"{REACHED} {aspect.removeprefix(f'{WROTE} ')}", True)
    for aspect in cells.sent:
        draft.remember(f"{SENT} {aspect}", draft.cells[aspect].values[0])
    if cells.reached:
        draft.remember(f"{REACHED} {rule}", True)
    elif cells.changed and cells.changed[0] in cells.sent:
        aspect = cells.changed[0]
        draft.remember(f"{WROTE} {rule}", (aspect, draft.cells[aspect].values[0]))


def changes(before: Belief, after: Belief) -> bool:
    """Whether an update surely changes a value of a contact that is fully known."""
    return any(
        cell.telling
        and cell.values
        and clause(KEPT_SET) not in cell.clauses
        and clause(KEPT_ATTRIBUTE) not in cell.clauses
        and clause(ANY_SEQUENCE) not in cell.clauses  # kept too, by whichever call before
        for aspect, cell in after.cells.items()
        if aspect not in (EXISTS, ID_ASPECT) and not before.is_unknown(aspect)
    )


class _UpdateDraft(Draft):
    """A draft that does not blame this update for what may have happened since the contact was last read."""

    def keep(self, aspect: Aspect, rule: str, **more: Any) -> None:
        """The aspect stays as it was, unless it was sent twice with different values."""
        if aspect in self.unknown:
            return
        super().keep(aspect, rule, **more)
        self._share_blame(aspect, rule)

    def expect_there(self, rule: str) -> None:
        """The contact can still be read."""
        self.expect(EXISTS, True, rule, telling=False)
        self._share_blame(EXISTS, rule)

    def _share_blame(self, aspect: Aspect, rule: str) -> None:
        if aspect in self.cells and self._may_have_changed(aspect, rule):
            mixed = (clause(ANY_SEQUENCE),)
            self.cells[aspect] = replace(self.cells[aspect], clauses=mixed, narrower=EXPLAINS_A_CHANGE, blame=None)

    def _may_have_changed(self, aspect: Aspect, rule: str) -> bool:
        """Whether an earlier call, not read back yet, may be to blame as well."""
        earlier = self.before.cells.get(aspect)
        if earlier is not None:
            return earlier.clauses != (clause(rule),)
        return self.passed_by

    @property
    def passed_by(self) -> bool:
        """Whether a call about another contact, or a refused one, was not read back yet."""
        marked = isinstance(self.before.otherwise, tuple) and bool(self.before.otherwise)
        return marked or bool(self.before.refusal)


class _UnknownValue:
    def __repr__(self) -> str:
        return "unknown"


_UNKNOWN: Final = _UnknownValue()


class Cells:
    """Collects the cells of sent values and labels them once all are known."""

    def __init__(self, draft: Draft, rule: str, *, page: bool) -> None:
        self.draft = draft
        self.rule = rule
        self.page = page
        self.sent: dict[Aspect, Sent] = {}
        self.changed: list[Aspect] = []
        self.sets = 0
        """How many sets the body has."""
        self.several = False
        """Whether the body has several sets."""
        self.reached = reached(draft.before, rule)
        """Whether the contact is known to be found in this way."""

    def add(self, sent: Sent, *, some_row: bool) -> None:
        """Expect one value."""
        expected, old = normal(sent.kind, sent.value), self.old(sent.aspect)
        matches = comparison(sent.kind, sent.value)
        same = in_some_row(matches)(expected, old)
        cell = Cell((), (expected,), telling=not same, matches=in_some_row(matches) if some_row else matches)
        self.draft.cells[sent.aspect] = cell
        if expected is not EMPTY:
            self.draft.remember(sent.aspect, expected)
        if not fits(sent.kind, sent.value) and sent.kind != "boolean":
            self.drop(sent.aspect)
            return
        self.sent[sent.aspect] = sent
        if not same:
            self.changed.append(sent.aspect)

    def drop(self, aspect: Aspect) -> None:
        """Nothing can be said of an aspect."""
        self.draft.cells.pop(aspect, None)
        self.draft.unclear(aspect)

    def old(self, aspect: Aspect) -> Value:
        """What an aspect was before."""
        return _UNKNOWN if self.draft.before.is_unknown(aspect) else self.draft.before.get(aspect)

    def is_repeat(self, aspect: Aspect) -> bool:
        """Whether the value was the last one sent already, and a read showed another: it tells nothing new."""
        before = self.draft.before
        again = before.state.get(f"{SENT} {aspect}", _UNKNOWN) == self.draft.cells[aspect].values[0]
        return again and before.confirmed and self.draft.cells[aspect].telling

    def older(self, aspect: Aspect) -> tuple[Value, ...]:
        """What an aspect was before writes that were not read back yet."""
        earlier = self.draft.before.cells.get(aspect)
        blame = earlier.blame if earlier is not None else None
        return (blame.old, *blame.older) if isinstance(blame, Blame) else ()

    def settle(self) -> None:
        """Label all cells."""
        alone = len(self.changed) == 1
        for aspect, sent in self.sent.items():
            bare = self.draft.cells[aspect]
            missing, wrong = self._rules(sent, alone=alone)
            clauses = tuple(dict.fromkeys(clause(name) for name in (missing, wrong, self.rule)))
            self.draft.cells[aspect] = Cell(
                clauses,
                bare.values,
                telling=bare.telling,
                matches=bare.matches,
                blame=Blame(
                    self.old(aspect),
                    bare.values[0],
                    missing,
                    wrong,
                    together=sent.entries > 1,
                    beside=sent.items > 1,
                    older=self.older(aspect),
                    repeat=self.is_repeat(aspect),
                    first=f"{SENT} {aspect}" not in self.draft.before.state,
                    elsewhere=self._elsewhere(sent),
                ),
            )

    def _elsewhere(self, sent: Sent) -> tuple[Value, ...]:
        """What other sets of the body send for an attribute of the same name."""
        name = sent.aspect.rpartition(".")[2]
        return tuple(
            self.draft.cells[aspect].values[0]
            for aspect, other in self.sent.items()
            if other.set_number != sent.set_number and aspect.rpartition(".")[2] == name
        )

    def _rules(self, sent: Sent, *, alone: bool) -> tuple[str, str]:
        """The rules broken when a value does not arrive, and when another one does."""
        if self.page:
            return PAGE_EXAMPLE, PAGE_EXAMPLE
        if sent.items > 1:
            return ALL_ITEMS, ALL_ITEMS
        if sent.entries > 1:
            return ALL_SETS, TYPES
        if (alone and not self.reached) or (self.several and self.rule in (BOTH, BY_ID)):
            return self.rule, TYPES
        if self.several:
            return ALL_SETS, TYPES
        return (TYPES if self.old(sent.aspect) is EMPTY else UPDATED), TYPES


@dataclass(frozen=True)
class _Otherwise:
    """Rows that appear where the body wrote nothing break the promise that unsent sets stay."""

    facts: Facts
    touched: frozenset[str]
    alone: bool
    """Whether no other call may have put them there."""

    def __call__(self, aspect: Aspect, _: Value) -> Clauses:
        for name, attributes in self.facts.sets.items():
            if name not in self.touched and attributes.owns(aspect):
                mixed = Mixed.of((clause(ANY_SEQUENCE),), EXPLAINS_A_CHANGE)
                return (clause(KEPT_SET),) if self.alone else mixed
        return ()


# -- one set ---------------------------------------------------------------------------------------------


def _write_set(draft: Draft, cells: Cells, touched: Touched) -> None:
    attributes = touched.attributes
    known = list(_believed(draft.before, attributes))
    several = touched.items > 1
    times = [sent.aspect for sent in touched.sent]
    for bare in touched.sent:
        sent = replace(bare, entries=touched.entries)
        cells.add(sent, some_row=several and not attributes.keys)
    for aspect in {aspect for aspect in times if times.count(aspect) > 1}:
        cells.sent.pop(aspect, None)
        cells.drop(aspect)
    if touched.unclear or (attributes.keys and any(EMPTY in row for row in touched.rows)):
        _forget_set(draft, cells, attributes)
    elif attributes.keys:
        _keep_rows(draft, touched, known)
    else:
        for name in attributes.types:
            _keep_attribute(draft, attributes.aspect(name), several=several)


def _forget_set(draft: Draft, cells: Cells, attributes: AttributeSet) -> None:
    for aspect in [name for name in draft.cells if attributes.owns(name)]:
        cells.sent.pop(aspect, None)
        cells.drop(aspect)
    draft.unclear(f"{attributes.name}[" if attributes.keys else f"{attributes.name}.")


def _keep_attribute(draft: Draft, aspect: Aspect, *, several: bool) -> None:
    if aspect in draft.cells or draft.before.is_unknown(aspect) or draft.before.cells.get(aspect) is not None:
        _keep_unconfirmed(draft, aspect)
    elif several:
        draft.keep(aspect, KEPT_ATTRIBUTE, matches=in_some_row(None))
    else:
        draft.keep(aspect, KEPT_ATTRIBUTE)


def _keep_unconfirmed(draft: Draft, aspect: Aspect) -> None:
    if aspect not in draft.cells:
        draft.keep(aspect, KEPT_ATTRIBUTE)


def _keep_rows(draft: Draft, touched: Touched, known: list[Aspect]) -> None:
    """Rows that are written keep their other attributes; the others stay, unless the set holds only one row.

    Nothing is said of a row whose key may be what was stored of one that is written, as no key may be.
    """
    attributes = touched.attributes
    prefixes = {attributes.row_prefix(row) + "." for row in touched.rows}
    fresh = [prefix for prefix in prefixes if not any(aspect.startswith(prefix) for aspect in known)]
    several_rows = len({aspect.rpartition("].")[0] for aspect in known}) > 1
    for prefix in prefixes:
        for name in attributes.types:
            aspect = prefix + name
            if aspect in draft.cells:
                continue
            if prefix in fresh:
                draft.unclear(aspect)
            else:
                draft.keep(aspect, KEPT_ATTRIBUTE)
    for aspect in known:
        if not any(aspect.startswith(prefix) for prefix in prefixes):
            retyped = any(folded(aspect).startswith(folded(prefix)) for prefix in (attributes.keyless, *prefixes))
            if (fresh and not several_rows) or retyped or draft.before.is_unknown(aspect):
                draft.unclear(aspect)
            else:
                draft.keep(aspect, KEPT_ATTRIBUTE)


def _keep_set(draft: Draft, attributes: AttributeSet) -> None:
    if not attributes.keys:
        for name in attributes.types:
            draft.keep(attributes.aspect(name), KEPT_SET)
        return
    prefix = f"{attributes.name}["
    if draft.before.is_unknown(prefix):
        draft.unclear(prefix)
    for aspect in _believed(draft.before, attributes):
        draft.keep(aspect, KEPT_SET)
    draft.unknown.extend(entry for entry in draft.before.unknown if entry.startswith(prefix))


def _believed(before: Belief, attributes: AttributeSet) -> Iterator[Aspect]:
    aspects = {**before.state, **before.cells}
    return (aspect for aspect in aspects if attributes.owns(aspect))
