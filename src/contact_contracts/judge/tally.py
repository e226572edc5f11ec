"""What a whole run has observed, gathered call by call and merged over workers; from it the verdicts follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from contact_contracts.exchange import Exchange
from contact_contracts.judge.hearing import Hearing
from contact_contracts.rulebook.prediction import Breach, Feature


@dataclass
class Seen:
    """A breach as often as it was seen, with the shortest evidence for it."""

    breach: Breach
    exchanges: tuple[Exchange, ...]
    test: str
    times: int = 1
    tests: set[str] = field(default_factory=set)
    """Every test that brought it about."""


@dataclass(frozen=True)
class UnexpectedRefusal:
    """A call that had to be accepted and was refused."""

    features: tuple[Feature, ...]
    exchange: Exchange
    test: str
    focus: tuple[str, ...] = ()
    """The clauses that the test drives the target to show."""


@dataclass
class Tally:
    """Counts and evidence of a run; plain data, so that workers can send theirs."""

    held: Counter[str] = field(default_factory=Counter)
    breaches: dict[tuple[object, ...], Seen] = field(default_factory=dict)
    readings: dict[str, Counter[str]] = field(default_factory=dict)
    taken: Counter[Feature] = field(default_factory=Counter)
    refused: list[UnexpectedRefusal] = field(default_factory=list)
    refusals: Counter[str] = field(default_factory=Counter)
    kept_after_refusal: Counter[str] = field(default_factory=Counter)
    legal_unserved: int = 0
    """How many calls that had to be accepted met a server error or a redirection."""
    late: int = 0
    """How many reads turned out to have shown a contact as it had been before."""
    new_breaches: int = 0
    """How many breaches were noted since it was last set to 0; lets a test see its own."""

    def add(self, hearing: Hearing, test: str = "", focus: tuple[str, ...] = ()) -> None:
        """Add what one call showed, in which test, and which clauses that test is about."""
        self.held.update(hearing.held)
        self.taken.update(hearing.taken)
        self.refusals.update(hearing.refusals)
        self.kept_after_refusal.update(hearing.kept_after_refusal)
        self.legal_unserved += hearing.legal_unserved
        self.late += hearing.late
        for clause, reading in hearing.readings:
            self.readings.setdefault(clause, Counter())[reading] += 1
        for evidenced in hearing.breaches:
            self.add_breach(evidenced.breach, evidenced.exchanges, test)
        for features, exchange in hearing.refused:
            self.refused.append(UnexpectedRefusal(features, exchange, test, focus))
            self.new_breaches += 1

    def add_breach(self, breach: Breach, exchanges: tuple[Exchange, ...], test: str = "") -> None:
        """Note a breach, once per clause, kind of place and explanation; the shortest evidence is kept.

        What would explain one occurrence need not explain another, so occurrences that differ in that stay apart.
        """
        self.new_breaches += 1
        _gather(self.breaches, _key(breach), Seen(breach, exchanges, test, tests={test}))

    def has(self, breach: Breach) -> bool:
        """Whether a breach like this one was noted before."""
        return _key(breach) in self.breaches

    def merge(self, other: Tally) -> None:
        """Add what another worker saw."""
        self.held.update(other.held)
        self.taken.update(other.taken)
        self.refusals.update(other.refusals)
        self.kept_after_refusal.update(other.kept_after_refusal)
        self.refused.extend(other.refused)
        self.legal_unserved += other.legal_unserved
        self.late += other.late
        for clause, counts in other.readings.items():
            self.readings.setdefault(clause, Counter()).update(counts)
        for key, seen in other.breaches.items():
            _gather(self.breaches, key, seen)
        self.new_breaches += len(other.breaches)


def one_finding_each(breaches: Iterable[Seen]) -> list[Seen]:
    """The breaches, those of one clause on one kind of place put together, with the shortest evidence of them."""
    found: dict[tuple[object, ...], Seen] = {}
    for seen in breaches:
        _gather(found, place_of(seen.breach), seen)
    return list(found.values())


def place_of(breach: Breach) -> tuple[object, ...]:
    """Breaches of one clause on one kind of aspect are one finding, whatever the contact."""
    aspect = breach.where.partition("[")[0].partition("{")[0].partition(" (and ")[0].rpartition(", ")[2]
    return (breach.clauses, breach.refusal, aspect)


def _key(breach: Breach) -> tuple[object, ...]:
    return place_of(breach), frozenset(breach.narrower), breach.lost


def _gather(found: dict[tuple[object, ...], Seen], key: tuple[object, ...], more: Seen) -> None:
    seen = found.get(key)
    if seen is None:
        found[key] = replace(more, tests=set(more.tests))
        return
    seen.times += more.times
    seen.tests |= more.tests
    if _weight(more.exchanges) < _weight(seen.exchanges):
        seen.breach, seen.exchanges, seen.test = more.breach, more.exchanges, more.test


def _weight(exchanges: Iterable[Exchange]) -> int:
    return sum(1000 + len(exchange.request.body or b"") for exchange in exchanges)
