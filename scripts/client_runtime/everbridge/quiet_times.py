"""Quiet times: the hours in which a path of a contact is not used. They need the contact's time zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import time
from enum import IntEnum
from typing import Any, Final

from .models.contact_replacement import ContactReplacement
from .models.contact_row import ContactRow
from .models.path_write import PathWrite
from .models.quiet_time_write import QuietTimeWrite
from .naming import elements, listed

_DAYS_A_WEEK: Final = 7


class Day(IntEnum):
    """A day of the week as Everbridge counts: from Sunday, which is 1. Python counts from Monday, which is 0."""

    SUNDAY = 1
    MONDAY = 2
    TUESDAY = 3
    WEDNESDAY = 4
    THURSDAY = 5
    FRIDAY = 6
    SATURDAY = 7

    @classmethod
    def from_weekday(cls, weekday: int) -> Day:
        """Return the day that datetime.date.weekday() means by this number."""
        if not 0 <= weekday < _DAYS_A_WEEK:
            raise ValueError(f"{weekday} is no weekday: date.weekday() gives 0 for Monday to 6 for Sunday")
        return cls((weekday + 1) % _DAYS_A_WEEK + 1)


class MissingTimeZone(ValueError):
    """Quiet times are given without the contact's time zone; Everbridge refuses that."""


def quiet_time(name: str, days: Iterable[Day], start: time, end: time) -> QuietTimeWrite:
    """Return the span from start to end, past midnight when it ends before it starts.

    Everbridge knows hours and minutes only. The times are local ones of the contact: they carry no zone of
    their own, set_quiet_times() takes it.
    """
    for moment in (start, end):
        if moment.tzinfo is not None or moment.second or moment.microsecond:
            raise ValueError(f"{moment} is more than hours and minutes of the contact's own time zone")
    return QuietTimeWrite(
        name=name,
        days=sorted({int(Day(day)) for day in days}),
        from_hour=start.hour,
        from_min=start.minute,
        to_hour=end.hour,
        to_min=end.minute,
    )


def set_quiet_times(
    contact: ContactReplacement | ContactRow, path: PathWrite, frames: Iterable[QuietTimeWrite], *, timezone: str
) -> None:
    """Put quiet times on a path of a contact, instead of those that it has, and the time zone on the contact.

    Args:
        contact: What is going to be written.
        path: One of its paths.
        frames: The quiet times; none removes those that the path has.
        timezone: IANA name of the zone in which all quiet times of the contact are meant.
    """
    if not timezone.strip():
        raise MissingTimeZone("timezone is empty. Give an IANA name such as Europe/Berlin")
    if not isinstance(contact.paths, list) or not any(one is path for one in contact.paths):
        raise ValueError("the path is none of the contact's. Put it into contact.paths first")
    path.quiet_time_frames = list(frames)
    contact.timezone_id = timezone


def without_time_zone(contact: Mapping[str, Any]) -> Iterator[str]:
    """Name each path of a contact's JSON that has quiet times, unless the contact has a time zone."""
    if contact.get("timezoneId") in (None, ""):
        for position, path in enumerate(elements(contact, "paths")):
            if listed(path.get("quietTimeFrames")):
                yield f"paths[{position}].quietTimeFrames"
