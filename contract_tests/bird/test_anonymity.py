"""A contact is anonymous while it has no identifier but those with the key visitorid."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies
from contact_contracts.drivers.bird.names import as_json

CLAUSES = (
    "bird.anonymous.without-identifiers",
    "bird.anonymous.visitor-only",
    "bird.anonymous.false-otherwise",
    "bird.identifiers.counted",
)


@pytest.mark.clause(*CLAUSES)
def test_every_kind_of_identifier_comes_and_goes(bird: Bird, bodies: Bodies) -> None:
    """From none; each kind alone, and beside one and two visitors."""
    key = bird.fresh_contact()
    bird.update(key, {})
    for turn, kind in enumerate(bird.some(bodies.identifier_keys, least=3)):
        for visitors in bird.some((turn % 2, 1 - turn % 2, 2), least=1):
            pairs = bird.names.several(*["visitorid"] * visitors, kind)
            for pair in pairs:
                bird.update(key, {"addIdentifiers": as_json([pair])})
            for pair in reversed(pairs):
                bird.update(key, {"removeIdentifiers": as_json([pair])})


@pytest.mark.clause(*CLAUSES, "bird.identifiers.added", "bird.identifiers.removed")
def test_several_identifiers_come_and_go_at_once(bird: Bird, bodies: Bodies) -> None:
    """0 to 4 added and up to as many removed in one body."""
    key = bird.fresh_contact()

    def step(drawn: tuple[list[str], set[int]]) -> None:
        kinds, gone = drawn
        there = bird.pairs(key)
        removed = [pair for at, pair in enumerate(there) if at in gone or len(there) > 12]
        body = {"addIdentifiers": as_json(bird.names.several(*kinds))} if kinds else {}
        bird.update(key, body | ({"removeIdentifiers": as_json(removed)} if removed else {}))

    kinds = st.lists(st.sampled_from(["visitorid", *bodies.identifier_keys]), max_size=4)
    bird.explore("identifiers", st.tuples(kinds, st.sets(st.integers(0, 5), max_size=4)), step, standard=30)


@pytest.mark.clause(*CLAUSES)
def test_contacts_of_the_target_file_are_as_anonymous_as_they_look(bird: Bird) -> None:
    """Each after an empty update."""
    for key in bird.named_contacts(least=2):
        bird.update(key, {})
