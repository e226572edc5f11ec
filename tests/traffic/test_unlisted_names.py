"""Traffic of Everbridge that lists nowhere what exists: names say nothing, and all beside them does."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.traffic.test_forgetting import found, said

FRAMES = [{"name": "night", "days": [2], "fromHour": 22, "fromMin": 0, "toHour": 23, "toMin": 0}]
PERSON = {"externalId": "ada", "firstName": "Ada", "lastName": "L"}
BEFORE: dict[str, Any] = {
    **PERSON,
    "id": 5,
    "suffix": "PhD",
    "recordTypeId": 31,
    "timezoneId": "UTC",
    "paths": [
        {"pathId": 41, "value": "1", "countryCode": "US", "quietTimeFrames": FRAMES},
        {"pathId": 42, "value": "2"},
    ],
    "contactAttributes": [{"orgAttrId": 51, "values": ["a"]}, {"orgAttrId": 52, "values": ["b"]}],
    "groups": [61],
    "topics": [71, 72],
}
SENT: dict[str, Any] = {
    **PERSON,
    "recordTypeName": "Employee",
    "paths": [{"pathId": 41, "value": "3", "countryCode": "US"}, {"prompt": "email", "value": "4"}],
    "contactAttributes": [{"orgAttrId": 51, "values": ["a"]}, {"name": "Floor", "values": ["c"]}],
    "groupsName": ["North"],
    "topics": [72],
}
AFTER: dict[str, Any] = {
    **PERSON,
    "id": 5,
    "recordTypeId": 33,
    "paths": [
        {"pathId": 41, "value": "3", "countryCode": "US", "quietTimeFrames": FRAMES},
        {"pathId": 42, "value": "4"},
    ],
    "contactAttributes": [{"orgAttrId": 51, "values": ["a"]}, {"orgAttrId": 52, "values": ["c"]}],
    "groups": [61, 62],
    "topics": [72],
}


def after(
    tmp_path: Path, read: dict[str, Any], sent: dict[str, Any] = SENT, before: dict[str, Any] = BEFORE
) -> list[str]:
    base = "https://api.example.com/contacts/892807736729062/"
    done = {"message": "OK", "id": 5, "baseUri": base, "instanceUri": f"{base}5"}
    calls = [said("GET", "/5", 200, json.dumps({"message": "OK", "result": shown})) for shown in (before, read)]
    return found(tmp_path, calls[0], said("PUT", "/5", 200, json.dumps(done), json.dumps(sent)), calls[1])


def changed(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in {**copy.deepcopy(AFTER), **members}.items() if value is not None}


def test_a_right_server_breaks_nothing(tmp_path: Path) -> None:
    assert after(tmp_path, AFTER) == []


@pytest.mark.parametrize(
    "read",
    [
        changed(recordTypeId=31),
        changed(groups=[61]),
        changed(paths=[*AFTER["paths"], {"pathId": 43, "value": "4"}]),
        changed(paths=[AFTER["paths"][0], {"pathId": 43, "value": "4"}]),
        changed(contactAttributes=[AFTER["contactAttributes"][0], {"orgAttrId": 53, "values": ["c"]}]),
    ],
)
def test_what_a_name_stands_for_is_not_guessed(tmp_path: Path, read: dict[str, Any]) -> None:
    assert after(tmp_path, read) == []


@pytest.mark.parametrize(
    ("read", "clause"),
    [
        (changed(suffix="PhD"), "replace.omitted-field-emptied"),
        (changed(lastName="M"), "fields.each-written"),
        (changed(topics=[71, 72]), "replace.topic-removed"),
        (changed(groups=[62]), "groups.never-left"),
        (changed(paths=[{**AFTER["paths"][0], "quietTimeFrames": []}]), "quiet-time.kept-when-absent"),
        (changed(paths=[{**AFTER["paths"][0], "value": "1"}]), "path.country-and-value"),
        (changed(contactAttributes=[{"orgAttrId": 51, "values": ["z"]}]), "fields.each-written"),
    ],
)
def test_what_stands_beside_a_name_is_judged(tmp_path: Path, read: dict[str, Any], clause: str) -> None:
    assert after(tmp_path, read) == [f"everbridge.{clause}"]


BOTH: dict[str, Any] = {
    **PERSON,
    "recordTypeId": 31,
    "recordTypeName": "Employee",
    "paths": [{"pathId": 41, "prompt": "email", "value": "3", "countryCode": "US"}],
    "contactAttributes": [{"orgAttrId": 51, "name": "Floor", "values": ["c"]}],
}
BOTH_AFTER: dict[str, Any] = {
    **PERSON,
    "id": 5,
    "recordTypeId": 31,
    "paths": AFTER["paths"][:1],
    "contactAttributes": [{"orgAttrId": 51, "values": ["c"]}],
    "groups": [61],
}


def test_an_id_decides_whatever_name_stands_beside_it(tmp_path: Path) -> None:
    assert after(tmp_path, BOTH_AFTER, BOTH) == []


@pytest.mark.parametrize(
    ("member", "value", "clause"),
    [
        ("recordTypeId", 33, "record-type.id-beats-name"),
        ("paths", [{"pathId": 42, "value": "3", "countryCode": "US"}], "path.id-beats-prompt"),
        ("contactAttributes", [{"orgAttrId": 52, "values": ["c"]}], "attribute.id-beats-name"),
    ],
)
def test_what_went_to_another_one_went_by_the_name(tmp_path: Path, member: str, value: Any, clause: str) -> None:
    assert f"everbridge.{clause}" in after(tmp_path, {**BOTH_AFTER, member: value}, BOTH)


BY_NAMES: dict[str, Any] = {
    **PERSON,
    "id": 5,
    "recordTypeName": "Employee",
    "paths": [{"prompt": "email", "value": "3"}],
    "contactAttributes": [{"name": "Floor", "values": ["c"]}],
    "groupsName": ["North"],
}
BY_IDS: dict[str, Any] = {
    **PERSON,
    "recordTypeId": 31,
    "paths": [{"pathId": 41, "value": "4"}],
    "contactAttributes": [{"orgAttrId": 51, "values": ["d"]}],
    "groups": [61],
}


@pytest.mark.parametrize(
    ("member", "shown"),
    [
        ("recordTypeName", "Guest"),
        ("paths", [{"prompt": "mobile", "value": "4"}]),
        ("contactAttributes", [{"name": "Floor", "values": ["d"]}]),
        ("groupsName", ["North", "South"]),
    ],
)
def test_ids_may_be_shown_by_names_alone(tmp_path: Path, member: str, shown: Any) -> None:
    read = {**BY_NAMES, "paths": [{"prompt": "email", "value": "4"}], "contactAttributes": [], member: shown}
    assert after(tmp_path, read, BY_IDS, BY_NAMES) == []


def test_the_name_of_a_group_beside_ids_is_none_more(tmp_path: Path) -> None:
    read = {**BY_NAMES, "groups": [61, 62], "groupsName": ["North", "South"]}
    sent = {**{name: value for name, value in BY_NAMES.items() if name != "groupsName"}, "groups": [62]}
    assert after(tmp_path, read, sent, {**BY_NAMES, "groups": [61]}) == []
    assert after(tmp_path, {**read, "groups": [62]}, sent, {**BY_NAMES, "groups": [61]}) != []
