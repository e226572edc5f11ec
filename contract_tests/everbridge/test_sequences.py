"""Random sequences of calls over several contacts: each reads as the clauses predict."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, Body, apply
from contact_contracts.exchange import Json

Move = tuple[str, int, list[tuple[str, Json]]]

MOVES = (
    *("put", "put", "put", "put by external id", "batch", "batch by external id"),
    *("come and go", "look up", "read twice"),
    *(
        "refused: time zone",
        "refused: hour",
        "refused: taken",
        "refused: credentials",
        "refused: length",
        "rename",
    ),
)


@pytest.mark.clause("everbridge.lifecycle.any-sequence")
@pytest.mark.parametrize("reading", ["after each call", "at the end"])
def test_any_sequence_of_calls(everbridge: Everbridge, bodies: Bodies, reading: str) -> None:
    """Updates, batches, refused calls and renamings in any order; all contacts are read."""
    keys = everbridge.contacts(3, least=1)
    everbridge.need("paths", everbridge.inventory.deliveries)
    kept: dict[str, Body] = {}
    for turn, key in enumerate(keys):
        everbridge.update(key, everbridge.base(key, **bodies.rich(turn)), by="")
        everbridge.read(*keys)
    _come_and_go(everbridge, bodies, keys)
    for key in keys:
        everbridge.look_up(everbridge.external_id(key))
        everbridge.read(key, key)

    def step(moves: list[Move]) -> None:
        for number, (move, turn, edits) in enumerate(moves):
            _make(everbridge, bodies, keys, kept, move, turn, edits)
            if reading == "after each call":
                everbridge.read(keys[turn % len(keys)], *(keys if number % 3 == 2 else ()))
        everbridge.read(*keys)
        everbridge.read(*everbridge.deleted[-3:])

    move = st.tuples(st.sampled_from(MOVES), st.integers(0, 2), bodies.edits(most=4))
    everbridge.explore(f"sequence {reading}", st.lists(move, min_size=3, max_size=8), step, standard=40)


def _make(
    everbridge: Everbridge,
    bodies: Bodies,
    keys: list[str],
    kept: dict[str, Body],
    move: str,
    turn: int,
    edits: list[tuple[str, Json]],
) -> None:
    turn %= len(keys)
    key = keys[turn]
    kind, _, why = move.partition(": ")
    if kind.startswith("batch"):
        by = "externalId" if kind.endswith("id") else ""
        chosen = keys[: turn + 1][::-1]
        rows = [{"id": int(each), **_body(everbridge, kept, each, edits)} for each in chosen]
        everbridge.batch(rows, by=by)
    elif kind == "come and go":
        _come_and_go(everbridge, bodies, keys)
    elif kind == "look up":
        everbridge.look_up(everbridge.external_id(key))
        everbridge.read(key)
    elif kind == "read twice":
        everbridge.read(key, key)
    elif kind == "rename":
        body = _body(everbridge, kept, key, edits)
        everbridge.put(
            key, {**body, "externalId": everbridge.fresh_external_id()}, by=("", "externalId")[turn % 2]
        )
    elif kind == "refused":
        _refused(everbridge, keys, _body(everbridge, {}, key, edits), turn, why)
    else:
        by = "externalId" if kind.endswith("id") else ""
        everbridge.put(key, _body(everbridge, kept, key, edits), by=by)


def _come_and_go(everbridge: Everbridge, bodies: Bodies, keys: list[str]) -> None:
    """Contacts are made, filled and deleted, and stay so; nobody else notices, nor does the next one made."""
    for turn in range(2 if everbridge.can_make else 0):
        key = everbridge.create()
        everbridge.read(*keys)
        everbridge.update(key, everbridge.base(key, **{**bodies.rich(turn), "suffix": "gone"}))
        everbridge.read(*keys)
        everbridge.delete(key)
        everbridge.read(key, *keys)


def _body(everbridge: Everbridge, kept: dict[str, Body], key: str, edits: list[tuple[str, Json]]) -> Body:
    """An edit of what the contact was last sent, which is then kept for the next edit."""
    body = apply({**everbridge.base(key), **kept.get(key, {})}, edits)
    kept[key] = {name: value for name, value in body.items() if name not in ("externalId", "groups")}
    return body


def _refused(everbridge: Everbridge, keys: list[str], body: Body, turn: int, why: str) -> None:
    key = keys[turn]
    delivery = everbridge.inventory.deliveries[turn % len(everbridge.inventory.deliveries)]
    frame = {"name": "r", "days": [1], "fromHour": 1, "fromMin": 1, "toHour": 2, "toMin": 2}
    path: Body = {**delivery.path(), "quietTimeFrames": [frame]}
    if why == "time zone":
        zoneless = {name: value for name, value in body.items() if name != "timezoneId"}
        everbridge.put(key, {**zoneless, "paths": [path]})
    elif why == "hour":
        path["quietTimeFrames"] = [{**frame, "toHour": 24}]
        everbridge.put(key, {**body, "timezoneId": "Europe/London", "paths": [path]})
    elif why == "taken" and len(keys) > 1:
        everbridge.put(key, {**body, "externalId": everbridge.external_id(keys[turn - 1])})
    elif why == "length":
        everbridge.put(key, {**body, "firstName": "x" * 101})
    else:
        everbridge.put(key, body, credential="none" if turn else "wrong")
