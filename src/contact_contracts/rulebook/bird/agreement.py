"""An answer to an update against the read that follows it."""

from __future__ import annotations

from contact_contracts.rulebook.bird.labels import answered, clause, identifiers_of
from contact_contracts.rulebook.bird.state import ATTRIBUTE
from contact_contracts.rulebook.prediction import (
    EMPTY,
    EXISTS,
    Aspect,
    Belief,
    Cell,
    Clauses,
    Effect,
    Mixed,
    Must,
    Value,
)
from contact_contracts.rulebook.world import World

FRESH = "~fresh"
"""Marks what an answer showed until a read was compared with it."""


def forget_answer(contact: str) -> Effect:
    """Before a new answer: what the last one showed no longer counts."""
    return Effect(answered(contact), Must.EITHER, Belief(unknown=("",)))


def compare_answer(world: World, contact: str) -> Effect | None:
    """What a read must agree with; None when nothing was answered since the last read."""
    said = world.belief(answered(contact))
    if said is None or FRESH not in said.state:
        return None
    believed = world.belief(contact) or Belief(unknown=("",))
    doubts = dict.fromkeys((*doubts_of(believed), *doubts_of(world.belief(identifiers_of(contact)))))
    aspects = {*said.state, *believed.state, *believed.cells} - {EXISTS}
    cells = {
        a: _agree(a, said.get(a), believed.cells.get(a), tuple(doubts))
        for a in sorted(aspects)
        if not a.startswith("~")
    }
    state = {a: value for a, value in said.state.items() if a != FRESH}
    after = Belief(state=state, cells=cells, otherwise=lambda aspect, _: _unforeseen(aspect, tuple(doubts)))
    return Effect(answered(contact), Must.EITHER, after)


def doubts_of(believed: Belief | None) -> Clauses:
    """The clauses of calls since the answer that may have changed the contact, which must not have."""
    if believed is None or callable(believed.otherwise):
        return () if believed is None else believed.doubts
    return (*believed.doubts, *believed.otherwise) if believed.confirmed else believed.doubts


def _unforeseen(aspect: Aspect, doubts: Clauses) -> Clauses:
    """For what only the read shows."""
    rule = "attributes.query-keeps-the-rest" if aspect.startswith(ATTRIBUTE) else "answer.reads-back"
    return Mixed.of((clause(rule),), doubts)


def _agree(aspect: Aspect, said: Value, predicted: Cell | None, doubts: Clauses) -> Cell:
    """A wrong contact is blamed on what was predicted of it; only a wrong answer is blamed here."""
    as_foreseen = predicted is not None and not predicted.readings and predicted.fits(said)
    own: Clauses = (clause("answer.reads-back"),)
    rest: Clauses = (clause("attributes.query-keeps-the-rest"),)
    is_attribute = aspect.startswith(ATTRIBUTE)
    left_out = is_attribute and said is EMPTY and not as_foreseen
    explaining: Clauses = doubts
    if predicted is not None and (as_foreseen or aspect == "id"):
        explaining = (*predicted.clauses, *doubts)
    if is_attribute and not left_out:
        explaining = (*explaining, *rest)  # what an answer shows when asked for, a read without a query may hide
    return Cell(
        (*own, *rest) if is_attribute and said is not EMPTY else own,
        (said,),
        telling=said is not EMPTY,
        narrower=explaining,
        blame=lambda _: rest if left_out else own,
    )
