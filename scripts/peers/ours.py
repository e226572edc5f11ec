"""Our suite, run by its command as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from contact_contracts.judge.verdicts import Verdict
from contact_contracts.record import read_record
from contact_contracts.results import RECORD
from contact_contracts.target import bundled_environment
from scripts.peers.findings import Report
from scripts.peers.places import ROOT
from scripts.proof.targets import target_text

MOST_SECONDS: Final = 600
TRAFFIC: Final = "traffic.jsonl"
_REPORTED: Final = frozenset({Verdict.VIOLATED, Verdict.WARNED})


def run_ours(family: str, url: str, seed: int, folder: Path, *, effort: str) -> Report:
    """Check the server; the exchanges are left in the folder."""
    (folder / "target.toml").write_text(target_text(family, url), encoding="utf-8")
    command = [
        *(sys.executable, str(ROOT / "scripts" / "peers" / "recorded_run.py"), TRAFFIC, "check", family),
        *("--target", "target.toml", "--effort", effort, "--seed", str(seed), "--report-dir", "report"),
    ]
    environment = {**os.environ, **bundled_environment()}
    with (folder / "log").open("wb") as log:
        try:
            subprocess.run(
                command, cwd=folder, env=environment, stdout=log, stderr=log, timeout=MOST_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return Report(trouble=f"did not end within {MOST_SECONDS} s")
    record = folder / "report" / RECORD
    if not record.exists():
        return Report(trouble=(folder / "log").read_text(encoding="utf-8", errors="replace")[-400:])
    run = read_record(record, allow_unfinished=True)
    reported = frozenset(each.clause for each in run.verdicts if each.verdict in _REPORTED)
    return Report(reported, run.footer.requests if run.footer else 0)
