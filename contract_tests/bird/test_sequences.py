"""Random sequences of calls over three contacts, refused ones among them."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies, Edit
from contact_contracts.drivers.bird.names import as_json
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS

SPOILERS: tuple[dict[str, Json], ...] = (
    {"strategy": "third"},
    {"addToLists": ["no-uuid"]},
    {"attributes": "text"},
    {"removeIdentifiers": [{}]},
    {"allowWritingReadOnly": 1},
)
ACTIONS = ("update", "update", "update", "update", "refused", "share", "share", "first", "empty", "stranger", "by")


class Play:
    """Three contacts and what may happen to them."""

    def __init__(self, bird: Bird, bodies: Bodies) -> None:
        self.bird = bird
        self.bodies = bodies
        self.keys = bird.contacts(3)

    def act(self, name: str, turn: int, number: int, edits: list[Edit]) -> None:
        """One call on one of the contacts."""
        getattr(self, name)(self.keys[turn], self.keys[(turn + 1 + number % 2) % 3], number, edits)

    def update(self, key: str, _other: str, _number: int, edits: list[Edit]) -> None:
        self.bird.patch(key, self.bodies.body(key, edits))

    def refused(self, key: str, _other: str, number: int, edits: list[Edit]) -> None:
        self.bird.patch(key, {**self.bodies.body(key, edits), **SPOILERS[number % len(SPOILERS)]})

    def share(self, key: str, other: str, number: int, edits: list[Edit]) -> None:
        """Another contact's identifier, by each strategy."""
        theirs = self.bird.pairs(other)[:1]
        sent = self.bodies.body(key, [edit for edit in edits if edit.verb != "identify"])
        sent["addIdentifiers"] = as_json([*theirs, self.bird.names.fresh("emailaddress")])
        if number % 3:
            sent["strategy"] = ("strict_alias", "first_alias")[number % 3 - 1]
        self.bird.patch(key, sent)
        self.bird.read(other)

    def first(self, key: str, _other: str, _number: int, edits: list[Edit]) -> None:
        self.bird.patch(key, {**self.bodies.body(key, edits), "strategy": "first"})

    def empty(self, key: str, _other: str, _number: int, _edits: list[Edit]) -> None:
        self.bird.patch(key, {})

    def stranger(self, key: str, _other: str, _number: int, edits: list[Edit]) -> None:
        self.bird.patch(key, self.bodies.body(key, edits), credential="wrong")

    def by(self, key: str, _other: str, number: int, edits: list[Edit]) -> None:
        """By one of the contact's identifiers, where there is one."""
        mine = self.bird.pairs(key)
        if mine and self.bird.can_make:
            self.bird.patch_by(mine[number % len(mine)], self.bodies.body(key, edits))


@pytest.mark.clause("bird.lifecycle.any-sequence")
def test_any_sequence_of_calls_ends_as_foretold(bird: Bird, bodies: Bodies) -> None:
    """Three to six calls, not all of them followed by a read; then all contacts are read."""
    play = Play(bird, bodies)
    for key in play.keys:
        _few_identifiers(bird, key)

    def step(calls: list[tuple[str, int, int, bool, list[Edit]]]) -> None:
        for name, turn, number, look, edits in calls:
            play.act(name, turn, number, edits)
            if look:
                bird.read(play.keys[turn])
        bird.read(*play.keys)
        for key in play.keys:
            _few_identifiers(bird, key)

    call = st.tuples(
        st.sampled_from(ACTIONS), st.integers(0, 2), st.integers(0, 5), st.booleans(), bodies.edits(most=3)
    )
    bird.explore("sequences", st.lists(call, min_size=3, max_size=6), step, standard=28)


@pytest.mark.clause("bird.lifecycle.any-sequence")
def test_a_new_contact_leaves_the_others_alone(bird: Bird, bodies: Bodies) -> None:
    """Right after an update of another one, which a read has shown."""
    key = bird.contacts(1)[0]
    for turn in range(2):
        bird.update(key, {"attributes": bodies.plain(turn + 900)})
        bird.fresh_contact()
        bird.read(key)


@pytest.mark.clause("bird.lifecycle.any-sequence")
def test_a_contact_that_goes_leaves_the_others_alone(bird: Bird, bodies: Bodies) -> None:
    """Removed right after another one was updated, both in the same lists; by now it is no longer there."""
    if not (bird.can_create and bird.target.allow_delete and bird.target.offers("deleteContact")):
        return
    keys = bird.contacts(2)
    shared: dict[str, Json] = {kind.set: list(bodies.known(kind)[:2]) for kind in KINDS if bodies.known(kind)}
    for turn in range(bird.explorer.budget(2, least=1)):
        gone = bird.create(bird.names.several("emailaddress"), **shared)
        for key in keys:
            bird.update(key, {"attributes": bodies.plain(turn + 950), **shared})
        bird.delete(gone)
        bird.read(*keys)


def _few_identifiers(bird: Bird, key: str) -> None:
    """Keep contacts small, and each with an identifier to share."""
    there = bird.pairs(key)
    if len(there) > 6:
        bird.update(key, {"removeIdentifiers": as_json(there[4:])})
    if not there:
        bird.update(key, {"addIdentifiers": as_json(bird.names.several("emailaddress", "visitorid"))})
