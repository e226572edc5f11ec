"""What an update writes, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from .sfmc_caller import ATTRIBUTES, ID, KEY, Sfmc, a_set, caller, names

FIRST, LAST = "Email Demographics.First Name", "Email Demographics.Last Name"
HTML = "Email Addresses.HTML Enabled"
PUSH, LINE = "MobilePush Demographics", "GroupConnect LINE Demographics"
PAGE_EXAMPLE = [
    a_set("Email Addresses", {"Email Address": "acruz@example.com", "HTML Enabled": "true"}),
    a_set(
        "Email Demographics",
        {
            "Last Name": "Cruz",
            "First Name": "Angela",
            "Text Profile Attribute": "value 1",
            "Number Profile Attribute": 12345,
        },
    ),
    a_set("MobileConnect Demographics", {"Mobile Number": "555-555-5555"}),
    a_set(PUSH, {"Device ID": 958405948, "Application": 958405948}),
    a_set("GroupConnect LINE Addresses", {"Address ID": "addressId_from_api"}),
    a_set(
        "GroupConnect LINE Subscriptions",
        {"Address ID": "addressId_from_api", "Channel ID": "1234567890"},
    ),
    a_set(
        LINE,
        {
            "Address ID": "addressId_from_api",
            "Display Name": "display_name",
            "Picture Url": "picture_url",
            "Status Message": "status_message",
        },
    ),
]


@pytest.fixture
def sfmc() -> Iterator[Sfmc]:
    with caller() as sfmc:
        yield sfmc


def sent_values(sets: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Each attribute of a body with its value."""
    for one in sets:
        for item in one["items"]:
            for pair in item["values"]:
                yield f"{one['name']}.{pair['name']}", pair["value"]


def test_the_page_s_example_is_accepted_and_reads_back(sfmc: Sfmc) -> None:
    sfmc.update(*PAGE_EXAMPLE, contactKey=KEY, contactId=ID)
    items = sfmc.read()
    for attribute, value in sent_values(PAGE_EXAMPLE):
        expected = True if attribute == HTML else value
        assert expected in [item[attribute] for item in items], attribute


def test_every_set_of_a_body_is_written(sfmc: Sfmc) -> None:
    sfmc.update(names("Ada"), a_set("MobileConnect Demographics", {"Mobile Number": "1"}))
    assert (sfmc.value(FIRST), sfmc.value("MobileConnect Demographics.Mobile Number")) == ("Ada", "1")


def test_every_item_of_a_set_is_written(sfmc: Sfmc) -> None:
    sfmc.update(a_set("Email Demographics", {"First Name": "Ada"}, {"Last Name": "L"}))
    assert (sfmc.value(FIRST), sfmc.value(LAST)) == ("Ada", "L")


def test_a_set_that_is_named_twice_is_written_twice(sfmc: Sfmc) -> None:
    sfmc.update(names("Ada", **{"Last Name": "One"}), names("Grace"))
    assert (sfmc.value(FIRST), sfmc.value(LAST)) == ("Grace", "One")


def test_an_attribute_that_is_sent_twice_takes_the_last_value(sfmc: Sfmc) -> None:
    pairs = [{"name": "First Name", "value": "A"}, {"name": "First Name", "value": "B"}]
    sfmc.update({"name": "Email Demographics", "items": [{"values": pairs}]})
    assert sfmc.value(FIRST) == "B"


def test_sets_and_attributes_that_are_not_sent_stay(sfmc: Sfmc) -> None:
    (before, *more) = sfmc.read()
    sfmc.update(names("Ada"))
    (after, *more_after) = sfmc.read()
    assert after == {**before, FIRST: "Ada"}
    assert more_after == [{**item, FIRST: "Ada"} for item in more]


def test_a_key_value_that_is_known_updates_its_row_and_keeps_the_rest_of_it(sfmc: Sfmc) -> None:
    sfmc.update(a_set(LINE, {"Address ID": "line-2", "Status Message": "away"}))
    assert sfmc.rows(LINE) == [
        ("line-1", "Angie", None, "¡hola!"),
        ("line-2", "Angela at work", None, "away"),
    ]


def test_a_new_key_value_adds_a_row(sfmc: Sfmc) -> None:
    sfmc.update(a_set(PUSH, {"Device ID": 1, "Application": 5}, {"Device ID": 2}))
    assert sfmc.rows(PUSH) == [(958400001, 42), (1, 5), (2, None)]


def test_without_a_key_value_the_first_row_is_updated(sfmc: Sfmc) -> None:
    sfmc.update(a_set(LINE, {"Display Name": "New"}))
    assert [row[1] for row in sfmc.rows(LINE)] == ["New", "Angela at work"]


