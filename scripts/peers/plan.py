"""Which peer is run on which server, and in what order. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from scripts.peers.findings import RIGHT_SEEDS
from scripts.proof.judgement import FaultCard

OURS: Final = "contact-contracts"
VALIDATOR: Final = "openapi-core"
SPECMATIC: Final = "Specmatic"
PEERS: Final = (
    OURS,
    "Schemathesis",
    "Schemathesis, helped",
    SPECMATIC,
    VALIDATOR,
    "hand-written scenario",
)
TOLD: Final = ("lagging-", "no-", "slow-")
"""How names of variations begin of which a target file has to tell something; other tools have none."""


@dataclass(frozen=True)
class Order:
    """One server, and the peer to be run on it."""

    peer: str
    family: str
    fault: FaultCard | None
    """None for a right server."""
    seed: int
    variation: str = ""
    """The way in which it is right, when it is another."""

    @property
    def name(self) -> str:
        """Peer and server, as a person reads it."""
        right = f"{self.family}, {self.variation or 'right server'}"
        return f"{self.peer}: {self.fault.id if self.fault else right}"


@dataclass(frozen=True)
class Servers:
    """The servers of a family that are tried, beside the right one."""

    faults: Sequence[FaultCard] = ()
    variations: Sequence[str] = field(default=())


def suits_all(variation: str) -> bool:
    """Whether a peer without a target file can be run on it."""
    return not variation.startswith(TOLD)


def chosen(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option; of a peer the first letters suffice. None of them when one is unknown."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not words:
        return known
    found = {word: [name for name in known if name.startswith(word)] for word in words}
    if not all(found.values()):
        return ()
    return tuple(name for name in known if any(name in names for names in found.values()))


def planned(servers: Mapping[str, Servers], peers: Sequence[str], seed: int) -> list[Order]:
    """The runs server by server, so that a comparison that is stopped has the same servers for all."""
    runners = [peer for peer in PEERS if peer in peers and peer != VALIDATOR]
    if VALIDATOR in peers and OURS not in runners:
        runners.insert(0, OURS)  # whose exchanges it looks at
    rows = [list(_orders(peer, family, of, seed)) for family, of in servers.items() for peer in runners]
    return [order for turn in zip_longest(*rows) for order in turn if order is not None]


def _orders(peer: str, family: str, servers: Servers, seed: int) -> Iterator[Order]:
    """A peer's servers of a family: one of each kind in turn."""
    kinds = (
        [Order(peer, family, None, seed + more) for more in range(RIGHT_SEEDS)],
        [Order(peer, family, card, seed) for card in servers.faults if not card.rare],
        [Order(peer, family, card, seed) for card in servers.faults if card.rare],
        [Order(peer, family, None, seed, name) for name in servers.variations],
    )
    for turn in zip_longest(*kinds):
        yield from (order for order in turn if order is not None)
