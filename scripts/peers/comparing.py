"""Runs every peer on the same servers, and writes down what came of it."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from threading import Lock
from typing import Any, Final

from contact_contracts.contract import FAMILIES
from scripts.peers import fuzzing, validating
from scripts.peers.findings import RIGHT_SEEDS, Report, Tally, Tried, sample
from scripts.peers.ours import run_ours
from scripts.peers.page import page
from scripts.peers.scenario import run_scenario
from scripts.proof.judgement import FaultCard
from scripts.proof.nursery import Nursery, stop
from scripts.proof.proving import card_of

DATA: Final = "comparison.json"
PAGE: Final = "comparison.md"
OURS: Final = "contact-contracts"
VALIDATOR: Final = "openapi-core"
PEERS: Final = (OURS, "Schemathesis", "Schemathesis, helped", "hand-written scenario", VALIDATOR)

Runner = Callable[[str, str, int, Path], Report]


@dataclass(frozen=True)
class Order:
    """One server, and the peer to be run on it."""

    peer: str
    family: str
    fault: FaultCard | None
    """None for the right server."""
    seed: int


class Comparison:
    """Runs orders; the server side is asked for one server at a time."""

    def __init__(self, nursery: Nursery, effort: str, peers: tuple[str, ...]) -> None:
        """Use servers of this nursery."""
        self._nursery = nursery
        self._asking = Lock()
        self._validates = VALIDATOR in peers
        self._runners: dict[str, Runner] = {
            OURS: partial(run_ours, effort=effort),
            "Schemathesis": fuzzing.run_stock,
            "Schemathesis, helped": fuzzing.run_helped,
            "hand-written scenario": run_scenario,
        }

    def run(self, order: Order) -> dict[str, Report]:
        """What the peer came to, and the validator too where it looks at the same exchanges."""
        with self._server(order) as url, tempfile.TemporaryDirectory(prefix="contact-contracts-") as name:
            folder = Path(name)
            report = timed(partial(self._runners[order.peer], order.family, url, order.seed, folder))
            if order.peer != OURS or not self._validates:
                return {order.peer: report}
            again = timed(partial(validating.run_validator, order.family, url, report, folder))
            return {OURS: report, VALIDATOR: again}

    @contextmanager
    def _server(self, order: Order) -> Iterator[str]:
        with self._asking:
            server = self._nursery.start(order.family, fault=order.fault.id if order.fault else "")
        try:
            yield server.url
        finally:
            stop(server)


def timed(run: Callable[[], Report]) -> Report:
    """A report with the seconds that it took, by the clock on the wall."""
    started = time.monotonic()
    report = run()
    return replace(report, seconds=time.monotonic() - started)


def compare(options: argparse.Namespace, nursery: Nursery) -> int:
    """Run what the options ask for, and write data and page."""
    if options.page:
        _write(options.folder, json.loads((options.folder / DATA).read_text(encoding="utf-8")))
        return 0
    families = _chosen(options.families, FAMILIES)
    peers = _chosen(options.peers, PEERS)
    if not families or not peers:
        print(f"compare_peers.py: choose among {', '.join(FAMILIES)} and {'; '.join(PEERS)}", file=sys.stderr)
        return 2
    if VALIDATOR in peers:
        validating.prepare()
    every = 1 if options.all else options.every
    cards = {family: sample(map(card_of, nursery.faults(family)), every) for family in families}
    orders = planned(cards, peers, options.seed)
    tallies = {(peer, family): Tally(peer, family) for family in families for peer in peers}
    load = os.getloadavg()[0]
    started = time.monotonic()
    for done in _take_all(orders, Comparison(nursery, options.effort, peers), tallies, options.jobs):
        data = {
            "date": datetime.now(UTC).strftime("%Y-%m-%d"),
            "runs": {"done": done, "planned": len(orders)},
            "seconds": round(time.monotonic() - started),
            "load": {"before": round(load, 2), "after": round(os.getloadavg()[0], 2), "cores": os.cpu_count()},
            "python": platform.python_version(),
            "versions": _versions(),
            "settings": {"every": every, "seed": options.seed, "jobs": options.jobs, "effort": options.effort},
            "results": [tally.to_dict() for tally in tallies.values()],
        }
        _write(options.folder, data)  # each time, so that one that is stopped leaves what it has
    return 0


def _chosen(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option; of a peer the first letters suffice. None of them when one is unknown."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    if not words:
        return known
    found = {word: [name for name in known if name.startswith(word)] for word in words}
    return (
        tuple(name for name in known if any(name in names for names in found.values()))
        if all(found.values())
        else ()
    )


def planned(cards: dict[str, list[FaultCard]], peers: tuple[str, ...], seed: int) -> list[Order]:
    """The runs of all, in turn, so that a comparison that is stopped has some of each."""
    runners = [peer for peer in PEERS if peer in peers and peer != VALIDATOR]
    if VALIDATOR in peers and OURS not in runners:
        runners.insert(0, OURS)  # whose exchanges it looks at
    rows = [list(_orders(peer, family, cards[family], seed)) for family in cards for peer in runners]
    return [order for turn in zip_longest(*rows) for order in turn if order is not None]


def _orders(peer: str, family: str, cards: list[FaultCard], seed: int) -> Iterator[Order]:
    for more in range(RIGHT_SEEDS):
        yield Order(peer, family, None, seed + more)
    plain, rare = ([card for card in cards if card.rare is kind] for kind in (False, True))
    for pair in zip_longest(plain, rare):
        yield from (Order(peer, family, card, seed) for card in pair if card is not None)


def _take_all(
    orders: list[Order], comparison: Comparison, tallies: dict[tuple[str, str], Tally], jobs: int
) -> Iterator[int]:
    with ThreadPoolExecutor(jobs) as pool:
        under_way = {pool.submit(comparison.run, order): order for order in orders}
        try:
            for number, done in enumerate(as_completed(under_way), 1):
                _take(tallies, under_way[done], done.result())
                print(f"{number}/{len(orders)} {_named(under_way[done])}", file=sys.stderr, flush=True)
                yield number
        finally:
            pool.shutdown(cancel_futures=True)


def _take(tallies: dict[tuple[str, str], Tally], order: Order, reports: dict[str, Report]) -> None:
    for peer, report in reports.items():
        tally = tallies.get((peer, order.family))
        if tally is None:
            continue
        if order.fault is None:
            tally.right.append(report)
        else:
            tally.tried.append(Tried(order.fault, report))
        if report.trouble:
            print(f"{peer}, {_named(order)}: {report.trouble}", file=sys.stderr, flush=True)


def _named(order: Order) -> str:
    return f"{order.peer}: {order.fault.id if order.fault else f'{order.family}, right server'}"


def _versions() -> dict[str, str]:
    installed = {name: version(name) for name in ("contact-contracts", "schemathesis", "hypothesis", "httpx")}
    return {**installed, VALIDATOR: validating.VERSION}


def _write(folder: Path, data: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATA).write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / PAGE).write_text(page(data), encoding="utf-8")
