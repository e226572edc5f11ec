"""Failures, what their answers look like, and what answers to accepted calls look like."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json, Request, Response
from tests.rulebook.everbridge_talk import (
    ANN,
    BOB,
    ORGANIZATION,
    Talk,
    after_reading,
    modified,
    sent,
    settled,
    shown,
)

SHAPE, CONFORM = "error.shape", "schema.answers-conform"


def test_an_unknown_organization_is_401_and_nothing_else() -> None:
    for status, reported in (
        (401, set()),
        (404, {"error.unknown-organization"}),
        (400, {"error.unknown-organization"}),
    ):
        talk = after_reading()
        talk.put(sent(suffix="Jr."), organization="13", status=status)
        talk.read(shown())
        assert talk.reported == reported, status


def test_an_unknown_organization_that_is_served_is_reported_once() -> None:
    talk = after_reading()
    talk.put(sent(suffix="Jr."), organization="13")
    talk.read(shown(suffix="Jr."))
    assert talk.reported == {"error.unknown-organization"}


def nobody() -> Talk:
    """A conversation that began with a read of a contact that is not there."""
    talk = Talk()
    talk.read(None)
    return talk


def test_an_unknown_contact_is_404_and_nothing_else() -> None:
    for status, reported in ((404, set()), (400, {"error.unknown-contact"}), (200, {"error.unknown-contact"})):
        talk = nobody()
        talk.put(sent(), status=status)
        assert talk.reported == reported, status


def test_an_unknown_contact_by_its_external_id_is_404() -> None:
    for status, reported in ((404, set()), (400, {"error.unknown-contact"})):
        talk = Talk()
        talk.read(None, key="nobody", by="externalId")
        talk.put(sent(externalId="nobody"), contact="nobody", by="externalId", status=status)
        assert talk.reported == reported, status


@pytest.mark.parametrize(
    "body", [b"{", sent(lastName="x" * 101), sent(lastName=None), {**sent(), "suffix": None}, sent(groups=[999])]
)
def test_an_unknown_contact_with_a_body_to_refuse_may_be_400_or_404(body: Json) -> None:
    """Nothing says which of the two a server looks at first."""
    for status in (400, 404):
        talk = nobody()
        talk.put(body, status=status)
        assert talk.reported == set(), status


def test_an_unknown_organization_with_a_body_to_refuse_may_be_400_or_401() -> None:
    for status in (400, 401):
        talk = after_reading()
        talk.put(sent(lastName="x" * 101), organization="13", status=status)
        assert talk.reported == set(), status


@pytest.mark.parametrize("status", [400, 404])
def test_an_address_that_is_no_number_is_400_or_404(status: int) -> None:
    talk = after_reading()
    talk.put(sent(), contact="abc", status=status)
    assert talk.reported == set()


@pytest.mark.parametrize("credential", ["none", "wrong", "foreign"])
def test_without_credentials_it_is_401_and_nothing_changes(credential: str) -> None:
    rule = "error.missing-credentials"
    for status, after, reported in (
        (401, shown(), set()),
        (403, shown(), {rule}),
        (200, shown(suffix="Jr."), {rule}),
        (401, shown(suffix="Jr."), {rule, "error.refused-changes-nothing"}),
    ):
        how = {"status": status, "credential": credential}
        assert settled(shown(), sent(suffix="Jr."), after, **how).reported == reported, (status, after)


@pytest.mark.parametrize(
    ("answer", "reported"),
    [
        ({"status": 400, "message": "no", "more": 1}, set()),
        ({"status": 400, "message": ""}, set()),
        ({"status": "400", "message": "no"}, {SHAPE}),
        ({"status": 401, "message": "no"}, {SHAPE}),
        ({"message": "no"}, {SHAPE}),
        ({"status": 400}, {SHAPE}),
        ([], {SHAPE}),
        (b"<html>", {SHAPE}),
        (b"", {SHAPE}),
    ],
)
def test_an_error_has_a_message_and_the_status_once_more(answer: Json, reported: set[str]) -> None:
    talk = after_reading()
    talk.put(sent(lastName="x" * 101), status=400, answer=answer)
    assert talk.reported - {CONFORM} == reported - {CONFORM}


@pytest.mark.parametrize(
    ("answer", "reported"),
    [
        ({**modified(), "more": [1]}, set()),
        ({**modified(), "instanceUri": f"/rest/contacts/12/{ANN}/"}, set()),
        ({**modified(), "id": BOB}, {"answer.modification"}),
        ({**modified(), "id": str(ANN)}, {"answer.modification", CONFORM}),
        ({**modified(), "instanceUri": f"/rest/contacts/12/{BOB}"}, {"answer.modification"}),
        ({"message": "OK", "id": ANN}, {"answer.modification", CONFORM}),
        (b"OK", {"answer.modification", CONFORM}),
    ],
)
def test_an_accepted_update_answers_with_the_contact(answer: Json, reported: set[str]) -> None:
    assert settled(shown(), sent(), shown(), answer=answer).reported == reported


def test_a_refusal_of_what_must_be_taken_is_blamed_on_what_only_refused_calls_carried() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Jr."))
    talk.put(sent(suffix="Jr.", country="BR"), status=400)
    talk.read(shown(suffix="Jr."))
    assert talk.reported == {"fields.each-written"}
    found = talk.findings[0]
    assert (found.where, found.expected, found.observed) == (
        "PUT updateContact",
        "accepted: country given",
        "refused with HTTP 400",
    )


def test_a_refused_update_that_changes_something_is_reported_on_the_rule_that_asked_and_the_general_one() -> None:
    for reading in (shown(), shown(suffix="Jr.")):
        talk = settled(shown(), sent(lastName="x" * 101, suffix="Jr."), reading, status=400)
        both = {"error.refused-changes-nothing", "schema.bad-input-refused"}
        assert talk.reported == (set() if reading == shown() else both)


@pytest.mark.parametrize("status", [500, 501, 503, 599])
def test_a_server_error_is_reported_and_the_contact_is_unknown_afterwards(status: int) -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Sr."), status=status, answer=b"boom")
    assert talk.reported == {"schema.no-server-error"}
    assert talk.findings[0].observed == f"HTTP {status}"


def test_a_broken_message_is_reported_as_a_server_error() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(), answer="broken message, each time this is sent")
    assert talk.reported == {"schema.no-server-error"}


def test_429_says_nothing() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(), status=429, answer=b"")
    assert (talk.reported, talk.verdict(CONFORM).observations) == (set(), 2)


def test_a_redirection_is_no_error_answer_but_nothing_that_is_documented_either() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(), status=302, answer=b"")
    assert talk.reported == {CONFORM}


def test_an_answer_of_another_content_type_does_not_conform() -> None:
    request = Request(
        "getContact", "GET", "https://eb.example/", {"organizationId": ORGANIZATION, "contactId": "5"}
    )
    page = Response(200, {"content-type": "text/html; charset=utf-8"}, b"<html>")
    talk = Talk()
    talk.hear(request, page)
    assert talk.reported == {CONFORM}
    assert (talk.findings[0].expected, talk.findings[0].observed) == ("application/json", "text/html")


def test_another_json_content_type_conforms() -> None:
    request = Request(
        "getContact", "GET", "https://eb.example/", {"organizationId": ORGANIZATION, "contactId": "5"}
    )
    for kind in ("application/json;charset=UTF-8", "application/hal+json", "Application/JSON"):
        talk = Talk()
        talk.hear(request, Response(200, {"content-type": kind}, b'{"message":"OK","result":{"id":5}}'))
        assert talk.reported == set(), kind


def test_an_answer_to_a_stranger_shows_no_contact() -> None:
    """What a call without credentials is told is no read of the contact."""
    talk = after_reading()
    params = {"organizationId": ORGANIZATION, "contactId": str(ANN)}
    request = Request("getContact", "GET", "", params, credential="none")
    talk.hear(
        request, Response(401, {"content-type": "application/json"}, b'{"status":401,"message":"Unauthorized"}')
    )
    assert talk.reported == set()
