"""Bird: what is said of identifiers besides their keys and values, and the number that serves as a name."""

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Json
from contact_contracts.judge.blame import settled_breaches
from tests.rulebook.bird_examples import ADA, BOB, BOBS, LISTS, MAIL, Scene, contact, request_for, scene

CARD = {"key": "loyaltyid", "value": "7 of 9", "properties": {"source": "shop", "n": 1}}
BADGE = {"key": "loyaltyid", "value": "8 of 9", "properties": {"source": "door", "n": 2}}
Listed = dict[str, Json]


def settled(seen: Scene) -> set[str]:
    breaches = settled_breaches(seen.tally, load_contract("bird"))
    return {clause.removeprefix("bird.") for found in breaches for clause in found.breach.clauses}


def listing(seen: Scene, *items: Listed) -> None:
    mail = {"key": MAIL[0], "value": MAIL[1]}
    seen.hear(request_for("listContactIdentifiers", ADA), 200, {"results": [mail, *items]})


def with_card(shown: Json) -> Scene:
    seen = scene()
    seen.patch({"addIdentifiers": [CARD]}, contact(identifierCount=2))
    listing(seen, {**CARD, "properties": shown})
    return seen


@pytest.mark.parametrize(
    ("shown", "rules"),
    [
        (CARD["properties"], set()),
        ({"source": "shop", "n": 1.0, "verified": False}, set()),
        ({"source": "shop", "n": "1"}, {"identifiers.added"}),
        ({"source": "shop"}, set()),
        ({}, set()),
        (None, set()),
    ],
)
def test_a_property_that_is_shown_is_the_one_sent(shown: Json, rules: set[str]) -> None:
    assert settled(with_card(shown)) == rules


@pytest.mark.parametrize("second", [BADGE["properties"], {"source": "door"}, {}])
def test_who_has_shown_a_property_shows_it_of_all(second: Json) -> None:
    seen = with_card(CARD["properties"])
    seen.patch({"addIdentifiers": [BADGE]}, contact(identifierCount=3))
    listing(seen, CARD, {**BADGE, "properties": second})
    assert settled(seen) == (set() if second == BADGE["properties"] else {"identifiers.added"})


@pytest.mark.parametrize("later", [CARD["properties"], {"source": "door", "n": 1}, {}])
def test_a_property_stays_over_another_update(later: Json) -> None:
    seen = with_card(CARD["properties"])
    seen.patch({"attributes": {"firstName": "Ada"}}, contact(identifierCount=2))
    listing(seen, {**CARD, "properties": later})
    assert settled(seen) == (set() if later == CARD["properties"] else {"partial.unsent-kept"})


def test_what_happens_to_properties_sent_again_is_open() -> None:
    for shown in (CARD["properties"], {"source": "door"}, {}):
        seen = with_card(CARD["properties"])
        seen.patch({"addIdentifiers": [{**CARD, "properties": {"source": "door"}}]}, contact(identifierCount=2))
        listing(seen, {**CARD, "properties": shown})
        assert not settled(seen)


def test_properties_that_the_server_adds_may_change() -> None:
    seen = with_card({"source": "shop", "n": 1, "seen": 1})
    seen.patch({}, contact(identifierCount=2))
    listing(seen, {**CARD, "properties": {"source": "shop", "n": 1, "seen": 2}})
    assert not settled(seen)


@pytest.mark.parametrize("name", ["+12025550142", "+1 202-555-0142", "12025550142"])
@pytest.mark.parametrize("shown", ["+12025550142", "+1 (202) 555-0142", "12025550142", ""])
def test_a_number_that_is_shown_with_its_plus_serves_as_name_with_it(name: str, shown: str) -> None:
    attributes = {"phonenumber": [shown]} if shown else {}
    seen = scene()
    seen.patch({}, contact(computedDisplayName=name, attributes=attributes))
    lost = "+" in shown and "+" not in name
    assert ("display-name.phone-fourth" in seen.broken()) is lost


