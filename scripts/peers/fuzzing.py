"""Schemathesis, as it comes and with a short check of its own that reads back what was written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from scripts.peers.findings import Report
from scripts.peers.places import PLACES, ROOT, spec_of

MOST_EXAMPLES: Final = 30
MOST_SECONDS: Final = 10
SETTINGS: Final = (
    f"all phases and checks, --max-examples {MOST_EXAMPLES}, --max-time {MOST_SECONDS}, --continue-on-failure, "
    "no shrinking, no example database; the organization or workspace is given"
)
HELPED: Final = "the same, with a contact that exists, without its removal, and with scripts/peers/read_back.py"


def run_stock(family: str, url: str, seed: int, folder: Path) -> Report:
    """Run it with what its documentation tells a newcomer to set."""
    return _run(family, url, seed, folder, helped=False)


def run_helped(family: str, url: str, seed: int, folder: Path) -> Report:
    """Run it with its best chance."""
    return _run(family, url, seed, folder, helped=True)


def _run(family: str, url: str, seed: int, folder: Path, *, helped: bool) -> Report:
    place = PLACES[family]
    known = {**place.account, **(place.contact if helped else {})}
    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in known.items()]
    (folder / "schemathesis.toml").write_text("\n".join(["[parameters]", *lines, ""]), encoding="utf-8")
    command = _command(family, url, seed)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if helped:
        command += [word for operation in place.sweeping for word in ("--exclude-operation-id", operation)]
        environment |= {
            "SCHEMATHESIS_HOOKS": "scripts.peers.read_back",
            "PEER_FAMILY": family,
            "PEER_URL": url,
            "PEER_COUNT": str(folder / "count"),
        }
    with (folder / "log").open("wb") as log:
        try:  # its own folder keeps findings from one server to the next out of reach
            subprocess.run(
                command, cwd=folder, env=environment, stdout=log, stderr=log, timeout=8 * MOST_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            return Report(trouble=f"gave no report within {8 * MOST_SECONDS} s")
    return _report(folder)


def _command(family: str, url: str, seed: int) -> list[str]:
    schemathesis = str(Path(sys.executable).with_name("schemathesis"))
    return [
        *(schemathesis, "--config-file", "schemathesis.toml", "run", str(spec_of(family)), "--url", url),
        *("--header", f"Authorization: {PLACES[family].authorization}", "--generation-database", "none"),
        *("--max-examples", str(MOST_EXAMPLES), "--max-time", str(MOST_SECONDS), "--seed", str(seed)),
        *("--no-shrink", "--continue-on-failure", "--request-timeout", "5", "--no-color"),
        *("--report", "json,ndjson", "--report-json-path", "report.json", "--report-ndjson-path", "events"),
    ]


def _report(folder: Path) -> Report:
    try:
        told = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return Report(trouble=(folder / "log").read_text(encoding="utf-8", errors="replace")[-400:])
    count = folder / "count"
    extra = int(count.read_text(encoding="utf-8")) if count.exists() else 0
    lines = (folder / "events").read_text(encoding="utf-8").splitlines()
    complaints = frozenset(
        _words(each) for line in lines if '"failure":{' in line for each in failures_in(json.loads(line))
    )
    return Report(complaints, told["test_cases"]["generated"] + extra)


def failures_in(told: Any) -> Iterator[dict[str, Any]]:
    """Every failure that an event of its log holds, however deep."""
    if isinstance(told, dict):
        if isinstance(told.get("failure"), dict):
            yield told["failure"]
        for value in told.values():
            yield from failures_in(value)
    elif isinstance(told, list):
        for value in told:
            yield from failures_in(value)


def _words(failure: dict[str, Any]) -> str:
    """Kind and operation; of a check of one's own also what it says. Values drawn by chance are left out."""
    words = f"{failure['title']}: {failure['operation']}"
    own = "reads back" in failure["message"]
    return f"{words}: {failure['message'].splitlines()[0]}" if own else words
