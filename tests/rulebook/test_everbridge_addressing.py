"""Which contact a PUT changes, and what external ids do."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json
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

BOTH = (shown(), shown(BOB))
URI, BODY_ID = "addressing.uri-names-the-contact", "addressing.body-id-ignored"
TAKEN, WHILE = "external-id.taken-is-refused", "external-id.changes-while-addressing"


def test_only_the_contact_in_the_uri_changes() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(suffix="Jr."))
    talk.read(shown(suffix="Jr."))
    talk.read(shown(BOB), key=BOB)
    assert (talk.reported, talk.verdict(URI).verdict) == (set(), "holds")


def test_a_change_that_reaches_another_contact_is_reported() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(suffix="Jr."))
    talk.read(shown(suffix="Jr."))
    talk.read(shown(BOB, suffix="Jr."), key=BOB)
    assert talk.reported == {URI}
    assert talk.findings[0].expected == "nothing, as before"


def test_an_update_that_reaches_only_another_contact_is_reported_once() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(suffix="Jr.", country="BR"))
    talk.read(shown())
    talk.read(shown(BOB, suffix="Jr.", country="BR"), key=BOB)
    assert talk.reported == {URI, "fields.each-written"}


@pytest.mark.parametrize("body_id", [BOB, str(BOB), 7, None, True, 1.5, [BOB], {"id": BOB}, "", "--5", "x" * 9])
def test_an_id_in_the_body_of_any_type_has_no_effect(body_id: Json) -> None:
    talk = after_reading(*BOTH)
    talk.put({**sent(suffix="Jr."), "id": body_id})
    talk.read(shown(suffix="Jr."))
    talk.read(shown(BOB), key=BOB)
    assert (talk.reported, talk.verdict(BODY_ID).verdict) == (set(), "holds")


def test_an_id_in_the_body_that_decides_is_reported() -> None:
    talk = after_reading(*BOTH)
    talk.put({**sent(suffix="Jr.", country="BR", recordTypeId=102), "id": BOB})
    talk.read(shown())
    talk.read(shown(BOB, suffix="Jr."), key=BOB)
    assert talk.reported == {BODY_ID}


def test_a_refused_id_in_the_body_is_reported_where_other_bodies_are_taken() -> None:
    talk = settled(shown(), sent(), shown())
    talk.put({**sent(), "id": "nine"}, status=400)
    assert talk.reported == {BODY_ID}


def test_a_body_id_that_becomes_the_contacts_id_is_reported() -> None:
    talk = settled(shown(), {**sent(), "id": 7}, {**shown(), "id": 7})
    assert talk.reported == {BODY_ID}


def test_addressing_by_external_id_reaches_its_owner() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(BOB, suffix="Jr."), contact="bob", by="externalId", answer=modified(BOB))
    talk.read(shown(BOB, suffix="Jr."), key=BOB)
    talk.read(shown(), key=ANN)
    assert talk.reported == set()


def test_addressing_by_external_id_that_is_not_understood_is_reported() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(BOB, suffix="Jr."), contact=BOB)
    talk.put(sent(BOB, suffix="Jr."), contact="bob", by="externalId", status=404)
    assert talk.reported == {"addressing.by-external-id"}


def test_a_look_up_by_external_id_that_finds_another_contact_is_reported() -> None:
    talk = after_reading(*BOTH)
    talk.read(shown(BOB), key="ann", by="externalId")
    assert talk.reported == {"addressing.by-external-id"}


def test_a_name_that_nobody_ever_had_finds_nobody_and_updates_nobody() -> None:
    talk = after_reading(*BOTH)
    talk.read(shown(BOB), key=BOB, by="externalId")
    assert talk.reported == {"addressing.by-external-id"}
    talk.put(sent(BOB, suffix="Jr."), contact=BOB, by="externalId", answer=modified(BOB))
    talk.read(shown(BOB, suffix="Jr."), key=BOB)
    assert talk.reported == {"addressing.by-external-id"}


def test_a_name_that_the_run_has_not_heard_of_may_find_its_contact() -> None:
    talk = after_reading(*BOTH)
    talk.read({**shown(), "id": 77, "externalId": "eve"}, key="eve", by="externalId")
    assert talk.reported == set()


def test_an_old_and_a_new_external_id_that_are_read_wrongly_are_no_change_that_failed() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(externalId="new one"))
    talk.read(shown(externalId="new one"))
    talk.read(None, key="new one", by="externalId")
    assert talk.reported == {"addressing.by-external-id"}


def test_a_look_up_by_external_id_that_finds_the_contact_is_right() -> None:
    talk = after_reading(*BOTH)
    talk.read(shown(), key="ann", by="externalId")
    assert (talk.reported, talk.verdict("addressing.by-external-id").verdict) == (set(), "holds")


def test_a_look_up_by_external_id_that_loses_the_contact_is_reported() -> None:
    talk = after_reading(*BOTH)
    talk.read(None, key="ann", by="externalId")
    assert talk.reported == {"addressing.by-external-id"}


def test_the_external_id_changes() -> None:
    assert settled(shown(), sent(externalId="new"), shown(externalId="new")).reported == set()
    assert settled(shown(), sent(externalId="new"), shown()).reported == {"external-id.changes"}


@pytest.mark.parametrize("new", ["ann ", "Ann", "ÄNN", "x" * 80])
def test_an_external_id_is_kept_to_the_letter(new: str) -> None:
    assert settled(shown(), sent(externalId=new), shown(externalId=new)).reported == set()
    spoilt = new.strip().lower()[:79]
    assert settled(shown(), sent(externalId=new), shown(externalId=spoilt)).reported == {"external-id.changes"}


def renamed() -> Talk:
    """Ann was addressed by her external id and got a new one."""
    talk = after_reading(*BOTH)
    talk.put(sent(externalId="new"), contact="ann", by="externalId")
    return talk


def test_the_external_id_changes_while_it_addresses_and_the_old_one_finds_nothing() -> None:
    talk = renamed()
    talk.read(shown(externalId="new"))
    talk.read(None, key="ann", by="externalId")
    talk.read(shown(externalId="new"), key="new", by="externalId")
    assert (talk.reported, talk.verdict(WHILE).verdict) == (set(), "holds")


def test_an_old_external_id_that_still_finds_the_contact_is_reported() -> None:
    talk = renamed()
    talk.read(shown(externalId="new"))
    talk.read(shown(externalId="new"), key="ann", by="externalId")
    assert WHILE in talk.reported


def test_an_external_id_that_stays_while_it_addresses_is_reported() -> None:
    talk = renamed()
    talk.read(shown())
    assert talk.reported == {WHILE}


@pytest.mark.parametrize("status", [400, 404, 409, 422])
def test_a_taken_external_id_may_be_refused_with_any_4xx(status: int) -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(externalId="bob"), status=status)
    talk.read(shown())
    talk.read(shown(BOB), key=BOB)
    assert (talk.reported, talk.verdict(TAKEN).verdict) == (set(), "holds")


def test_a_taken_external_id_that_is_taken_over_is_reported() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(externalId="bob"))
    talk.read(shown(externalId="bob"))
    assert talk.reported == {TAKEN}


@pytest.mark.parametrize("changed", [ANN, BOB])
def test_a_refused_external_id_that_changes_either_contact_is_reported(changed: int) -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(externalId="bob"), status=409)
    talk.read(shown(changed, suffix="Jr."), key=changed)
    assert TAKEN in talk.reported
    assert talk.reported <= {TAKEN, "error.refused-changes-nothing"}


def test_an_old_external_id_may_be_taken_by_another_contact() -> None:
    """By a PUT and by a batch; then it finds that contact."""
    for by_batch in (False, True):
        talk = renamed()
        talk.read(shown(externalId="new"))
        talk.read(None, key="ann", by="externalId")
        if by_batch:
            talk.batch([{**sent(BOB, externalId="ann"), "id": BOB}])
        else:
            talk.put(sent(BOB, externalId="ann"), contact=BOB)
        talk.read(shown(BOB, externalId="ann"), key=BOB)
        talk.read(shown(BOB, externalId="ann"), key="ann", by="externalId")
        talk.put(sent(BOB, externalId="ann"), contact="ann", by="externalId", answer=modified(BOB))
        assert talk.reported == set(), f"by batch: {by_batch}"


def test_the_external_id_of_a_deleted_contact_finds_nothing() -> None:
    talk = renamed()
    talk.read(shown(externalId="new"))
    talk.read(shown(externalId="new"), key="new", by="externalId")
    params = {"organizationId": ORGANIZATION, "contactId": str(ANN)}
    talk.say("deleteContact", params, None, 200, modified())
    talk.read(None)
    talk.read(None, key="new", by="externalId")
    assert talk.reported == set()


def test_an_external_id_that_a_batch_changed_finds_nothing() -> None:
    talk = after_reading(shown())
    talk.put(sent(externalId="second"))
    talk.read(shown(externalId="second"))
    talk.batch([{**sent(externalId="third"), "id": ANN}])
    talk.read(shown(externalId="third"))
    talk.read(None, key="second", by="externalId")
    talk.read(shown(externalId="third"), key="third", by="externalId")
    assert talk.reported == set()


def test_a_read_that_shows_another_contact_is_reported_once_and_not_believed() -> None:
    talk = after_reading(*BOTH)
    talk.put(sent(suffix="Jr."))
    talk.read(shown(BOB, country="BR"))
    talk.read(shown(suffix="Jr."))
    talk.put(sent(suffix="Jr.", country="BR"))
    talk.read(shown(suffix="Jr.", country="BR"))
    assert talk.reported == {URI}
