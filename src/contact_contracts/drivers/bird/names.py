"""Identifiers that nobody else has: each carries the run's mark, or follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, VISITOR

CUSTOM = ("loyaltyid", "CRM_Ref.2")
"""Keys of the caller's own."""
_AREAS = (
    *(202, 203, 206, 212, 213, 214, 215, 216, 301, 303, 305, 310, 312, 313, 314, 316, 317, 402, 404, 405),
    *(410, 412, 415, 501, 502, 503, 504, 505, 512, 513, 515, 602, 612, 615, 617, 702, 703, 713, 808, 907),
)
_LINES = 10_000
_STEP = 130_003
"""From one number to the next, which is a prime, so that none comes again before all were used."""

Pair = tuple[str, str]


@dataclass
class Names:
    """Fresh identifiers, without end."""

    mark: str
    made: int = 0

    @property
    def _telephone(self) -> str:
        """A number for each identifier made; two runs hardly ever have one in common, and no run has one twice."""
        place = (crc32(self.mark.encode()) + self.made * _STEP) % (len(_AREAS) * _LINES)
        return f"+1{_AREAS[place // _LINES]}555{place % _LINES:04d}"

    def fresh(self, key: str) -> Pair:
        """An identifier with this key."""
        self.made += 1
        if key == EMAIL:
            return key, f"{self.mark}-{self.made}@example.com"
        if key == PHONE:
            return key, self._telephone
        if key == VISITOR:
            return key, f"{self.mark}-visitor-{self.made}"
        return key, f"{self.mark} Größe {self.made}/A+%41"

    def several(self, *keys: str) -> list[Pair]:
        """One for each key."""
        return [self.fresh(key) for key in keys]


def as_json(pairs: list[Pair]) -> list[Json]:
    """Identifiers as a body names them."""
    return [{"key": key, "value": value} for key, value in pairs]
