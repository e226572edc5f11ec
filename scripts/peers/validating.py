"""openapi-core on the exchanges of our own run: what a validator sees when somebody else makes the calls."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

from scripts.peers.findings import Report
from scripts.peers.ours import TRAFFIC
from scripts.peers.places import ROOT, spec_of

WANTED: Final = "openapi-core"
_ENVIRONMENT: Final = ROOT / "build" / "peers"
_PYTHON: Final = _ENVIRONMENT / "bin" / "python"
MOST_SECONDS: Final = 300


def requirement() -> str:
    """What the project's extra `peers` asks for, as pip takes it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: list[str] = project["optional-dependencies"]["peers"]
    return next(each for each in found if each.startswith(WANTED))


def prepare() -> None:
    """Make the environment that has openapi-core, once."""
    if _PYTHON.exists():
        return
    subprocess.run([sys.executable, "-m", "venv", str(_ENVIRONMENT)], check=True)
    wanted = [requirement(), "pyyaml"]
    subprocess.run([str(_PYTHON), "-m", "pip", "install", "--quiet", *wanted], check=True)


def run_validator(family: str, url: str, ours: Report, folder: Path) -> Report:
    """Validate what our run left in the folder."""
    traffic = folder / TRAFFIC
    if not traffic.exists():
        return Report(trouble="our run left no traffic")
    command = [str(_PYTHON), str(ROOT / "scripts" / "peers" / "traffic_check.py"), str(spec_of(family)), url]
    try:
        ended = subprocess.run(
            [*command, str(traffic)], capture_output=True, text=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Report(trouble=f"did not end within {MOST_SECONDS} s")
    if ended.returncode:
        return Report(trouble=ended.stderr[-400:])
    return Report(frozenset(json.loads(ended.stdout)), ours.requests)
