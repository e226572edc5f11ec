"""Run the suite against servers that are right in another way; whatever it says against them is a false alarm.

Usage: check_variations.py [FAMILY…] [--only GLOB] [--seeds N] [--effort EFFORT] [--jobs N]

Prints one row per variation, then each false alarm with what was expected and observed; exits 1 when there is one.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run as a file, not as a module

from scripts.proof.nursery import Nursery


def main(arguments: Sequence[str] | None = None) -> int:
    """Check; 0 when nothing is said against any variation, 1 otherwise, 2 when nothing matches."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # leave no server behind
    nursery = Nursery()  # before the suite is imported, so that it does not inherit it
    try:
        code: int = import_module("scripts.proof.varying").check(options, nursery)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        code = 1
    finally:
        nursery.close()
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check_variations.py", description="Look for false alarms.")
    parser.add_argument(
        "families", nargs="*", metavar="FAMILY", help="one of everbridge, bird, conga, sfmc; or all"
    )
    parser.add_argument("--only", metavar="GLOB", default="*", help="only variations whose name matches")
    parser.add_argument("--seeds", type=int, default=1, metavar="N", help="seeds 1 to N (default: %(default)s)")
    parser.add_argument("--effort", choices=("quick", "standard", "deep"), default="quick")
    parser.add_argument(
        "--jobs", type=int, default=2, metavar="N", help="runs side by side (default: %(default)s)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
