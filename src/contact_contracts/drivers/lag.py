"""How long to wait for a target whose reads may lag: as long as they lately did, at most as long as they may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from contact_contracts.exchange import Exchange
from contact_contracts.transport.door import READING, READING_OPERATIONS

LESS = 0.95
"""What becomes of the usual time when it was enough: it may have been too much."""


@dataclass
class Lag:
    """What is known of the time between a write and the first read that shows it."""

    most: float
    """Seconds, as the target file says; 0: reads do not lag."""
    clock: Callable[[], float]
    _usual: float = field(init=False, default=0.0)
    _written: float = field(init=False, default=float("-inf"))

    def begins(self, exchange: Exchange) -> None:
        """Note a write that was not refused; from then on reads may be late."""
        request, response = exchange.request, exchange.response
        reads = request.method in READING or request.operation in READING_OPERATIONS
        if not reads and response is not None and response.ok:
            self._written = self.clock()

    def still_to_wait(self, *, certain: bool) -> float:
        """Seconds until a read is worth while; all of them where a stale answer would not be known for one."""
        return max(0.0, self._written + (self._usual if certain else self.most) - self.clock())

    def learn(self, *, waited: bool, repeated: bool) -> None:
        """Remember how long it took until a read showed what was expected."""
        if repeated:
            self._usual = min(self.most, self.clock() - self._written)
        elif waited:
            self._usual *= LESS
