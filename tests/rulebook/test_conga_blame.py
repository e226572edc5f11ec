"""Whom the Conga rulebook blames for updates that are lost, and what else only several calls can tell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rulebook.conga_talk import BASE, DONE, ERROR, Conversation

ONE = {"FirstName": "Grace", "Department": None}
OTHER = {"FirstName": "Ada", "Department": "Bridge"}
OWN_ID = {"Id": "id-1"}


@pytest.fixture
def talk() -> Conversation:
    """A conversation in which contact x-1 was read."""
    conversation = Conversation()
    conversation.read()
    return conversation


def plain(talk: Conversation, *bodies: dict[str, Any]) -> None:
    """Plain updates that arrive."""
    for body in bodies:
        talk.put(body)
        talk.read(**body)


@pytest.mark.parametrize("arrived", [OTHER, {**OTHER, "FirstName": "Grace"}], ids=["none", "some"])
def test_what_arrives_plain_and_not_with_the_own_id_breaks_matching_accepted(
    talk: Conversation, arrived: dict[str, Any]
) -> None:
    plain(talk, ONE, OTHER)
    talk.put({**OWN_ID, **ONE})
    talk.read(**arrived)
    assert talk.broken == {"id.matching-accepted"}


def test_what_arrives_plain_and_not_with_the_payload_breaks_on_request(talk: Conversation) -> None:
    plain(talk, ONE, OTHER)
    talk.put(ONE, answer={**DONE, "Data": {**BASE, **OTHER}}, flag="true")
    talk.read(**OTHER)
    assert talk.broken == {"payload.on-request"}


def test_what_is_lost_in_a_plain_update_too_is_not_the_own_ids_fault(talk: Conversation) -> None:
    plain(talk, ONE, OTHER)
    talk.put(ONE)
    talk.read(**OTHER)
    talk.put({**OWN_ID, **ONE})
    talk.read(**OTHER)
    assert "id.matching-accepted" not in talk.broken


def test_one_field_that_is_lost_with_the_own_id_may_be_the_fields_fault(talk: Conversation) -> None:
    plain(talk, OTHER)
    talk.put({**OWN_ID, "FirstName": "Grace", "Title": "Cook"})
    talk.read(**{**OTHER, "Title": "Cook"})
    assert talk.broken == {"fields.each-writable"}


@pytest.mark.parametrize("lost", [{"FirstName": "Grace", "Department": "D"}, {"FirstName": "Grace"}])
def test_who_loses_values_does_not_break_the_clause_on_null_besides(
    talk: Conversation, lost: dict[str, Any]
) -> None:
    plain(talk, OTHER)
    talk.put({**lost, "Title": "Cook"})
    talk.read(**{**OTHER, "Title": "Cook"})
    talk.put({"Department": None, "FirstName": "Ada"})
    talk.read(**{**OTHER, "Title": "Cook"})
    assert talk.broken == {"fields.each-writable"}


def test_an_update_that_leaks_into_a_record_named_before_breaks_the_addressing_alone(talk: Conversation) -> None:
    talk.read("x-2", Id="id-2")
    talk.put({"FirstName": "Grace"})
    talk.read("x-2", Id="id-2", FirstName="Grace")
    talk.put({"Id": "id-2", "FirstName": "Refused"}, 400, ERROR)
    talk.put({"FirstName": "Leak"})
    talk.read("x-2", Id="id-2", FirstName="Leak")
    assert talk.broken == {"addressing.by-external-id"}


def test_a_lookup_that_lands_in_the_other_breaks_the_clause_on_lookups(talk: Conversation) -> None:
    talk.put({"Account": {"Id": "acc-1", "Name": "Harbour"}})
    talk.read(Owner={"Id": "acc-1", "Name": "Harbour"})
    assert talk.broken == {"fields.lookup"}


def test_a_lookup_that_keeps_its_name_is_not_cleared(talk: Conversation) -> None:
    talk.put({"Account": {"Id": "acc-1", "Name": "Harbour"}})
    talk.read(Account={"Id": "acc-1", "Name": "Harbour"})
    talk.put({"Account": None})
    talk.read(Account={"Id": None, "Name": "Harbour"})
    assert talk.broken == {"fields.lookup"}


@pytest.mark.parametrize(("status", "right"), [(404, True), (400, True), (200, False), (409, False)])
def test_an_unknown_external_id_with_an_id_in_the_body_is_refused_for_either(
    talk: Conversation, status: int, right: bool
) -> None:
    talk.not_found("x-9")
    talk.put({"Id": "id-1", "FirstName": "Nobody"}, status, DONE if status == 200 else ERROR, key="x-9")
    assert talk.broken == (set() if right else {"addressing.unknown"})


def test_a_stranger_who_is_sent_elsewhere_is_not_refused(talk: Conversation) -> None:
    talk.put({"FirstName": "Stranger"}, 302, "", by="none")
    assert talk.broken == {"error.missing-credentials"}


def test_a_success_that_calls_itself_a_failure_and_is_done_breaks_the_answer_alone(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"}, 200, {"Success": False, "Errors": [{"Message": "no"}]})
    talk.read(FirstName="Grace")
    assert talk.broken == {"schema.answers-conform"}


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"Id": None}, {"payload.on-request", "payload.is-the-record"}),
        ({"ExternalId": "x-2"}, {"payload.is-the-record"}),
        ({"ExternalId": None}, set()),
        ({"Account": {"Id": "acc-1"}}, {"payload.is-the-record"}),
        ({"Account": {"Id": "acc-1", "Name": "Other"}}, {"payload.on-request", "payload.is-the-record"}),
        ({}, set()),
    ],
)
def test_a_payload_has_the_ids_and_names_that_a_read_shows(changes: dict[str, Any], broken: set[str]) -> None:
    account: dict[str, Any] = {"Account": {"Id": "acc-1", "Name": "Harbour"}}
    talk = Conversation()
    talk.read(**account)
    talk.put({"Title": "T"}, answer={**DONE, "Data": {**BASE, **account, "Title": "T", **changes}}, flag="true")
    talk.read(**account, Title="T")
    assert talk.broken == broken


@pytest.mark.parametrize(("shown", "right"), [("de", True), ("DE", False)])
def test_a_code_in_lower_case_may_be_refused_but_not_changed(talk: Conversation, shown: str, right: bool) -> None:
    talk.put({"MailingCountryCode": "fr"}, 400, ERROR)
    talk.put({"MailingCountryCode": "de"})
    talk.read(MailingCountryCode=shown)
    assert talk.broken == (set() if right else {"fields.each-writable"})


def test_lines_may_be_refused_but_not_joined(talk: Conversation) -> None:
    talk.put({"Description": "one\ntwo"}, 400, ERROR)
    assert not talk.broken
    talk.put({"Description": "one\ntwo"})
    talk.read(Description="one two")
    assert talk.broken == {"fields.each-writable"}


def test_updates_that_are_lost_whole_have_one_reason_however_many_fields_they_bring(talk: Conversation) -> None:
    talk.put({"Title": "T"})
    talk.read(Title="T")
    for body in ({"FirstName": "Grace", "Title": None}, {"FirstName": "Ida", "LastName": "L"}):
        talk.put(body)
        talk.read(Title="T")
    assert talk.broken == {"id.absent-updates"}


def test_a_server_that_never_writes_breaks_the_addressing_and_the_clause_on_no_id(talk: Conversation) -> None:
    for own in ({}, OWN_ID):
        talk.put({**own, "FirstName": "Grace", "Title": None})
        talk.read()
    assert talk.broken == {"addressing.by-external-id", "id.absent-updates"}


def test_another_record_beside_the_updated_one_is_none_of_the_payload(talk: Conversation) -> None:
    shown = [{**BASE, "Title": "T"}, {**BASE, "Id": "id-2", "ExternalId": "x-2"}]
    talk.put({"Title": "T"}, answer={**DONE, "Data": shown}, flag="true")
    talk.read(Title="T")
    assert talk.broken == {"payload.on-request"}
