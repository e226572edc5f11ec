"""Dates as servers print them: compared as days or instants, whatever their form."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import Value

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TICKS = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_WRITTEN_OUT: Final = ("%d %B %Y", "%B %d, %Y", "%A, %d %B %Y")
_OTHER_FORMS: Final = (
    *_WRITTEN_OUT,
    "%m/%d/%Y",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %H:%M:%S",
    "%a, %d %b %Y %H:%M:%S GMT",
)

Moment = date | datetime
"""A day, or an instant with its offset."""


def moments(text: Value) -> tuple[Moment, ...]:
    """What a text may mean; nothing when it is no date."""
    if not isinstance(text, str):
        return ()
    ticks = _TICKS.fullmatch(text)
    if ticks:
        return (datetime.fromtimestamp(int(ticks.group(1)) / 1000, UTC),)
    try:
        if _DAY.fullmatch(text):
            return (date.fromisoformat(text),)
        return (_aware(datetime.fromisoformat(text)),)
    except (ValueError, OverflowError):
        return tuple(_parsed(text))


def is_written_out(text: Json) -> bool:
    """Whether a text is a day with its month in words, which a server may take as text or refuse."""
    return isinstance(text, str) and any(_fits(text, form) for form in _WRITTEN_OUT)


def _fits(text: str, form: str) -> bool:
    try:
        datetime.strptime(text, form).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _parsed(text: str) -> list[Moment]:
    found: list[Moment] = []
    for form in _OTHER_FORMS:
        try:
            moment = _aware(datetime.strptime(text, form))
        except ValueError:
            continue
        found.append(moment if "%S" in form else moment.date())
    return found


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def same_moment(expected: Value, observed: Value) -> bool:
    """Whether two texts mean the same day or instant; precision and offset may differ."""
    if expected == observed:
        return True
    return any(_same(one, other) for one in moments(expected) for other in moments(observed))


def _same(one: Moment, other: Moment) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return abs((one - other).total_seconds()) < 1
    return bool(_days(one) & _days(other))


def _days(moment: Moment) -> set[date]:
    """The days that a moment falls on: as it is printed, and in UTC."""
    if not isinstance(moment, datetime):
        return {moment}
    return {moment.date(), moment.astimezone(UTC).date()}
