"""Measure the suite against the right server: how long each family takes, and how many requests a second that is.

Usage: benchmark.py [FAMILY…] [--effort EFFORT] [--runs N]; without a family, all four. Prints a table with the
median of the runs, and exits 1 when a run did not end well, for then its figures mean nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from contact_contracts.contract import FAMILIES
from contact_contracts.judge.verdicts import Verdict
from contact_contracts.record import read_record


@dataclass(frozen=True)
class Measured:
    """One run: seconds, requests sent, and clauses that were judged."""

    seconds: float
    requests: int
    judged: int


class BadRun(Exception):
    """A run did not end with 0; the text is the end of what it said."""


def measure(family: str, effort: str, seed: int) -> Measured:
    """Run the suite once; BadRun when it did not hold throughout."""
    program = [sys.executable, "-c", "from contact_contracts.cli import main; main()"]
    with tempfile.TemporaryDirectory() as folder:
        words = ["check", family, "--effort", effort, "--seed", str(seed), "--report-dir", folder]
        done = subprocess.run([*program, *words], capture_output=True, text=True, check=False)
        if done.returncode:
            raise BadRun(f"{family}: exit code {done.returncode}\n{(done.stdout + done.stderr)[-1000:]}")
        run = read_record(Path(folder) / "run.jsonl")
    if run.footer is None:
        raise BadRun(f"{family}: the record has no end")
    judged = sum(row.verdict in (Verdict.HOLDS, Verdict.READING) for row in run.verdicts)
    return Measured(run.footer.seconds, run.footer.requests, judged)


def line(family: str, runs: Sequence[Measured]) -> str:
    """The family's row of the table."""
    seconds = median(run.seconds for run in runs)
    requests = median(run.requests for run in runs)
    return f"{family:<12} {seconds:>8.1f} {requests:>9.0f} {requests / seconds:>11.0f} {runs[0].judged:>8}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a run did not end well."""
    parser = argparse.ArgumentParser(prog="benchmark.py", description="Measure the suite on the right server.")
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"one of {', '.join(FAMILIES)}; or all")
    parser.add_argument("--effort", default="standard", choices=["quick", "standard", "deep"])
    parser.add_argument(
        "--runs", type=int, default=3, metavar="N", help="with seeds 1 to N (default: %(default)s)"
    )
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.families) - set(FAMILIES))
    if unknown or options.runs < 1:
        parser.error(f"there is no family {', '.join(unknown)}" if unknown else "--runs is at least 1")
    print(f"{'family':<12} {'seconds':>8} {'requests':>9} {'per second':>11} {'clauses':>8}")
    try:
        for family in options.families or FAMILIES:
            runs = [measure(family, options.effort, seed) for seed in range(1, options.runs + 1)]
            print(line(family, runs), flush=True)
    except BadRun as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
