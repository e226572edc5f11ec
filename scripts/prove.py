"""Prove the suite: it finds every fault, blames the right clause, and says nothing against the right server.

Usage: prove.py [FAMILY…] [--fault GLOB] [--every N] [--seeds N] [--jobs N] [--ci] [--resume FILE] [--out FILE]
       [--json FILE]

Each run is a forked process with the suite loaded, against a server of its own that was forked in the same way:
a run in a fresh interpreter costs two seconds more, and there are hundreds. Prints a table and the gaps; exits 1
when there is a gap. With --fault only the faults that match are tried, and the right server is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run as a file, not as a module

from scripts.proof.entry import add_runs, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the proof; 0 when it has no gap, 1 when it has, 2 when no fault matches."""
    return run("scripts.proof.proving", "prove", _parser().parse_args(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="prove.py", description="Prove the suite on faulty servers.")
    add_runs(parser)
    parser.add_argument("--fault", metavar="GLOB", default="*", help="only faults whose id matches")
    parser.add_argument("--every", metavar="N", type=int, default=1, help="only the first fault of every N")
    parser.add_argument("--ci", action="store_true", help="the part that CI does: plain faults, quick, one seed")
    parser.add_argument(
        "--resume", type=Path, metavar="FILE", help="JSON Lines of runs done; added to, not repeated"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the page here, such as docs/proof.md")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the data here, such as docs/proof.json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
