"""The Conga rulebook before the judge: for each rule an exchange that keeps it and one that breaks it."""

from __future__ import annotations

from typing import Any

import pytest

from contact_contracts.exchange import ALMOST_RIGHT, Credential, Request
from contact_contracts.rulebook.conga import CongaRulebook, Facts
from contact_contracts.rulebook.conga.moments import same_moment
from tests.rulebook.conga_talk import BASE, DONE, ERROR, GENERAL, Conversation


@pytest.fixture
def talk() -> Conversation:
    """A conversation in which contact x-1 was read."""
    conversation = Conversation()
    conversation.read()
    return conversation


def test_a_written_field_reads_back(talk: Conversation) -> None:
    talk.put({"FirstName": " Grace "})
    talk.read(FirstName=" Grace ")
    assert not talk.broken
    assert talk.tally.held["conga.fields.each-writable"]


def test_a_trimmed_field_breaks_each_writable(talk: Conversation) -> None:
    talk.put({"FirstName": " Grace "})
    talk.read(FirstName="Grace")
    assert talk.broken == {"fields.each-writable"}


def test_a_field_that_was_not_sent_and_is_lost_breaks_unsent_kept(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"})
    talk.read(FirstName="Grace", Title=None)
    assert talk.broken == {"fields.unsent-kept"}


def test_null_that_clears_nothing_breaks_null_clears(talk: Conversation) -> None:
    talk.put({"Title": None, "FirstName": "Grace"})
    talk.read(FirstName="Grace")
    assert talk.broken == {"fields.null-clears"}


@pytest.mark.parametrize("nothing", [None, ""])
def test_absent_null_and_empty_read_the_same(talk: Conversation, nothing: str | None) -> None:
    talk.put({"Title": None})
    talk.read(Title=nothing)
    assert not talk.broken


def test_an_update_without_id_that_has_no_effect_breaks_absent_updates(talk: Conversation) -> None:
    talk.put({"Title": None, "FirstName": "Grace"})
    talk.read()
    assert talk.broken == {"id.absent-updates"}


def test_an_update_with_id_that_has_no_effect_breaks_the_addressing(talk: Conversation) -> None:
    talk.put({"Id": "id-1", "Title": None, "FirstName": "Grace"})
    talk.read()
    assert talk.broken == {"addressing.by-external-id"}


def test_a_value_that_lands_in_another_field_breaks_each_writable_only(talk: Conversation) -> None:
    talk.put({"MailingCity": "Oslo"})
    talk.read(OtherCity="Oslo")
    assert talk.broken == {"fields.each-writable"}


def test_another_record_that_changes_breaks_the_addressing(talk: Conversation) -> None:
    talk.read("x-2", Id="id-2")
    talk.put({"FirstName": "Grace"})
    talk.read(FirstName="Grace")
    talk.read("x-2", Id="id-2", FirstName="Grace")
    assert talk.broken == {"addressing.by-external-id"}


def test_an_unknown_external_id_must_be_404(talk: Conversation) -> None:
    talk.not_found("x-9")
    talk.put({"FirstName": "Nobody"}, 404, ERROR, key="x-9")
    talk.not_found("x-9")
    assert not talk.broken
    talk.put({"FirstName": "Nobody"}, 404, ERROR, key="x-9")
    talk.read("x-9", Id="id-9")
    assert talk.broken - {GENERAL} == {"addressing.unknown"}


@pytest.mark.parametrize(
    ("body", "clause"),
    [
        ({"Id": "id-2", "FirstName": "G"}, "id.mismatch-refused"),
        ({"Zz": 1}, "fields.unknown-refused"),
        ({"FirstName": "G", "Title": 5}, "fields.wrong-type-refused"),
        ({"IsEmailBounced": "true"}, "fields.wrong-type-refused"),
        ({"IsEmailBounced": None}, "fields.bounced-not-null"),
        ({"IsEmailBounced": 1}, "schema.bad-input-refused"),
        ({"Account": "acc-1"}, "schema.bad-input-refused"),
        ([], "error.bad-request"),
        (b"{", "error.bad-request"),
    ],
)
def test_what_must_be_refused(talk: Conversation, body: Any, clause: str) -> None:
    talk.put(body, 400, ERROR)
    talk.read()
    assert not talk.broken
    assert talk.tally.refusals[f"conga.{clause}"] == 1
    talk.put(body)
    assert talk.broken == {clause}


@pytest.mark.parametrize(
    "body", [{"Region_c": "x"}, {"firstname": "x"}, {"Id": None, "Title": "x"}, {"ETag": "1"}]
)
@pytest.mark.parametrize(("status", "answer"), [(200, DONE), (400, ERROR)])
def test_what_the_documents_leave_open_breaks_nothing(
    talk: Conversation, body: Any, status: int, answer: Any
) -> None:
    talk.put(body, status, answer)
    assert not talk.broken


def test_an_envelope_of_failure_with_a_status_of_success_is_no_documented_answer(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"}, 200, ERROR)
    assert "schema.answers-conform" in talk.broken


def test_where_a_refusal_is_allowed_its_status_is_not_judged_by_its_envelope(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace", "CreatedDate": "2020-01-01T00:00:00Z"}, 200, ERROR)
    assert not talk.broken


def test_a_refused_call_that_changes_the_record_breaks_the_clause_that_says_so(talk: Conversation) -> None:
    talk.put({"FirstName": "Half", "Zz": 1}, 400, ERROR)
    talk.read(FirstName="Half")
    assert talk.broken - {GENERAL} == {"fields.unknown-refused"}


def test_a_record_of_which_nothing_is_known_is_judged_by_what_was_sent() -> None:
    talk = Conversation()
    talk.put({"FirstName": "Grace"})
    talk.put({"Title": "Prof"})
    talk.read(FirstName="Grace", Title="Professor", Department="whatever")
    assert talk.broken == {"fields.each-writable"}


def test_an_id_that_changes_breaks_never_changes(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"})
    talk.read(FirstName="Grace", Id="id-3")
    assert talk.broken == {"id.never-changes"}


def test_a_payload_like_the_record_holds(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"}, answer={**DONE, "Data": {**BASE, "FirstName": "Grace"}}, flag="true")
    talk.read(FirstName="Grace")
    assert not talk.broken
    assert talk.tally.held["conga.payload.is-the-record"]


def test_a_payload_from_before_the_update_breaks_on_request(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"}, answer={**DONE, "Data": BASE}, flag="true")
    talk.read(FirstName="Grace")
    assert talk.broken == {"payload.on-request", "payload.is-the-record"}
    assert {seen.breach.where for seen in talk.tally.breaches.values()} == {
        "contact x-1 as its payload showed it, FirstName"
    }


def test_a_payload_that_lacks_a_kept_field_is_not_the_record_as_updated(talk: Conversation) -> None:
    shown = {"Id": "id-1", "FirstName": "Grace", "IsEmailBounced": True}
    talk.put({"FirstName": "Grace"}, answer={**DONE, "Data": shown}, flag="true")
    talk.read(FirstName="Grace")
    assert talk.broken == {"payload.on-request", "payload.is-the-record"}


def test_a_payload_that_shows_what_an_update_lost_blames_the_loss_alone(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"}, answer={**DONE, "Data": {**BASE, "FirstName": "Grace"}}, flag="true")
    talk.read(FirstName="Grace", Title=None)
    assert talk.broken == {"fields.unsent-kept"}


def test_a_record_that_goes_wrong_behind_a_right_payload_is_the_fields_fault(talk: Conversation) -> None:
    talk.put({"FirstName": "Grace"}, answer={**DONE, "Data": {**BASE, "FirstName": "Grace"}}, flag="true")
    talk.read(FirstName="GRACE")
    assert talk.broken == {"fields.each-writable"}


@pytest.mark.parametrize(
    ("flag", "clause"),
    [("", "payload.off-by-default"), ("false", "payload.off-when-false"), ("False", "payload.off-when-false")],
)
def test_a_record_that_nobody_asked_for(talk: Conversation, flag: str, clause: str) -> None:
    talk.put({"FirstName": "Grace"}, flag=flag, answer={**DONE, "Data": True})
    assert not talk.broken
    talk.put({"FirstName": "Grace"}, flag=flag, answer={**DONE, "Data": BASE})
    assert talk.broken == {clause}


def test_a_read_that_shows_null_for_the_flag_breaks_bounced_not_null(talk: Conversation) -> None:
    talk.hear(talk._get("x-4"), 200, {"Success": True, "Data": [{"Id": "id-4", "IsEmailBounced": None}]})
    assert talk.broken == {"fields.bounced-not-null"}


@pytest.mark.parametrize(("shown", "right"), [("Söhne", True), ("Shne", False), ("Harbour", False), (None, False)])
def test_a_lookup_shows_the_other_records_name(shown: str | None, right: bool) -> None:
    talk = Conversation()
    talk.read(Account={"Id": "acc-1", "Name": "Harbour"})
    talk.put({"Account": {"Id": "acc-2", "Name": "Söhne"}})
    talk.read(Account={"Id": "acc-2", "Name": shown})
    assert talk.broken == (set() if right else {"fields.lookup"})


def test_a_custom_field_that_the_run_made_up_must_be_refused(talk: Conversation) -> None:
    talk.rulebook = CongaRulebook(talk.contract, Facts(invented="Zz7"))
    talk.put({"Zz7_c": "x"}, 400, ERROR)
    assert not talk.broken
    talk.put({"Zz7_c": "x"})
    assert talk.broken == {"fields.unknown-refused"}


def test_a_body_without_anything_may_be_refused(talk: Conversation) -> None:
    talk.put({}, 400, ERROR)
    talk.read()
    assert not talk.broken


@pytest.mark.parametrize(("body", "clause"), [({"Id": "id-1"}, "id.matching-accepted")])
def test_a_body_without_fields_is_taken(talk: Conversation, body: Any, clause: str) -> None:
    talk.put(body)
    talk.read()
    assert not talk.broken
    talk = Conversation()
    talk.read()
    talk.put({"Id": "id-1", "Title": "T"})
    talk.put({"Title": "U"})
    talk.put(body, 400, ERROR)
    assert talk.broken == {clause}


def test_an_own_id_that_is_only_taken_first_breaks_matching_accepted(talk: Conversation) -> None:
    talk.put({"Id": "id-1", "Title": "T"})
    talk.put({"Title": "T", "Id": "id-1"}, 400, ERROR)
    assert talk.broken == {"id.matching-accepted"}


@pytest.mark.parametrize("shown", ["28 February 1990", "1990-02-28", "1990-02-28T00:00:00Z"])
def test_a_day_in_words_may_be_kept_in_any_form(talk: Conversation, shown: str) -> None:
    talk.put({"Birthdate": "28 February 1990"})
    talk.read(Birthdate=shown)
    assert not talk.broken


def test_a_day_in_words_may_be_refused_but_not_cut(talk: Conversation) -> None:
    talk.put({"Birthdate": "28 February 1990"}, 400, ERROR)
    talk.read()
    assert not talk.broken
    talk.put({"Birthdate": "28 February 1990"})
    talk.read(Birthdate="28 Februar")
    assert talk.broken == {"fields.each-writable"}


def test_a_payload_that_hides_a_flag_of_false_breaks_is_the_record() -> None:
    talk = Conversation()
    shown = {**BASE, "Title": "T"}
    del shown["IsEmailBounced"]
    talk.read(IsEmailBounced=False)
    talk.put({"Title": "T"}, answer={**DONE, "Data": shown}, flag="true")
    talk.read(IsEmailBounced=False, Title="T")
    assert talk.broken == {"payload.is-the-record"}


def test_a_payload_with_the_new_id_of_a_record_is_not_the_payloads_fault(talk: Conversation) -> None:
    talk.put({"Title": "T"}, answer={**DONE, "Data": {**BASE, "Title": "T", "Id": "id-9"}}, flag="true")
    talk.read(Title="T", Id="id-9")
    assert talk.broken == {"id.never-changes"}


def test_a_first_id_that_finds_anothers_record_breaks_never_changes(talk: Conversation) -> None:
    request = Request("getContact", "GET", "", {"id": "id-1"})
    talk.hear(request, 200, {"Success": True, "Data": [BASE]})
    assert not talk.broken
    talk.hear(request, 200, {"Success": True, "Data": [{**BASE, "ExternalId": "x-2", "Title": "other"}]})
    talk.read()
    assert talk.broken == {"id.never-changes"}


def test_a_removal_that_changes_another_record_breaks_any_sequence(talk: Conversation) -> None:
    talk.hear(Request("deleteContactByExternalId", "DELETE", "", {"externalId": "x-2"}), 200, DONE)
    talk.read()
    assert not talk.broken
    talk.hear(Request("deleteContactByExternalId", "DELETE", "", {"externalId": "x-3"}), 200, DONE)
    talk.read(Title="older")
    assert talk.broken == {"lifecycle.any-sequence"}


@pytest.mark.parametrize(
    ("answer", "right"),
    [("", True), ({}, True), (DONE, False), (ERROR, True), ({"title": "Unauthorized"}, False), (["no"], False)],
)
def test_a_401_that_says_something_in_json_has_the_error_shape(
    talk: Conversation, answer: Any, right: bool
) -> None:
    talk.put({"FirstName": "Grace"}, 401, answer, by="none")
    assert talk.broken == (set() if right else {"error.shape"})


@pytest.mark.parametrize(("by", "status"), [("none", 401), ("wrong", 401), ("restricted", 403)])
def test_callers_without_rights_change_nothing(talk: Conversation, by: Credential, status: int) -> None:
    clause = "error.forbidden" if status == 403 else "error.missing-credentials"
    talk.put({"FirstName": "Grace"}, status, ERROR, by=by)
    talk.read()
    assert not talk.broken
    talk.put({"FirstName": "Grace"}, status, ERROR, by=by)
    talk.read(FirstName="Grace")
    assert talk.broken - {GENERAL} == {clause}


@pytest.mark.parametrize("by", sorted(ALMOST_RIGHT))
@pytest.mark.parametrize("status", [400, 401, 403])
def test_credentials_that_are_almost_right_may_be_refused_as_malformed(
    talk: Conversation, by: Credential, status: int
) -> None:
    talk.put({"FirstName": "Grace"}, status, ERROR, by=by)
    talk.read()
    assert not talk.broken
    talk.put({"FirstName": "Grace"}, by=by)
    assert talk.broken == {"error.missing-credentials"}


def test_a_lookup_in_a_list_is_the_schemas_business(talk: Conversation) -> None:
    talk.put({"Account": {"Id": "acc-1", "Name": "Harbour"}})
    talk.read(Account=[{"Id": "acc-1", "Name": "Harbour"}])
    assert talk.broken == {"schema.answers-conform"}
    talk.put({"Account": {"Id": "acc-2", "Name": "Söhne"}})
    talk.read(Account=[{"Id": "acc-1", "Name": "Harbour"}])
    assert talk.broken == {"schema.answers-conform", "fields.lookup"}


def test_an_error_needs_success_false_and_a_message(talk: Conversation) -> None:
    talk.put({"Zz": 1}, 400, {"Success": False, "Errors": []})
    assert talk.broken == {"error.shape"}


@pytest.mark.parametrize(
    ("sent", "read", "same"),
    [
        ("1990-02-28", "1990-02-28T00:00:00.000+0000", True),
        ("1990-02-28", "02/28/1990", True),
        ("1990-02-28", "1990-03-01", False),
        ("2024-06-30T22:15:10+02:00", "2024-06-30T20:15:10Z", True),
        ("2024-06-30T22:15:10Z", "2024-06-30T22:15:10+02:00", False),
        ("2024-06-30", "no date", False),
    ],
)
def test_dates_are_compared_as_moments(sent: str, read: str, same: bool) -> None:
    assert same_moment(sent, read) is same
