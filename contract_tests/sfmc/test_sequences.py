"""Random sequences of calls on several contacts: each reads as the clauses predict."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, Edit
from contact_contracts.exchange import Json

Move = tuple[str, int, list[Edit]]
KINDS = ("key", "key", "id", "id text", "both", "nameless", "no sets", "no address", "stranger", "broken", "again")


@pytest.mark.clause("sfmc.lifecycle.any-sequence")
def test_any_sequence_leaves_what_the_clauses_predict(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Up to eight calls on three contacts, accepted and refused; reads now and then, and of all at the end."""
    keys = sfmc.contacts(3)

    def step(moves: list[tuple[str, int, list[Edit], bool]]) -> None:
        last: Json = None
        for kind, turn, edits, look in moves:
            last = _make(sfmc, bodies, keys[turn], (kind, turn, edits), last)
            if look:
                sfmc.read(keys[turn])
        sfmc.read(*keys)

    move = st.tuples(st.sampled_from(KINDS), st.integers(0, 2), bodies.some(most=4), st.booleans())
    sfmc.explore("sequences", st.lists(move, min_size=2, max_size=8), step, standard=80)


def _make(sfmc: MarketingCloud, bodies: Bodies, key: str, move: Move, last: Json) -> Json:
    """Make one call; return its body, so that it can be sent again."""
    kind, _, edits = move
    sets = bodies.sets(edits, key)
    body = _address(sfmc, key, kind) | {"attributeSets": _spoilt(kind, sets)}
    if kind == "broken":
        sfmc.patch(b'{"contactKey": ')
        return last
    if kind == "stranger":
        sfmc.patch(body, credential="wrong")
        return last
    if kind == "again":
        body = last if last is not None else body
    sfmc.patch(body)
    return body


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
