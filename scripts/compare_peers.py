"""Compare the suite with other ways of testing an API: the same servers, contract and credentials for all.

Usage: compare_peers.py [--families F,…] [--peers P,…] [--of-a-kind K | --all] [--seed N] [--effort E] [--jobs N]

Writes docs/comparison.json, and docs/comparison.md from it. With --page only the page is written again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run as a file, not as a module

from scripts.proof.entry import add_jobs, run

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the comparison; 0 when it was done, 2 when the options name nothing."""
    return run("scripts.peers.comparing", "compare", _parser().parse_args(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="compare_peers.py", description="Compare the suite with its peers.")
    parser.add_argument("--families", default="", metavar="F,…", help="only these (default: all)")
    parser.add_argument("--peers", default="", metavar="P,…", help="only these (default: all)")
    parser.add_argument("--of-a-kind", type=int, metavar="K", help="so many plain and rare faults (default: 3)")
    parser.add_argument("--all", action="store_true", help="every fault and variation; takes hours")
    parser.add_argument(
        "--minutes", type=float, metavar="M", help="start no run later than this (default: 14; with --all, none)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the runs (default: %(default)s)")
    parser.add_argument("--effort", default="quick", help="effort of our suite (default: %(default)s)")
    add_jobs(parser)
    parser.add_argument("--folder", type=Path, default=ROOT / "docs", help="where the page goes")
    parser.add_argument("--page", action="store_true", help="only write the page again from its JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
