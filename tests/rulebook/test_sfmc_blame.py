"""Whose fault a wrong state is, where several Marketing Cloud calls or clauses could have made it."""

from __future__ import annotations

import json

import pytest

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EXISTS, Belief
from contact_contracts.rulebook.sfmc.facts import ID_ASPECT
from tests.rulebook.test_sfmc import BEFORE, ERROR, Talk, entry, result, update

IDA = entry("Person", {"First": "Ida"})
EVE = entry("Person", {"First": "Eve"})


@pytest.fixture
def talk() -> Talk:
    return Talk()


def made(talk: Talk, key: str) -> None:
    """A contact is made."""
    talk.hears("createContact", {"contactKey": key, "attributeSets": [IDA]}, 200, result(contactKey=key))


def test_a_lost_update_of_a_contact_that_was_reached_before_is_no_matter_of_its_key(talk: Talk) -> None:
    talk.updates(update(IDA))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    talk.updates(update(EVE))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    assert talk.broken == {"values.updated"}


def test_a_contact_that_changes_when_another_is_made_breaks_no_rule_of_addressing(talk: Talk) -> None:
    made(talk, "eve")
    talk.reads("ada", {**BEFORE, "Person.First": "Bob"})
    assert talk.broken == {"lifecycle.any-sequence"}


def test_a_change_between_two_reads_is_not_blamed_on_the_last_call_alone(talk: Talk) -> None:
    made(talk, "eve")
    talk.updates(update(IDA))
    talk.reads("ada", {"Person.First": "Ida", "Person.Age": 36})
    assert talk.broken == {"lifecycle.any-sequence"}


def test_a_body_that_names_nobody_and_reaches_somebody_is_not_refused(talk: Talk) -> None:
    talk.updates({"attributeSets": [IDA]})
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    assert talk.broken == {"addressing.key-or-id-required"}


def test_a_boolean_as_the_page_spells_it_is_the_pages_to_demand(talk: Talk) -> None:
    talk.updates(update(entry("Person", {"Vip": True, "First": "Ida"})))
    talk.updates(update(entry("Person", {"Vip": "true", "First": "Eve"})), status=400, answer=ERROR)
    assert talk.broken == {"sets.page-example"}


def test_a_key_and_an_id_that_write_one_set_only_are_not_taken_together(talk: Talk) -> None:
    talk.updates(update(IDA, entry("Mail", {"Address": "ida@example.com"}), contactId=7))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    assert talk.broken == {"addressing.both-agreeing"}


def test_an_answer_that_names_another_contact_may_be_explained_by_the_reads(talk: Talk) -> None:
    talk.updates(update(IDA), answer=result(contactKey="bob", contactId=8))
    assert talk.broken == {"answer.echo"}
    talk.reads("bob", {"Person.First": "Ida"}, identifier=8)
    assert talk.broken == {"addressing.by-key"}


@pytest.mark.parametrize(("shown", "broken"), [("ida@example.com", set()), (None, {"sets.all-applied"})])
def test_a_set_named_twice_may_empty_nothing(talk: Talk, shown: Json, broken: set[str]) -> None:
    talk.updates(update(entry("Mail", {"Address": "ida@example.com"}), entry("Mail", {"Phone": "5551234567"})))
    talk.reads("ada", {**BEFORE, "Mail.Address": shown, "Mail.Phone": "5551234567"})
    assert talk.broken == broken


def test_an_attribute_that_two_items_send_reads_as_either(talk: Talk) -> None:
    talk.updates(update(entry("Line", {"Address": "a", "Name": "one"}, {"Address": "a", "Name": "two"})))
    talk.reads("ada", {**BEFORE, "Line.Address": "a", "Line.Name": "one"})
    assert not talk.broken


