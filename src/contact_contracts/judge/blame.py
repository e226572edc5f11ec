"""Which clause a breach is blamed on when one call alone cannot tell. Pure, over a whole run.

A legal call that is refused has many features; those that other calls carried and were accepted with are
cleared, and the rest are to blame. A change made by a refused call breaks the general clause; where only one
clause's refusals make changes, it breaks that one too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from contact_contracts.contract import Contract
from contact_contracts.judge.tally import Seen, Tally, UnexpectedRefusal, one_finding_each
from contact_contracts.rulebook.prediction import ANY, CRASH, LATE, READING, UNEXPLAINED, Breach, Clauses, Feature

NOT_FOUND = 404
TESTS_THAT_TELL = 3
"""Where as many tests had every legal call refused, no rule about one kind of call is to blame."""
HARDLY_EVER = 0.1
"""The part of the calls with a feature behind refusals that may have been accepted, such as the first of many."""
KINDS_THAT_TELL = 2
"""Where updates of as many kinds were lost as a whole, no rule about one kind is to blame."""


def settled_breaches(tally: Tally, contract: Contract) -> list[Seen]:
    """Every breach of a run with its clauses settled, explained ones dropped."""
    breaches = [
        *lost_updates(list(_direct_breaches(tally)), tally),
        *_breaches_after_refusals(tally, contract),
    ]
    breaches += _unexpected_refusals(tally, contract.family, explained=bool(breaches))
    seen = {f"{clause}{READING}{name}" for clause, names in tally.readings.items() for name in names}
    seen |= {CRASH} if tally.legal_unserved else set()
    seen |= {LATE} if tally.late else set()
    return one_finding_each(unexplained(breaches, seen))


def unexplained(breaches: Sequence[Seen], facts: set[str]) -> list[Seen]:
    """The breaches that neither a narrower clause accounts for, step by step, nor a fact that was seen.

    Breaches that explain each other in a circle stand together, where nothing outside the circle explains them.
    """
    kinds = {_kind(seen.breach): seen.breach for seen in breaches}
    causes = {
        kind: {other for other, cause in kinds.items() if _explains(cause, breach)}
        for kind, breach in kinds.items()
    }
    behind = {kind: _closure(kind, causes) for kind in kinds}
    standing = {
        kind
        for kind, breach in kinds.items()
        if facts.isdisjoint(breach.narrower) and all(kind in behind[cause] for cause in behind[kind])
    }
    return [seen for seen in breaches if _kind(seen.breach) in standing]


Kind = tuple[Clauses, Clauses]
"""The clauses of a breach, and those that would explain it."""


def _kind(breach: Breach) -> Kind:
    return breach.clauses, breach.narrower


def _explains(cause: Breach, breach: Breach) -> bool:
    """Whether one breach accounts for another one; no clause accounts for itself."""
    others = set(cause.clauses).difference(breach.clauses)
    return bool(others) if ANY in breach.narrower else not others.isdisjoint(breach.narrower)


def _closure(kind: Kind, causes: Mapping[Kind, set[Kind]]) -> set[Kind]:
    """All that is behind a breach, step by step."""
    found: set[Kind] = set()
    left = list(causes[kind])
    while left:
        cause = left.pop()
        if cause not in found:
            found.add(cause)
            left.extend(causes[cause])
    return found


def _direct_breaches(tally: Tally) -> Iterator[Seen]:
    for seen in tally.breaches.values():
        if UNEXPLAINED not in seen.breach.clauses:
            yield seen


def lost_updates(breaches: Sequence[Seen], tally: Tally) -> list[Seen]:
    """The breaches, where updates of several kinds were lost as a whole by what asks for updates at all.

    A rule about one kind that was kept at other times is not to blame then.
    """
    lost = [seen for seen in breaches if seen.breach.lost is not None]
    kinds = {kind for seen in lost if seen.breach.lost for kind in seen.breach.lost.kinds}
    named = {clause for seen in lost for clause in seen.breach.clauses}
    if len(kinds) < KINDS_THAT_TELL or not all(tally.held[clause] for clause in named):
        return list(breaches)
    return [_as_lost(seen) for seen in breaches]


def _as_lost(seen: Seen) -> Seen:
    return seen if seen.breach.lost is None else _relabelled(seen, seen.breach.lost.clauses)


def _breaches_after_refusals(tally: Tally, contract: Contract) -> Iterator[Seen]:
    """Where one kind of refusal makes changes, its clause is broken too, if a read is what shows it kept."""
    changed = [seen for seen in tally.breaches.values() if UNEXPLAINED in seen.breach.clauses]
    reasons = {seen.breach.refusal for seen in changed} - {UNEXPLAINED}
    clauses: Clauses = (f"{contract.family}.error.refused-changes-nothing",)
    only = contract.clauses.get(next(iter(reasons))) if len(reasons) == 1 else None
    if only is not None and "read-back" in only.seen_by:
        clauses = (only.id, *clauses)
    for seen in changed:
        yield _relabelled(seen, clauses)


def _relabelled(seen: Seen, clauses: Clauses) -> Seen:
    breach = seen.breach
    settled = Breach(clauses, breach.where, breach.expected, breach.observed, breach.narrower, breach.refusal)
    return Seen(settled, seen.exchanges, seen.test, seen.times, seen.tests)


def _unexpected_refusals(tally: Tally, family: str, *, explained: bool) -> Iterator[Seen]:
    """Refusals by the clause of what was refused. One that nothing in the call tells apart counts only where
    no other breach may have brought the contact into a state of its own, and no other refusal is explained.
    A target that takes no legal call at all has no rule about one kind of call to blame.
    """
    by_clauses: dict[Clauses, Seen] = {}
    cleared = set(tally.taken)
    calls = _refused_calls(tally)
    reach = _reach(calls, cleared)
    nothing_taken = not cleared and len({refusal.test for refusal in tally.refused}) >= TESTS_THAT_TELL
    accused = [
        (refusal, () if nothing_taken else _suspects(refusal, cleared, calls, reach)) for refusal in tally.refused
    ]
    accused = _by_what_all_share(tally, accused)
    if explained:
        accused = [(refusal, suspects) for refusal, suspects in accused if _tells(refusal, suspects, calls)]
    explained = explained or any(suspects for _, suspects in accused)
    for refusal, suspects in accused:
        if explained and not suspects and not nothing_taken:
            continue
        clauses = _clauses(suspects) or (f"{family}.schema.answers-conform",)
        if clauses not in by_clauses:
            by_clauses[clauses] = _refusal_seen(refusal, clauses, suspects)
        by_clauses[clauses].times += 1
        by_clauses[clauses].tests.add(refusal.test)
    yield from by_clauses.values()


Accused = list[tuple[UnexpectedRefusal, tuple[Feature, ...]]]


def _by_what_all_share(tally: Tally, accused: Accused) -> Accused:
    """The accused, but that where no clause accounts for every refused call of an operation, a feature may.

    A server that refuses a call from the second time on has accepted everything once, so nothing of it is guilty.
    """
    found: Accused = []
    for operation in dict.fromkeys(refusal.exchange.request.operation for refusal, _ in accused):
        of_it = [each for each in accused if each[0].exchange.request.operation == operation]
        shared = _shared(tally, [refusal for refusal, _ in of_it])
        several = len({_clauses(suspects) for _, suspects in of_it}) > 1
        found += [(refusal, (shared,)) for refusal, _ in of_it] if several and shared else of_it
    return found


def _shared(tally: Tally, refused: Sequence[UnexpectedRefusal]) -> Feature | None:
    """What all refused calls have, and accepted ones hardly ever had, be it measured by these or by those."""
    common = [feature for feature in refused[0].features if all(feature in each.features for each in refused)]
    rarest = min(common, key=lambda feature: tally.taken[feature], default=None)
    fewer = min(len(refused), max((tally.taken[feature] for feature in common), default=0))
    return rarest if rarest and tally.taken[rarest] <= HARDLY_EVER * fewer else None


def _refused_calls(tally: Tally) -> dict[Feature, set[int]]:
    """For each feature the refused calls that had it, by their place in the run."""
    calls: dict[Feature, set[int]] = {}
    for place, refusal in enumerate(tally.refused):
        for feature in refusal.features:
            calls.setdefault(feature, set()).add(place)
    return calls


def _reach(calls: Mapping[Feature, set[int]], cleared: Collection[Feature]) -> dict[str, set[int]]:
    """For each clause the refused calls that it may account for."""
    reach: dict[str, set[int]] = {}
    for feature, places in calls.items():
        if feature not in cleared:
            reach.setdefault(feature.clause, set()).update(places)
    return reach


def _suspects(
    refusal: UnexpectedRefusal,
    cleared: Collection[Feature],
    calls: Mapping[Feature, set[int]],
    reach: Mapping[str, set[int]],
) -> tuple[Feature, ...]:
    """The features no accepted call carried, but for clauses that account for a part of what another one does.

    Among several, those that the test was about, the clause of most features set aside as too general; else those
    that most refused calls share, and of these the ones whose clause has the fewest features in the call.
    """
    guilty = [feature for feature in refusal.features if feature not in cleared]
    clauses = {feature.clause for feature in guilty}
    guilty = [f for f in guilty if not any(reach[f.clause] < reach[other] for other in clauses)]
    if not guilty:
        return ()
    share = Counter(feature.clause for feature in refusal.features)
    general = share.most_common(1)[0][0]
    about = [feature for feature in guilty if feature.clause in refusal.focus and feature.clause != general]
    guilty = about or guilty
    most = max(len(calls[feature]) for feature in guilty)
    common = [feature for feature in guilty if len(calls[feature]) == most]
    narrowest = min(common, key=lambda feature: share[feature.clause]).clause
    return tuple(feature for feature in common if feature.clause == narrowest)


def _tells(refusal: UnexpectedRefusal, suspects: tuple[Feature, ...], calls: Mapping[Feature, set[int]]) -> bool:
    """Whether a refusal accuses its suspects although something else is broken.

    One call that met a 404 on the way to something else may have missed what a breach before it took away.
    """
    response = refusal.exchange.response
    about = any(feature.clause in refusal.focus for feature in suspects)
    alone = all(len(calls[feature]) == 1 for feature in suspects)
    return about or not suspects or not alone or response is None or response.status != NOT_FOUND


def _clauses(suspects: tuple[Feature, ...]) -> Clauses:
    return tuple(dict.fromkeys(feature.clause for feature in suspects))


def _refusal_seen(refusal: UnexpectedRefusal, clauses: Clauses, suspects: tuple[Feature, ...]) -> Seen:
    request = refusal.exchange.request
    response = refusal.exchange.response
    what = ", ".join(feature.name for feature in suspects) or "a legal call"
    status = f"HTTP {response.status}" if response else refusal.exchange.trouble
    narrower = tuple(clause for feature in suspects for clause in feature.narrower)
    where = f"{request.method} {request.operation}"
    breach = Breach(clauses, where, f"accepted: {what}", f"refused with {status}", narrower)
    return Seen(breach, (refusal.exchange,), refusal.test, times=0)
