"""Does the runs of the proof, and tells what came of them."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from contact_contracts.contract import FAMILIES
from scripts.proof.done import Done, fingerprint
from scripts.proof.judgement import FamilyResult, FaultCard, FaultResult, Gap
from scripts.proof.nursery import Nursery
from scripts.proof.pages import data_of, page, rows_of, table
from scripts.proof.plan import part_for_ci, whole
from scripts.proof.pool import run_all, warmed_up
from scripts.proof.runs import Outcome, Task

Cards = dict[str, list[FaultCard]]


def prove(options: argparse.Namespace, nursery: Nursery) -> int:
    """Run the proof; 0 when it has no gap, 1 when it has, 2 when there is nothing to prove."""
    started = time.monotonic()
    families = tuple(options.families) or FAMILIES
    cards = _cards(nursery, families, options)
    if not any(cards.values()):
        print(f"prove.py: no fault matches {options.fault!r}", file=sys.stderr)
        return 2
    warmed_up(nursery, families)
    seeds = [1] if options.ci else list(range(1, options.seeds + 1))
    outcomes = list(_run(options, nursery, cards, seeds))
    results = [FamilyResult.of(family, cards[family], outcomes) for family in families]
    data = data_of(results, seeds=seeds, part=_part(options), seconds=time.monotonic() - started)
    return _tell(options, data, [gap for result in results for gap in result.gaps()])


def _part(options: argparse.Namespace) -> str:
    """Which part of the proof it is."""
    if options.ci:
        return "the part for CI"
    return "whole" if options.every == 1 else f"one fault of every {options.every}"


def _cards(nursery: Nursery, families: tuple[str, ...], options: argparse.Namespace) -> Cards:
    told = {family: [card_of(each) for each in nursery.faults(family)] for family in families}
    chosen = {
        family: [card for card in cards if fnmatchcase(card.id, options.fault)] for family, cards in told.items()
    }
    return {family: cards[:: options.every] for family, cards in chosen.items()}


def card_of(told: dict[str, Any]) -> FaultCard:
    """A fault's card from what the server side tells of it."""
    return FaultCard(**{**told, "breaks": tuple(told["breaks"]), "also": tuple(told["also"])})


def _run(options: argparse.Namespace, nursery: Nursery, cards: Cards, seeds: list[int]) -> Iterator[Outcome]:
    done = Done(options.resume, fingerprint() if options.resume else "")
    tasks = [task for family in cards for task in _tasks(options, family, cards[family], seeds)]
    yield from (outcome for task in tasks if (outcome := done.get(task)) is not None)
    left = [task for task in tasks if done.get(task) is None]
    by_id = {card.id: card for family in cards.values() for card in family}
    for number, outcome in enumerate(run_all(left, nursery, jobs=options.jobs), 1):
        done.add(outcome)
        _show_progress(outcome, by_id.get(outcome.task.subject), f"{number}/{len(left)}")
        yield outcome


def _tasks(options: argparse.Namespace, family: str, cards: list[FaultCard], seeds: list[int]) -> Iterator[Task]:
    if options.ci:
        return part_for_ci(family, cards, seeds[0])
    return whole(family, cards, seeds, right=options.fault == "*")


def _show_progress(outcome: Outcome, card: FaultCard | None, place: str) -> None:
    """Tell of gaps as they come, and on a terminal how far the proof is."""
    if card is not None:
        result = FaultResult(card)
        result.take(outcome)
        gaps = result.gaps
    else:
        gaps = FamilyResult(outcome.task.family, {}, [outcome]).false_alarms()
    clear = "\r\x1b[2K" if sys.stderr.isatty() else ""
    for gap in gaps:
        print(f"{clear}{place} {gap.sentence()}", file=sys.stderr)
    if clear:
        print(f"{clear}{place} {outcome.task.family} {outcome.task.subject}", end="", file=sys.stderr, flush=True)


def _tell(options: argparse.Namespace, data: dict[str, Any], gaps: list[Gap]) -> int:
    if sys.stderr.isatty():
        print("\r\x1b[2K", end="", file=sys.stderr)
    _write(options.json, json.dumps(data, indent=1, ensure_ascii=False) + "\n")
    _write(options.out, page(data))
    print(table(rows_of(data)))
    print(f"{data['seconds']:.0f} s, seeds {data['seeds']}, {len(gaps)} gaps")
    for gap in gaps:
        print(f"  {gap.sentence()}")
    return 1 if gaps else 0


def _write(path: Path | None, text: str) -> None:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
