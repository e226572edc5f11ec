"""What a contact must read like after an accepted update."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.attribution import (
    ABSENT,
    ADDRESSED,
    EXPERIENCE,
    HARMLESS,
    HIDDEN,
    SHOWN,
    TRIAL,
    WITH_ID,
    Attribution,
    Experience,
    traits_of,
    trial_of,
)
from contact_contracts.rulebook.conga.fields import DOCUMENTED, LOOKUPS, SYSTEM
from contact_contracts.rulebook.conga.labels import CLEARED_LOOKUP, CUSTOM, clause, label
from contact_contracts.rulebook.conga.state import lookup_id, matcher, name_of, scalar
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    SUB,
    Aspect,
    Belief,
    Cell,
    Clauses,
    Effect,
    Must,
    Value,
)

LATER_FAULTS = (clause("fields.unsent-kept"), ABSENT, ADDRESSED)
SEQUENCE = clause("lifecycle.any-sequence")
ANYTHING = Cell(())
"""Fits whatever is read."""


def after_write(
    before: Belief, body: dict[str, Json], unclear: tuple[str, ...], *, shown: bool | None
) -> tuple[Belief, tuple[Aspect, ...]]:
    """The belief after an accepted update, and what it surely wrote.

    ``shown``: whether it asks for the record in the answer; None when it does not say.
    """
    draft = Draft(before, label)
    wanted = dict(_wanted(body, unclear))
    _sent(draft, body, wanted)
    _unsent(draft, {*body})
    for name in unclear:
        draft.cells[name] = ANYTHING
        draft.cells[name_of(name)] = ANYTHING
    draft.expect(EXISTS, True, "addressing.by-external-id", telling=False)
    draft.unknown.extend(before.unknown)
    form = frozenset(
        trait for trait, has in ((WITH_ID, "Id" in body), (SHOWN, shown is True), (HIDDEN, shown is False)) if has
    )
    experience = Experience.of(before)
    draft.remember(EXPERIENCE, experience)
    draft.remember(TRIAL, trial_of(form, before, wanted))
    _bear_out(draft, tuple(wanted), ADDRESSED if WITH_ID in form else ABSENT)
    written = {*wanted, *before.cells}
    for aspect, cell in draft.cells.items():  # a later update of another record may be what changes this one
        more = (ADDRESSED, *traits_of(form)) if aspect in written else (ADDRESSED,)
        draft.cells[aspect] = replace(cell, narrower=tuple(dict.fromkeys((*cell.narrower, *more))))
    belief = draft.belief(otherwise=(clause("fields.unsent-kept"),))
    twin_arrived = frozenset(wanted.items()) in experience.arrived
    cause = Attribution(before, draft.cells, tuple(wanted), form, experience, twin_arrived)
    return _attributed(belief, cause), tuple(wanted)


def _bear_out(draft: Draft, sent: tuple[Aspect, ...], arrival: str) -> None:
    """A field that reads as written also shows that the update arrived; one that does not blames the field."""
    for aspect in sent:
        cell = draft.cells[aspect]
        if cell.telling:
            more = (*cell.clauses, arrival)
            narrower = cell.narrower if draft.before.confirmed else (*cell.narrower, ABSENT, ADDRESSED)
            draft.cells[aspect] = replace(
                cell, clauses=more, narrower=narrower, blame=partial(_always, cell.clauses)
            )


def _always(clauses: Clauses, _: Value) -> Clauses:
    """Blame the same clauses whatever is observed."""
    return clauses


def _attributed(belief: Belief, cause: Attribution) -> Belief:
    return Belief(
        state=belief.state,
        cells=belief.cells,
        otherwise=belief.otherwise,
        unknown=belief.unknown,
        attribute=cause,
    )


def _wanted(body: dict[str, Json], unclear: tuple[str, ...]) -> Iterator[tuple[Aspect, Value]]:
    for name, value in body.items():
        if name in unclear or name in SYSTEM or name in ("Id", "ExternalId"):
            continue
        if name in LOOKUPS:
            yield name, lookup_id(value)
        elif name in DOCUMENTED or isinstance(value, str):
            yield name, scalar(name, value)


def _sent(draft: Draft, body: dict[str, Json], wanted: dict[Aspect, Value]) -> None:
    for name, value in wanted.items():
        if name in LOOKUPS:
            draft.expect(name, value, CLEARED_LOOKUP if value is EMPTY else "fields.lookup")
            _lookup_name(draft, name, body[name])
        elif name not in DOCUMENTED:
            draft.expect(name, value, CUSTOM, telling=False)
        else:
            rule = "fields.null-clears" if body[name] is None else "fields.each-writable"
            draft.expect(name, value, rule, matches=matcher(name))


def _lookup_name(draft: Draft, lookup: str, value: Json) -> None:
    """The name sent, which is the other record's own, is shown beside its id."""
    name = value.get("Name") if isinstance(value, dict) else None
    if isinstance(name, str) and name:
        draft.expect(name_of(lookup), name, "fields.lookup")
    else:
        draft.cells[name_of(lookup)] = ANYTHING


def _unsent(draft: Draft, sent: set[str]) -> None:
    before = draft.before
    for aspect in {**before.state, **before.cells}:
        lookup = aspect.partition(SUB)[0]
        if lookup in sent or aspect == EXISTS or aspect.startswith("~"):
            continue
        if aspect not in before.cells:
            draft.keep(aspect, "fields.unsent-kept", matches=matcher(aspect))
            if before.refusal and aspect in draft.cells:
                draft.cells[aspect] = replace(draft.cells[aspect], narrower=(HARMLESS,))
            continue
        draft.cells[aspect] = _unread(before.cells[aspect])
        if aspect in before.state:
            draft.remember(aspect, before.state[aspect])


def _unread(cell: Cell) -> Cell:
    """An earlier write that nothing read since: whatever loses it may be a later update's fault.

    That it is kept shows that updates may follow one another without a read.
    """
    clauses = (*cell.clauses, SEQUENCE) if cell.telling and SEQUENCE not in cell.clauses else cell.clauses
    blame = cell.blame or partial(_always, cell.clauses)
    narrower = tuple(dict.fromkeys((*cell.narrower, *LATER_FAULTS)))
    return replace(cell, clauses=clauses, blame=blame, narrower=narrower)


def elsewhere(after: Belief, external_id: Json, key: str) -> tuple[Belief, tuple[Effect, ...]]:
    """An ``ExternalId`` in the body may be ignored, or the record may be found under the new one."""
    if external_id == key or not isinstance(external_id, str) or not external_id:
        return after, ()
    gone = Belief(state={EXISTS: False})
    either = Belief(
        state={EXISTS: True},
        unknown=("",),
        alternatives=(("ignored", after), ("changes it", gone)),
        open_clause=clause("external-id.in-body"),
    )
    return either, (Effect(external_id, Must.EITHER),)
