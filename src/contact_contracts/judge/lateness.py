"""Reads that show a contact as it was before: how a later read proves them, and what that explains. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contact_contracts.exchange import Exchange
from contact_contracts.judge.sighting import broken_aspects, observed_state
from contact_contracts.rulebook.prediction import EMPTY, LATE, Belief, Breach, Sighting, State

if TYPE_CHECKING:
    from contact_contracts.judge.hearing import Hearing

EXPECTED = "the next read shows the same: nothing was written between the two"
REMEDY = "a target that may lag says so with read_after_write_seconds"
OBSERVED = f"an earlier read did not show what this one shows ({REMEDY})"


def weigh_lateness(
    hearing: Hearing, before: int, belief: Belief, sighting: Sighting, exchange: Exchange, lifecycle: str
) -> None:
    """See whether a read catches up with what an earlier one should have shown, or may be late itself.

    ``before`` is the number of breaches before this read was judged.
    """
    contact = sighting.contact
    unmet = hearing.world.unmet.get(contact, ())
    if len(hearing.breaches) == before:
        if not belief.confirmed:
            hearing.world = hearing.world.with_unmet(contact, ())
        return
    observed = observed_state(sighting)
    same = belief.shown is not None and _shows(belief.shown, observed)
    caught_up = None if same or belief.shown is None else _met(unmet, observed, sighting)
    if caught_up is not None:
        del hearing.breaches[before:]
        hearing.late = True
        expected = "a read shows what was written before it"
        told = Breach((lifecycle,), f"contact {contact}", expected, OBSERVED)
        hearing.breach(told, *caught_up.evidence, *belief.evidence, exchange)
        hearing.world = hearing.world.with_unmet(contact, () if belief.confirmed else (belief,))
        return
    if same or unmet:
        _may_be_late(hearing, before)
    if belief.on_read is None and not belief.alternatives:
        hearing.world = hearing.world.with_unmet(contact, (*unmet, belief))


def disown(first: Hearing, second: Hearing, lifecycle: str) -> None:
    """Let a read that the next one contradicts, and rightly so, speak against itself alone."""
    second.breaches += [evidenced for evidenced in first.breaches if evidenced not in first.shown_wrong]
    wrong = first.shown_wrong[0]
    observed = f"{wrong.breach.observed} in one read, and in the next {wrong.breach.expected} ({REMEDY})"
    second.late = True
    second.breach(Breach((lifecycle,), wrong.breach.where, EXPECTED, observed), *wrong.exchanges)


def _met(unmet: tuple[Belief, ...], observed: State, sighting: Sighting) -> Belief | None:
    """The expectation of an earlier read that this one meets in all."""
    for belief in unmet:
        if not broken_aspects(belief, observed, partial=sighting.partial):
            return belief
    return None


def _shows(shown: State, observed: State) -> bool:
    return all(shown.get(aspect, EMPTY) == value for aspect, value in observed.items())


def _may_be_late(hearing: Hearing, before: int) -> None:
    for place in range(before, len(hearing.breaches)):
        evidenced = hearing.breaches[place]
        breach = replace(evidenced.breach, narrower=(*evidenced.breach.narrower, LATE))
        hearing.breaches[place] = replace(evidenced, breach=breach)
