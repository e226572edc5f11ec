"""What a read shows of a contact, against what was believed of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from contact_contracts.exchange import Exchange
from contact_contracts.rulebook.prediction import (
    ANY,
    EMPTY,
    EXISTS,
    SUB,
    UNEXPLAINED,
    Aspect,
    Belief,
    Breach,
    Cell,
    Clauses,
    Sighting,
    State,
    Value,
)
from contact_contracts.rulebook.world import seen

if TYPE_CHECKING:
    from contact_contracts.judge.hearing import Hearing

MEMORY = "~"


def judge_sighting(hearing: Hearing, sighting: Sighting, exchange: Exchange, *, lifecycle: str) -> None:
    """Compare a sighting with the belief, note what follows, and settle the belief when it confirms."""
    belief = hearing.world.belief(sighting.contact)
    if belief is not None:
        _judge_belief(hearing, belief, sighting, exchange, lifecycle)
    if sighting.confirms:
        settled = _settle(belief, sighting, exchange)
        hearing.world = hearing.world.with_beliefs({sighting.contact: settled})


def _settle(belief: Belief | None, sighting: Sighting, exchange: Exchange) -> Belief:
    settled = seen(sighting.state, evidence=(exchange,))
    if belief is None:
        return settled
    kept = {aspect: value for aspect, value in belief.state.items() if aspect.startswith(MEMORY)}
    if sighting.partial and sighting.state is not None:
        kept = {aspect: value for aspect, value in belief.state.items() if aspect != EXISTS}
    return replace(settled, state={**kept, **settled.state})


def observed_state(sighting: Sighting) -> State:
    """The sighting's state with the aspect that says whether the contact is there."""
    return {EXISTS: False} if sighting.state is None else {EXISTS: True, **sighting.state}


def _judge_belief(
    hearing: Hearing, belief: Belief, sighting: Sighting, exchange: Exchange, lifecycle: str
) -> None:
    observed = observed_state(sighting)
    evidence = (*belief.evidence, exchange)
    if belief.on_read is not None:
        for breach in belief.on_read(observed) if sighting.confirms else ():
            hearing.breach(breach, *evidence)
        return
    if belief.alternatives:
        belief = _best_alternative(hearing, belief, observed, sighting)
    broken = broken_aspects(belief, observed, partial=sighting.partial)
    for breach in _breaches(belief, observed, broken, sighting, lifecycle):
        hearing.breach(breach, *evidence)
    _count_what_held(hearing, belief, observed, broken, sighting)


def _best_alternative(hearing: Hearing, belief: Belief, observed: State, sighting: Sighting) -> Belief:
    def misfit(alternative: tuple[str, Belief]) -> int:
        return len(broken_aspects(alternative[1], observed, partial=sighting.partial))

    misfits = [misfit(alternative) for alternative in belief.alternatives]
    name, best = belief.alternatives[misfits.index(min(misfits))]
    if len(set(misfits)) > 1 and min(misfits) == 0:
        hearing.readings.append((belief.open_clause, name))
    if min(misfits) and best.confirmed:
        return Belief(unknown=("",))  # something is wrong, but nothing tells with which reading
    return best


def broken_aspects(belief: Belief, observed: State, *, partial: bool = False) -> tuple[Aspect, ...]:
    """The aspects that do not read as believed; what hangs on a broken aspect is left out."""
    broken: list[Aspect] = []
    for aspect in _judged_aspects(belief, observed, partial):
        parent = aspect.rpartition(SUB)[0]
        if parent and (parent in broken or observed.get(parent, EMPTY) is EMPTY):
            continue
        if not _fits(belief, aspect, observed.get(aspect, EMPTY)):
            broken.append(aspect)
            if aspect == EXISTS:
                break
    return tuple(broken)


def _judged_aspects(belief: Belief, observed: State, partial: bool) -> Iterator[Aspect]:
    yield EXISTS
    if observed.get(EXISTS) is False:
        return
    names = observed if partial else {**belief.state, **belief.cells, **observed}
    yield from sorted(
        (n for n in names if n != EXISTS and not n.startswith(MEMORY)),
        key=lambda name: (name.count(SUB), name),
    )


def _fits(belief: Belief, aspect: Aspect, observed: Value) -> bool:
    cell = belief.cells.get(aspect)
    if cell is not None:
        return cell.fits(observed)
    if belief.is_unknown(aspect):
        return True
    if aspect == EXISTS and EXISTS not in belief.state:
        return True
    return Cell((), (belief.get(aspect),)).fits(observed)


