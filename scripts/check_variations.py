"""Run the suite against servers that are right in another way; whatever it says against them is a false alarm.

Usage: check_variations.py [FAMILY…] [--only GLOB] [--every N] [--seeds N] [--effort EFFORT] [--jobs N]
       [--out FILE]

Prints one row per variation, then each false alarm with what was expected and observed; exits 1 when there is one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run as a file, not as a module

from scripts.proof.entry import add_runs, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Check; 0 when nothing is said against any variation, 1 otherwise, 2 when nothing matches."""
    return run("scripts.proof.varying", "check", _parser().parse_args(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check_variations.py", description="Look for false alarms.")
    add_runs(parser)
    parser.add_argument("--only", metavar="GLOB", default="*", help="only variations whose name matches")
    parser.add_argument("--every", metavar="N", type=int, default=1, help="only the first of every N")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write the rows here, such as docs/variations.md")
    parser.add_argument("--effort", choices=("quick", "standard", "deep"), default="quick")
    return parser


if __name__ == "__main__":
    sys.exit(main())
