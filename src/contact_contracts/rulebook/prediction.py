"""What a rulebook says: the vocabulary of predictions, each part labelled with the clauses it rests on.

A contact's *state* is flat: aspect -> value, such as ``firstName -> "Ada"`` or ``group[3] -> True``. An empty
aspect is simply not there, so absent, null and empty compare alike. An aspect with a ``›`` belongs to the aspect
before it and is only judged where that one reads as expected. Aspects that start with ``~`` are memory of
the rulebook and are never compared.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from contact_contracts.exchange import Exchange, Response

Aspect = str
Value = Hashable
State = Mapping[Aspect, Value]
Clauses = tuple[str, ...]


class Mixed(tuple[str, ...]):
    """The clauses of a change that any of several calls may have made."""

    candidates: Clauses = ()
    """Clauses of those calls: where one of them is violated in the same run, it explains the change."""

    @classmethod
    def of(cls, clauses: Clauses, candidates: Clauses) -> Mixed:
        """The clauses, with those of the candidates that are not among them."""
        found = cls(clauses)
        found.candidates = tuple(name for name in dict.fromkeys(candidates) if name not in clauses)
        return found


class _Empty:
    """The value of an aspect that is not there."""

    def __repr__(self) -> str:
        """Read well in a report."""
        return "nothing"


EMPTY: Final = _Empty()
EXISTS: Final = "exists"
"""The aspect that says whether a contact can be read at all."""

UNEXPLAINED: Final = "?"
"""Stands for the clause of a change that a refused call made, until the whole run tells which."""
ANY: Final = "*"
"""Among narrower clauses: any other clause that is violated in the run explains the breach."""
READING: Final = "="
"""Among narrower clauses, between an open clause and a reading: one that the run has seen explains the breach."""
CRASH: Final = "!"
"""Among narrower clauses: a server error or redirection that the run saw for a legal call too explains it."""
LATE: Final = "<"
"""Among narrower clauses: a read that was proven to show a contact as it had been before explains the breach."""
SUB: Final = "›"
"""Parts an aspect from the aspect that it belongs to."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one aspect must read like."""

    clauses: Clauses
    values: tuple[Value, ...] = ()
    """Any of these is right; none at all means that only ``forbidden`` speaks."""
    forbidden: tuple[Value, ...] = ()
    telling: bool = True
    """Whether a server that ignores the rule would have read otherwise."""
    readings: tuple[tuple[Value, str], ...] = ()
    """For an open clause: value -> name of the reading. Such a cell only fails by what is ``forbidden``."""
    narrower: Clauses = ()
    """A breach here is dropped when one of these is violated in the same run: it explains the breach."""
    matches: Callable[[Value, Value], bool] | None = None
    """How to compare expected and observed, where equality does not do."""
    blame: Callable[[Value], Clauses] | None = None
    """Picks the clauses of a breach from the observed value, where that tells more."""

    def fits(self, observed: Value) -> bool:
        """Whether an observed value is as predicted."""
        if observed in self.forbidden:
            return False
        if self.readings:
            return True
        if not self.values:
            return True
        same = self.matches or _same
        return any(same(value, observed) for value in self.values)


def _same(expected: Value, observed: Value) -> bool:
    """Equality that keeps text, numbers and booleans apart (1 == 1.0, but not "1" and not True)."""
    if isinstance(expected, bool) or isinstance(observed, bool):
        return expected is observed
    return expected == observed


Otherwise = Callable[[Aspect, Value], Clauses]
"""Names the clauses that an aspect breaks which no cell speaks of; none: it is not judged."""


@dataclass(frozen=True)
class Lost:
    """What an update named and a read shows as before; where several kinds are lost, no kind is to blame."""

    clauses: Clauses
    """Those to blame then."""
    kinds: frozenset[str]
    """What was lost, where nothing else of the update was kept; empty where something was."""


@dataclass(frozen=True)
class Breach:
    """A prediction that was not kept."""

    clauses: Clauses
    where: str
    expected: str
    observed: str
    narrower: Clauses = ()
    refusal: str = ""
    """For a change made by a refused call: the clause that asked for the refusal."""
    lost: Lost | None = None


Explain = Callable[[State, tuple[Aspect, ...]], Clauses]
"""Given the observed state and the broken aspects, the clauses that explain all of them at once, or none."""

Trace = Callable[[State, list[Aspect]], Lost | None]
"""Given the observed state and some of the broken aspects: whether those are as they were before the update."""

Attribute = Callable[[State, tuple[Aspect, ...]], tuple[Clauses, Clauses] | None]
"""Likewise, with the narrower clauses that would explain the breach away; None where the cells speak."""