def _breaches(
    belief: Belief, observed: State, broken: tuple[Aspect, ...], sighting: Sighting, lifecycle: str
) -> Iterator[Breach]:
    explained = belief.explain(observed, broken) if belief.explain and len(broken) > 1 else ()
    grouped: dict[tuple[Clauses, Clauses], list[Aspect]] = {}
    whole = belief.attribute(observed, broken) if belief.attribute and broken else None
    for aspect in broken:
        clauses, narrower = whole or _blamed(belief, aspect, observed.get(aspect, EMPTY), sighting, lifecycle)
        if clauses:
            by_all: Clauses = getattr(belief.explain, "narrower", ())
            grouped.setdefault((explained or clauses, by_all if explained else narrower), []).append(aspect)
    for (clauses, narrower), aspects in grouped.items():
        found = _breach(belief, observed, sighting, clauses, narrower, aspects)
        yield replace(found, lost=belief.trace(observed, aspects)) if belief.trace else found


def _blamed(
    belief: Belief, aspect: Aspect, observed: Value, sighting: Sighting, lifecycle: str
) -> tuple[Clauses, Clauses]:
    cell = belief.cells.get(aspect)
    if cell is not None:
        if cell.blame is None:
            return cell.clauses, cell.narrower
        clauses, explained_by = cell.blame(observed), getattr(cell.blame, "explained_by", None)
        return clauses, explained_by(clauses) if explained_by else cell.narrower
    if belief.refusal:  # or a call before or after it that was about another contact
        others = () if callable(belief.otherwise) else belief.otherwise
        return (UNEXPLAINED,), (*others, *getattr(others, "candidates", ()))
    if aspect == EXISTS and sighting.clauses:
        return sighting.clauses, ()
    otherwise = belief.otherwise
    clauses = otherwise(aspect, observed) if callable(otherwise) else otherwise
    if not clauses and not callable(otherwise):
        return (lifecycle,), () if belief.confirmed else (ANY,)
    return clauses, getattr(clauses, "candidates", ())


def _breach(
    belief: Belief,
    observed: State,
    sighting: Sighting,
    clauses: Clauses,
    narrower: Clauses,
    aspects: list[Aspect],
) -> Breach:
    aspect = aspects[0]
    more = f" (and {len(aspects) - 1} more)" if len(aspects) > 1 else ""
    return Breach(
        clauses,
        f"contact {sighting.contact}, {aspect}{more}",
        _expected_in_words(belief, aspect),
        _in_words(observed.get(aspect, EMPTY), aspect),
        narrower,
        belief.refusal if clauses == (UNEXPLAINED,) else "",
    )


def _expected_in_words(belief: Belief, aspect: Aspect) -> str:
    cell = belief.cells.get(aspect)
    if cell is None:
        return f"{_in_words(belief.get(aspect), aspect)}, as before"
    if cell.values:
        return " or ".join(_in_words(value, aspect) for value in cell.values)
    return "not " + " nor ".join(_in_words(value, aspect) for value in cell.forbidden)


def _in_words(value: Value, aspect: Aspect = "") -> str:
    if aspect == EXISTS or aspect.endswith(("]", "}")):
        if value is True:
            return "there"
        if value is EMPTY or value is False:
            return "not there"
    members = _members(value)
    if members:
        return "{" + ", ".join(f"{name}: {_in_words(member)}" for name, member in members) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(_in_words(v) for v in value) + "]"
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(_in_words(v) for v in value)) + "}"
    return repr(value)


def _members(value: Value) -> list[tuple[str, Value]]:
    """The members of what was a JSON object; nothing for other values."""
    names = getattr(value, "_fields", None)
    if isinstance(value, tuple) and names is not None:
        return [*zip(names, value, strict=True)]
    pairs = list(value) if isinstance(value, tuple | frozenset) else []
    named = [pair for pair in pairs if isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str)]
    return sorted(named, key=lambda pair: pair[0]) if len(named) == len(pairs) else []


def _count_what_held(
    hearing: Hearing, belief: Belief, observed: State, broken: tuple[Aspect, ...], sighting: Sighting
) -> None:
    if EXISTS in broken:
        return
    for aspect, cell in belief.cells.items():
        if cell.readings and aspect not in broken:
            _note_reading(hearing, cell, observed.get(aspect, EMPTY))
        elif cell.telling and aspect not in broken and (not sighting.partial or aspect in observed):
            hearing.hold(cell.clauses)
    if not broken and sighting.clauses and sighting.confirms:
        hearing.hold(sighting.clauses)
    if not broken and belief.refusal and sighting.confirms:
        hearing.kept_after_refusal.append(belief.refusal)
    elif not broken and belief.telling and sighting.confirms and not callable(belief.otherwise):
        hearing.hold(belief.otherwise)


def _note_reading(hearing: Hearing, cell: Cell, observed: Value) -> None:
    name = next((name for value, name in cell.readings if cell_equal(value, observed)), None)
    for clause in cell.clauses:
        hearing.readings.append((clause, name or f"other: {_in_words(observed)}"))


def cell_equal(expected: Value, observed: Value) -> bool:
    """Whether two values are the same by the rules of a cell."""
    return Cell((), (expected,)).fits(observed)
