"""Random sequences of calls on several contacts: each reads as the clauses predict."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, Edit
from contact_contracts.exchange import Json

KINDS = ("key", "key", "id", "id text", "both", "nameless", "no sets", "no address", "stranger", "broken", "again")
MOST_SETS = 5
REFUSED = ("nameless", "no sets", "no address", "stranger", "broken", "again")


@pytest.mark.clause("sfmc.lifecycle.any-sequence")
def test_any_sequence_leaves_what_the_clauses_predict(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Up to eight calls on three contacts, accepted and refused; reads now and then, and of all at the end."""
    keys = sfmc.contacts(3)

    def step(moves: list[tuple[str, int, list[Edit], bool]]) -> None:
        last: Json = None
        for kind, turn, edits, look in moves:
            body = _body(sfmc, bodies, keys[turn], kind, edits)
            if kind == "again" and last is not None:
                body = last
            nobody = isinstance(body, bytes) or not (body.keys() - {"attributeSets"})
            _settle(sfmc, kind, keys if nobody else keys[turn : turn + 1])
            sfmc.patch(body, credential="wrong" if kind == "stranger" else "default")
            _settle(sfmc, kind, keys if nobody else [])
            last = last if kind in ("broken", "stranger") else body
            if look:
                sfmc.read(keys[turn])
        sfmc.read(*keys)

    move = st.tuples(st.sampled_from(KINDS), st.integers(0, 2), bodies.some(most=4), st.booleans())
    sfmc.explore("sequences", st.lists(move, min_size=2, max_size=8), step, standard=50)


def _body(sfmc: MarketingCloud, bodies: Bodies, key: str, kind: str, edits: list[Edit]) -> Json:
    """What a call of a kind sends."""
    if kind == "broken":
        return b'{"contactKey": '
    return _address(sfmc, key, kind) | {"attributeSets": _spoilt(kind, bodies.sets(edits, key))}


def _settle(sfmc: MarketingCloud, kind: str, keys: list[str]) -> None:
    """Read around a refusal, so that a change tells which of two calls made it."""
    if kind in REFUSED:
        sfmc.read(*keys)


def _address(sfmc: MarketingCloud, key: str, kind: str) -> Body:
    identifier = sfmc.id_of(key)
    if kind == "no address":
        return {}
    if identifier is None or kind not in ("id", "id text", "both"):
        return {"contactKey": key}
    if kind == "both":
        return {"contactKey": key, sfmc.casing: identifier}
    return {sfmc.casing: str(identifier) if kind == "id text" else identifier}


def _spoilt(kind: str, sets: list[Body]) -> list[Body]:
    if kind == "no sets":
        return []
    if kind == "nameless":
        return [*sets, {"items": sets[0]["items"]}]
    return sets


@pytest.mark.clause("sfmc.lifecycle.any-sequence")
def test_making_and_removing_a_contact_leaves_others_alone(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Contacts with all sets filled, one of them just updated, each of them in turn."""
    if not (sfmc.can_create and sfmc.target.allow_delete):
        raise Missing("leave to make and to remove contacts: allow_create and allow_delete")
    keys = sfmc.contacts(2)
    for turn, key in enumerate(keys):
        sfmc.update(key, [sfmc.sample(attributes, key, turn) for attributes in bodies.writable[:MOST_SETS]])
        sfmc.update(key, sfmc.plain_sets(key, turn + 1))
        made = sfmc.create()
        sfmc.read(*keys)
        sfmc.remove(made)
        sfmc.read(*keys)
