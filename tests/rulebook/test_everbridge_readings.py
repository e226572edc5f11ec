"""What the documents leave open, what they exclude altogether, and how a finding reads."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json
from tests.rulebook.everbridge_talk import ANN, MAIL, NIGHT, Body, after_reading, sent, settled, shown

TWICE: Body = {"paths": [{"pathId": MAIL, "value": value} for value in ("ada@example.com", "eve@example.com")]}


@pytest.mark.parametrize("name", ["lastName", "externalId", "recordTypeId"])
def test_a_missing_required_field_that_is_emptied_is_a_reading_and_no_breach(name: str) -> None:
    without: Body = {name: None}
    talk = settled(shown(), sent(**without), shown(**without))
    assert (talk.reported, talk.readings["required-fields"]) == (set(), "accepted, and emptied")


def test_a_record_type_that_is_left_out_may_be_kept_for_no_contact_is_without_one() -> None:
    talk = settled(shown(), sent(recordTypeId=None), shown())
    assert (talk.reported, talk.readings["required-fields"]) == (set(), "accepted, and kept")


@pytest.mark.parametrize("name", ["firstName", "lastName", "externalId"])
def test_a_required_field_that_is_left_out_and_kept_was_not_emptied(name: str) -> None:
    without: Body = {name: None}
    assert settled(shown(), sent(**without), shown()).reported == {"replace.omitted-field-emptied"}


def test_a_refused_body_without_a_required_field_is_a_reading_too() -> None:
    talk = settled(shown(), sent(lastName=None), shown(), status=400)
    assert (talk.reported, talk.readings["required-fields"]) == (set(), "refused")


@pytest.mark.parametrize(("status", "reading"), [(200, "accepted"), (400, "refused")])
def test_null_is_a_reading(status: int, reading: str) -> None:
    talk = settled(shown(suffix="Jr."), {**sent(), "suffix": None}, shown(suffix="Jr."), status=status)
    assert (talk.reported, talk.readings["fields.null"]) == (set(), reading)


def test_names_that_nobody_told_of_may_be_refused_or_taken() -> None:
    for name, body in {
        "group": sent(groupsName=["Nobody"]),
        "record type": sent(recordTypeId=None, recordTypeName="Nobody"),
        "path": sent(paths=[{"prompt": "Nobody", "value": "x@y.example"}]),
    }.items():
        for status in (200, 400):
            assert settled(shown(), body, shown(), status=status).reported == set(), name


def test_the_same_put_twice_leaves_the_same_contact() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Jr."))
    talk.put(sent(suffix="Jr."))
    talk.read(shown(suffix="Jr."))
    assert (talk.reported, talk.verdict("replace.idempotent").verdict) == (set(), "holds")


def test_the_same_put_twice_that_makes_another_contact_is_reported() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Jr."))
    talk.put(sent(suffix="Jr."))
    talk.read(shown())
    assert talk.reported == {"replace.idempotent"}


def test_a_finding_says_in_plain_words_what_was_expected_and_seen() -> None:
    gone = settled(shown(groups=[NIGHT]), sent(suffix="Jr."), shown()).findings
    texts = {(found.where, found.expected, found.observed) for found in gone}
    assert texts == {
        (f"contact {ANN}, suffix", "'Jr.'", "nothing"),
        (f"contact {ANN}, group[{NIGHT}]", "there", "not there"),
    }


@pytest.mark.parametrize(
    "wrong", [{"firstName": ["Ann"]}, {"suffix": "x" * 11}, {"address": "here"}, {"topics": {}}]
)
def test_a_body_outside_the_contract_must_be_refused(wrong: dict[str, Json]) -> None:
    assert settled(shown(), sent(**wrong), shown(), status=422).reported == set()
    assert settled(shown(), sent(**wrong), shown()).reported == {"schema.bad-input-refused"}


def test_a_legal_update_says_nothing_of_what_must_be_refused() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Jr."))
    for rule in ("error.unknown-contact", "error.missing-credentials", "external-id.taken-is-refused"):
        assert talk.verdict(rule).verdict == "not exercised", rule
    assert talk.verdict("fields.each-written").verdict == "holds"


@pytest.mark.parametrize("body", [{"suffix": ""}, TWICE], ids=["empty text", "the same path twice"])
def test_what_the_documents_do_not_speak_of_may_be_refused(body: Body) -> None:
    talk = after_reading(shown())
    talk.put(sent(**body), status=400)
    talk.read(shown())
    talk.batch([{"id": ANN, **sent(**body)}], code=300, data=["The [1] no"])
    talk.read(shown())
    assert talk.reported == set()


def test_empty_text_that_is_taken_leaves_nothing() -> None:
    for seen, reported in ((shown(), set()), (shown(suffix="Jr."), {"fields.each-written"})):
        talk = after_reading(shown(suffix="Jr."))
        talk.put(sent(suffix=""))
        talk.read(seen)
        assert talk.reported == reported