def test_a_number_among_the_attributes_is_no_telephone_number() -> None:
    shown = {"displayName": "12025550142", "phonenumber": ["+12025550142"]}
    seen = scene()
    seen.patch(
        {"attributes": {"displayName": "12025550142"}},
        contact(computedDisplayName="12025550142", attributes=shown),
    )
    assert "display-name.phone-fourth" not in seen.broken()


def broken_at(seen: Scene, rule: str) -> list[tuple[str, ...]]:
    """What would explain each breach of a rule."""
    found = (one.breach for one in seen.tally.breaches.values())
    return [breach.narrower for breach in found if f"bird.{rule}" in breach.clauses]


def test_who_keeps_another_value_than_was_sent_takes_that_away_with_it() -> None:
    seen = scene()
    seen.patch({"addIdentifiers": [{"key": "loyaltyid", "value": "Größe"}]}, contact(identifierCount=2))
    listing(seen, {"key": "loyaltyid", "value": "Gre"})
    seen.patch({"removeIdentifiers": [{"key": "loyaltyid", "value": "Größe"}]}, contact())
    listing(seen)
    assert settled(seen) == {"identifiers.added"}


def test_who_removes_too_much_also_undoes_what_was_added_beside_it() -> None:
    seen = scene()
    seen.patch(
        {"addIdentifiers": [BADGE], "removeIdentifiers": [{"key": MAIL[0], "value": MAIL[1]}]},
        contact(identifierCount=0, isAnonymous=True),
    )
    seen.hear(request_for("listContactIdentifiers", ADA), 200, {"results": []})
    assert all("bird.partial.unsent-kept" in narrower for narrower in broken_at(seen, "identifiers.added"))
    assert broken_at(seen, "identifiers.added")


def test_first_alias_that_adds_nothing_is_no_missing_addition() -> None:
    for strategy, explained in (("first_alias", True), ("strict_alias", False)):
        seen = scene()
        seen.patch({"addIdentifiers": [BADGE], "strategy": strategy}, contact())
        listing(seen)
        rule = "identifiers.added" if explained else "strategy.strict-alias-adds-the-rest"
        found = broken_at(seen, rule)
        assert found
        assert all(("bird.strategy.first-alias-tolerates" in narrower) is explained for narrower in found)


def test_a_contact_that_its_deletion_left_there_has_identifiers_that_nobody_knows() -> None:
    seen = scene()
    seen.hear(request_for("deleteContact", ADA), 204, None)
    seen.hear(request_for("getContact", ADA), 200, contact())
    seen.patch({}, contact())
    assert "identifiers.counted" not in seen.broken()


def test_a_list_that_reaches_an_owner_beside_first_alias_came_to_another_contact() -> None:
    seen = scene()
    body: dict[str, Json] = {"addIdentifiers": [{"key": BOBS[0], "value": BOBS[1]}], "strategy": "first_alias"}
    seen.patch({**body, "addToLists": [LISTS[0]]}, contact(listIds=[LISTS[0]]))
    bob = contact(BOB, computedDisplayName="Bob", attributes={"displayName": "Bob"}, listIds=[LISTS[0]])
    seen.read(bob, BOBS, key=BOB)
    assert settled(seen) == {"addressing.path-id"}


def lost(*bodies: Json, told: bool = True) -> set[str]:
    """What is settled when updates are answered as if nothing was sent; told: after another one was applied."""
    seen = scene()
    was, there = contact(), [MAIL]
    if told:
        was = contact(attributes={"displayName": "Ada", "age": 7}, identifierCount=2)
        there.append((str(CARD["key"]), str(CARD["value"])))
        seen.patch({"attributes": {"age": 7}, "addIdentifiers": [CARD]}, was)
        seen.read(was, *there)
    for body in bodies:
        seen.patch(body, was)
        seen.read(was, *there)
    return settled(seen)


def test_updates_of_several_kinds_that_left_no_trace_are_no_kinds_fault() -> None:
    written, added = {"attributes": {"age": 8}}, {"addIdentifiers": [BADGE]}
    assert lost(written) == {"attributes.written"}
    assert lost(written, added) == {"addressing.path-id", "lifecycle.any-sequence"}
    assert lost(written, added, told=False) == {"attributes.written", "identifiers.added"}
