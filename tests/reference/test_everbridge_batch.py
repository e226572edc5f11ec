"""A batch: each row as one update, each failure by its row."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import EMAIL, PHONE, Everbridge, contact, frame, without


def row(someone: int, **fields: Any) -> dict[str, Any]:
    return contact(id=someone, **fields)


def test_every_row_is_written_and_nobody_else(everbridge: Everbridge) -> None:
    one, two, other = (everbridge.create(externalId=f"x-{number}") for number in range(3))
    before = everbridge.read(other)
    answer = everbridge.batch([row(two, externalId="x-1", suffix="b"), row(one, externalId="x-0", suffix="a")])
    assert answer.json() == {"message": "OK", "code": 100}
    assert (everbridge.read(one)["suffix"], everbridge.read(two)["suffix"]) == ("a", "b")
    assert everbridge.read(other) == before


def test_rows_are_found_by_external_id_whatever_their_id_says(everbridge: Everbridge) -> None:
    one, other = everbridge.create(), everbridge.create(externalId="x-2")
    everbridge.batch([row(other, suffix="a")], idType="externalId")
    assert everbridge.read(one)["suffix"] == "a"
    assert "suffix" not in everbridge.read(other)


@pytest.mark.parametrize("query", [{}, {"updateType": "full"}])
def test_a_full_batch_empties_what_a_row_leaves_out(everbridge: Everbridge, query: dict[str, str]) -> None:
    path = {"pathId": PHONE, "value": "1", "quietTimeFrames": [frame()]}
    someone = everbridge.create(suffix="Jr", topics=[1], groups=[1], timezoneId="Europe/London", paths=[path])
    everbridge.batch([row(someone, paths=[without(path, "quietTimeFrames")])], **query)
    after = everbridge.read(someone)
    assert not {"suffix", "topics", "timezoneId"} & {*after}
    assert (after["groups"], after["paths"]) == ([1], [path])


def test_a_partial_batch_keeps_what_a_row_leaves_out(everbridge: Everbridge) -> None:
    someone = everbridge.create(suffix="Jr", topics=[1], paths=[{"pathId": PHONE, "value": "1"}])
    everbridge.batch([{"id": someone, "lastName": "New"}], updateType="partial")
    after = everbridge.read(someone)
    assert (after["lastName"], after["suffix"], after["topics"]) == ("New", "Jr", [1])
    assert after["paths"] == [{"pathId": PHONE, "value": "1"}]


@pytest.mark.parametrize(
    "bad",
    [
        {"paths": [{"pathId": PHONE, "quietTimeFrames": [frame()]}]},
        {"timezoneId": "Asia/Tokyo", "paths": [{"pathId": PHONE, "quietTimeFrames": [frame(fromHour=24)]}]},
        {"externalId": "x-1"},
        {"id": 4},
        {"id": "x-2"},
        {"id": True},
        {"firstName": 5},
        {"paths": [{"pathId": EMAIL, "value": []}]},
        {"groups": [4]},
        {"lastName": None},
    ],
)
def test_a_bad_row_is_named_and_the_good_ones_happen(everbridge: Everbridge, bad: dict[str, Any]) -> None:
    good, refused = everbridge.create(), everbridge.create(externalId="x-2")
    before = everbridge.read(refused)
    rows = [row(good, suffix="a"), {**row(refused, externalId="x-2", suffix="b"), **bad}, row(good, suffix="c")]
    answer = everbridge.batch(rows).json()
    assert answer["code"] == 200
    assert [line.partition("]")[0] for line in answer["data"]] == ["The [2"]
    assert everbridge.read(refused) == before
    assert everbridge.read(good)["suffix"] == "c"


def test_a_batch_of_failures_has_a_code_of_its_own(everbridge: Everbridge) -> None:
    answer = everbridge.batch([5, None, {}, []])
    assert (answer.status_code, answer.json()["code"], len(answer.json()["data"])) == (200, 300, 4)


def test_an_empty_batch_is_done(everbridge: Everbridge) -> None:
    assert everbridge.batch([]).json() == {"message": "OK", "code": 100}


@pytest.mark.parametrize("body", [{}, None, "text", 5, {"0": {}}])
def test_a_body_that_is_no_list_is_refused(everbridge: Everbridge, body: Any) -> None:
    assert everbridge.batch(body).status_code == 400


def test_an_unknown_update_type_is_refused(everbridge: Everbridge) -> None:
    assert everbridge.batch([], updateType="half").status_code == 400


def test_ids_beat_names_in_a_batch(everbridge: Everbridge) -> None:
    someone = everbridge.create()
    both = {
        "recordTypeName": "Visitor",
        "groups": [2],
        "groupsName": ["group1"],
        "paths": [{"pathId": EMAIL, "prompt": "phone", "value": "1"}],
    }
    everbridge.batch([row(someone, **both)])
    after = everbridge.read(someone)
    assert (after["recordTypeId"], after["groups"]) == (contact()["recordTypeId"], [2])
    assert after["paths"] == [{"pathId": EMAIL, "value": "1"}]


def test_an_organization_left_empty_is_refused(everbridge: Everbridge) -> None:
    answer = everbridge.call("PUT", "/contacts//batch", json=[])
    assert (answer.status_code, answer.json()["status"]) == (401, 401)
