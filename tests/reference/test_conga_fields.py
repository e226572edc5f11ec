"""Fields: each can be written, null clears, what is not sent stays, what does not fit is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.reference.conga.fields import FIELDS, SERVER_MEMBERS, Kind

from .conga_caller import CREME, HARBOUR, OTHER, SEEDED, ZOE, Conga, caller, fields_of

TEXTS = sorted(name for name, kind in FIELDS.items() if kind is Kind.TEXT)
NULLABLE = sorted(set(FIELDS) - {"IsEmailBounced"})


@pytest.fixture
def conga() -> Iterator[Conga]:
    with caller() as conga:
        yield conga


def new_value(name: str, kind: Kind) -> Any:
    return {Kind.TEXT: f"new {name} é", Kind.FLAG: False, Kind.LOOKUP: None}[kind]


def test_the_fields_are_those_of_the_contract() -> None:
    schema = load_contract("conga").document["components"]["schemas"]["ContactWrite"]["properties"]
    types = {str(name): node.get("type") for name, node in schema.items()}
    assert set(types) == {*FIELDS, *SERVER_MEMBERS}
    assert sorted(name for name in FIELDS if types[name] == ["string", "null"]) == TEXTS
    assert [name for name in types if types[name] == "boolean"] == ["IsEmailBounced"]


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_each_field_alone_is_written_and_no_other_changes(conga: Conga, name: str) -> None:
    before, value = fields_of(conga.read()), new_value(name, FIELDS[name])
    after = fields_of(conga.update({name: value}))
    assert after.get(name) == value
    assert {**before, name: value} == {name: None, **after}


@pytest.mark.parametrize("name", NULLABLE)
def test_null_clears_a_field(conga: Conga, name: str) -> None:
    assert conga.read()[name]
    assert name not in conga.update({name: None})


@pytest.mark.parametrize("name", ["Region_c", "LoyaltyTier_c", "PreferredName_c"])
def test_a_custom_field_of_the_schema_is_a_field_like_others(conga: Conga, name: str) -> None:
    assert conga.update({name: "Ünïcode"})[name] == "Ünïcode"
    conga.refused({name: 5})
    assert name not in conga.update({name: None})


@pytest.mark.parametrize("name", ["Nickname", "name", "Score_c", "", "Name "])
def test_one_unknown_field_among_many_is_refused(conga: Conga, name: str) -> None:
    assert conga.refused({"Title": "T", name: "x", "Phone": "1"}).startswith("Found unknown field(s)")
    assert conga.refused({name: None}).startswith("Found unknown field(s)")


@pytest.mark.parametrize("value", [5, 1.5, True, [], ["x"], {}, {"Id": "x"}])
@pytest.mark.parametrize("name", ["Name", "Title", "Birthdate", "DoNotCall"])
def test_what_is_no_text_is_refused_for_a_text_field(conga: Conga, name: str, value: Any) -> None:
    conga.refused({"Phone": "1", name: value})


@pytest.mark.parametrize("value", ["true", "", 0, 1, [], {}, None])
def test_the_flag_takes_true_and_false_only(conga: Conga, value: Any) -> None:
    conga.refused({"Phone": "1", "IsEmailBounced": value})


def test_a_new_record_reads_false_for_the_flag(conga: Conga) -> None:
    conga.create(ExternalId="n")
    assert conga.read("n")["IsEmailBounced"] is False


def test_a_lookup_is_written_with_the_other_record_s_own_name(conga: Conga) -> None:
    sent = {"Account": {"Id": CREME["Id"], "Name": "Something else"}, "Owner": {"Id": ZOE["Id"]}}
    after = conga.update(sent)
    assert (after["Account"], after["Owner"]) == (CREME, ZOE)


@pytest.mark.parametrize(
    "value",
    [
        "text",
        5,
        True,
        [HARBOUR],
        {"Id": 5},
        {"Id": HARBOUR["Id"], "Name": 5},
        {"Id": "nobody"},
        {"Id": ZOE["Id"]},
        {"Id": None},
        {"Name": "Harbour Works"},
        {},
    ],
)
def test_a_lookup_that_leads_to_no_account_is_refused(conga: Conga, value: Any) -> None:
    conga.refused({"Phone": "1", "Account": value})


def test_a_body_without_members_changes_no_field(conga: Conga) -> None:
    assert fields_of(conga.update({})) == fields_of(conga.read(SEEDED))


def test_no_other_record_changes(conga: Conga) -> None:
    before = conga.read(OTHER)
    conga.update({"Name": "X", "Account": None, "Region_c": None})
    assert conga.read(OTHER) == before


@pytest.mark.parametrize("value", ["", " leading", "a\x00b", "line\nbreak", "𝔘 ́", "x" * 5000])
def test_texts_are_stored_as_they_were_sent(conga: Conga, value: str) -> None:
    assert conga.update({"Description": value})["Description"] == value
