"""Rows of Marketing Cloud sets that lose their key, or come from a call about another contact."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json
from contact_contracts.rulebook.sfmc.values import folded
from tests.rulebook.test_sfmc import BEFORE, Talk, entry, result, update

IDA = entry("Person", {"First": "Ida"})
NAMED_IDA: dict[str, Json] = {**BEFORE, "Person.First": "Ida"}


@pytest.fixture
def talk() -> Talk:
    """Ada's set has a row, which was read."""
    talk = Talk()
    talk.updates(update(IDA, entry("Line", {"Address": "row", "Name": "x"})))
    talk.reads("ada", {**NAMED_IDA, "Line.Address": "row", "Line.Name": "x"})
    assert not talk.broken
    return talk


def test_a_row_that_lost_its_key_did_not_lose_what_was_not_sent(talk: Talk) -> None:
    talk.updates(update(entry("Line", {"Address": "row"})))
    talk.reads("ada", {**NAMED_IDA, "Line.Name": "x"})
    assert talk.broken == {"values.types"}


def test_a_row_that_keeps_its_key_alone_lost_what_was_not_sent(talk: Talk) -> None:
    talk.updates(update(entry("Line", {"Address": "row"})))
    talk.reads("ada", {**NAMED_IDA, "Line.Address": "row"})
    assert talk.broken == {"values.unsent-kept"}


def test_rows_without_a_key_may_be_any_that_was_written(talk: Talk) -> None:
    for name in ("y", "z"):
        talk.updates(update(entry("Line", {"Address": "row", "Name": name})))
        talk.reads("ada", {**NAMED_IDA, "Line.Name": name})
    assert talk.broken == {"values.types"}


def test_a_row_that_another_contacts_update_may_have_brought_breaks_what_that_one_broke(talk: Talk) -> None:
    line = entry("Line", {"Address": "bobs", "Name": "y"})
    talk.updates({"contactId": 8, "attributeSets": [line]}, answer=result(40, contactKey="bob", contactId=8))
    talk.updates(update(entry("Mail", {"Address": "new@example.com"})), answer=result(41))
    row = {**NAMED_IDA, "Mail.Address": "new@example.com", "Line.Address": "row", "Line.Name": "x"}
    talk.reads("ada", row, {**row, "Line.Address": "bobs", "Line.Name": "y"})
    assert "sets.unsent-kept" not in talk.broken


def test_a_row_more_in_place_of_a_new_value_is_no_matter_of_types(talk: Talk) -> None:
    talk.updates(update(entry("Line", {"Address": "row", "Name": "y"})))
    row = {**NAMED_IDA, "Line.Address": "row", "Line.Name": "x"}
    talk.reads("ada", row, {**row, "Line.Name": "y"})
    assert talk.broken == {"values.updated"}


@pytest.mark.parametrize("leaked", [False, True])
def test_a_value_that_another_set_of_the_body_brought_may_come_as_it_does_without_this_one(
    talk: Talk, leaked: bool
) -> None:
    mail, line = entry("Mail", {"Address": "a@example.com"}), entry("Line", {"Address": "row 2", "Name": "y"})
    row = {**NAMED_IDA, "Mail.Address": "row 2", "Line.Address": "row", "Line.Name": "x"}
    rows = row, {**row, "Line.Address": "row 2", "Line.Name": "y"}
    if leaked:
        talk.updates(update(line))
        talk.reads("ada", *rows)
        assert talk.broken == {"sets.unsent-kept"}
    talk.updates(update(mail, line))
    talk.reads("ada", *rows)
    assert ("sets.unsent-kept" in talk.broken) == leaked
    assert len(talk.broken) == 1


def test_escaped_texts_that_read_as_before_were_escaped_again(talk: Talk) -> None:
    texts = entry("Line", {"Address": "row", "Name": "a < b"})
    talk.updates(update(entry("Person", {"First": "Eve"}), texts))
    shown = {**BEFORE, "Person.First": "Eve", "Line.Address": "row", "Line.Name": "a &lt; b"}
    talk.reads("ada", shown)
    talk.updates(update(entry("Line", {"Address": "row", "Name": "a <b"})))
    talk.reads("ada", shown)
    assert talk.broken == {"values.types"}


@pytest.mark.parametrize("text", ["O&#x27;Brien", "O\\'Brien", "o'BRIEN", "O&amp;#39;Brien", ' O"Brien'])
def test_what_careless_storage_makes_of_a_text_is_folded_alike(text: str) -> None:
    assert folded(text) == folded("O'Brien")
