"""The command with the real suite, narrowed to one clause: each way to end is reached once."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from contact_contracts.judge.verdicts import Verdict
from contact_contracts.record import read_record, validate_record
from contact_contracts.target import bundled_environment

CLAUSE = "everbridge.groups.joined"
TARGET = """
[everbridge]
base_url = "{url}"
organization_id = 892807736729062
auth = {{ scheme = "bearer", token_env = "CONTACT_CONTRACTS_DEMO_TOKEN" }}
allow_writes = true
allow_create = true
allow_delete = true
{more}
"""


@pytest.fixture
def check(program: list[str], tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Check one clause of Everbridge, quickly, in an empty directory."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program, "check", "everbridge", "--clause", CLAUSE, "--effort", "quick", *words],
            cwd=tmp_path,
            env={**os.environ, **bundled_environment()},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


Check = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., AbstractContextManager[tuple[subprocess.Popen[str], str]]]


def test_the_bundled_server_keeps_the_clause(check: Check, tmp_path: Path) -> None:
    done = check("--seed", "5")
    assert done.returncode == 0, done.stdout + done.stderr
    record = tmp_path / "report" / "run.jsonl"
    validate_record(record)
    run = read_record(record)
    assert [(row.clause, row.verdict) for row in run.verdicts] == [(CLAUSE, Verdict.HOLDS)]
    assert run.header.seed == 5


def test_a_known_deviation_that_no_longer_occurs_ends_with_4(
    check: Check, serving: Serving, tmp_path: Path
) -> None:
    known = f'known_deviations = [{{ clause = "{CLAUSE}", reason = "ticket 12" }}]'
    with serving("everbridge") as (_, printed):
        url = printed.partition("# everbridge: ")[2].split()[0]
        (tmp_path / "t.toml").write_text(TARGET.format(url=url, more=known))
        done = check("--target", "t.toml")
    assert done.returncode == 4, done.stdout + done.stderr
    assert "known deviation no longer occurs: ticket 12" in done.stdout


def test_a_target_that_nobody_serves_is_blocked_and_ends_with_3(check: Check, tmp_path: Path) -> None:
    """And its credentials are written down nowhere."""
    (tmp_path / "t.toml").write_text(TARGET.format(url="http://127.0.0.1:9", more=""))
    done = check("--target", "t.toml")
    assert done.returncode == 3, done.stdout + done.stderr
    assert "blocked (1)" in done.stdout
    written = "".join(path.read_text() for path in (tmp_path / "report").iterdir())
    token = bundled_environment()["CONTACT_CONTRACTS_DEMO_TOKEN"]
    assert token not in written + done.stdout + done.stderr
