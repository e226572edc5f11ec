"""The record in an answer: kept as it was shown, and held against the read that follows."""

from __future__ import annotations

from contact_contracts.rulebook.conga.labels import clause
from contact_contracts.rulebook.conga.state import FLAG_SHOWN, OWN_IDS, matcher, payload_key
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
from contact_contracts.rulebook.world import World

ON_REQUEST = clause("payload.on-request")
AGREES = clause("payload.is-the-record")


def payload_effect(contact: str, after: Belief, sent: tuple[Aspect, ...], *, readable: bool) -> Effect:
    """What to believe of the record that an answer will show: nothing yet when a read can follow."""
    key = payload_key(contact)
    if readable:
        return Effect(key, Must.EITHER, Belief(state={EXISTS: True}, unknown=("",)))
    cells = {
        a: Cell((ON_REQUEST,), after.cells[a].values, matches=matcher(a)) for a in sent if after.cells[a].values
    }
    return Effect(key, Must.EITHER, Belief(state={EXISTS: True}, cells=cells, unknown=("",)))


def forgotten(world: World, contact: str) -> tuple[Effect, ...]:
    """After an update that shows no record, what an earlier answer showed is out of date."""
    key = payload_key(contact)
    return (Effect(key, Must.EITHER),) if world.belief(key) else ()


def agreement(world: World, contact: str) -> tuple[Effect, ...]:
    """What a read must show after an answer that showed the record."""
    key = payload_key(contact)
    shown, believed = world.belief(key), world.belief(contact)
    if shown is None:
        return ()
    if shown.unknown or believed is None:
        return (Effect(key, Must.EITHER),)
    aspects = {*shown.state, *believed.state, *believed.cells, "Id"}
    cells = {
        aspect: _cell(aspect, shown.get(aspect), believed)
        for aspect in aspects
        if aspect != EXISTS and not aspect.startswith("~")
    }
    if shown.get(FLAG_SHOWN) is EMPTY:
        cells[FLAG_SHOWN] = Cell((AGREES,), (EMPTY,), telling=False)
    after = Belief(state={EXISTS: True}, cells=cells, unknown=("",), evidence=shown.evidence)
    return (Effect(key, Must.EITHER, after),)


def _cell(aspect: Aspect, shown: Value, believed: Belief) -> Cell:
    if aspect == "Id" and shown is EMPTY:  # a record is not shown without it, unless it never is
        return Cell((AGREES, ON_REQUEST), (EMPTY,), telling=False)
    if aspect in (*OWN_IDS, FLAG_SHOWN):
        return Cell((AGREES,), (shown, EMPTY), telling=False)
    if SUB in aspect and shown is EMPTY:  # the record is the right one, but a read shows more of it
        return Cell((AGREES,), (EMPTY,), telling=False)
    right = _as_believed(aspect, shown, believed)
    known = not believed.is_unknown(aspect) or aspect in believed.cells
    clauses: Clauses = (AGREES, ON_REQUEST)  # what was not sent belongs to the record as updated, too

    def blame(_: Value) -> Clauses:
        return () if right and known else clauses  # if right, the record went wrong, which its own cells tell

    return Cell(
        clauses,
        (shown,),
        telling=shown is not EMPTY,
        matches=matcher(aspect),
        blame=blame,
    )


def _as_believed(aspect: Aspect, shown: Value, believed: Belief) -> bool:
    cell = believed.cells.get(aspect)
    if cell is not None:
        return cell.fits(shown)
    return Cell((), (believed.get(aspect),), matches=matcher(aspect)).fits(shown)
