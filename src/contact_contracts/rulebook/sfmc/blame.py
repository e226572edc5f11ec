"""Which rule a value breaks that does not read as it was sent."""

from __future__ import annotations

from dataclasses import dataclass

from contact_contracts.rulebook.prediction import EMPTY, Clauses, Mixed, Value
from contact_contracts.rulebook.sfmc.labels import KEPT_ATTRIBUTE, KEPT_SET, TYPES, clause, narrower
from contact_contracts.rulebook.sfmc.values import Rows, alike


@dataclass(frozen=True)
class Blame:
    """Tells a value that did not arrive from one that arrived as something else."""

    old: Value
    expected: Value
    missing: str
    wrong: str
    together: bool = False
    """Whether another part of the body wrote the same row, and may have emptied it."""
    beside: bool = False
    """Whether other items of the set wrote to it, and may have put another value there."""
    repeat: bool = False
    """Whether the same value was sent just before, and read as the old one."""
    older: tuple[Value, ...] = ()
    """What it was before the writes that no read parts from this one: they may be lost too."""
    first: bool = False
    """Whether nobody saw what the old value was sent as: it may be what is left of the same one."""
    elsewhere: tuple[Value, ...] = ()
    """What other sets of the body send for an attribute of the same name."""

    def __call__(self, observed: Value) -> Clauses:
        """The clauses that an observed value breaks; none where it tells nothing new."""
        retyped = type(observed) is not type(self.expected) and (
            str(observed).lower() == str(self.expected).lower()
        )
        if self.repeat and type(observed) is type(self.old) and observed == self.old:
            return ()
        beside_old = isinstance(observed, Rows) and self.expected in observed  # a row more, instead of a new value
        before = observed == self.old or observed in self.older or beside_old
        lost = (before and not retyped) or (self.together and observed is EMPTY)
        clauses = (clause(self.missing if lost else self.wrong),)
        if observed in self.elsewhere and observed is not EMPTY:
            return Mixed.of(clauses, (clause(KEPT_SET), *self.explained_by(clauses)))
        foreign = not lost or isinstance(self.expected, bool)  # of two values, another one is the old one too
        if (self.together or self.beside) and foreign and not alike(self.expected, observed):
            others = (clause(KEPT_ATTRIBUTE), *narrower(self.missing if lost else self.wrong))
            return Mixed.of(clauses, others)  # another part may have put something there
        return clauses

    def explained_by(self, clauses: Clauses) -> Clauses:
        """A value that did not arrive may have a narrower reason; a wrong one speaks for itself, or says so."""
        if isinstance(clauses, Mixed):
            return clauses.candidates
        if clauses != (clause(self.missing),):
            return ()
        spoilt = self.first or isinstance(self.expected, bool) or alike(self.old, self.expected)
        mangled = (clause(TYPES),) if spoilt else ()
        return (*narrower(self.missing), *mangled, *((clause(KEPT_ATTRIBUTE),) if self.together else ()))