def test_a_set_that_the_contact_did_not_have_gets_a_row(sfmc: Sfmc) -> None:
    sfmc.create("fresh", names())
    assert sfmc.rows(LINE, "fresh") == [(None, None, None, None)]
    sfmc.update(a_set(LINE, {"Display Name": "D"}), contactKey="fresh")
    assert sfmc.rows(LINE, "fresh") == [(None, "D", None, None)]


@pytest.mark.parametrize("text", ["", " x ", "zażółć 👩‍👩‍👧", "5", "true", "a" * 4000, "\x00", '"'])
def test_text_is_kept_as_it_was(sfmc: Sfmc, text: str) -> None:
    sfmc.update(names(text))
    assert sfmc.value(FIRST) == text


@pytest.mark.parametrize("number", [0, -1, 2.5, 2**53 + 1, 1e300])
def test_a_number_is_kept_as_it_was(sfmc: Sfmc, number: float) -> None:
    sfmc.update(a_set("Email Demographics", {"Number Profile Attribute": number}))
    assert sfmc.value("Email Demographics.Number Profile Attribute") == number


@pytest.mark.parametrize(
    ("sent", "kept"), [(True, True), (False, False), ("true", True), ("false", False), ("True", True)]
)
def test_a_boolean_is_kept_and_may_be_spelled_as_text(sfmc: Sfmc, sent: Any, kept: bool) -> None:
    sfmc.update(a_set("Email Addresses", {"HTML Enabled": not kept}))
    sfmc.update(a_set("Email Addresses", {"HTML Enabled": sent}))
    assert sfmc.value(HTML) is kept


def test_null_empties_an_attribute_and_a_missing_value_leaves_it(sfmc: Sfmc) -> None:
    last = sfmc.value(LAST)
    pairs = [{"name": "First Name", "value": None}, {"name": "Last Name"}]
    sfmc.update({"name": "Email Demographics", "items": [{"values": pairs}]})
    assert (sfmc.value(FIRST), sfmc.value(LAST)) == (None, last)


@pytest.mark.parametrize("items", [{}, {"items": []}, {"items": None}, {"items": [{}]}])
def test_a_set_without_items_does_nothing(sfmc: Sfmc, items: dict[str, Any]) -> None:
    before = sfmc.everything()
    assert sfmc.update({"name": "Email Demographics", **items})["rowsAffected"] == 0
    assert sfmc.everything() == before


@pytest.mark.parametrize("body", [{}, {"attributeSets": []}])
def test_a_body_without_sets_is_refused(sfmc: Sfmc, body: dict[str, Any]) -> None:
    sfmc.refused({"contactKey": KEY, **body}, 10002)


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("name", [{}, {"name": ""}])
def test_a_set_without_a_name_is_refused_with_all_its_neighbours(
    sfmc: Sfmc, place: int, name: dict[str, str]
) -> None:
    sets: list[dict[str, Any]] = [names("Changed")]
    sets.insert(place, {**name, "items": names()["items"]})
    sfmc.refused({"contactKey": KEY, "attributeSets": sets}, 10002)
    sfmc.refused({"contactKey": "nobody", "attributeSets": sets}, 10002)


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize(
    "bad",
    [
        a_set("No Such Set", {"First Name": "x"}),
        a_set("email demographics", {"First Name": "x"}),
        a_set("Contact", {"Contact Key": "x"}),
        a_set("Email Demographics", {"No Such Attribute": "x"}),
        a_set("Email Demographics", {"First Name": 5}),
        a_set("Email Demographics", {"First Name": True}),
        a_set("Email Demographics", {"Number Profile Attribute": "5"}),
        a_set("Email Demographics", {"Number Profile Attribute": True}),
        a_set("Email Addresses", {"HTML Enabled": "yes"}),
        a_set("Email Addresses", {"HTML Enabled": 1}),
        {"name": "Email Demographics", "items": [{"values": [{"value": "x"}]}]},
    ],
)
def test_what_the_account_does_not_know_fails_with_all_its_neighbours(
    sfmc: Sfmc, place: int, bad: dict[str, Any]
) -> None:
    sets: list[dict[str, Any]] = [names("Changed")]
    sets.insert(place, bad)
    assert sfmc.failed({"contactKey": KEY, "attributeSets": sets})["contactKey"] == KEY


@pytest.mark.parametrize(
    "sets",
    [
        None,
        {},
        "x",
        [5],
        [{"name": 5}],
        [{"name": "Email Demographics", "items": {}}],
        [{"name": "Email Demographics", "items": [{"values": [{"name": "First Name", "value": ["x"]}]}]}],
        [{"name": "Email Demographics", "items": [{"values": [{"name": "First Name", "value": {}}]}]}],
    ],
)
def test_sets_of_another_type_are_refused(sfmc: Sfmc, sets: Any) -> None:
    sfmc.refused({"contactKey": KEY, "attributeSets": sets}, 10001)


def test_every_attribute_of_the_account_can_be_read(sfmc: Sfmc) -> None:
    assert set(sfmc.read()[0]) == set(ATTRIBUTES)
