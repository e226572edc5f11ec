"""Quiet times: their bounds, their time zone, and the exception to full replacement."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import EMAIL, PHONE, Everbridge, contact, frame


def quiet(frames: Any, path: int = PHONE) -> dict[str, Any]:
    return {"timezoneId": "Europe/London", "paths": [{"pathId": path, "value": "1", "quietTimeFrames": frames}]}


def frames_of(found: dict[str, Any], place: int = 0) -> list[Any]:
    frames: list[Any] = found["paths"][place].get("quietTimeFrames", [])
    return frames


@pytest.mark.parametrize(
    "legal",
    [
        *({"days": days} for days in ([1], [7], [*range(1, 8)])),
        *({"fromHour": start, "toHour": end} for start, end in ((0, 23), (23, 0))),
        {"fromMin": 0, "toMin": 59},
    ],
)
def test_legal_quiet_times_are_kept_as_sent(everbridge: Everbridge, legal: dict[str, Any]) -> None:
    assert frames_of(everbridge.read(everbridge.create(**quiet([frame(**legal)])))) == [frame(**legal)]


@pytest.mark.parametrize(
    "illegal",
    [
        *({"days": days} for days in ([0], [2, 8], [-1], ["2"], [1.5])),
        *({name: value} for name in ("fromHour", "toHour") for value in (24, -1, "1")),
        *({name: value} for name in ("fromMin", "toMin") for value in (60, -1, 0.5)),
    ],
)
def test_illegal_quiet_times_are_refused(everbridge: Everbridge, illegal: dict[str, Any]) -> None:
    everbridge.refused(everbridge.create(), contact(**quiet([frame(), frame(**illegal)])))


@pytest.mark.parametrize("zone", [{}, {"timezoneId": None}, {"timezoneId": ""}])
def test_quiet_times_without_a_time_zone_are_refused(everbridge: Everbridge, zone: dict[str, Any]) -> None:
    someone = everbridge.create(timezoneId="Europe/London")
    path = {"pathId": EMAIL, "value": "1", "quietTimeFrames": [frame()]}
    assert "timezoneId" in everbridge.refused(someone, contact(paths=[{"pathId": PHONE}, path], **zone))


def test_an_empty_list_of_quiet_times_needs_no_time_zone(everbridge: Everbridge) -> None:
    assert everbridge.create(paths=[{"pathId": PHONE, "value": "1", "quietTimeFrames": []}])


def test_quiet_times_that_are_sent_replace_those_of_the_path(everbridge: Everbridge) -> None:
    someone = everbridge.create(**quiet([frame(), frame(days=[1])]))
    assert frames_of(everbridge.replace(someone, **quiet([frame(days=[6])]))) == [frame(days=[6])]


def test_a_path_sent_without_quiet_times_keeps_them(everbridge: Everbridge) -> None:
    someone = everbridge.create(**quiet([frame()]))
    after = everbridge.replace(someone, paths=[{"pathId": EMAIL, "value": "2"}, {"prompt": "phone", "value": "3"}])
    assert frames_of(after, 1) == [frame()]
    assert frames_of(after, 0) == []


def test_an_empty_list_removes_the_quiet_times(everbridge: Everbridge) -> None:
    someone = everbridge.create(**quiet([frame()]))
    assert frames_of(everbridge.replace(someone, **quiet([]))) == []
    assert frames_of(everbridge.replace(someone, paths=[{"pathId": PHONE, "value": "1"}])) == []


def test_a_path_that_was_removed_comes_back_without_its_quiet_times(everbridge: Everbridge) -> None:
    someone = everbridge.create(**quiet([frame()]))
    everbridge.replace(someone)
    assert frames_of(everbridge.replace(someone, paths=[{"pathId": PHONE, "value": "1"}])) == []