@pytest.mark.parametrize(("rows", "broken"), [((1,), set()), ((1, 2), {"values.unsent-kept"})])
def test_rows_that_stood_side_by_side_stay_when_one_is_added(
    talk: Talk, rows: tuple[int, ...], broken: set[str]
) -> None:
    """A set may hold a single row; one that held two holds three."""
    known = [{**BEFORE, "Line.Address": f"a{n}", "Line.Name": f"n{n}"} for n in rows]
    talk.world = talk.world.with_beliefs({"ada": None})
    talk.reads("ada", *known)
    talk.updates(update(entry("Line", {"Address": "a3", "Name": "n3"}), IDA))
    fresh = {**BEFORE, "Person.First": "Ida", "Line.Address": "a3", "Line.Name": "n3"}
    talk.reads("ada", *[{**row, "Person.First": "Ida"} for row in known[1:]], fresh)
    assert talk.broken == broken


def test_what_follows_a_body_makes_it_malformed(talk: Talk) -> None:
    talk.updates(json.dumps(update(IDA)).encode() + b" x")
    assert talk.broken == {"error.malformed"}


def test_the_type_of_contact_is_a_number(talk: Talk) -> None:
    talk.updates(update(IDA), answer=result(contactTypeID="0"))
    assert "answer.shape" in talk.broken


def test_a_new_contact_is_believed_to_be_there(talk: Talk) -> None:
    made(talk, "eve")
    assert isinstance(talk.world.belief("eve"), Belief)


def test_a_value_that_is_kept_counts_no_row_and_need_not(talk: Talk) -> None:
    made(talk, "eve")
    talk.updates(update(entry("Person", {"First": "Ada"})), answer=result(1, rowsAffetcted=0))
    assert not talk.broken


def first_name(talk: Talk, sent: str, shown: str) -> None:
    """A first name beside a last one, and what of it is read."""
    talk.updates(update(entry("Person", {"First": sent, "Last": sent})))
    talk.reads("ada", {**BEFORE, "Person.First": shown, "Person.Last": sent})


def test_a_name_that_keeps_its_case_was_not_updated(talk: Talk) -> None:
    first_name(talk, "ADA", "Ada")
    assert talk.broken == {"values.updated"}


def test_a_name_that_keeps_its_case_where_others_lose_theirs_says_no_more(talk: Talk) -> None:
    first_name(talk, "ADA", "Ada")
    first_name(talk, "EVE", "Eve")
    assert talk.broken == {"values.types"}


def test_the_row_of_a_key_that_is_stored_otherwise_is_not_another_row(talk: Talk) -> None:
    for name in ("x", "y"):
        talk.updates(update(entry("Line", {"Address": "row é", "Name": name}), IDA))
        talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Line.Address": "Row e", "Line.Name": name})
    assert "values.unsent-kept" not in talk.broken


def test_values_that_all_look_like_the_old_ones_may_have_been_stored_carelessly(talk: Talk) -> None:
    first_name(talk, "EVE", "Eve")
    for sent in ("Eve", "EVE"):
        talk.updates(update(entry("Person", {"First": sent})))
        talk.reads("ada", {**BEFORE, "Person.First": "Eve", "Person.Last": "EVE"})
    assert talk.broken == {"values.types"}


def test_a_row_that_came_under_another_key_did_come(talk: Talk) -> None:
    talk.updates(update(IDA))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    talk.updates(update(EVE))
    talk.reads("ada", {**BEFORE, "Person.First": "Eve"})
    for name in ("x", "y"):
        talk.updates(update(entry("Line", {"Address": "Row 1", "Name": name})))
        talk.reads("ada", {**BEFORE, "Person.First": "Eve", "Line.Address": "row 1", "Line.Name": name})
    assert talk.broken == {"values.types"}


def test_a_value_that_is_spoilt_in_the_same_way_again_tells_nothing_new(talk: Talk) -> None:
    for _ in (1, 2):
        talk.updates(update(entry("Person", {"First": "O'Brien"})))
        talk.reads("ada", {**BEFORE, "Person.First": "O&#39;Brien"})
    assert talk.broken == {"values.types"}


def test_a_flag_that_keeps_its_value_where_others_are_spoilt_says_no_more(talk: Talk) -> None:
    for shown in (False, False):
        talk.updates(update(entry("Person", {"Vip": True, "First": "Ida"})))
        talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Person.Vip": shown})
        talk.updates(update(entry("Person", {"Vip": "false", "First": "Eve"})))
        talk.reads("ada", {**BEFORE, "Person.First": "Eve", "Person.Vip": False})
    assert talk.broken == {"values.types"}


