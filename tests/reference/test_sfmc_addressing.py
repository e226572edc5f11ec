"""Which contact an update changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .sfmc_caller import ID, KEY, OTHER_ID, OTHER_KEY, Sfmc, caller, names

FIRST = "Email Demographics.First Name"


@pytest.fixture
def sfmc() -> Iterator[Sfmc]:
    with caller() as sfmc:
        yield sfmc


def test_a_key_names_the_contact_and_no_other_changes(sfmc: Sfmc) -> None:
    other = sfmc.read(OTHER_KEY)
    assert sfmc.update(names("Ada"), contactKey=KEY)["contactKey"] == KEY
    assert sfmc.value(FIRST) == "Ada"
    assert sfmc.read(OTHER_KEY) == other


@pytest.mark.parametrize("spelling", ["contactId", "contactID"])
@pytest.mark.parametrize("contact_id", [OTHER_ID, str(OTHER_ID), float(OTHER_ID)])
def test_an_id_names_the_contact_in_either_spelling_as_number_or_text(
    sfmc: Sfmc, spelling: str, contact_id: Any
) -> None:
    before = sfmc.read(KEY)
    answer = sfmc.update(names("Ada"), **{spelling: contact_id})
    assert (answer["contactKey"], answer["contactId"]) == (OTHER_KEY, OTHER_ID)
    assert sfmc.value(FIRST, OTHER_KEY) == "Ada"
    assert sfmc.read(KEY) == before


@pytest.mark.parametrize("spelling", ["contactId", "contactID"])
@pytest.mark.parametrize("contact_id", [ID, str(ID)])
def test_a_key_and_an_id_that_agree_are_fine(sfmc: Sfmc, spelling: str, contact_id: Any) -> None:
    sfmc.update(names("Ada"), contactKey=KEY, **{spelling: contact_id})
    assert sfmc.value(FIRST) == "Ada"


def test_both_spellings_of_the_same_id_are_fine(sfmc: Sfmc) -> None:
    sfmc.update(names("Ada"), contactId=ID, contactID=str(ID))
    assert sfmc.value(FIRST) == "Ada"


@pytest.mark.parametrize(
    "address",
    [
        {"contactKey": KEY, "contactId": OTHER_ID},
        {"contactKey": KEY, "contactID": 99},
        {"contactKey": "nobody", "contactId": ID},
        {"contactId": ID, "contactID": OTHER_ID},
        {"contactKey": "nobody"},
        {"contactId": 99},
        {"contactId": 1.5},
        {"contactId": f" {ID}"},
        {"contactId": 10**200},
        {"contactKey": f"{KEY} "},
        {"contactKey": str(ID), "contactId": ID},
    ],
)
def test_what_names_no_contact_or_two_fails_and_changes_nothing(sfmc: Sfmc, address: dict[str, Any]) -> None:
    sfmc.failed({**address, "attributeSets": [names()]})


def test_an_unknown_key_makes_no_contact(sfmc: Sfmc) -> None:
    sfmc.failed({"contactKey": "nobody", "attributeSets": [names()]})
    assert sfmc.read("nobody") == []


@pytest.mark.parametrize(
    "address",
    [{}, {"contactKey": ""}, {"contactKey": None, "contactId": None}, {"contactId": "", "contactID": ""}],
)
def test_a_body_with_neither_key_nor_id_is_refused(sfmc: Sfmc, address: dict[str, Any]) -> None:
    sfmc.refused({**address, "attributeSets": [names()]}, 10002)


def test_an_empty_key_beside_an_id_counts_as_absent(sfmc: Sfmc) -> None:
    sfmc.update(names("Ada"), contactKey="", contactId=ID)
    assert sfmc.value(FIRST) == "Ada"


def test_keys_that_differ_only_in_case_are_different_contacts(sfmc: Sfmc) -> None:
    sfmc.failed({"contactKey": KEY.upper(), "attributeSets": [names()]})
    sfmc.create(KEY.upper(), names("Upper"))
    sfmc.update(names("Lower"), contactKey=KEY)
    assert (sfmc.value(FIRST), sfmc.value(FIRST, KEY.upper())) == ("Lower", "Upper")


def test_a_key_that_looks_like_another_contact_s_id_is_a_key(sfmc: Sfmc) -> None:
    sfmc.update(names("Ada"), contactKey=str(ID))
    assert sfmc.value(FIRST, str(ID)) == "Ada"
    assert sfmc.value(FIRST) != "Ada"


@pytest.mark.parametrize("wrong", [{"contactKey": 5}, {"contactKey": KEY, "contactId": True}, {"contactID": {}}])
def test_an_address_of_another_type_is_refused(sfmc: Sfmc, wrong: dict[str, Any]) -> None:
    sfmc.refused({**wrong, "attributeSets": [names()]}, 10001)
