"""What is known of a target's contacts at one point of a run or of recorded traffic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.rulebook.prediction import (
    EXISTS,
    Acceptance,
    Belief,
    Clauses,
    Prediction,
    Sighting,
    State,
    Value,
)

EVIDENCE_KEPT = 8
"""How many calls a belief remembers; older ones no longer explain anything."""

UNMET_KEPT = 3
"""How many states that reads should have shown are kept of a contact."""


@dataclass(frozen=True)
class World:
    """Beliefs by contact key. A key without a belief is a contact of which nothing is known."""

    contacts: Mapping[str, Belief]
    tainted: Mapping[str, Clauses] = field(default_factory=dict)
    """Contacts that took what had to be refused, and why; some of it may show for as long as they live."""
    unmet: Mapping[str, tuple[Belief, ...]] = field(default_factory=dict)
    """What the last reads of a contact should have shown, since one did: a later read may catch up with it."""

    def belief(self, contact: str) -> Belief | None:
        """What is known of a contact, or None."""
        return self.contacts.get(contact)

    def with_beliefs(self, beliefs: Mapping[str, Belief | None]) -> World:
        """A world with some beliefs replaced; None forgets."""
        if not beliefs:
            return self
        contacts = {**self.contacts, **beliefs}
        return replace(self, contacts={key: belief for key, belief in contacts.items() if belief is not None})

    def with_taint(self, contact: str, reasons: Clauses) -> World:
        """A world that knows of something that a contact took and should not have."""
        known = dict.fromkeys((*self.tainted.get(contact, ()), *reasons))
        return replace(self, tainted={**self.tainted, contact: tuple(known)})

    def with_unmet(self, contact: str, beliefs: tuple[Belief, ...]) -> World:
        """A world that knows what reads of a contact should have shown and did not; none: the last one did."""
        if beliefs == self.unmet.get(contact, ()):
            return self
        return replace(self, unmet={**self.unmet, contact: beliefs[-UNMET_KEPT:]})

    def find(self, aspect: str, value: Value) -> str | None:
        """The key of an existing contact whose aspect is believed to have a value."""
        for key, belief in self.contacts.items():
            if belief.state.get(aspect) == value and belief.state.get(EXISTS):
                return key
        return None


EMPTY_WORLD = World({})


def seen(state: State | None, *, unknown: tuple[str, ...] = (), evidence: tuple[Exchange, ...] = ()) -> Belief:
    """The belief after a read that showed a state, or that the contact is not there (None)."""
    known: State = {EXISTS: False} if state is None else {EXISTS: True, **state}
    return Belief(state=known, unknown=unknown, evidence=evidence, shown=known)


def with_evidence(belief: Belief, exchange: Exchange) -> Belief:
    """The same belief, resting on one more call."""
    return replace(belief, evidence=one_more(belief.evidence, exchange))


def one_more(evidence: tuple[Exchange, ...], exchange: Exchange) -> tuple[Exchange, ...]:
    """The last calls that a belief rests on, with one more."""
    return (*evidence, exchange)[-EVIDENCE_KEPT:]


class Rulebook(Protocol):
    """One family's clauses as pure functions."""

    family: str

    def addressed(self, world: World, request: Request) -> Iterable[str]:
        """The keys of the contacts that a call would change, so that a run touches only its own."""
        ...

    def predict(self, world: World, request: Request) -> Prediction:
        """What the clauses say of a call, given what is known."""
        ...

    def acceptance(self, request: Request, response: Response, prediction: Prediction) -> tuple[Acceptance, ...]:
        """What the answer says happened to each effect of the prediction (no 5xx and no 429 comes here)."""
        ...

    def sightings(self, world: World, exchange: Exchange) -> tuple[Sighting, ...]:
        """The contacts that an answer shows."""
        ...
