"""How fast to call: the target's own limit, and what its 429 answers ask for."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 120.0
"""Seconds; a target that asks for more is reported as blocked."""
FIRST_WAIT = 0.5


@dataclass
class Pace:
    """Spaces calls out evenly when the target sets a limit."""

    per_second: float | None
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _next: float = 0.0

    def wait(self) -> None:
        """Wait until the next call is due."""
        if self.per_second is None:
            return
        now = self.clock()
        if now < self._next:
            self.sleep(self._next - now)
        self._next = max(now, self._next) + 1 / self.per_second


def retry_after(headers: Mapping[str, str], attempt: int) -> float:
    """Seconds that an answer asks to wait: Retry-After as a number or a date, else twice as long each time."""
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.replace(".", "", 1).isdigit():
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except ValueError:
        return float(FIRST_WAIT * 2**attempt)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
