"""Identifiers: what they make of a contact's name and anonymity, and the three strategies when they clash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .bird_caller import (
    CONTACTS,
    FULL,
    NAMELESS,
    VISITOR,
    Bird,
    body_of,
    caller,
    email,
    identifier,
    message_of,
    without_time,
)

TAKEN = identifier("emailaddress", "juergen@example.org")
"""Belongs to a seeded contact that no test here addresses."""
OWNER = "c0000000-0000-4000-8000-000000000002"
PHONE = identifier("phonenumber", "+12025550100")


@pytest.fixture
def bird() -> Iterator[Bird]:
    with caller() as bird:
        yield bird


def test_identifiers_are_added_mirrored_counted_and_removed(bird: Bird) -> None:
    contact = bird.create()["id"]
    after = bird.update(contact, addIdentifiers=[email("a"), email("b"), PHONE])
    assert after["attributes"]["emailaddress"] == ["a@example.net", "b@example.net"]
    assert after["identifierCount"] == len(bird.identifiers(contact)) == 3
    after = bird.update(contact, removeIdentifiers=[email("a"), PHONE])
    assert bird.identifiers(contact) == {("emailaddress", "b@example.net")}
    assert after["identifierCount"] == 1
    assert "phonenumber" not in after["attributes"]


@pytest.mark.parametrize("strategy", ["strict_alias", "first_alias"])
def test_adding_twice_counts_once(bird: Bird, strategy: str) -> None:
    contact = bird.create(identifiers=[email("a")])["id"]
    after = bird.update(contact, strategy=strategy, addIdentifiers=[email("a"), PHONE, PHONE])
    assert after["identifierCount"] == len(bird.identifiers(contact)) == 2


def test_the_older_member_adds_too(bird: Bird) -> None:
    assert bird.update(VISITOR, identifiers=[email("a")], addIdentifiers=[PHONE])["identifierCount"] == 3


def test_removing_an_identifier_of_another_contact_does_nothing(bird: Bird) -> None:
    before = bird.read(FULL)
    assert without_time(bird.update(FULL, removeIdentifiers=[TAKEN])) == without_time(before)
    assert bird.search(**TAKEN) == [OWNER]


def test_what_is_added_and_removed_at_once_is_gone(bird: Bird) -> None:
    assert bird.update(VISITOR, addIdentifiers=[PHONE], removeIdentifiers=[PHONE])["identifierCount"] == 1
    assert bird.search(**PHONE) == []


def test_a_removed_identifier_is_free_for_others(bird: Bird) -> None:
    bird.update(OWNER, removeIdentifiers=[TAKEN])
    bird.update(FULL, addIdentifiers=[TAKEN])
    assert bird.search(**TAKEN) == [FULL]


def test_names_come_in_the_documented_order(bird: Bird) -> None:
    names = [bird.read(FULL)["computedDisplayName"]]
    for lost in ({"attributes": {"displayName": ""}}, {"attributes": {"firstName": None}}):
        names.append(bird.update(FULL, **lost)["computedDisplayName"])
    gone = [identifier("emailaddress", name) for name in ("amara@example.com", "a.okafor@example.org")]
    names.append(bird.update(FULL, removeIdentifiers=gone)["computedDisplayName"])
    assert names == ["Amara Okafor", "Amara", "amara@example.com", "+442079460018"]
    last = bird.update(FULL, removeIdentifiers=[identifier("phonenumber", "+442079460018")])
    assert "computedDisplayName" not in last


def test_an_email_address_names_before_an_older_phone_number(bird: Bird) -> None:
    assert bird.read(NAMELESS)["computedDisplayName"] == "misaki@example.jp"


def test_a_name_that_is_no_text_names_nobody(bird: Bird) -> None:
    assert bird.update(FULL, attributes={"displayName": 5})["computedDisplayName"] == "Amara"


def test_only_visitors_and_contacts_without_identifiers_are_anonymous(bird: Bird) -> None:
    contact = bird.create()["id"]
    assert bird.read(contact)["isAnonymous"] is True
    visits = [identifier("visitorid", "v-1"), identifier("visitorid", "v-2")]
    assert bird.update(contact, addIdentifiers=visits)["isAnonymous"] is True
    own = identifier("loyalty", "7")
    assert bird.update(contact, addIdentifiers=[own])["isAnonymous"] is False
    assert bird.update(contact, removeIdentifiers=[own])["isAnonymous"] is True


# By id


@pytest.mark.parametrize("named", [{}, {"strategy": "strict_alias"}], ids=str)
@pytest.mark.parametrize("place", ["addIdentifiers", "identifiers"])
def test_strict_alias_refuses_an_identifier_of_another_contact(
    bird: Bird, named: dict[str, str], place: str
) -> None:
    owner = bird.read(OWNER)
    body: dict[str, Any] = {place: [email("free"), TAKEN], "attributes": {"a": 1}}
    bird.refused(FULL, 409, **body, **named)
    assert bird.read(OWNER) == owner
    assert bird.search(**email("free")) == []


def test_first_alias_passes_over_an_identifier_of_another_contact(bird: Bird) -> None:
    before = bird.identifiers(FULL)
    body = {"addIdentifiers": [TAKEN, email("free"), PHONE], "attributes": {"a": 1}}
    after = bird.update(FULL, strategy="first_alias", **body)
    new = {("emailaddress", "free@example.net"), ("phonenumber", "+12025550100")}
    assert bird.identifiers(FULL) == before | new
    assert after["attributes"]["a"] == 1
    assert bird.search(**TAKEN) == [OWNER]


def test_first_adds_nothing_and_changes_the_rest(bird: Bird) -> None:
    before = bird.identifiers(FULL)
    kept = identifier("crmid", "CRM-1001")
    body = {"addIdentifiers": [TAKEN, email("free")], "removeIdentifiers": [kept], "attributes": {"a": 1}}
    after = bird.update(FULL, strategy="first", **body)
    assert bird.identifiers(FULL) == before - {("crmid", "CRM-1001")}
    assert after["attributes"]["a"] == 1


# By identifier


@pytest.mark.parametrize(
    ("strategy", "added"),
    [(None, 2), ("strict_alias", 2), ("first_alias", 2), ("first", 0)],
)
def test_a_contact_found_by_identifier_is_updated(bird: Bird, strategy: str | None, added: int) -> None:
    named = {"strategy": strategy} if strategy else {}
    answer = bird.patch_by(**TAKEN, addIdentifiers=[email("a"), PHONE], attributes={"a": 1}, **named)
    after = body_of(answer)
    assert (after["id"], after["attributes"]["a"]) == (OWNER, 1)
    assert after["identifierCount"] == len(bird.identifiers(OWNER)) == 2 + added


@pytest.mark.parametrize(
    ("strategy", "count"),
    [(None, 3), ("strict_alias", 3), ("first_alias", 3), ("first", 1)],
)
def test_a_contact_that_is_not_found_is_made(bird: Bird, strategy: str | None, count: int) -> None:
    named = {"strategy": strategy} if strategy else {}
    first = identifier("emailaddress", "né/w@example.net")
    answer = bird.patch_by(**first, addIdentifiers=[email("b"), PHONE], attributes={"a": 1}, **named)
    made = body_of(answer, 201)
    assert bird.read(made["id"]) == made
    assert made["identifierCount"] == count
    assert made["computedDisplayName"] == first["value"]
    assert bird.search(**first) == [made["id"]]


def test_strict_alias_refuses_identifiers_of_two_contacts(bird: Bird) -> None:
    before = bird.read(OWNER), bird.read(NAMELESS)
    added = [email("a"), identifier("emailaddress", "misaki@example.jp")]
    message_of(bird.patch_by(**TAKEN, addIdentifiers=added, attributes={"a": 1}), 409)
    assert (bird.read(OWNER), bird.read(NAMELESS)) == before


def test_first_alias_finds_by_the_first_identifier(bird: Bird) -> None:
    added = [identifier("emailaddress", "misaki@example.jp"), email("a")]
    assert body_of(bird.patch_by(**TAKEN, addIdentifiers=added, strategy="first_alias"))["id"] == OWNER
    assert bird.search(**email("a")) == [OWNER]
    assert bird.search("emailaddress", "misaki@example.jp") == [NAMELESS]


@pytest.mark.parametrize(
    ("strategy", "owners"), [("strict_alias", [OWNER]), ("first_alias", [OWNER]), ("first", [])]
)
def test_an_identifier_of_the_body_finds_when_that_of_the_uri_does_not(
    bird: Bird, strategy: str, owners: list[str]
) -> None:
    answer = bird.patch_by(**PHONE, addIdentifiers=[TAKEN], strategy=strategy)
    assert body_of(answer)["id"] == OWNER
    assert bird.search(**PHONE) == owners


def test_a_refused_update_by_identifier_makes_no_contact(bird: Bird) -> None:
    for body in ({"strategy": "last"}, {"listIds": ["x"]}, {"attributes": {"lastSeenAt": "now"}}):
        message_of(bird.patch_by(**PHONE, **body), 422)
    assert bird.search(**PHONE) == []


def test_an_identifier_that_nobody_can_have_is_refused(bird: Bird) -> None:
    message_of(bird.patch_by("k" * 65, "v"), 422)
    message_of(bird.patch_by("k", "v" * 501), 422)
    assert body_of(bird.patch_by("k" * 64, "\U0001f600" * 500), 201)["identifierCount"] == 1


def test_identifiers_are_told_apart_to_the_letter(bird: Bird) -> None:
    pairs = [("k", "a\nb"), ("k\na", "b"), ("K", "a\nb"), ("k", "A\nb"), ("k", "a\nb ")]
    made = {body_of(bird.patch_by(*pair), 201)["id"] for pair in pairs}
    assert len(made) == len(pairs)


def test_properties_of_an_identifier_read_back(bird: Bird) -> None:
    bird.update(VISITOR, addIdentifiers=[{**PHONE, "properties": {"verified": True}}])
    rows = body_of(bird.call("GET", f"{CONTACTS}/{VISITOR}/identifiers"))["results"]
    assert rows[-1] == {
        "contactId": VISITOR,
        **PHONE,
        "properties": {"verified": True},
        "createdAt": rows[-1]["createdAt"],
    }
