"""A breach and the calls that show it."""

from __future__ import annotations

from dataclasses import dataclass

from contact_contracts.exchange import Exchange
from contact_contracts.rulebook.prediction import Breach


@dataclass(frozen=True)
class Evidenced:
    """A breach with the calls that show it, each once."""

    breach: Breach
    exchanges: tuple[Exchange, ...]


def evidenced(breach: Breach, *exchanges: Exchange) -> Evidenced:
    """A breach with its calls: an update's own answer may show what it did, so that one call comes twice."""
    return Evidenced(breach, tuple({exchange.number: exchange for exchange in exchanges}.values()))
