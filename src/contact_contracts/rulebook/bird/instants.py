"""Date-times as instants: the same moment is the same, however precisely and in whatever zone it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from contact_contracts.exchange import Json

_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NANOS = 9


@dataclass(frozen=True, eq=False)
class Instant:
    """A moment: nanoseconds since 1970, UTC, of which ``digits`` decimals of a second were written."""

    nanos: int
    digits: int

    def __eq__(self, other: object) -> bool:
        """The same as far as both were written out."""
        if not isinstance(other, Instant):
            return NotImplemented
        return abs(self.nanos - other.nanos) <= self._slack(other)

    def __hash__(self) -> int:
        """One for all, because equality is not by value."""
        return hash(Instant)

    def __repr__(self) -> str:
        """As a date-time."""
        return (_EPOCH + timedelta(microseconds=self.nanos // 1000)).isoformat()

    def before(self, other: Instant) -> bool:
        """Whether it is surely earlier, whatever was cut off or rounded."""
        return self.nanos < other.nanos - self._slack(other)

    def _slack(self, other: Instant) -> int:
        if self.digits == other.digits:
            return 0
        unit: int = 10 ** (NANOS - min(self.digits, other.digits))
        return unit


def instant(value: Json) -> Instant | None:
    """Read a date-time as RFC 3339 writes it; None when the value is none."""
    found = _DATE_TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    date, time, fraction, zone = found.groups()
    try:
        whole = datetime.fromisoformat(f"{date}T{time}{'+00:00' if zone in 'Zz' else zone}")
    except ValueError:
        return None
    digits = min(len(fraction or ""), NANOS)
    part = int((fraction or "0")[:NANOS].ljust(NANOS, "0"))
    seconds = (whole - _EPOCH) // timedelta(seconds=1)
    return Instant(seconds * 10**NANOS + part, digits)
