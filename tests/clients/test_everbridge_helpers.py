"""Quiet times, days, ids beside names, and batches of any length: what Everbridge's client does for its caller."""

from __future__ import annotations

import asyncio
import datetime
import json
import warnings
from datetime import time
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.clients.calling import Answering, client, package, perform, settled
from tests.clients.servers import Running

DONE = {"message": "OK", "id": 5, "baseUri": "b", "instanceUri": "i"}
PHONE = 241901148045319
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def models() -> Any:
    return package("everbridge", ".models")


def night() -> Any:
    everbridge = package("everbridge")
    days = [everbridge.Day.SATURDAY, everbridge.Day.SUNDAY, everbridge.Day.SATURDAY]
    return everbridge.quiet_time("night", days, time(22, 30), time(6))


def test_days_are_counted_from_sunday() -> None:
    day = package("everbridge").Day
    assert [each.name for each in day] == [
        *("SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY")
    ]
    assert [each.value for each in day] == [1, 2, 3, 4, 5, 6, 7]
    start = datetime.date(2026, 11, 22)  # a Sunday
    dates = [start + datetime.timedelta(days=passed) for passed in range(7)]
    assert [day.from_weekday(date.weekday()) for date in dates] == [*day]
    with pytest.raises(ValueError, match="no weekday"):
        day.from_weekday(7)


def test_a_quiet_time_goes_out_as_numbers() -> None:
    frame = {"name": "night", "days": [1, 7], "fromHour": 22, "fromMin": 30, "toHour": 6, "toMin": 0}
    assert json.loads(json.dumps(night().to_dict())) == frame


@pytest.mark.parametrize("start", [time(1, 2, 3), time(1, 2, tzinfo=datetime.UTC), time(1, 2, 0, 5)])
def test_a_quiet_time_has_hours_and_minutes_only(start: time) -> None:
    with pytest.raises(ValueError, match="hours and minutes"):
        package("everbridge").quiet_time("n", [1], start, time(6))


def test_a_day_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="0 is not a valid Day"):
        package("everbridge").quiet_time("n", [0], time(1), time(6))


def test_quiet_times_take_the_time_zone_along() -> None:
    path = models().PathWrite(path_id=PHONE, value="2025550142")
    contact = models().ContactReplacement(paths=[path])
    everbridge = package("everbridge")
    with pytest.raises(TypeError):
        everbridge.set_quiet_times(contact, path, [night()])
    with pytest.raises(everbridge.MissingTimeZone):
        everbridge.set_quiet_times(contact, path, [night()], timezone=" ")
    with pytest.raises(ValueError, match="none of the contact's"):
        everbridge.set_quiet_times(contact, models().PathWrite(path_id=PHONE), [night()], timezone="Europe/Lisbon")
    everbridge.set_quiet_times(contact, path, [night()], timezone="Europe/Lisbon")
    assert contact.timezone_id == "Europe/Lisbon"
    assert contact.paths[0].quiet_time_frames == [night()]


def writing(kind: str, **members: Any) -> tuple[str, tuple[Any, ...]]:
    """A call that writes a contact, by the model that it takes."""
    body = getattr(models(), kind)(**members)
    return {
        "ContactReplacement": ("update_contact", ("5", body)),
        "ContactCreation": ("create_contact", (body,)),
        "ContactRow": ("update_contacts_batch", ([models().ContactRow(id=1), body],)),
    }[kind]


each_kind = pytest.mark.parametrize("kind", ["ContactReplacement", "ContactCreation", "ContactRow"])


@each_way
@each_kind
def test_quiet_times_without_a_time_zone_are_not_sent(kind: str, asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json={**DONE, "code": 100}))
    path = models().PathWrite(path_id=PHONE, quiet_time_frames=[night()])
    name, arguments = writing(kind, paths=[path])
    place = r"row 1: paths\[0\]" if kind == "ContactRow" else r"^paths\[0\]"
    with pytest.raises(package("everbridge").MissingTimeZone, match=place):
        perform(client("everbridge", answering, asynchronous=asynchronous), name, *arguments)
    assert answering.asked == []
    name, arguments = writing(kind, paths=[path], timezone_id="Europe/Lisbon")
    perform(client("everbridge", answering, asynchronous=asynchronous), name, *arguments)
    assert len(answering.asked) == 1


