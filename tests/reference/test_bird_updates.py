"""Partial updates: attributes, lists, accounts and companies change as the body says, the rest stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contact_contracts.reference.bird import BirdRules

from .bird_caller import ACCOUNTS, CONTACTS, FULL, LISTS, NAMELESS, Bird, body_of, caller, without_time

UUID_MEMBERS = ("addToLists", "removeFromLists", "listIds", "addToAccounts", "removeFromAccounts", "accountIds")
MEMBERSHIPS = (
    ("listIds", "addToLists", "removeFromLists", LISTS),
    ("accountIds", "addToAccounts", "removeFromAccounts", ACCOUNTS),
    ("companyRefs", "addCompanyRefs", "removeCompanyRefs", ["a", "B", "Ü/1", "b"]),
)


@pytest.fixture
def bird() -> Iterator[Bird]:
    with caller() as bird:
        yield bird


def test_an_empty_body_changes_nothing_but_the_time(bird: Bird) -> None:
    before, others = bird.read(FULL), bird.read(NAMELESS)
    after = bird.update(FULL)
    assert without_time(after) == without_time(before)
    assert after["createdAt"] <= before["updatedAt"] < after["updatedAt"]
    assert after["updatedAt"].endswith("Z")
    assert bird.read(NAMELESS) == others


def test_what_the_body_does_not_name_stays(bird: Bird) -> None:
    before, identifiers = bird.read(FULL), bird.identifiers(FULL)
    after = bird.update(FULL, attributes={"jobTitle": "Pilot"})
    assert after["attributes"] == {**before["attributes"], "jobTitle": "Pilot"}
    changed = {"updatedAt", "attributes"}
    assert {name for name in before if before[name] != after[name]} == changed
    assert bird.identifiers(FULL) == identifiers


@pytest.mark.parametrize(
    "value", ["5", 5, 5.25, 0, True, False, " ü\u2028", ["a", "a"], [1, 2.5], [True, "1", 1]], ids=repr
)
def test_values_keep_their_type(bird: Bird, value: Any) -> None:
    kept = bird.update(FULL, attributes={"k": value})["attributes"]["k"]
    assert repr(kept) == repr(value)


def test_time_does_not_go_back_when_the_clock_does() -> None:
    class EarlyClock(BirdRules):
        def now(self, *_: object) -> str:
            return "2020-01-01T00:00:00.000000Z"

    with caller(EarlyClock) as slow:
        assert slow.update(FULL, attributes={"a": 1})["updatedAt"] == slow.read(FULL)["createdAt"]


def test_null_takes_an_attribute_away(bird: Bird) -> None:
    assert "age" not in bird.update(FULL, attributes={"age": None, "absent": None})["attributes"]
    assert bird.read(FULL, "age")["attributes"]["age"] is None


@pytest.mark.parametrize("value", ["", []])
def test_an_empty_value_is_kept_and_shown_on_demand(bird: Bird, value: Any) -> None:
    assert "jobTitle" not in bird.update(FULL, attributes={"jobTitle": value})["attributes"]
    assert bird.read(FULL, "jobTitle")["attributes"]["jobTitle"] == value


def test_the_query_adds_empty_attributes_and_hides_none(bird: Bird) -> None:
    plain = bird.read(FULL)["attributes"]
    query = {"attribute": ["age", "nothing", "never"]}
    answer = bird.call("PATCH", f"{CONTACTS}/{FULL}", json={}, params=query)
    assert body_of(answer)["attributes"] == {**plain, "nothing": None, "never": None}


def test_unknown_properties_are_accepted_and_ignored(bird: Bird) -> None:
    before, other = bird.read(FULL), bird.read(NAMELESS)
    after = bird.update(FULL, id=NAMELESS, contactId=NAMELESS, displayName="X", createdAt=None, x=[{"y": 1}])
    assert without_time(after) == without_time(before)
    assert bird.read(NAMELESS) == other


@pytest.mark.parametrize(("whole", "adding", "removing", "known"), MEMBERSHIPS)
def test_memberships_are_added_removed_and_set(
    bird: Bird, whole: str, adding: str, removing: str, known: list[str]
) -> None:
    one, two, three, four = known[:4]
    assert bird.update(FULL, **{whole: [one, two]})[whole] == [one, two]
    assert bird.update(FULL, **{adding: [two, three, three]})[whole] == [one, two, three]
    assert bird.update(FULL, **{removing: [two, four]})[whole] == [one, three]
    assert bird.update(FULL, **{adding: [], removing: []})[whole] == [one, three]
    assert bird.update(FULL, **{whole: [four]})[whole] == [four]


@pytest.mark.parametrize(("whole", "adding", "removing", "known"), MEMBERSHIPS)
def test_all_three_in_one_body_set_then_add_then_remove(
    bird: Bird, whole: str, adding: str, removing: str, known: list[str]
) -> None:
    one, two, three, four = known[:4]
    bird.update(FULL, **{whole: [four]})
    body = {removing: [two, three], adding: [three, four], whole: [one, two]}
    assert bird.update(FULL, **body)[whole] == [one, four]


def test_only_lists_and_companies_can_be_emptied_at_once(bird: Bird) -> None:
    after = bird.update(FULL, listIds=[], companyRefs=[])
    assert after["listIds"] == after["companyRefs"] == []
    bird.refused(FULL, accountIds=[])


def test_capitals_make_no_other_list_but_another_company(bird: Bird) -> None:
    upper = "AB000000-0000-4000-8000-00000000000F"
    assert bird.update(FULL, listIds=[upper], addToLists=[upper.lower()])["listIds"] == [upper]
    assert bird.update(FULL, removeFromLists=[upper.lower()])["listIds"] == []
    assert bird.update(FULL, companyRefs=["a", "A"])["companyRefs"] == ["a", "A"]


@pytest.mark.parametrize("member", UUID_MEMBERS)
def test_ten_ids_are_taken_and_eleven_are_refused(bird: Bird, member: str) -> None:
    known = LISTS if "List" in member or "list" in member else ACCOUNTS
    bird.update(NAMELESS, **{member: known[:10]})
    assert "11" in bird.refused(NAMELESS, 422, **{member: known[:11]})


def test_a_contact_may_be_on_more_lists_than_one_body_names(bird: Bird) -> None:
    bird.update(FULL, listIds=LISTS[:10])
    assert bird.update(FULL, addToLists=LISTS[10:])["listIds"] == LISTS


@pytest.mark.parametrize("member", UUID_MEMBERS)
@pytest.mark.parametrize("text", ["", "list", LISTS[0] + "\n", LISTS[0].replace("-", ""), f"{{{LISTS[0]}}}"])
def test_an_id_that_is_no_uuid_is_refused(bird: Bird, member: str, text: str) -> None:
    assert member in bird.refused(FULL, 422, attributes={"a": 1}, **{member: [LISTS[3], text]})


@pytest.mark.parametrize("text", ["", "STRICT_ALIAS", "last", "first "])
def test_an_unknown_strategy_is_refused(bird: Bird, text: str) -> None:
    assert "strategy" in bird.refused(FULL, strategy=text, attributes={"a": 1})


@pytest.mark.parametrize(
    "body",
    [
        {"attributes": {"a": {"b": 1}}},
        {"attributes": {"a": [None]}},
        {"attributes": []},
        {"addIdentifiers": [{"key": "k"}]},
        {"addIdentifiers": [{"key": "k" * 65, "value": "v"}]},
        {"addIdentifiers": [{"key": "k", "value": ""}]},
        {"listIds": "x"},
        {"listIds": [1]},
        {"strategy": None},
        {"allowWritingReadOnly": "yes"},
    ],
    ids=str,
)
def test_bodies_that_the_contract_excludes_are_refused(bird: Bird, body: dict[str, Any]) -> None:
    bird.refused(FULL, **body)


@pytest.mark.parametrize("flag", [{}, {"allowWritingReadOnly": False}, {"allowWritingReadOnly": True}], ids=str)
@pytest.mark.parametrize(
    "key", ["lastSeenAt", "engagementScore", "emailaddress", "phonenumber", "visitorid", "crmid"]
)
@pytest.mark.parametrize("value", ["x", None])
def test_read_only_attributes_are_refused(bird: Bird, key: str, value: Any, flag: dict[str, bool]) -> None:
    assert key in bird.refused(FULL, attributes={"jobTitle": "new", key: value}, **flag)


def test_an_identifier_does_not_cover_an_attribute_that_was_there_before(bird: Bird) -> None:
    bird.update(FULL, attributes={"shop": "north"}, addIdentifiers=[{"key": "shop", "value": "7"}])
    assert bird.update(FULL, attributes={"shop": "south"})["attributes"]["shop"] == "south"
    assert bird.update(FULL, attributes={"shop": None})["attributes"]["shop"] == ["7"]
