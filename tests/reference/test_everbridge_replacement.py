"""Full replacement: what is sent is stored, what is left out is gone, groups stay."""

from __future__ import annotations

import pytest

from .conftest import ATTR1, CONTRACTOR, EMAIL, EMPLOYEE, JOB_TITLE, PHONE, SMS, Everbridge, contact, without

PLAIN = {
    "middleInitial": "é",
    "suffix": "III",
    "country": "CN",
    "timezoneId": "Asia/Shanghai",
    "businessName": " leading and trailing ",
    "preferredLanguage": "zh",
    "ssoUserId": "漢字🙂",
    "individualAccountId": 2**63 - 1,
    "accountId": -(2**63),
    "status": "D",
}
ADDRESS = {
    "locationName": "Office",
    "streetAddress": "1 Quay",
    "country": "GB",
    "city": "Bristol",
    "state": "Avon",
    "postalCode": "BS1",
    "suite": "4",
    "gisLocation": {"lat": 51.4504, "lon": -2.5948},
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_field_is_stored_as_sent_and_emptied_when_left_out(everbridge: Everbridge, name: str) -> None:
    someone = everbridge.create()
    assert everbridge.replace(someone, **{name: PLAIN[name]})[name] == PLAIN[name]
    assert name not in everbridge.replace(someone)


def test_only_the_contact_in_the_uri_changes(everbridge: Everbridge) -> None:
    one, other = everbridge.create(), everbridge.create(externalId="x-2")
    before = everbridge.read(other)
    everbridge.replace(one, firstName="New", id=other)
    assert everbridge.read(other) == before
    assert everbridge.read(one)["firstName"] == "New"


@pytest.mark.parametrize("sent", [0, 1.5, "text", True, None, [1], {"id": 2}])
def test_an_id_in_the_body_has_no_effect(everbridge: Everbridge, sent: object) -> None:
    someone = everbridge.create()
    assert everbridge.replace(someone, id=sent)["id"] == someone


def test_ids_have_seventeen_digits_and_pass_a_double(everbridge: Everbridge) -> None:
    ids = [everbridge.create(), everbridge.create(externalId="x-2")]
    assert all(len(str(one)) == 17 and one > 2**53 for one in ids)
    assert len({*ids}) == 2


def test_the_same_put_twice_leaves_the_same_contact(everbridge: Everbridge) -> None:
    someone = everbridge.create()
    fields = {**PLAIN, "address": [ADDRESS], "groups": [2], "topics": [5]}
    first, second = everbridge.replace(someone, **fields), everbridge.replace(someone, **fields)
    assert without(first, "lastModifiedDate") == without(second, "lastModifiedDate")


def test_a_contact_that_was_read_can_be_sent_back_unchanged(everbridge: Everbridge) -> None:
    found = everbridge.read("001", idType="externalId")
    assert everbridge.put(found["id"], found).status_code == 200
    assert without(everbridge.read(found["id"]), "lastModifiedDate") == without(found, "lastModifiedDate")


def test_read_only_fields_cannot_be_written(everbridge: Everbridge) -> None:
    someone = everbridge.create()
    created = everbridge.read(someone)["createdDate"]
    after = everbridge.replace(someone, createdDate=1, createdName="me", organizationId=7, lastModifiedDate="x")
    assert (after["createdDate"], after["createdName"]) == (created, "demo")
    assert after["lastModifiedDate"] >= created


def test_addresses_left_out_are_removed(everbridge: Everbridge) -> None:
    someone = everbridge.create(address=[ADDRESS, {**ADDRESS, "locationName": "Home"}])
    assert everbridge.replace(someone, address=[ADDRESS])["address"] == [ADDRESS]
    assert "address" not in everbridge.replace(someone)


def test_attributes_left_out_are_cleared(everbridge: Everbridge) -> None:
    job = {"orgAttrId": JOB_TITLE, "name": "Job title", "values": ["Pilot"]}
    choice = {"orgAttrId": ATTR1, "name": "attr1", "values": ["option1", "option2"]}
    someone = everbridge.create(contactAttributes=[job, choice])
    assert everbridge.replace(someone, contactAttributes=[choice])["contactAttributes"] == [choice]
    assert "contactAttributes" not in everbridge.replace(someone)


def test_topics_left_out_are_removed(everbridge: Everbridge) -> None:
    someone = everbridge.create(topics=[1, 2**62])
    assert everbridge.replace(someone, topics=[2**62])["topics"] == [2**62]
    assert "topics" not in everbridge.replace(someone)


def test_paths_keep_their_order_and_those_left_out_are_removed(everbridge: Everbridge) -> None:
    sent = [{"pathId": one, "value": str(one)} for one in (SMS, PHONE, EMAIL)]
    someone = everbridge.create(paths=sent)
    assert everbridge.read(someone)["paths"] == sent
    assert everbridge.replace(someone, paths=sent[::-2])["paths"] == sent[::-2]
    assert "paths" not in everbridge.replace(someone)


def test_every_setting_of_a_path_is_stored(everbridge: Everbridge) -> None:
    settings = {"waitTime": 0, "phoneExt": "7", "skipValidation": False, "pathEnable": True}
    path = {"pathId": PHONE, "value": "17525889654", "countryCode": "CN", **settings}
    assert everbridge.read(everbridge.create(paths=[path]))["paths"] == [path]


@pytest.mark.parametrize("update", [{}, {"groups": []}, {"groupsName": []}, {"groups": [3]}])
def test_no_update_leaves_a_group(everbridge: Everbridge, update: dict[str, object]) -> None:
    someone = everbridge.create(groups=[1, 2])
    assert {1, 2} <= {*everbridge.replace(someone, **update)["groups"]}


def test_an_external_id_changes_and_the_old_one_finds_nothing(everbridge: Everbridge) -> None:
    someone = everbridge.create(externalId="old/ ü")
    answer = everbridge.put("old%2F%20%C3%BC", contact(externalId="new"), idType="externalId")
    assert answer.json()["id"] == someone
    assert everbridge.read("new", idType="externalId")["id"] == someone
    assert everbridge.contact_call("GET", "old%2F%20%C3%BC", {"idType": "externalId"}).status_code == 404


def test_an_external_id_of_another_contact_is_refused_and_neither_changes(everbridge: Everbridge) -> None:
    one, other = everbridge.create(), everbridge.create(externalId="taken")
    before = everbridge.read(other)
    assert "taken" in everbridge.refused(one, contact(externalId="taken", firstName="New"))
    assert everbridge.read(other) == before


def test_an_external_id_is_compared_with_its_case(everbridge: Everbridge) -> None:
    everbridge.create(externalId="abc")
    assert everbridge.replace(everbridge.create(), externalId="ABC")["externalId"] == "ABC"


def test_a_freed_external_id_can_be_taken(everbridge: Everbridge) -> None:
    one, other = everbridge.create(), everbridge.create(externalId="x-2")
    everbridge.contact_call("DELETE", one)
    assert everbridge.replace(other, externalId="x-1")["externalId"] == "x-1"


def test_null_acts_as_left_out(everbridge: Everbridge) -> None:
    someone = everbridge.create(suffix="Jr", topics=[1], address=[ADDRESS])
    sent = {"suffix": None, "topics": None, "address": None, "middleInitial": None}
    assert not {*everbridge.replace(someone, **sent)} & {*sent}


@pytest.mark.parametrize("missing", ["firstName", "lastName", "externalId", "recordTypeId"])
def test_a_contact_without_a_required_field_is_refused(everbridge: Everbridge, missing: str) -> None:
    someone = everbridge.create()
    assert missing in everbridge.refused(someone, without(contact(), missing))
    assert missing in everbridge.refused(someone, contact(**{missing: None}))


@pytest.mark.parametrize(
    "field",
    [
        {"firstName": "x" * 101},
        {"externalId": "x" * 81},
        {"middleInitial": "ab"},
        {"suffix": "x" * 11},
        {"status": "X"},
        {"topics": [2**63]},
        {"accountId": 10**30},
        {"groups": [10**400]},
        {"paths": [{"pathId": EMAIL, "waitTime": 2**31}]},
        {"recordTypeId": "1533823015714817"},
        {"paths": {}},
    ],
)
def test_what_the_contract_excludes_is_refused(everbridge: Everbridge, field: dict[str, object]) -> None:
    everbridge.refused(everbridge.create(), contact(**field))


def test_the_longest_texts_are_taken(everbridge: Everbridge) -> None:
    longest = {"firstName": "é" * 100, "externalId": " " + "漢" * 79, "suffix": "x" * 10}
    assert longest.items() <= everbridge.replace(everbridge.create(), **longest).items()


def test_creating_with_a_known_external_id_replaces_that_contact(everbridge: Everbridge) -> None:
    someone = everbridge.create(suffix="Jr", groups=[1])
    assert everbridge.create(recordTypeId=CONTRACTOR) == someone
    after = everbridge.read(someone)
    assert (after["recordTypeId"], after["groups"], "suffix" in after) == (CONTRACTOR, [1], False)


def test_an_answer_names_the_contact_by_its_own_id(everbridge: Everbridge) -> None:
    someone = everbridge.create(recordTypeId=EMPLOYEE)
    answer = everbridge.put("x-1", contact(), idType="externalId").json()
    assert answer["id"] == someone
    assert answer["instanceUri"] == f"{answer['baseUri']}{someone}"