def test_a_partial_row_need_not_repeat_the_time_zone_that_it_keeps() -> None:
    answering = Answering(httpx.Response(200, json={"message": "OK", "code": 100}))
    row = models().ContactRow(id=1, paths=[models().PathWrite(path_id=1, quiet_time_frames=[night()])])
    partial = models().UpdateType.PARTIAL
    perform(client("everbridge", answering), "update_contacts_batch", [row], update_type=partial)
    assert len(answering.asked) == 1


@each_way
@each_kind
@pytest.mark.parametrize(
    ("members", "places"),
    [
        ({"record_type_id": 1, "record_type_name": "E"}, "recordTypeId and recordTypeName"),
        ({"groups": [1], "groups_name": ["g"]}, "groups and groupsName"),
        ({"record_type_id": 1, "groups_name": ["g"]}, ""),
        ({"record_type_id": 1, "record_type_name": None, "groups": [], "groups_name": ["g"]}, ""),
    ],
)
def test_an_id_beside_its_name_is_warned_of(
    kind: str, asynchronous: bool, members: dict[str, Any], places: str
) -> None:
    answering = Answering(httpx.Response(200, json={**DONE, "code": 100}))
    name, arguments = writing(kind, **members)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        perform(client("everbridge", answering, asynchronous=asynchronous), name, *arguments)
    ours = [each for each in caught if issubclass(each.category, package("everbridge").IdAndName)]
    assert [places in str(each.message) for each in ours] == ([True] if places else [])
    assert all(each.filename.endswith("calling.py") for each in ours), "the warning is about the caller's line"


def test_elements_are_warned_of_by_their_place() -> None:
    contact = {
        "paths": [{"pathId": 1}, {"pathId": 2, "prompt": "phone"}],
        "contactAttributes": [{"orgAttrId": 3, "name": "attr1"}],
    }
    assert [*package("everbridge", ".naming").given_together(contact)] == [
        "paths[1].pathId and .prompt",
        "contactAttributes[0].orgAttrId and .name",
    ]


def test_the_checks_can_be_switched_off() -> None:
    answering = Answering(httpx.Response(200, json=DONE))
    path = models().PathWrite(path_id=1, prompt="p", quiet_time_frames=[night()])
    made = client("everbridge", answering, checks=package("everbridge").NO_CHECKS)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        perform(made, "update_contact", "5", models().ContactReplacement(paths=[path]))
    assert len(answering.asked) == 1


def rows(number: int) -> list[Any]:
    return [models().ContactRow(id=position) for position in range(number)]


def response_of(answer: Any) -> httpx.Response | Exception:
    """What a status, a page, a body or trouble looks like to the client."""
    if isinstance(answer, Exception):
        return answer
    if isinstance(answer, int):
        return httpx.Response(answer)
    return httpx.Response(200, text=answer) if isinstance(answer, str) else httpx.Response(200, json=answer)


def send(asynchronous: bool, answers: list[Any], number: int, size: int) -> tuple[list[Any], list[int]]:
    """Send rows in chunks; the results, and how many rows went out each time."""
    responses = [response_of(one) for one in answers]
    answering = Answering(*responses)
    made = client(
        "everbridge", answering, asynchronous=asynchronous, retries=package("everbridge").Retries(tries=0)
    )
    partial = models().UpdateType.PARTIAL
    results = perform(made, "update_contacts_in_chunks", rows(number), size=size, update_type=partial)
    assert [(result.position, result.row.id) for result in results] == [(at, at) for at in range(number)]
    return results, [len(json.loads(request.content)) for request in answering.asked]


def outcomes(results: list[Any]) -> list[str]:
    return [str(result.outcome) for result in results]


ALL_DONE = {"message": "OK", "code": 100}


@each_way
@pytest.mark.parametrize(("number", "size", "sent"), [(5, 2, [2, 2, 1]), (4, 2, [2, 2]), (1, 9, [1]), (0, 3, [])])
def test_a_batch_goes_out_in_chunks(asynchronous: bool, number: int, size: int, sent: list[int]) -> None:
    results, chunks = send(asynchronous, [ALL_DONE], number, size)
    assert chunks == sent
    assert outcomes(results) == ["done"] * number


