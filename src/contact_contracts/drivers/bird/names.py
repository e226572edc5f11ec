"""Identifiers that nobody else has: each carries the run's mark, or random digits."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, VISITOR

CUSTOM = ("loyaltyid", "CRM_Ref.2")
"""Keys of the caller's own."""
_AREAS = (202, 212, 312, 415, 503, 617, 713, 808, 907, 917)

Pair = tuple[str, str]


@dataclass
class Names:
    """Fresh identifiers, without end."""

    mark: str
    made: int = 0
    _random: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Let the digits follow from the mark."""
        self._random = random.Random(self.mark)  # noqa: S311 - nothing secret about a telephone number

    def fresh(self, key: str) -> Pair:
        """An identifier with this key."""
        self.made += 1
        if key == EMAIL:
            return key, f"{self.mark}-{self.made}@example.com"
        if key == PHONE:
            return key, f"+1{self._random.choice(_AREAS)}555{self.made % 100:02d}{self._random.randrange(100):02d}"
        if key == VISITOR:
            return key, f"{self.mark}-visitor-{self.made}"
        return key, f"{self.mark} Größe {self.made}/A+%41"

    def several(self, *keys: str) -> list[Pair]:
        """One for each key."""
        return [self.fresh(key) for key in keys]


def as_json(pairs: list[Pair]) -> list[Json]:
    """Identifiers as a body names them."""
    return [{"key": key, "value": value} for key, value in pairs]
