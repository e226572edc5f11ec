"""Contacts that are somebody's: only what can be put back is written to them."""

from __future__ import annotations

import pytest

from contact_contracts.drivers.sfmc.originals import original
from contact_contracts.exchange import Json
from contact_contracts.rulebook.sfmc.facts import KEY
from tests.rulebook.test_sfmc import FACTS, entry, update

SHOWN: dict[str, list[Json]] = {
    KEY: ["ada"],
    "Person.First": ["Ada"],
    "Person.Age": [36],
    "Mail.Phone": ["555-555-5555"],
    "Line.Address": ["a.1"],
    "Line.Name": ["line"],
}
ADA = original(FACTS, [SHOWN])


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"First": "Ida", "Last": "Lee", "Age": 7}, {"First": "Ida", "Last": "Lee", "Age": 7}),
        ({"First": "Ida", "Vip": True, "Born": "2024-02-29"}, {"First": "Ida"}),
    ],
)
def test_what_nothing_could_empty_again_is_not_written(sent: dict[str, Json], kept: dict[str, Json]) -> None:
    assert ADA.spared(update(entry("Person", sent))) == update(entry("Person", kept))


def test_no_row_is_added() -> None:
    old, new = {"Address": "a.1", "Name": "x"}, {"Address": "a2", "Name": "y"}
    assert ADA.spared(update(entry("Line", new, old))) == update(entry("Line", old))


def test_a_set_of_which_nothing_may_be_written_is_left_out() -> None:
    assert ADA.spared(update(entry("Person", {"Vip": True}))) == update()


@pytest.mark.parametrize("body", [None, b"{", [], {"attributeSets": "x"}, update("x", {"items": []}, 5)])
def test_what_is_no_update_stays_as_it_is(body: Json) -> None:
    assert ADA.spared(body) == body


def test_values_are_remembered_just_as_they_were_shown() -> None:
    assert ADA.state["Mail.Phone"] == "555-555-5555"
    assert ADA.rows["Line"] == ({"Address": "a.1"},)
