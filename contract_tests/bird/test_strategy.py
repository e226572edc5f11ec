"""What becomes of identifiers that several contacts share: three strategies, by id and by identifier."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies
from contact_contracts.drivers.bird.names import Pair, as_json
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, VISITOR
from contact_contracts.rulebook.bird.memberships import KINDS

STRICT = ("bird.strategy.strict-alias-refuses-two-contacts", "bird.strategy.default-is-strict-alias")
MARKS = {
    None: (STRICT[1],),
    "strict_alias": (STRICT[0], "bird.strategy.strict-alias-adds-the-rest"),
    "first_alias": ("bird.strategy.first-alias-tolerates",),
}
strategies = pytest.mark.parametrize(
    "strategy",
    [
        pytest.param(name, marks=pytest.mark.clause(*clauses), id=name or "left-out")
        for name, clauses in MARKS.items()
    ],
)


class Cast:
    """A contact, another that was made with one identifier and given another, and free ones; most of one key."""

    def __init__(self, bird: Bird, kind: str) -> None:
        self.mine, self.second, self.third = bird.names.several(kind, kind, kind)
        self.taken, self.also_taken = bird.names.several(kind, kind)
        self.free, self.also_free = bird.names.several(kind, kind)
        self.elsewhere = bird.names.several(*(other for other in (EMAIL, PHONE, VISITOR) if other != kind))
        self.own = bird.fresh_contact([self.mine, self.second, self.third])
        self.other = bird.fresh_contact([self.also_taken])
        bird.update(self.other, {"addIdentifiers": as_json([self.taken])})

    def mixtures(self) -> list[list[Pair]]:
        """Taken identifiers alone, first, in the middle, last, and two of them."""
        return [
            [self.taken],
            [self.taken, self.free],
            [self.free, self.taken],
            [self.free, self.also_taken, self.also_free],
            [self.taken, self.also_taken],
            [self.mine, self.taken],
        ]


def body(strategy: str | None, pairs: list[Pair], **more: Json) -> dict[str, Json]:
    chosen: dict[str, Json] = {} if strategy is None else {"strategy": strategy}
    return {**chosen, "addIdentifiers": as_json(pairs), **more}


def something(bird: Bird, bodies: Bodies, key: str) -> dict[str, Json]:
    """One list, account and company that the contact is not in yet."""
    added: dict[str, Json] = {}
    for kind in KINDS:
        there = bird.members(key, kind)
        others = [name for name in bodies.known(kind) if not {name, name.lower()}.intersection(there)]
        added |= {kind.add: others[:1]} if others else {}
    return added


@strategies
@pytest.mark.parametrize("way", ["by id", "by identifier"])
def test_identifiers_of_two_contacts(bird: Bird, bodies: Bodies, strategy: str | None, way: str) -> None:
    """Refused as a whole, or passed over; neither the contact nor the owner changes otherwise."""
    if way == "by identifier":
        bird.need_by_identifier()
    step = 1 if way == "by id" else 2
    at = list(MARKS).index(strategy)  # so that even a short run shows several keys
    for kind in bird.some((*bodies.identifier_keys[at:], *bodies.identifier_keys[:at]), least=1):
        cast = Cast(bird, kind)
        for turn, pairs in enumerate(bird.some(cast.mixtures()[::step], least=3 - step)):
            sent = body(
                strategy, pairs, attributes={"firstName": f"Turn {turn}"}, **something(bird, bodies, cast.own)
            )
            if turn == 1:
                sent["removeIdentifiers"] = as_json([cast.second])
            if way == "by id":
                bird.patch(cast.own, sent)
            else:
                bird.patch_by(cast.third, sent)
            bird.read(cast.own, cast.other)


@strategies
@pytest.mark.parametrize("way", ["by id", "by identifier"])
def test_free_identifiers_are_added(bird: Bird, bodies: Bodies, strategy: str | None, way: str) -> None:
    """One, several, and beside one that the contact has already."""
    if way == "by identifier":
        bird.need_by_identifier()
    turn = list(MARKS).index(strategy) if way == "by identifier" else 0  # so that a key of our own has its turn
    for kind in bird.some((*bodies.identifier_keys[turn * 2 :], *bodies.identifier_keys[: turn * 2]), least=1):
        mine = bird.names.fresh(kind)
        key = bird.fresh_contact([mine])
        fresh = bird.names.several(kind, kind, kind, "emailaddress", "visitorid")
        for pairs in bird.some(([fresh[0]], fresh[2:], [mine, fresh[1]]), least=2 if way == "by id" else 1):
            if way == "by id":
                bird.patch(key, body(strategy, pairs))
            else:
                bird.patch_by(mine, body(strategy, pairs))
            bird.read(key)


@pytest.mark.clause(
    "bird.strategy.strict-alias-adds-the-rest", "bird.identifiers.added", "bird.partial.unsent-kept"
)
def test_what_is_only_much_like_anothers_is_free(bird: Bird, bodies: Bodies) -> None:
    """In letters of the other case, that twice, under another key, shorter, longer and with another end.

    To add, and to remove where it is not.
    """
    of_own_form = (EMAIL, PHONE)
    kinds = [kind for kind in bodies.identifier_keys if kind not in of_own_form]
    for number, kind in enumerate(bird.some(kinds, least=2)):
        value = f"{bird.names.fresh(kind)[1]:z<{(280, 60)[number % 2]}}"
        owner, key = bird.fresh_contact([(kind, value)]), bird.fresh_contact()
        other_case = "".join(char.swapcase() if char.isascii() else char for char in value)
        ends = [(kind, text) for text in (value[:-1], value[:-2], f"{value}z", f"{value[:-1]}y")]
        elsewhere = [(other, text) for other in kinds if other != kind for text in (other_case, value)][:2]
        near = [(kind, other_case), *ends, *elsewhere]
        for turn, pair in enumerate(near):
            bird.update(key, body(("strict_alias", None)[turn % 2], [pair]))
        for pair in (near[0], near[1], near[-1]):
            bird.update(owner, {"removeIdentifiers": as_json([pair])})


@pytest.mark.clause("bird.strategy.first-adds-none-by-id", "bird.identifiers.removed")
def test_first_adds_none_to_a_contact_by_id(bird: Bird, bodies: Bodies) -> None:
    """Free ones of the same key and of others, taken ones, and both; the rest of the body is applied."""
    for kind in bird.some(bodies.identifier_keys, least=1):
        cast = Cast(bird, kind)
        more = [[cast.free, cast.also_free]][: bird.explorer.budget(1, least=0)]
        mixtures = bird.some(cast.mixtures(), least=1)
        for turn, pairs in enumerate(([cast.free, *cast.elsewhere], *more, *mixtures)):
            removed = {"removeIdentifiers": as_json([cast.second])} if turn == 0 else {}
            bird.patch(cast.own, body("first", pairs, attributes={"firstName": f"First {turn}"}, **removed))
            bird.read(cast.own, cast.other)


@pytest.mark.clause("bird.strategy.first-adds-none")
def test_first_adds_none_to_a_contact_by_identifier(bird: Bird, bodies: Bodies) -> None:
    """Free ones of the same key and of others, taken ones, and both; the rest of the body is applied."""
    bird.need_by_identifier()
    for kind in bird.some(bodies.identifier_keys, least=1):
        cast = Cast(bird, kind)
        mixtures = bird.some(cast.mixtures(), least=1)
        for turn, pairs in enumerate(([cast.free, cast.also_free, *cast.elsewhere], *mixtures)):
            bird.patch_by(cast.mine, body("first", pairs, attributes={"firstName": f"First {turn}"}))
            bird.read(cast.own, cast.other)


@pytest.mark.clause("bird.strategy.first-creates")
def test_first_makes_a_contact_with_the_first_identifier_only(bird: Bird, bodies: Bodies) -> None:
    """Of each key; without other identifiers, with one, with several; found by it afterwards."""
    bird.need_by_identifier()
    for kind in bird.some(bodies.identifier_keys, least=1):
        for others in range(3):
            pair = bird.names.fresh(kind)
            rest = bird.names.several(*[kind, "emailaddress"][:others])
            sent = body("first", rest, attributes={"firstName": f"Made {others}"})
            key = bird.make(pair, sent if rest else {"strategy": "first"})
            if key:
                bird.patch_by(pair, {"attributes": {"firstName": "Found"}})
                bird.read(key)


@pytest.mark.clause("bird.strategy.closed", "bird.error.refused-changes-nothing")
def test_another_strategy_is_refused(bird: Bird, bodies: Bodies) -> None:
    """Near misses in case, spelling and type; each documented one is taken."""
    key = bird.contacts(1)[0]
    wrong: tuple[Json, ...] = (
        "",
        "last",
        "STRICT_ALIAS",
        "strict-alias",
        "First",
        "strict_alias ",
        "first_alias,first",
        1,
        [],
    )
    for turn, strategy in enumerate(bird.some(wrong, least=3)):
        change = {"attributes": bodies.plain(turn)}
        for rest in bird.some((change, {}), least=1):
            bird.update(key, {"strategy": strategy, **rest})
    for turn, strategy in enumerate(("strict_alias", "first_alias", "first")):
        bird.update(key, {"strategy": strategy, **({"attributes": bodies.plain(turn + 20)} if turn else {})})