@each_way
def test_each_row_has_what_was_said_about_it(asynchronous: bool) -> None:
    bad = {"message": "OK", "code": 200, "data": ["The [2] Phone number format invalid."]}
    results, _ = send(asynchronous, [ALL_DONE, bad], 5, 3)
    assert outcomes(results) == ["done", "done", "done", "done", "failed"]
    assert results[4].message == "The [2] Phone number format invalid."


@each_way
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"message": "OK", "code": 300, "data": ["The [1] is wrong."]}, ["failed", "uncertain"]),
        ({"message": "OK", "code": 200}, ["uncertain", "uncertain"]),
        ({"message": "OK", "code": 200, "data": ["A row is wrong."]}, ["uncertain", "uncertain"]),
        ({"message": "OK", "code": 200, "data": ["[9] is wrong."]}, ["uncertain", "uncertain"]),
        ({"message": "OK", "code": 200, "data": [None, "[2] is wrong."]}, ["uncertain", "failed"]),
    ],
)
def test_what_nobody_said_is_uncertain(asynchronous: bool, answer: dict[str, Any], expected: list[str]) -> None:
    results, _ = send(asynchronous, [answer], 2, 2)
    assert outcomes(results) == expected


@each_way
@pytest.mark.parametrize(
    ("trouble", "expected", "calls"),
    [
        (400, ["done", "failed", "done"], 3),
        (401, ["done", "failed", "not sent"], 2),
        (429, ["done", "failed", "not sent"], 2),
        (500, ["done", "uncertain", "not sent"], 2),
        ("<html>", ["done", "uncertain", "not sent"], 2),
        (httpx.ReadTimeout("slow"), ["done", "uncertain", "not sent"], 2),
    ],
)
def test_a_chunk_that_fails_takes_no_result_of_another_away(
    asynchronous: bool, trouble: Any, expected: list[str], calls: int
) -> None:
    results, chunks = send(asynchronous, [ALL_DONE, trouble, ALL_DONE], 3, 1)
    assert outcomes(results) == expected
    assert len(chunks) == calls
    assert results[0].error is None
    assert isinstance(results[1].error, Exception)


def test_a_chunk_has_at_least_one_row() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        send(False, [ALL_DONE], 1, 0)


@each_way
def test_a_row_that_cannot_be_sent_is_refused_before_the_first_chunk(asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json=ALL_DONE))
    bad = models().ContactRow(id=9, paths=[models().PathWrite(path_id=1, quiet_time_frames=[night()])])
    made = client("everbridge", answering, asynchronous=asynchronous)
    full = models().UpdateType.FULL
    with pytest.raises(package("everbridge").MissingTimeZone, match="row 3: "):
        perform(made, "update_contacts_in_chunks", [*rows(3), bad], size=1, update_type=full)
    assert answering.asked == []


@each_way
def test_rows_are_updated_and_the_bad_ones_are_named(servers: Running, asynchronous: bool) -> None:
    async def run() -> None:
        made = servers.client("everbridge", asynchronous=asynchronous)
        wanted = {"first_name": "A", "last_name": "B", "record_type_name": "Employee"}
        names = [f"row-{uuid4()}" for _ in range(3)]
        for name in names:
            await settled(made.create_contact(models().ContactCreation(external_id=name, **wanted)))
        changed = [models().ContactRow(external_id=name, suffix="PhD", **wanted) for name in names]
        changed[1].suffix = "far too long for a suffix"
        results = await settled(
            made.update_contacts_in_chunks(
                changed, update_type=models().UpdateType.FULL, id_type=models().IdType.EXTERNALID, size=2
            )
        )
        by_name = models().IdType.EXTERNALID
        found = [(await settled(made.get_contact(name, id_type=by_name))).result.suffix for name in names]
        assert outcomes(results) == ["done", "failed", "done"]
        assert found == ["PhD", package("everbridge").UNSET, "PhD"]
        await settled(made.aclose() if asynchronous else made.close())

    asyncio.run(run())
