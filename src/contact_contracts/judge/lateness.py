"""Reads that show a contact as it was before: how a later read proves them, and what that explains. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contact_contracts.exchange import Exchange
from contact_contracts.judge.evidence import Evidenced, evidenced
from contact_contracts.judge.sighting import broken_aspects, observed_state
from contact_contracts.rulebook.prediction import EMPTY, LATE, Belief, Breach, Sighting, Value

if TYPE_CHECKING:
    from contact_contracts.judge.hearing import Hearing

EXPECTED = "the next read shows the same: nothing was written between the two"
REMEDY = "a target that may lag says so with read_after_write_seconds"
OBSERVED = f"an earlier read did not show what this one shows ({REMEDY})"
TELLING = 4
"""Letters of a text that does not come about by accident."""


def weigh_lateness(
    hearing: Hearing,
    wrong: list[Evidenced],
    belief: Belief,
    sighting: Sighting,
    exchange: Exchange,
    lifecycle: str,
) -> list[Evidenced]:
    """What a read shows wrong, in the light of earlier reads: it may catch up with what one should have shown.

    A target that is proven late has shown nothing by any of its reads, so that explains whatever they showed.
    """
    contact = sighting.contact
    unmet = hearing.world.unmet.get(contact, ())
    if not wrong:
        if not belief.confirmed:
            hearing.world = hearing.world.with_unmet(contact, ())
        return []
    caught_up = _caught_up(unmet, belief, sighting)
    if caught_up is not None:
        hearing.late = True
        hearing.world = hearing.world.with_unmet(contact, () if belief.confirmed else (belief,))
        told = Breach((lifecycle,), f"contact {contact}", "a read shows what was written before it", OBSERVED)
        return [evidenced(told, *caught_up.evidence, *belief.evidence, exchange)]
    if belief.on_read is None and not belief.alternatives and _expects(belief):
        hearing.world = hearing.world.with_unmet(contact, (*unmet, belief))
    return [replace(one, breach=perhaps_late(one.breach)) for one in wrong]


def _expects(belief: Belief) -> bool:
    """Whether a belief says what a contact is; what only says what it must not be, any later read may meet."""
    return belief.confirmed or any(cell.values for cell in belief.cells.values())


def perhaps_late(breach: Breach) -> Breach:
    """A breach by what an answer shows: what was expected may rest on a read that is proven late."""
    return replace(breach, narrower=(*breach.narrower, LATE))


def disown(first: Hearing, second: Hearing, lifecycle: str) -> None:
    """Let a read that the next one contradicts, and rightly so, speak against itself alone."""
    second.breaches += [other for other in first.breaches if other not in first.shown_wrong]
    wrong = first.shown_wrong[0]
    observed = f"{wrong.breach.observed} in one read, and in the next {wrong.breach.expected} ({REMEDY})"
    second.late = True
    second.breach(Breach((lifecycle,), wrong.breach.where, EXPECTED, observed), *wrong.exchanges)


def _caught_up(unmet: tuple[Belief, ...], belief: Belief, sighting: Sighting) -> Belief | None:
    """The expectation of an earlier read that this one meets in all, where that can be no accident.

    A call about another contact or a refused one may have brought it about: between two reads there may be none.
    What was written since may have been mangled into the same, so some value must be one that is not of that.
    """
    shown, observed = belief.shown, observed_state(sighting)
    if shown is None or (belief.confirmed and len(belief.evidence) > 1):
        return None
    news = [value for aspect, value in observed.items() if value != shown.get(aspect, EMPTY)]
    if not belief.confirmed:
        written = set(belief.state.values())
        news = [value for value in news if _telling(value) and value not in written]
    met = (old for old in unmet if not broken_aspects(old, observed, partial=sighting.partial))
    return next(met, None) if news else None


def _telling(value: Value) -> bool:
    return isinstance(value, str) and len(value) >= TELLING
