"""The operations around the updates: create, read, delete, patch, list, leave a group."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .conftest import EMAIL, ORGANIZATION, PHONE, Everbridge, contact, frame


def test_a_deleted_contact_is_gone(everbridge: Everbridge) -> None:
    someone = everbridge.create()
    assert everbridge.contact_call("DELETE", someone).json()["id"] == someone
    assert everbridge.contact_call("GET", someone).status_code == 404
    assert everbridge.contact_call("DELETE", someone).status_code == 404


def test_contacts_are_deleted_by_external_id(everbridge: Everbridge) -> None:
    someone = everbridge.create()
    answer = everbridge.contact_call("DELETE", "x-1", {"idType": "externalId"})
    assert answer.json()["id"] == someone


@pytest.mark.parametrize("number", [1, 2, 3])
def test_lists_come_in_pages(everbridge: Everbridge, number: int) -> None:
    query = {"pageSize": 2, "pageNumber": number}
    answer = everbridge.call("GET", f"/groups/{ORGANIZATION}", params=query).json()
    page = answer["page"]
    assert (page["totalCount"], page["totalPageCount"], page["currentPageNo"]) == (5, 3, number)
    assert (page["start"], len(page["data"])) == (2 * number - 2, 1 if number == 3 else 2)
    assert ("nextPageUri" in answer) == (number < 3)


def test_following_the_pages_finds_every_contact_once(everbridge: Everbridge, client: httpx.Client) -> None:
    created = {everbridge.create(externalId=f"x-{number}") for number in range(5)}
    seen: list[int] = []
    uri: str | None = f"/contacts/{ORGANIZATION}?pageSize=2"
    while uri is not None:
        answer = client.get(uri).json()
        seen += [one["id"] for one in answer["page"]["data"]]
        uri = answer.get("nextPageUri")
    assert len(seen) == len({*seen}) == answer["page"]["totalCount"]
    assert created <= {*seen}


def test_a_page_past_the_end_is_empty(everbridge: Everbridge) -> None:
    answer = everbridge.call("GET", f"/contacts/{ORGANIZATION}", params={"pageNumber": 10**30})
    assert answer.json()["page"]["data"] == []


def test_contacts_are_listed_by_their_ids(everbridge: Everbridge) -> None:
    one, two = everbridge.create(externalId="a,b"), everbridge.create(externalId="c")
    query = [("externalIds", "a,b"), ("externalIds", "none"), ("contactIds", str(one)), ("contactIds", str(two))]
    answer = everbridge.call("GET", f"/contacts/{ORGANIZATION}", params=query)
    assert {found["id"] for found in answer.json()["page"]["data"]} == {one, two}
    assert answer.json()["page"]["totalCount"] == 2


@pytest.mark.parametrize(
    ("path", "members"),
    [
        ("contactPaths", {"pathId", "prompt", "code", "type"}),
        ("recordTypes", {"id", "name"}),
        ("contactAttributes", {"id", "name", "dataType", "displayFormat"}),
        ("groups", {"id", "name"}),
    ],
)
def test_what_contacts_refer_to_is_listed(everbridge: Everbridge, path: str, members: set[str]) -> None:
    entries = everbridge.call("GET", f"/{path}/{ORGANIZATION}").json()["page"]["data"]
    assert len(entries) >= 3
    assert all(members <= {*entry} for entry in entries)


@pytest.mark.parametrize("group", [{"groupId": "2"}, {"byType": "id", "groupId": "2"}])
def test_contacts_leave_a_group(everbridge: Everbridge, group: dict[str, str]) -> None:
    leaver, stayer = everbridge.create(groups=[1, 2]), everbridge.create(externalId="x-2", groups=[2])
    answer = leave(everbridge, [leaver], **group)
    assert answer.json() == {"message": "OK", "code": 100}
    assert everbridge.read(leaver)["groups"] == [1]
    assert everbridge.read(stayer)["groups"] == [2]


def test_contacts_leave_a_group_by_names(everbridge: Everbridge) -> None:
    someone = everbridge.create(groups=[1, 2])
    leave(everbridge, ["x-1"], byType="name", groupName="group1", idType="externalId")
    assert everbridge.read(someone)["groups"] == [2]


def test_an_unknown_contact_cannot_leave_a_group(everbridge: Everbridge) -> None:
    answer = leave(everbridge, [everbridge.create(groups=[1]), 4], groupId="1")
    assert answer.json()["code"] == 200
    assert answer.json()["data"][0].startswith("The [2] ")


@pytest.mark.parametrize(
    "query", [{}, {"groupId": "4"}, {"byType": "name", "groupName": "none"}, {"groupId": "x"}]
)
def test_a_group_that_is_not_named_cannot_be_left(everbridge: Everbridge, query: dict[str, str]) -> None:
    assert leave(everbridge, [], **query).status_code == 400


def leave(everbridge: Everbridge, contacts: list[Any], **query: str) -> httpx.Response:
    return everbridge.call("DELETE", f"/groups/{ORGANIZATION}/contacts", json=contacts, params=query)


def test_a_patch_changes_what_it_names_and_nothing_else(everbridge: Everbridge) -> None:
    someone = everbridge.create(suffix="Jr", topics=[1], groups=[1, 2], address=[{"locationName": "a"}])
    operations = [
        {"op": "test", "path": "/suffix", "value": "Jr"},
        {"op": "replace", "path": "/lastName", "value": "New"},
        {"op": "add", "path": "/topics/-", "value": 2},
        {"op": "remove", "path": "/suffix"},
        {"op": "remove", "path": "/groups/0"},
    ]
    assert everbridge.patch(someone, *operations).json()["id"] == someone
    after = everbridge.read(someone)
    assert (after["lastName"], after["topics"], after["groups"]) == ("New", [1, 2], [2])
    assert ("suffix" in after, after["address"]) == (False, [{"locationName": "a"}])


def test_a_patch_can_remove_quiet_times(everbridge: Everbridge) -> None:
    paths = [{"pathId": one, "value": "1", "quietTimeFrames": [frame()]} for one in (PHONE, EMAIL)]
    someone = everbridge.create(timezoneId="Europe/London", paths=paths)
    assert everbridge.patch(someone, {"op": "remove", "path": "/paths/0/quietTimeFrames"}).status_code == 200
    assert ["quietTimeFrames" in path for path in everbridge.read(someone)["paths"]] == [False, True]


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "test", "path": "/lastName", "value": "other"},
        {"op": "replace", "path": "/suffix", "value": "too long a suffix"},
        {"op": "remove", "path": "/nothing"},
        {"op": "remove", "path": "/lastName"},
        {"op": "remove", "path": ""},
        {"op": "add", "path": "", "value": []},
        {"op": "add", "path": "/topics/x", "value": 1},
        {"op": "add", "path": "/lastName/deeper", "value": 1},
        {"op": "add", "path": "/suffix"},
        {"op": "move", "path": "/suffix"},
        {"op": "explode", "path": "/suffix"},
        {"path": "/suffix"},
        5,
    ],
)
def test_a_patch_that_cannot_be_applied_changes_nothing(everbridge: Everbridge, operation: Any) -> None:
    someone = everbridge.create(topics=[1])
    before = everbridge.read(someone)
    answer = everbridge.patch(someone, {"op": "add", "path": "/suffix", "value": "Jr"}, operation)
    assert answer.status_code == 400
    assert everbridge.read(someone) == before


def test_a_patch_cannot_take_an_external_id(everbridge: Everbridge) -> None:
    someone, _ = everbridge.create(), everbridge.create(externalId="taken")
    assert everbridge.patch(someone, {"op": "replace", "path": "/externalId", "value": "taken"}).status_code == 400


def test_a_contact_made_by_post_ignores_an_id(everbridge: Everbridge) -> None:
    answer = everbridge.call("POST", f"/contacts/{ORGANIZATION}", json=contact(id=5))
    assert answer.json()["id"] != 5
    assert everbridge.contact_call("GET", 5).status_code == 404
