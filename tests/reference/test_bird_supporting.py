"""Making, finding, listing and removing contacts; who may call, and for which workspace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.seed import EXAMPLE_WORKSPACE_ID, WORKSPACE_ID
from contact_contracts.target.bundled import bundled_environment, bundled_targets
from contact_contracts.target.families import BirdTarget

from .bird_caller import (
    ACCOUNTS,
    CONTACTS,
    FULL,
    LISTS,
    Bird,
    Body,
    body_of,
    caller,
    email,
    identifier,
    message_of,
)

TAKEN = identifier("emailaddress", "amara@example.com")
UNKNOWN = "b4e02c85-c6d2-4b15-8885-e09671799c61"


@pytest.fixture
def bird() -> Iterator[Bird]:
    with caller() as bird:
        yield bird


def bundled() -> BirdTarget:
    target = bundled_targets({"bird": "http://reference.test"}).family("bird")
    assert isinstance(target, BirdTarget)
    return target


def test_the_bundled_target_tells_what_is_seeded(bird: Bird) -> None:
    target = bundled()
    assert [*target.facts.lists] == LISTS
    assert [*target.facts.accounts] == ACCOUNTS
    assert target.workspace_id == WORKSPACE_ID
    contacts = [bird.read(one.id) for one in target.contacts]
    assert {one["isAnonymous"] for one in contacts} == {True, False}
    assert any("displayName" not in one["attributes"] for one in contacts)
    assert {ref for one in contacts for ref in one["companyRefs"]} == set(target.facts.companies)


def test_the_bundled_attributes_can_be_written_and_those_named_read_only_cannot(bird: Bird) -> None:
    facts = bundled().facts
    for values, names in (
        ("t", facts.attributes.text),
        (1.5, facts.attributes.number),
        (True, facts.attributes.boolean),
        (["x"], facts.attributes.list),
    ):
        assert names
        bird.update(FULL, attributes=dict.fromkeys(names, values))
    for name in facts.read_only_attributes:
        bird.refused(FULL, attributes={name: "x"})


def test_the_bundled_key_is_good(bird: Bird) -> None:
    auth = bundled().auth
    assert auth.scheme == "access-key"
    key = bundled_environment()[auth.key.variable]
    answer = bird.call("GET", f"{CONTACTS}/{FULL}", headers={"authorization": f"AccessKey {key}"})
    assert answer.status_code == 200


def test_a_contact_is_made_with_all_that_is_given(bird: Bird) -> None:
    made = bird.create(
        displayName="Ünal",
        identifiers=[email("u"), email("u"), identifier("visitorid", "v")],
        attributes={"age": 3, "none": None, "displayName": "other"},
        listIds=LISTS,
        accountIds=[],
        companyRefs=["c"],
        addToLists=["ignored"],
    )
    assert bird.read(made["id"]) == made
    assert made["attributes"] == {
        "age": 3,
        "displayName": "Ünal",
        "emailaddress": ["u@example.net"],
        "visitorid": ["v"],
    }
    assert (made["listIds"], made["accountIds"], made["companyRefs"]) == (LISTS, [], ["c"])
    assert (made["identifierCount"], made["isAnonymous"], made["workspaceId"]) == (2, False, WORKSPACE_ID)
    assert made["createdAt"] <= made["updatedAt"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"displayName": ""}, 422),
        ({"displayName": "n" * 151}, 422),
        ({"displayName": "n", "attributes": {"lastSeenAt": "x"}}, 422),
        ({"displayName": "n", "identifiers": [email("free"), TAKEN]}, 409),
    ],
    ids=str,
)
def test_a_refused_creation_makes_nothing(bird: Bird, body: Body, status: int) -> None:
    message_of(bird.call("POST", CONTACTS, json=body), status)
    assert len(all_pages(bird)) == len(bundled().contacts)
    assert bird.search(**email("free")) == []


def test_a_removed_contact_is_gone_with_its_identifiers(bird: Bird) -> None:
    assert bird.call("DELETE", f"{CONTACTS}/{FULL}").status_code == 204
    for method, rest, body in (
        ("GET", "", None),
        ("PATCH", "", {}),
        ("DELETE", "", None),
        ("GET", "/identifiers", None),
    ):
        message_of(bird.call(method, f"{CONTACTS}/{FULL}{rest}", json=body), 404)
    assert bird.search(**TAKEN) == []
    assert bird.create(identifiers=[TAKEN])["identifierCount"] == 1


def all_pages(bird: Bird, **query: str) -> list[str]:
    """The ids of all pages in their order."""
    ids: list[str] = []
    while True:
        page = body_of(bird.call("GET", CONTACTS, params=query))
        assert len(page["results"]) <= int(query.get("limit", 10))
        ids += [one["id"] for one in page["results"]]
        if "nextPageToken" not in page:
            return ids
        query["pageToken"] = page["nextPageToken"]


@pytest.mark.parametrize("limit", ["1", "4", "100", ""])
def test_pages_show_every_contact_once_in_both_directions(bird: Bird, limit: str) -> None:
    known = [one.id for one in bundled().contacts] + [bird.create()["id"] for _ in range(6)]
    query = {"limit": limit} if limit else {}
    assert all_pages(bird, **query) == known
    assert all_pages(bird, **query, reverse="true") == known[::-1]


def test_a_page_is_not_moved_by_contacts_that_are_made_meanwhile(bird: Bird) -> None:
    query = {"limit": "2", "reverse": "true"}
    first = body_of(bird.call("GET", CONTACTS, params=query))
    bird.create()
    rest = all_pages(bird, **query, pageToken=first["nextPageToken"])
    assert [one["id"] for one in first["results"]] + rest == [one.id for one in bundled().contacts][::-1]


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "101"}, {"limit": "x"}, {"pageToken": "x"}], ids=str)
def test_a_page_that_cannot_be_is_refused(bird: Bird, query: dict[str, str]) -> None:
    message_of(bird.call("GET", CONTACTS, params=query), 422)


@pytest.mark.parametrize("token", ["f999999999", "r999999999", "f0", "r0"])
def test_a_made_up_page_token_ends_somewhere(bird: Bird, token: str) -> None:
    assert len(all_pages(bird, pageToken=token, limit="4")) in (0, len(bundled().contacts))


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "AccessKey",
        "AccessKey wrong",
        "Bearer wrong",
        "Basic demo-token",
        "demo-token",
        "AccessKey demo-token2",
    ],
)
def test_strangers_are_sent_away_and_change_nothing(bird: Bird, authorization: str) -> None:
    before = bird.read(FULL)
    headers = {"authorization": authorization}
    answer = bird.call("PATCH", f"{CONTACTS}/{FULL}", json={"attributes": {"a": 1}}, headers=headers)
    message_of(answer, 401)
    assert bird.read(FULL) == before


@pytest.mark.parametrize("scheme", ["AccessKey", "Bearer"])
def test_both_schemes_are_taken(bird: Bird, scheme: str) -> None:
    headers = {"authorization": f"{scheme} demo-token"}
    assert bird.call("GET", f"{CONTACTS}/{FULL}", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("workspace", "status"), [(UNKNOWN, 404), ("main", 422), (WORKSPACE_ID.replace("-", ""), 422)]
)
def test_a_workspace_that_is_none_is_refused(bird: Bird, workspace: str, status: int) -> None:
    before = bird.read(FULL)
    path = f"/workspaces/{workspace}/contacts/{FULL}"
    message_of(bird.call("PATCH", path, json={"attributes": {"a": 1}}), status)
    assert bird.read(FULL) == before


def test_workspaces_do_not_see_each_other(bird: Bird) -> None:
    other = f"/workspaces/{EXAMPLE_WORKSPACE_ID}/contacts"
    message_of(bird.call("GET", f"{other}/{FULL}"), 404)
    made = bird.call("POST", other, json={"displayName": "D", "identifiers": [TAKEN]})
    assert body_of(made, 201)["workspaceId"] == EXAMPLE_WORKSPACE_ID
    assert bird.search(**TAKEN) == [FULL]


@pytest.mark.parametrize("contact", [UNKNOWN, "5", "ü%00"])
def test_an_unknown_contact_is_not_found(bird: Bird, contact: str) -> None:
    message_of(bird.call("PATCH", f"{CONTACTS}/{contact}", json={}), 404)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"attributes": {"a": 1e999}}', b"\xff"])
def test_a_body_that_is_no_object_is_refused(bird: Bird, content: bytes) -> None:
    answer = bird.call(
        "PATCH", f"{CONTACTS}/{FULL}", content=content, headers={"content-type": "application/json"}
    )
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"code", "message"}


def test_a_rule_can_be_broken_by_itself() -> None:
    class Generous(BirdRules):
        def most_ids(self, *_: object) -> int:
            return 11

    class WrongContact(BirdRules):
        def contact_id_of(self, *_: object) -> str:
            return "c0000000-0000-4000-8000-000000000006"

    with caller(Generous) as bird:
        assert bird.update(FULL, listIds=LISTS[:11])["listIds"] == LISTS[:11]
        bird.refused(FULL, listIds=LISTS)
    with caller(WrongContact) as bird:
        assert body_of(bird.patch(FULL, {}))["id"] != FULL


def test_reads_and_updates_leave_no_trace_in_other_contacts(bird: Bird) -> None:
    others = {one.id: bird.read(one.id) for one in bundled().contacts if one.id != FULL}
    bird.update(FULL, attributes={"a": 1}, addIdentifiers=[email("a")], listIds=[], addCompanyRefs=["z"])
    assert {key: bird.read(key) for key in others} == others
