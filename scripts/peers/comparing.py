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
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from math import inf
from pathlib import Path
from threading import Lock
from typing import Any, Final

from contact_contracts.contract import FAMILIES
from scripts.peers import exampled, fuzzing, validating
from scripts.peers.findings import OF_A_KIND, VARIATIONS, Report, Tally, Tried, drawn, sample
from scripts.peers.ours import run_ours
from scripts.peers.page import page
from scripts.peers.plan import OURS, PEERS, SPECMATIC, VALIDATOR, Order, Servers, chosen, planned, suits_all
from scripts.peers.scenario import run_scenario
from scripts.proof.nursery import Nursery, stop
from scripts.proof.proving import card_of

DATA: Final = "comparison.json"
PAGE: Final = "comparison.md"
MINUTES: Final = 14.0
"""After so long no run is started, unless an option says otherwise."""

Runner = Callable[[str, str, int, Path], Report]


class Comparison:
    """Runs orders; the server side is asked for one server at a time."""

    def __init__(self, nursery: Nursery, effort: str, peers: tuple[str, ...], until: float) -> None:
        """Use servers of this nursery, and none after this moment of the monotonic clock."""
        self._until = until
        self._nursery = nursery
        self._asking = Lock()
        self._validates = VALIDATOR in peers
        self._runners: dict[str, Runner] = {
            OURS: partial(run_ours, effort=effort),
            "Schemathesis": fuzzing.run_stock,
            "Schemathesis, helped": fuzzing.run_helped,
            SPECMATIC: exampled.run_specmatic,
            "hand-written scenario": run_scenario,
        }

    def run(self, order: Order) -> dict[str, Report]:
        """What the peer came to, and the validator too where it looks at the same exchanges; nothing when late."""
        if time.monotonic() > self._until:
            return {}
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
            server = self._nursery.start(
                order.family, fault=order.fault.id if order.fault else "", variation=order.variation
            )
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
    families = chosen(options.families, FAMILIES)
    peers = chosen(options.peers, PEERS)
    if not families or not peers:
        print(f"compare_peers.py: choose among {', '.join(FAMILIES)} and {'; '.join(PEERS)}", file=sys.stderr)
        return 2
    absent = _absent(peers)
    peers = tuple(peer for peer in peers if peer not in absent)
    _prepare(peers, families, nursery)
    servers = {family: _servers(nursery, family, options) for family in families}
    orders = planned(servers, peers, options.seed)
    tallies = {(peer, family): Tally(peer, family) for family in families for peer in peers}
    load = os.getloadavg()[0]
    started = time.monotonic()
    minutes = options.minutes or (inf if options.all else MINUTES)
    comparison = Comparison(nursery, options.effort, peers, started + 60 * minutes)
    for done in _take_all(orders, comparison, tallies, options.jobs):
        data = {
            "date": datetime.now(UTC).strftime("%Y-%m-%d"),
            "runs": {"done": done, "planned": len(orders)},
            "seconds": round(time.monotonic() - started),
            "load": {"before": round(load, 2), "after": round(os.getloadavg()[0], 2), "cores": os.cpu_count()},
            "python": platform.python_version(),
            "versions": _versions(),
            "absent": absent,
            "settings": _settings(options),
            "results": [tally.to_dict() for tally in tallies.values()],
        }
        _write(options.folder, data)  # each time, so that one that is stopped leaves what it has
    return 0


def _absent(peers: tuple[str, ...]) -> dict[str, str]:
    """The peers that cannot run here, and why."""
    why = exampled.why_not() if SPECMATIC in peers else ""
    return {SPECMATIC: why} if why else {}


def _prepare(peers: tuple[str, ...], families: tuple[str, ...], nursery: Nursery) -> None:
    """Install what is not there, and let Specmatic's examples have their answers."""
    if VALIDATOR in peers:
        validating.prepare()
    if SPECMATIC not in peers:
        return
    exampled.prepare()
    for family in families:
        server = nursery.start(family)
        exampled.learn(family, server.url)
        stop(server)


def _servers(nursery: Nursery, family: str, options: argparse.Namespace) -> Servers:
    """A family's servers that the options ask for."""
    number = None if options.all else options.of_a_kind or OF_A_KIND
    names = sorted(each["name"] for each in nursery.variations(family) if suits_all(each["name"]))
    return Servers(
        sample(map(card_of, nursery.faults(family)), options.seed, number),
        drawn(names, options.seed, None if options.all else VARIATIONS),
    )


def _settings(options: argparse.Namespace) -> dict[str, Any]:
    number = None if options.all else options.of_a_kind or OF_A_KIND
    return {"of_a_kind": number, "seed": options.seed, "jobs": options.jobs, "effort": options.effort}


def _take_all(
    orders: list[Order], comparison: Comparison, tallies: dict[tuple[str, str], Tally], jobs: int
) -> Iterator[int]:
    """Run them, take in what comes of each, and say how many are done."""
    done = 0
    with ThreadPoolExecutor(jobs) as pool:
        under_way = {pool.submit(comparison.run, order): order for order in orders}
        try:
            for ended in as_completed(under_way):
                reports = ended.result()
                if not reports:
                    continue
                done += 1
                _take(tallies, under_way[ended], reports)
                print(f"{done}/{len(orders)} {under_way[ended].name}", file=sys.stderr, flush=True)
                yield done
        finally:
            pool.shutdown(cancel_futures=True)


def _take(tallies: dict[tuple[str, str], Tally], order: Order, reports: dict[str, Report]) -> None:
    for peer, report in reports.items():
        tally = tallies.get((peer, order.family))
        if tally is None:
            continue
        if order.fault is not None:
            tally.tried.append(Tried(order.fault, report))
        elif order.variation:
            tally.varied[order.variation] = report
        else:
            tally.right.append(report)
        if report.trouble:
            print(f"{peer}, {order.name}: {report.trouble}", file=sys.stderr, flush=True)


def _versions() -> dict[str, str]:
    installed = {name: version(name) for name in ("contact-contracts", "schemathesis", "hypothesis", "httpx")}
    return {**installed, VALIDATOR: validating.requirement().partition("==")[2], SPECMATIC: exampled.VERSION}


def _write(folder: Path, data: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATA).write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / PAGE).write_text(page(data), encoding="utf-8")
