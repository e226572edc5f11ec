"""Records: how they are named, what is answered, who may call, and what never changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contact_contracts.reference.calls import Call
from contact_contracts.reference.conga import CongaRules
from contact_contracts.target.bundled import bundled_targets

from .conga_caller import CONTACTS, OTHER, SEEDED, Conga, at, caller, fields_of, message_of

FLAG = "IncludeRecordPayloadInResponse"
LOCK = "EnforceOptimisticLocking"
FOREIGN_ID = "9b1f6a52-40c7-4e8d-b3a6-2d5c8e7f9a02"


@pytest.fixture
def conga() -> Iterator[Conga]:
    with caller() as conga:
        yield conga


# The Id in a body


def test_the_record_s_own_id_is_accepted(conga: Conga) -> None:
    before = conga.read()
    after = conga.update({"Id": before["Id"], "Title": "T"})
    assert (after["Id"], after["Title"]) == (before["Id"], "T")


@pytest.mark.parametrize("other", [FOREIGN_ID, "", "nobody", SEEDED, 5, True, [], {}])
def test_any_other_id_is_refused(conga: Conga, other: Any) -> None:
    before = conga.read(OTHER)
    conga.refused({"Id": other, "Title": "T"})
    assert conga.read(OTHER) == before


def test_a_null_id_counts_as_left_out(conga: Conga) -> None:
    before = conga.read()
    after = conga.update({"Id": None, "Title": "T"})
    assert (after["Id"], after["Title"]) == (before["Id"], "T")


def test_the_id_of_a_new_record_is_the_server_s_to_give(conga: Conga) -> None:
    message_of(conga.call("POST", CONTACTS, json={"Id": "mine"}), 400)


# The record in the answer


def test_the_answer_holds_the_updated_record_when_asked(conga: Conga) -> None:
    for value in ("true", "True"):
        answer = conga.put({"Title": f"T {value}"}, **{FLAG: value}).json()
        assert answer["Data"]["Title"] == f"T {value}"
        assert answer["Data"] == conga.read()


@pytest.mark.parametrize("query", [{}, {FLAG: "false"}, {FLAG: "False"}])
def test_the_answer_holds_no_record_unless_asked(conga: Conga, query: dict[str, str]) -> None:
    assert conga.put({"Title": "T"}, **query).json() == {"Success": True, "StatusCode": "OK"}


@pytest.mark.parametrize("name", [FLAG, LOCK])
@pytest.mark.parametrize("value", ["maybe", "", "1"])
def test_a_flag_that_is_neither_true_nor_false_is_refused(conga: Conga, name: str, value: str) -> None:
    conga.refused({"Title": "T"}, 400, **{name: value})


# Which record


@pytest.mark.parametrize(
    "external_id",
    ["a b", "a/b", "/", "50%", "%2F", "%", "ä 美咲", "a?b#c", "a+b", "a..b", "a;b=c", "a\nb\n", "x" * 500],
)
def test_an_external_id_of_odd_characters_finds_its_record(conga: Conga, external_id: str) -> None:
    record_id = conga.create(ExternalId=external_id, Name="N")
    after = conga.update({"Title": "T"}, external_id)
    assert (after["Id"], after["ExternalId"], after["Title"]) == (record_id, external_id, "T")
    assert conga.call("DELETE", at(external_id)).json() == {"Success": True, "Data": True, "StatusCode": "OK"}


def test_an_unknown_external_id_is_answered_with_404_and_makes_no_record(conga: Conga) -> None:
    for method in ("PUT", "GET", "DELETE"):
        message_of(conga.call(method, at("none"), **({"json": {"Name": "N"}} if method == "PUT" else {})), 404)
    assert conga.call("GET", at("none")).json()["StatusCode"] == "NotFound"


def test_a_record_can_be_named_by_its_id_too(conga: Conga) -> None:
    path = f"{CONTACTS}/{conga.create(ExternalId='n', Name='N')}"
    assert conga.call("PUT", path, json={"Title": "T"}).status_code == 200
    answer = conga.call("GET", path).json()
    assert (answer["RecordCount"], answer["Data"]) == (1, [conga.read("n")])
    assert conga.call("DELETE", path).status_code == 200
    assert {conga.call(method, path, json={}).status_code for method in ("PUT", "GET", "DELETE")} == {404}


def test_the_external_id_of_a_deleted_record_is_free_again(conga: Conga) -> None:
    first = conga.create(ExternalId="n")
    message_of(conga.call("POST", CONTACTS, json={"ExternalId": "n"}), 400)
    conga.call("DELETE", at("n"))
    assert conga.create(ExternalId="n") != first


def test_records_without_an_external_id_do_not_clash(conga: Conga) -> None:
    ids = {conga.create(), conga.create(ExternalId=None), conga.create(ExternalId="")}
    assert len(ids) == 3


@pytest.mark.parametrize("sent", ["new", OTHER, None, 5, {}])
def test_an_update_ignores_an_external_id_in_the_body(conga: Conga, sent: Any) -> None:
    assert conga.update({"ExternalId": sent, "Title": "T"})["ExternalId"] == SEEDED
    assert conga.call("GET", at("new")).status_code == 404


# What the server writes


def test_a_record_may_be_sent_back_as_it_was_read(conga: Conga) -> None:
    before = conga.read()
    assert fields_of(conga.update({**before, "CreatedDate": "1999", "CreatedBy": 5})) == fields_of(before)


def test_each_update_gives_another_etag(conga: Conga) -> None:
    seen = [conga.read()["ETag"]] + [conga.update(body)["ETag"] for body in ({}, {"Name": "N"}, {"Name": "N"})]
    assert len(set(seen)) == 4


def test_a_stale_etag_is_refused_only_when_locking_is_asked_for(conga: Conga) -> None:
    stale = conga.read()["ETag"]
    current = conga.update({"Title": "T"})["ETag"]
    conga.refused({"ETag": stale, "Title": "U"}, 409, **{LOCK: "true"})
    assert conga.update({"Title": "U", "ETag": current}, **{LOCK: "true"})["Title"] == "U"
    assert conga.update({"Title": "V"}, **{LOCK: "true"})["Title"] == "V"
    assert conga.update({"Title": "W", "ETag": stale}, **{LOCK: "false"})["Title"] == "W"


# Errors


@pytest.mark.parametrize("raw", [b"", b"{", b'{"Name": }', b"null", b"[]", b'"x"', b"5", b"\xff", b'{"Name":NaN}'])
def test_a_body_that_is_no_object_is_refused(conga: Conga, raw: bytes) -> None:
    before = conga.read()
    headers = {"content-type": "application/json"}
    message_of(conga.call("PUT", at(SEEDED), content=raw, headers=headers), 400)
    assert conga.read() == before


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer wrong", "Basic demo-token", "demo-token", "Bearer ä"])
def test_a_stranger_is_answered_with_401(conga: Conga, header: str) -> None:
    before = conga.read()
    headers = {"authorization": header.encode()}
    message_of(conga.call("PUT", at(SEEDED), json={"Title": "T"}, headers=headers), 401)
    assert conga.read() == before


def test_a_caller_without_permission_is_answered_with_403(conga: Conga) -> None:
    before = conga.read()
    headers = {"authorization": "Bearer demo-restricted-token"}
    for method in ("PUT", "GET", "DELETE"):
        options = {"json": {"Title": "T"}} if method == "PUT" else {}
        answer = conga.call(method, at(SEEDED), headers=headers, **options)
        message_of(answer, 403)
        assert answer.json()["StatusCode"] == "Forbidden"
    assert conga.read() == before


def test_unknown_paths_and_methods_are_answered_in_the_family_s_shape(conga: Conga) -> None:
    message_of(conga.client.get("/api/data/v1/Account"), 404)
    message_of(conga.client.patch(at(SEEDED)), 405)


# Around the rules


def test_the_bundled_target_names_what_the_server_holds(conga: Conga) -> None:
    target = bundled_targets({"conga": "http://localhost"}).conga
    assert target is not None
    for contact in target.contacts:
        assert conga.read(contact.external_id)["Id"] == contact.id
    for field, others in (("Account", target.facts.accounts), ("Owner", target.facts.owners)):
        for other in others:
            assert conga.update({field: {"Id": other.id}})[field] == {"Id": other.id, "Name": other.name}
    written = dict.fromkeys(target.facts.custom_fields, "x")
    assert written.items() <= conga.update(written).items()


def test_overriding_one_rule_makes_a_server_wrong_in_that_way() -> None:
    class PayloadByDefault(CongaRules):
        def payload_by_default(self, call: Call) -> bool:
            return not call.query

    with caller(PayloadByDefault) as conga:
        assert conga.put({"Title": "T"}).json()["Data"]["Title"] == "T"
        assert "Data" not in conga.put({"Title": "T"}, **{FLAG: "false"}).json()