@dataclass(frozen=True)
class Belief:
    """What is known of one contact: how it must read, and why."""

    state: State = field(default_factory=dict)
    """The likeliest state, from which further predictions start."""
    cells: Mapping[Aspect, Cell] = field(default_factory=dict)
    """Predictions not yet confirmed by a read; aspects without one must read as ``state`` says."""
    otherwise: Clauses | Otherwise = ()
    """Clauses for aspects without a cell."""
    unknown: tuple[Aspect, ...] = ()
    """Aspects, or beginnings of aspects, of which nothing is known."""
    telling: bool = False
    """Whether an unchanged state says something about the ``otherwise`` clauses."""
    refusal: str = ""
    """When a refused call must have left the contact alone: the clause that asked for the refusal."""
    doubts: Clauses = ()
    """Of an unconfirmed belief: clauses of later calls that must have left the contact alone, and may not have."""
    explain: Explain | None = None
    attribute: Attribute | None = None
    """Like ``explain``, also asked for a single broken aspect, and with narrower clauses of its own."""
    trace: Trace | None = None
    alternatives: tuple[tuple[str, Belief], ...] = ()
    """Open clause: name of the reading -> how the contact then reads. The best fit is taken."""
    open_clause: str = ""
    on_read: Callable[[State], tuple[Breach, ...]] | None = None
    """Judges the next read in place of the cells, where one answer cannot tell two breaches apart."""
    evidence: tuple[Exchange, ...] = ()
    """The calls since the contact was last read, that read included."""
    shown: State | None = None
    """What that read showed."""

    @property
    def confirmed(self) -> bool:
        """Whether the last thing that happened to the contact was a read."""
        return not self.cells and not self.alternatives and self.on_read is None

    def beside(self, evidence: tuple[Exchange, ...], otherwise: Clauses | Otherwise | None = None) -> Belief:
        """The belief after a call about others, which it rests on too, and whose clauses say that it stays.

        Every write concerns all contacts, so this is copied by hand: ``replace`` takes six times as long.
        """
        copy = object.__new__(Belief)
        copy.__dict__.update(self.__dict__, evidence=evidence, trace=None)
        if otherwise is not None:
            copy.__dict__.update(otherwise=otherwise, telling=True)
        return copy

    def is_unknown(self, aspect: Aspect) -> bool:
        """Whether nothing is known of an aspect."""
        return any(aspect.startswith(prefix) for prefix in self.unknown)

    def get(self, aspect: Aspect) -> Value:
        """The believed value of an aspect; EMPTY when it is not there."""
        return self.state.get(aspect, EMPTY)

    def keep(self, aspect: Aspect, clauses: Clauses, **more: object) -> Cell:
        """A cell that says: this aspect stays. An unconfirmed write keeps its own label."""
        earlier = self.cells.get(aspect)
        if earlier is not None:
            return earlier
        value = self.get(aspect)
        return Cell(clauses, (value,), telling=value is not EMPTY, **more)  # type: ignore[arg-type]  # fields of Cell


class Must(StrEnum):
    """What the documents demand of a call."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    EITHER = "either"
    """The documents leave it open, or too little is known."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something in a request that a clause says must be taken, as fine as the data allows (``days:7``)."""

    name: str
    clause: str
    twin: bool = False
    """Whether the clause only asks for a refusal of calls without it; taking a call with it shows nothing then."""
    narrower: Clauses = ()
    """A refusal that this is to blame for is dropped when one of these is violated in the same run."""


@dataclass(frozen=True)
class AnswerRule:
    """A demand on an answer's content."""

    clauses: Clauses
    expected: str
    check: Callable[[Response], str | None]
    """Returns None when it is kept, else what was observed."""
    telling: bool = True
    applies: Callable[[Response], bool] | None = None
    """Whether the rule speaks of an answer at all, where its status does not tell."""
    narrower: Clauses = ()
    """A breach is dropped when one of these is violated in the same run: it explains the breach."""


@dataclass(frozen=True)
class Effect:
    """What a call does to one contact (a batch has one per row)."""

    contact: str
    """Key of the contact; empty when it is unknown which."""
    must: Must
    accepted: Belief | None = None
    """What is believed of the contact when the call is accepted; None: nothing is known any more."""
    reasons: Clauses = ()
    """Why it must be refused."""
    statuses: frozenset[int] = frozenset()
    """Statuses that fit the refusal; empty: any 4xx."""
    features: tuple[Feature, ...] = ()
    open_clause: str = ""
    """Which open clause the acceptance is a reading of, with the names of both readings."""
    readings: tuple[str, str] = ("accepted", "refused")
    row: int | None = None
    """1-based position in a batch."""
    unreported: Clauses = ()
    """Clauses broken when the effect is refused in silence."""
    narrower: Mapping[str, Clauses] = field(default_factory=dict)
    """Clause of a reason, or of what is broken by silence -> what would explain its breach, as in a cell."""


@dataclass(frozen=True)
class Prediction:
    """All that a rulebook says of one call before it is answered."""

    effects: tuple[Effect, ...] = ()
    when_accepted: tuple[AnswerRule, ...] = ()
    when_refused: tuple[AnswerRule, ...] = ()
    always: tuple[AnswerRule, ...] = ()
    bystanders: Clauses = ()
    """Clauses that say that no other contact changes; empty for a call that writes nothing."""
    named: Mapping[str, Clauses] = field(default_factory=dict)
    """Contacts that the call names without addressing them -> clauses broken when they change."""
    valid: bool = False
    """Whether the call as a whole is one that a right server accepts."""


class Acceptance(StrEnum):
    """What an answer says happened to one effect."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNREPORTED = "unreported"
    """The answer claims success, but the effect had to be refused; a read tells which of the two."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sighting:
    """What a read showed of one contact: its key and its state, or that it is not there."""

    contact: str
    state: State | None
    aliases: tuple[str, ...] = ()
    clauses: Clauses = ()
    """Clauses that a read of the wrong thing, or of nothing, breaks."""
    partial: bool = False
    """Whether the answer shows only some aspects; those it lacks are then not judged."""
    confirms: bool = True
    """Whether it settles what the contact is: a read does, the answer to a write only claims."""
