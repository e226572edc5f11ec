"""Ctrl-C and SIGTERM end a run also when the exception that it raises is swallowed on its way."""

from __future__ import annotations

from pathlib import Path

import pytest

from contact_contracts.target import bundled_environment

TESTS = """
import signal
from pathlib import Path
import pytest

pytestmark = pytest.mark.clause("bird.answer.workspace")

def test_that_swallows_the_interrupt():
    try:
        signal.raise_signal(signal.{number})
    except KeyboardInterrupt:
        Path("swallowed").touch()

def test_that_comes_next():
    Path("went-on").touch()
"""
TARGET = """
[bird]
base_url = "http://127.0.0.1:9"
workspace_id = "a1b2c3d4-0000-4000-8000-000000000001"
auth = { scheme = "access-key", key_env = "CONTACT_CONTRACTS_DEMO_TOKEN" }
"""


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_the_test_after_a_lost_interrupt_does_not_run(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in bundled_environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "target.toml").write_text(TARGET)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_lost.py").write_text(TESTS.format(number=number))
    plugins = ("-p", "contact_contracts.plugin", "-p", "no:cacheprovider", "--import-mode=importlib")
    code = pytest.main(["-q", *plugins, "--target", "target.toml"])
    assert (tmp_path / "swallowed").exists()
    assert not (tmp_path / "went-on").exists()
    assert code == pytest.ExitCode.INTERRUPTED
