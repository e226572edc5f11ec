"""What those scripts share that run the suite, or its peers, beside a nursery of servers."""

from __future__ import annotations

import argparse
import signal
import sys
from importlib import import_module

from contact_contracts.contract import FAMILIES, did_you_mean
from scripts.proof.nursery import Nursery


def family(name: str) -> str:
    """Return a family's name as argparse wants it done."""
    if name not in FAMILIES:
        hint = did_you_mean(name, FAMILIES)
        raise argparse.ArgumentTypeError(f"there is no family {name}{hint}; choose among {', '.join(FAMILIES)}")
    return name


def add_runs(parser: argparse.ArgumentParser) -> None:
    """Add what says which families are run, with which seeds, and how many runs at once."""
    parser.add_argument(
        "families", nargs="*", type=family, metavar="FAMILY", help=f"one of {', '.join(FAMILIES)}; or all"
    )
    parser.add_argument("--seeds", type=int, default=1, metavar="N", help="seeds 1 to N (default: %(default)s)")
    add_jobs(parser)


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add how many runs there are at once."""
    parser.add_argument(
        "--jobs", type=int, default=2, metavar="N", help="runs side by side (default: %(default)s)"
    )


def run(module: str, function: str, options: argparse.Namespace) -> int:
    """Call ``module.function(options, nursery)``, and leave no server behind; return its exit code.

    It is named and not given, for the nursery has to be made before the suite is imported.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    nursery = Nursery()
    try:
        code: int = getattr(import_module(module), function)(options, nursery)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        code = 1
    finally:
        nursery.close()
    return code
