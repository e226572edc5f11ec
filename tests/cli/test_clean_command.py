"""What a killed run has left is removed by its ledger, and nothing else is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from contact_contracts.cli.command import app

Serving = Callable[..., AbstractContextManager[tuple[subprocess.Popen[str], str]]]
PLACE = "http://127.0.0.1:9 892807736729062"
DEMO = Path(__file__).parents[2] / "examples" / "demo.toml"


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT_CONTRACTS_DEMO_USER", "demo")
    monkeypatch.setenv("CONTACT_CONTRACTS_DEMO_PASSWORD", "demo")


def target_at(url: str, folder: Path, **changes: str) -> Path:
    """The target file of the examples, at another place."""
    text = DEMO.read_text(encoding="utf-8").replace("http://127.0.0.1:8080", url)
    for old, new in changes.items():
        text = text.replace(f"{old} = true", f"{old} = {new}")
    file = folder / "target.toml"
    file.write_text(text, encoding="utf-8")
    return file


def ledger_of(folder: Path, *rows: tuple[str, str], at: str = PLACE) -> Path:
    """A ledger that names these."""
    lines = [json.dumps({"family": "everbridge", "at": at, "name": n, "id": i}) + "\n" for n, i in rows]
    file = folder / "made-cc-00000001.jsonl"
    file.write_text("".join(lines), encoding="utf-8")
    return file


def clean(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["clean", *map(str, words)])


def killed_run(program: list[str], target: Path, folder: Path) -> Path:
    """The ledger of a run that was killed once it had made two contacts."""
    words = [*program, "check", "--target", str(target), "--effort", "quick", "--seed", "1"]
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, env=os.environ)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for ledger in (folder / "report").glob("made-*.jsonl"):
            if len(re.findall(r'"id": "\d+"', ledger.read_text(encoding="utf-8"))) >= 2:
                process.kill()
                process.wait()
                return ledger
    process.kill()
    pytest.fail("the run made nothing")


def test_what_a_killed_run_made_is_removed_and_so_is_its_ledger(
    program: list[str], serving: Serving, tmp_path: Path
) -> None:
    with serving("everbridge", "--port", "0") as (_, said):
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found is not None, said
        target = target_at(found[0], tmp_path)
        ledger = killed_run(program, target, tmp_path)
        text = ledger.read_text(encoding="utf-8")
        result = clean(ledger, "--target", target)
        assert result.exit_code == 0, result.output
        assert result.output.count("removed, or gone already: cc-") >= 2
        assert not ledger.exists()
        ledger.write_text(text, encoding="utf-8")
        assert clean(ledger, "--target", target).exit_code == 0, "a stale ledger is no trouble"


def test_what_cannot_be_removed_stays_and_so_does_its_ledger(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, ("cc-00000001-0001", "5001"), ("someone", "5002"))
    result = clean(ledger, "--target", target_at("http://127.0.0.1:9", tmp_path, allow_delete="false"))
    assert result.exit_code == 3
    assert "left: cc-00000001-0001: the target file does not allow to delete it" in result.output
    assert "left: someone: its name does not carry the run's mark" in result.output
    assert ledger.exists()


def test_originals_beside_the_ledger_are_left_to_be_put_back(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, ("cc-00000001-0001", ""))
    originals = tmp_path / "originals-cc-00000001.jsonl"
    originals.write_text("{}\n", encoding="utf-8")
    result = clean(ledger, "--target", target_at("http://127.0.0.1:9", tmp_path))
    assert result.exit_code == 3
    assert str(originals) in result.output
    assert originals.exists()


def test_a_ledger_of_another_target_is_refused(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, ("cc-00000001-0001", "5001"))
    result = clean(ledger, "--target", target_at("http://127.0.0.1:10", tmp_path))
    assert result.exit_code == 2
    assert "is about http://127.0.0.1:9" in result.output


@pytest.mark.parametrize("line", ["no JSON", "[]", '{"name": "cc-00000001-0001", "id": "1"}'])
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, line: str) -> None:
    ledger = ledger_of(tmp_path)
    ledger.write_text(f"{line}\n", encoding="utf-8")
    assert clean(ledger, "--target", target_at("http://127.0.0.1:9", tmp_path)).exit_code == 2


def test_a_missing_ledger_or_target_file_is_refused(tmp_path: Path) -> None:
    target = target_at("http://127.0.0.1:9", tmp_path)
    assert clean(tmp_path / "made-cc-00000002.jsonl", "--target", target).exit_code == 2
    ledger = ledger_of(tmp_path, ("cc-00000001-0001", "5001"))
    assert clean(ledger, "--target", tmp_path / "none.toml").exit_code == 2
