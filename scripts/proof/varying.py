"""Runs the suite against permitted variations, and tells what it said of them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from fnmatch import fnmatchcase

from contact_contracts.contract import FAMILIES
from scripts.proof.done import fingerprint
from scripts.proof.judgement import evidence
from scripts.proof.nursery import Nursery
from scripts.proof.pages import markdown, table
from scripts.proof.pool import run_all, warmed_up
from scripts.proof.runs import Outcome, Task

_HEADINGS = ("family", "variation", "seed", "holds", "reading", "not seen", "requests", "false alarms")


def check(options: argparse.Namespace, nursery: Nursery) -> int:
    """Run every variation that matches; 0 when nothing was said, 1 otherwise, 2 when none matches."""
    families = tuple(options.families) or FAMILIES
    tasks = [task for family in families for task in _tasks(options, nursery, family)]
    if not tasks:
        print(f"check_variations.py: no variation matches {options.only!r}", file=sys.stderr)
        return 2
    keeping = frozenset(
        one["name"] for each in families for one in nursery.variations(each) if one["keeps_contacts"]
    )
    warmed_up(nursery, families)
    outcomes = []
    for outcome in run_all(tasks, nursery, jobs=options.jobs):
        outcomes.append(outcome)
        place = f"{len(outcomes)}/{len(tasks)} {outcome.task.family}/{outcome.task.subject}"
        print("\n".join(alarms(outcome, keeping)) or f"{place}: nothing said", file=sys.stderr, flush=True)
    order = {task.key: at for at, task in enumerate(tasks)}
    outcomes.sort(key=lambda outcome: order[outcome.task.key])
    rows = [_HEADINGS, *(_row(outcome, keeping) for outcome in outcomes)]
    print(table(rows))
    found = [line for outcome in outcomes for line in alarms(outcome, keeping)]
    summary = f"{len(outcomes)} runs, {len(found)} with false alarms"
    print(summary)
    if options.out is not None:
        options.out.write_text(_page(options, summary, rows), encoding="utf-8")
    return 1 if found else 0


def _tasks(options: argparse.Namespace, nursery: Nursery, family: str) -> Iterator[Task]:
    names = [told["name"] for told in nursery.variations(family)]
    chosen = [name for name in names if fnmatchcase(name, options.only)][:: options.every]
    for seed in range(1, options.seeds + 1):
        for name in chosen:
            yield Task("variation", family, name, options.effort, seed)


def _page(options: argparse.Namespace, summary: str, rows: list[tuple[str, ...]]) -> str:
    """The rows as a Markdown page."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    return "\n".join(
        [
            "# Servers that are right in another way",
            "",
            "Each is the bundled server with one change that the documents permit. Whatever the suite says",
            "against one is a false alarm. *Not seen* counts the clauses that it gives no chance to see.",
            "",
            f"{today}, {options.effort}, seeds 1 to {options.seeds}, sources `{fingerprint()[:12]}`: {summary}.",
            "Written by `scripts/check_variations.py`; not to be edited.",
            "",
            *markdown(rows),
            "",
        ]
    )


def alarms(outcome: Outcome, keeping: frozenset[str]) -> list[str]:
    """One line for a run in which something was said or broke; variations that keep contacts may leave some."""
    task = outcome.task
    said = evidence(outcome, sorted(outcome.reported)) if outcome.reported else ""
    left_over = "" if task.subject in keeping else outcome.left_over
    text = "; ".join(part for part in (said, outcome.trouble, left_over) if part)
    return [f"{task.family}/{task.subject} ({task.effort}, seed {task.seed}): {text}"] if text else []


def _row(outcome: Outcome, keeping: frozenset[str]) -> tuple[str, ...]:
    counts = Counter(outcome.verdicts.values())
    unseen = counts["not observable"] + counts["not exercised"]
    numbers = (outcome.task.seed, counts["holds"], counts["reading"], unseen, outcome.requests)
    said = ", ".join(sorted(outcome.reported)) or ("trouble" if alarms(outcome, keeping) else "none")
    return (outcome.task.family, outcome.task.subject, *(str(number) for number in numbers), said)
