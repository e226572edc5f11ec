"""Lists, accounts and companies: added, removed, set; how many at most, and what they may be."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies, Edit, Verb
from contact_contracts.drivers.bird.names import as_json
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS, Kind

LISTS, ACCOUNTS, COMPANIES = KINDS


def each_kind(*rules: str, companies: bool = True) -> pytest.MarkDecorator:
    """A turn for each kind, which tries the rules of that kind alone."""
    kinds = KINDS if companies else (LISTS, ACCOUNTS)
    turns = [pytest.param(kind, marks=_rules(kind, rules), id=kind.name) for kind in kinds]
    return pytest.mark.parametrize("kind", turns)


def _rules(kind: Kind, rules: tuple[str, ...]) -> pytest.MarkDecorator:
    return pytest.mark.clause(*(f"bird.{kind.name}.{rule}" for rule in rules), "bird.answer.reads-back")


def start_with(bird: Bird, key: str, kind: Kind, names: list[str]) -> None:
    """Make a contact a member of exactly these, in whatever way that needs."""
    there = bird.members(key, kind)
    gone = [name for name in there if name not in [n if kind is COMPANIES else n.lower() for n in names]]
    if gone:
        bird.update(key, {kind.remove: gone})
    new = [name for name in names if (name if kind is COMPANIES else name.lower()) not in there]
    for at in range(0, len(new), 5):
        bird.update(key, {kind.add: new[at : at + 5]})


@each_kind("added", "removed", "set")
def test_members_are_added_removed_and_set(bird: Bird, bodies: Bodies, kind: Kind) -> None:
    """Each alone; several at once; the first, a middle and the last one of several removed; others set."""
    known = list(bodies.known(kind))
    bird.need(kind.name, known)
    key, other = bird.contacts(2)
    start_with(bird, key, kind, [])
    chosen = bird.some(known)
    for name in chosen:
        bird.update(key, {kind.add: [name]})
    bird.update(key, {kind.add: chosen[-1:]})
    for name in (*chosen[1::2], *chosen[::2]):
        bird.update(key, {kind.remove: [name]})
    few = known[:5]
    for at in bird.some(range(len(few)), least=1):
        start_with(bird, key, kind, few)
        bird.update(key, {kind.remove: few[at : at + 2]})
        bird.update(key, {kind.set: few[at:]})
        bird.update(key, {kind.set: few[: at + 1]})
        bird.update(key, {kind.set: few[at : at + 1]})
    bird.read(other)
    if kind is not ACCOUNTS:
        bird.update(key, {kind.set: []})


@each_kind("added", "removed")
def test_some_are_there_already_and_some_are_not(bird: Bird, bodies: Bodies, kind: Kind) -> None:
    """To add what is there, and to remove what is not: alone, before and after others, for which it counts."""
    known = list(bodies.known(kind))
    bird.need(kind.name, known, 4)
    key = bird.contacts(1)[0]
    a, b, c, d = known[:4]
    for named in bird.some(([a], [a, c], [c, b], [a, c, b, d]), least=2):
        start_with(bird, key, kind, [a, b])
        bird.update(key, {kind.add: named})
    for named in ([c], *bird.some(([c, a], [b, d], [c, a, d, b]), least=1)):
        start_with(bird, key, kind, [a, b])
        bird.update(key, {kind.remove: named})


@pytest.mark.clause(*(f"bird.{kind.name}.{rule}" for kind in KINDS for rule in ("added", "removed", "set")))
@pytest.mark.clause("bird.attributes.written", "bird.identifiers.added", "bird.identifiers.removed")
def test_every_kind_changes_in_one_body(bird: Bird, bodies: Bodies) -> None:
    """Lists, accounts and companies beside each other, beside attributes and beside identifiers."""
    key = bird.contacts(1)[0]
    verbs: tuple[Verb, ...] = ("set", "add", "remove")
    for turn in range(bird.explorer.budget(9, least=3)):
        edits = [
            Edit(verbs[(turn + at * (turn // 3)) % 3], kind.name, 1 + (turn + at) % 3)
            for at, kind in enumerate(KINDS)
        ]
        sent = bodies.body(key, edits)
        there = bird.pairs(key)
        if turn % 2 == 0:
            sent["attributes"] = bodies.plain(turn + 700)
        if turn % 3 == 0:
            sent["addIdentifiers"] = as_json(bird.names.several("visitorid", "emailaddress"))
        if turn % 3 < 2 and there:
            sent["removeIdentifiers"] = as_json(there[:1])
        bird.update(key, sent)


@each_kind("added", "removed", "set")
def test_members_come_and_go_at_random(bird: Bird, bodies: Bodies, kind: Kind) -> None:
    """0 to 4 at once."""
    bird.need(kind.name, bodies.known(kind))
    key = bird.contacts(1)[0]
    pool = [Edit(verb, kind.name, n) for n in range(12) for verb in ("add", "remove", "set")]

    def step(drawn: list[Edit]) -> None:
        for edit in drawn:
            bird.update(key, bodies.body(key, [edit]))

    bird.explore(
        f"members {kind.name}", st.lists(st.sampled_from(pool), min_size=2, max_size=4), step, standard=14
    )


@each_kind("at-most-ten", "added", "removed", "set", companies=False)
def test_ten_are_taken_and_eleven_refused(bird: Bird, bodies: Bodies, kind: Kind) -> None:
    """In each member of the body; nine and ten are legal where so many are known."""
    known = list(bodies.known(kind))
    bird.need(kind.name, known, 10)
    key = bird.contacts(1)[0]
    for field in kind.fields:
        start_with(bird, key, kind, [] if field == kind.add else known[:10])
        if field == kind.set and known:
            start_with(bird, key, kind, known[:1])
        for number in bird.some((11, 12), least=1):
            ids = [*known, *(str(uuid4()) for _ in range(number))][:number]
            bird.update(key, {field: ids, "attributes": {"firstName": f"Refused {number}"}})
        for number in (10, 9)[: bird.explorer.budget(2, least=1)]:
            bird.update(key, {field: known[:number]})
            if field != kind.remove:
                bird.update(key, {kind.add: known[number : number + 1]} if known[number:] else {})
            start_with(bird, key, kind, known[:number] if field == kind.remove else [])


@pytest.mark.clause("bird.companies.added", "bird.companies.removed", "bird.companies.set")
def test_companies_may_be_many(bird: Bird, bodies: Bodies) -> None:
    """All that are known, and some of our own where the target takes them, at once and one more."""
    known = list(bodies.known(COMPANIES))
    bird.need("companies", known)
    key = bird.contacts(1)[0]
    for field in (COMPANIES.set, COMPANIES.add):
        start_with(bird, key, COMPANIES, [])
        bird.update(key, {field: known[:-1]})
        bird.update(key, {COMPANIES.add: known[-1:]})
        bird.update(key, {COMPANIES.remove: known})


@each_kind("uuid", companies=False)
def test_what_is_no_uuid_is_refused(bird: Bird, bodies: Bodies, kind: Kind) -> None:
    """In each member of the body, alone, first and last among known ones; the known ones alone are taken."""
    known = list(bodies.known(kind))[:3]
    bird.need(kind.name, known)
    key = bird.contacts(1)[0]
    good = known[0]
    bad = ["not-a-uuid", "", "1", good[:-1], f"{good}0", f"{good[:-1]}g", good.replace("-", "_"), f"{good},{good}"]
    for field in kind.fields:
        for number, text in enumerate(bird.some(bad), kind.fields.index(field)):
            ids = ([text], [*known, text], [text, *known], [known[0], text, *known[1:]])[number % 4]
            bird.update(key, {field: ids, "attributes": {"firstName": f"Refused {number}"}})
        start_with(bird, key, kind, known if field == kind.remove else [])
        bird.update(key, {field: known})
        start_with(bird, key, kind, [])


@pytest.mark.clause("bird.accounts.not-empty")
def test_no_accounts_at_all_are_refused(bird: Bird, bodies: Bodies) -> None:
    """Alone and beside a change; from none, one and several. One is taken."""
    known = list(bodies.known(ACCOUNTS))
    bird.need("accounts", known)
    key = bird.contacts(1)[0]
    for size in bird.some((0, 1, 3), least=1):
        start_with(bird, key, ACCOUNTS, known[:size])
        bird.update(key, {"accountIds": []})
        bird.update(key, {"accountIds": [], "attributes": {"firstName": "Refused"}})
        bird.update(key, {"accountIds": [], "addToAccounts": known[-1:]})
        bird.update(key, {"accountIds": known[:1]})


def _combinations(kind: Kind, known: list[str]) -> list[dict[str, Json]]:
    a, b, c, d = known[:4]
    return [
        {kind.add: [a], kind.remove: [b]},
        {kind.add: [a], kind.remove: [a]},
        {kind.add: [a], kind.set: [c]},
        {kind.remove: [b], kind.set: [b, c]},
        {kind.add: [a], kind.remove: [c], kind.set: [c, d]},
        {kind.add: [a], kind.remove: [a], kind.set: [d]},
        {kind.add: [a], kind.remove: [b], kind.set: [a, b, c]},
    ]


@each_kind("combined")
def test_several_members_in_one_body(bird: Bird, bodies: Bodies, kind: Kind) -> None:
    """The documents do not say which one wins."""
    bird.need_reads()
    known = list(bodies.known(kind))
    bird.need(kind.name, known, 4)
    key = bird.contacts(1)[0]
    again: Callable[[], None] = lambda: start_with(bird, key, kind, [known[1], known[3]])  # noqa: E731 - two words
    for body in bird.some(_combinations(kind, known)):
        again()
        bird.update(key, body)