def test_two_updates_of_a_value_that_are_lost_without_a_read_between_them_spoil_nothing(talk: Talk) -> None:
    talk.updates(update(IDA))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    for name in ("Eve", "Joan"):
        talk.updates(update(entry("Person", {"First": name, "Last": name})))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Person.Last": "Joan"})
    assert talk.broken == {"values.updated"}


def test_letters_that_become_question_marks_as_others_did_say_nothing_of_the_address(talk: Talk) -> None:
    talk.updates(update(entry("Person", {"Last": "é", "First": "Ida"})))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Person.Last": "?"})
    talk.updates({"contactId": 7, "attributeSets": [entry("Person", {"Last": "ß"})]})
    talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Person.Last": "?"})
    assert talk.broken == {"values.types"}


def test_a_value_that_arrives_when_another_address_is_used_says_nothing_of_the_first_one(talk: Talk) -> None:
    by_id: dict[str, Json] = {"contactId": 7, "attributeSets": [IDA]}
    talk.updates(by_id)
    talk.reads("ada", BEFORE)
    talk.updates(update(IDA))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    talk.updates({**by_id, "attributeSets": [EVE]})
    talk.reads("ada", {**BEFORE, "Person.First": "Ida"})
    assert talk.broken == {"addressing.by-id"}


def test_a_text_that_several_items_bring_is_spoilt_as_others_are(talk: Talk) -> None:
    talk.updates(update(entry("Person", {"Last": "a & b"})))
    talk.reads("ada", {**BEFORE, "Person.Last": "a &amp; b"})
    talk.updates(update(entry("Person", {"First": "Ida"}, {"Last": "c < d"})))
    talk.reads("ada", {**BEFORE, "Person.First": "Ida", "Person.Last": "c &lt; d"})
    assert talk.broken == {"values.types"}


@pytest.mark.parametrize(
    "value",
    [{"Age": 7.5}, {"Age": 2**31}, {"Last": "\U0001f600"}, {"Last": "a\nb"}, {"Born": "2024-02-29T13:00:00"}],
)
def test_what_the_documents_promise_no_room_for_may_be_refused(talk: Talk, value: dict[str, Json]) -> None:
    talk.updates(update(entry("Person", {**value, "First": "Ida"})), status=400, answer=ERROR)
    talk.reads("ada", BEFORE)
    assert not talk.broken


def test_an_id_that_no_read_shows_stays_known_from_update_to_update(talk: Talk) -> None:
    told = {EXISTS: True, ID_ASPECT: 7}
    talk.world = talk.world.with_beliefs({"ada": Belief(state=told, unknown=("",))})
    talk.updates(update(IDA), answer=result(1))
    talk.updates({"contactId": 7, "attributeSets": [EVE]}, answer=result(2, contactId=8))
    assert talk.broken == {"answer.echo"}


def test_a_contact_that_is_gone_may_have_gone_with_the_call_before(talk: Talk) -> None:
    talk.updates({"contactId": 7, "attributeSets": [IDA]})
    talk.updates(update(EVE))
    talk.reads("ada")
    assert talk.broken == {"lifecycle.any-sequence"}
    talk.reads("bob", {"Person.First": "Bob"}, identifier=8)
    bob = result(2, contactKey="bob", contactId=8)
    talk.updates({"contactId": 8, "attributeSets": [IDA]}, answer=bob)
    talk.reads("bob")
    assert talk.broken == {"addressing.by-id"}


def test_what_one_item_resets_of_another_is_no_matter_of_types_where_unsent_values_go_too(talk: Talk) -> None:
    talk.updates(update(entry("Person", {"Age": 40}, {"First": "Ida"})))
    talk.reads("ada", {**BEFORE, "Person.Age": 0, "Person.First": "Ida"})
    assert talk.broken == {"sets.items-all-applied"}
    talk.updates(update(EVE))
    talk.reads("ada", {**BEFORE, "Person.Age": 5, "Person.First": "Eve"})
    assert talk.broken == {"values.unsent-kept"}
