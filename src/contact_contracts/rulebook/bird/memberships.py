"""Lists, accounts and companies: three members of a body each, which add, remove and set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import Facts
from contact_contracts.rulebook.bird.state import members, repeated
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import EMPTY, Aspect, Belief

Body = dict[str, Json]


@dataclass(frozen=True)
class Kind:
    """One of the three kinds of membership."""

    name: str
    """As the clauses call it."""
    prefix: Aspect
    add: str
    remove: str
    set: str

    @property
    def fields(self) -> tuple[str, str, str]:
        """Names of the body's members."""
        return self.add, self.remove, self.set

    def given(self, body: Body) -> list[str]:
        """The members that a body has."""
        return [field for field in self.fields if field in body]

    def rule(self, field: str) -> str:
        """The rule of a member of the body."""
        return f"{self.name}.{dict(zip(self.fields, ('added', 'removed', 'set'), strict=True))[field]}"

    def known(self, facts: Facts) -> frozenset[str]:
        """What exists of this kind."""
        found: frozenset[str] = getattr(facts, self.name)
        return found


KINDS = (
    Kind("lists", "list[", "addToLists", "removeFromLists", "listIds"),
    Kind("accounts", "account[", "addToAccounts", "removeFromAccounts", "accountIds"),
    Kind("companies", "company[", "addCompanyRefs", "removeCompanyRefs", "companyRefs"),
)
COMPANIES = KINDS[2]


def draft_memberships(draft: Draft, body: Body, kept_rule: str) -> None:
    """Say of each kind what a body with at most one of its members does to it."""
    for kind in KINDS:
        given = kind.given(body)
        if len(given) > 1 or any(not isinstance(body[field], list) for field in given):
            _unclear(draft, kind)
        elif given:
            _one_member(draft, kind, given[0], body[given[0]])
        else:
            _keep(draft, kind, kept_rule)


def there(before: Belief, kind: Kind) -> list[Aspect]:
    """What a contact is believed to be in."""
    return [name for name, value in before.state.items() if name.startswith(kind.prefix) and value is not EMPTY]


def _unclear(draft: Draft, kind: Kind) -> None:
    draft.unclear(kind.prefix)
    draft.unclear(repeated(kind.prefix))


def _repeated(before: Belief, kind: Kind) -> list[Aspect]:
    """What the last answer named more than once."""
    return [name for name in before.state if name.startswith(repeated(kind.prefix))]


def _keep(draft: Draft, kind: Kind, rule: str) -> None:
    if draft.before.is_unknown(kind.prefix):
        _unclear(draft, kind)
    if draft.before.is_unknown(repeated(kind.prefix)):
        draft.unclear(repeated(kind.prefix))
    for aspect in (*_spoken_of(draft.before, kind), *_repeated(draft.before, kind)):
        draft.keep(aspect, rule)


def _spoken_of(before: Belief, kind: Kind) -> list[Aspect]:
    """What a contact is believed to be in, and what an update took it out of that no read has confirmed."""
    return list(dict.fromkeys((*there(before, kind), *(a for a in before.cells if a.startswith(kind.prefix)))))


def _one_member(draft: Draft, kind: Kind, field: str, values: Json) -> None:
    rule = kind.rule(field)
    named = list(members(kind.prefix, values))
    rest = [aspect for aspect in there(draft.before, kind) if aspect not in named]
    if field != kind.set and draft.before.is_unknown(kind.prefix):
        _unclear(draft, kind)
    if len(set(named)) < len(named) or _repeated(draft.before, kind):
        draft.unclear(repeated(kind.prefix))
    for aspect in named:
        draft.expect(aspect, EMPTY if field == kind.remove else True, rule)
    for aspect in rest:
        if field == kind.set:
            draft.expect(aspect, EMPTY, rule)
        else:
            draft.expect(aspect, draft.before.get(aspect), rule, telling=True)
    for aspect in _spoken_of(draft.before, kind):
        if aspect not in draft.cells:
            draft.keep(aspect, rule)


def combined(body: Body) -> list[Kind]:
    """The kinds of which a body has several members."""
    return [kind for kind in KINDS if len(kind.given(body)) > 1]


def readings(kind: Kind, body: Body, before: Belief) -> Iterator[tuple[str, frozenset[Aspect]]]:
    """What a contact may be in after several members at once: (name of the reading, aspects); all differ."""
    had = frozenset(there(before, kind))
    add, remove, given = (frozenset(members(kind.prefix, body.get(field))) for field in kind.fields)
    base = given if kind.set in body else had
    options = (
        ("the set, then added, then removed", (base | add) - remove),
        ("the set, then removed, then added", (base - remove) | add),
        ("only the set", base),
        ("added and removed, the set last", given if kind.set in body else (had | add) - remove),
        ("added, then removed, without the set", (had | add) - remove),
        ("removed, then added, without the set", (had - remove) | add),
        ("only the added", had | add),
        ("only the removed", had - remove),
    )
    seen: set[frozenset[Aspect]] = set()
    for name, outcome in options:
        if outcome not in seen:
            seen.add(outcome)
            yield name, outcome


def repeats_or_idles(kind: Kind, body: Body, before: Belief) -> bool:
    """Whether a member names something twice, adds what is there, or removes what is not there."""
    had = set(there(before, kind))
    unknown = before.is_unknown(kind.prefix)
    for field in kind.given(body):
        named = list(members(kind.prefix, body[field]))
        if len(set(named)) < len(named):
            return True
        if (field == kind.add and had.intersection(named)) or (field != kind.set and unknown):
            return True
        if field == kind.remove and not had.issuperset(named):
            return True
    return False
