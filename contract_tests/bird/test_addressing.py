"""The URI names the contact, and an id in the body does not; answers say what they are about."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies, Edit
from contact_contracts.drivers.bird.driver import UNKNOWN_CONTACT
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.memberships import KINDS


@pytest.mark.clause(
    "bird.addressing.path-id",
    "bird.answer.required-fields",
    "bird.answer.workspace",
    "bird.answer.reads-back",
    "bird.times.created-constant",
    "bird.times.updated-advances",
)
def test_only_the_contact_in_the_uri_changes(bird: Bird, bodies: Bodies) -> None:
    """Three contacts in turn; after each update all three are read."""
    keys = bird.contacts(3)

    def step(drawn: tuple[int, list[Edit]]) -> None:
        turn, edits = drawn
        bird.patch(keys[turn], bodies.body(keys[turn], edits))
        bird.read(*keys)

    bird.explore("uri", st.tuples(st.integers(0, 2), bodies.edits()), step, standard=36)


@pytest.mark.clause("bird.addressing.path-id", "bird.partial.unsent-kept")
def test_contacts_that_have_all_in_common_change_alone(bird: Bird, bodies: Bodies) -> None:
    """Three contacts with the same attributes, lists, accounts and companies; each changes while two look on."""
    keys = bird.contacts(3)
    same: dict[str, Json] = {"attributes": bodies.plain(300)}
    same |= {kind.set: list(bodies.known(kind)[:3]) for kind in KINDS if bodies.known(kind)}
    changes: list[dict[str, Json]] = [{"attributes": bodies.plain(301)}, {"attributes": {"firstName": "Alone"}}]
    for kind in filter(bodies.known, KINDS):
        known = bodies.known(kind)
        changes += [{kind.remove: list(known[1:2])}, {kind.set: list(known[2:4] or known[:1])}]
    for turn, change in enumerate(bird.some(changes, least=2)):
        for key in keys:
            bird.patch(key, same)
        bird.read(*keys)
        for key in (keys[turn % 3], keys[(turn + 1) % 3])[: bird.explorer.budget(2, least=1)]:
            bird.patch(key, change)
            bird.read(*keys)


@pytest.mark.clause("bird.addressing.body-id-has-no-effect", "bird.attributes.other-properties")
def test_an_id_in_the_body_has_no_effect(bird: Bird, bodies: Bodies) -> None:
    """The contact's own, another's, nobody's, and what is no id at all; with and without other changes."""
    own, other = bird.contacts(2)
    ids: list[Json] = [own, other, UNKNOWN_CONTACT, "not-an-id", "", 0, 17, True, None, [other], {"id": other}]
    for number, identifier in enumerate(bird.some(ids, least=3)):
        bird.patch(own, {"id": identifier, "attributes": bodies.plain(number)})
        bird.read(own, other)
    bird.patch(own, {"id": other})
    bird.read(own, other)
    bird.patch(
        own,
        {"id": other, "addIdentifiers": [dict(zip(("key", "value"), bird.names.fresh("visitorid"), strict=True))]},
    )
    bird.read(own, other)


@pytest.mark.clause("bird.times.created-constant", "bird.times.updated-advances")
def test_times_only_advance(bird: Bird, bodies: Bodies) -> None:
    """Over changes, empty bodies and refused calls, on contacts new and old."""
    bird.need_reads()
    keys = [*bird.contacts(bird.explorer.budget(2, least=1)), *bird.named_contacts(most=1)]
    for key in keys:
        for turn in range(bird.explorer.budget(3, least=1)):
            bird.update(key, {"attributes": bodies.plain(turn + 50)})
            bird.update(key, {})
            bird.update(key, {"strategy": "neither"})
        bird.read(*keys)


@pytest.mark.clause("bird.schema.answers-conform")
def test_supporting_operations_answer_as_documented(bird: Bird) -> None:
    """A contact is made, found, listed, read and removed."""
    pair = bird.names.fresh("emailaddress")
    key = bird.fresh_contact([pair])
    bird.search(pair)
    bird.search(bird.names.fresh("emailaddress"))
    for limit in (1, 10, 100):
        bird.list_page(limit)
    bird.read(key, ask=["firstName"])
    if bird.target.allow_delete and bird.target.offers("deleteContact"):
        bird.delete(key)
