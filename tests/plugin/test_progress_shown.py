"""How far a run has come is shown once: by pytest where its reporter is there, else by the suite."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from contact_contracts.contract import suite_dir
from contact_contracts.target import bundled_environment

TARGET = """
[conga]
base_url = "http://127.0.0.1:9"
auth = { scheme = "bearer", token_env = "CONTACT_CONTRACTS_DEMO_TOKEN" }
"""


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize(("words", "shown_by_the_suite"), [((), False), (("-p", "no:terminal"), True)])
def test_progress_is_shown_once_wherever_the_suite_lies(
    tmp_path: Path, words: tuple[str, ...], shown_by_the_suite: bool, inside: bool
) -> None:
    (tmp_path / "target.toml").write_text(TARGET, encoding="utf-8")
    suite = suite_dir()
    if inside:
        suite = Path(shutil.copytree(suite, tmp_path / "contract_tests"))
    place = suite / "conga" / "test_ids.py"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        os.devnull,
        "-p",
        "no:cacheprovider",
        "--target",
        "target.toml",
    ]
    environment = {**os.environ, **bundled_environment()}
    done = subprocess.run(
        [*command, *words, str(place)], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stderr
    assert ("test_ids.py" in done.stderr) is shown_by_the_suite
    assert ("EEE" in done.stdout) is not shown_by_the_suite
