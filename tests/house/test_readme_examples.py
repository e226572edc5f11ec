"""What the README shows was seen: its failing report and its client program are run again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.faults import load_fault
from contact_contracts.plugin.servers import BundledServers
from contact_contracts.target import bundled_environment, load_targets
from tests.house.documents import ROOT, arguments_of, blocks
from tests.traffic.conversations import record, write_har

SHOWN_AT = "http://127.0.0.1:8080"


@pytest.fixture(scope="module")
def fault() -> str:
    """The fault that the README serves."""
    (words,) = [words for words in arguments_of("README.md", "contact-contracts", "serve") if "--fault" in words]
    return words[words.index("--fault") + 1]


@pytest.fixture
def wrong_server(fault: str) -> Iterator[str]:
    """URL of a server with that fault."""
    servers = BundledServers(["everbridge"], fault)
    yield servers.urls["everbridge"]
    servers.stop()


@pytest.fixture
def right_server() -> Iterator[str]:
    """URL of a server without any."""
    servers = BundledServers(["everbridge"])
    yield servers.urls["everbridge"]
    servers.stop()


def test_the_demo_target_is_the_served_one() -> None:
    target = load_targets(ROOT / "examples" / "demo.toml", environment=bundled_environment()).family("everbridge")
    assert target.base_url == SHOWN_AT


def test_the_failing_report_is_what_the_command_says(wrong_server: str, fault: str, tmp_path: Path) -> None:
    """All but the evidence itself, which differs from run to run in ids and times."""
    (check,) = [words for words in arguments_of("README.md", "contact-contracts", "check") if "--seed" in words]
    demo = (ROOT / "examples" / "demo.toml").read_text(encoding="utf-8")
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "demo.toml").write_text(demo.replace(SHOWN_AT, wrong_server), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from contact_contracts.cli import main; main()", "check", *check],
        cwd=tmp_path,
        env={**os.environ, **bundled_environment(), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    said = {_comparable(line) for line in done.stdout.splitlines()}
    (shown,) = blocks("README.md", "text")
    assert [line for line in _stable_lines(shown) if _comparable(line) not in said] == []
    (clause,) = load_fault(fault).breaks
    assert shown.startswith(clause)
    assert load_contract("everbridge").clauses[clause].source.section in shown


def test_the_judged_traffic_is_what_the_command_says(fault: str, tmp_path: Path) -> None:
    """All but the calls, which differ from run to run in ids, times and the port."""
    ((judge, *_), *_) = [
        words for words in arguments_of("README.md", "contact-contracts", "judge") if len(words) == 1
    ]
    write_har(tmp_path / judge, record("everbridge", fault))
    done = subprocess.run(
        [sys.executable, "-c", "from contact_contracts.cli import main; main()", "judge", judge],
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    said = {line.rstrip() for line in done.stdout.splitlines()}
    (shown,) = blocks("README.md", "output")
    assert [line for line in shown.splitlines() if line not in said and line != "…"] == []


def _stable_lines(shown: str) -> list[str]:
    before, _, evidence = shown.partition("\nWhere ")
    lines = [line for line in evidence.splitlines() if line.startswith(("Observed", "Seed", "Again", "At least"))]
    return [line for line in before.splitlines() if line] + lines


def _comparable(line: str) -> str:
    return re.sub(r"\d+", "N", line.rstrip())


def test_the_client_program_runs(right_server: str, tmp_path: Path) -> None:
    (program,) = blocks("README.md", "python")
    (tmp_path / "program.py").write_text(program.replace(SHOWN_AT, right_server), encoding="utf-8")
    clients = str(ROOT / "generated" / "everbridge")
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": clients},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_pytest_lines_run(fault: str, tmp_path: Path) -> None:
    """The one with a fault, narrowed to the clause that it breaks."""
    (words,) = [
        each for each in arguments_of("README.md", ".venv/bin/python", "-m", "pytest") if "--cc-fault" in each
    ]
    narrowed = ["--clause", load_fault(fault).breaks[0], "--effort", "quick", "--cc-report-dir", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words, *narrowed],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert load_fault(fault).breaks[0] in done.stdout
