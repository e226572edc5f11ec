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

import httpx
import pytest
from typer.testing import CliRunner, Result

from contact_contracts.cli.command import app

Serving = Callable[..., AbstractContextManager[tuple[subprocess.Popen[str], str]]]
CONTACT = "23456789012345671"
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


def name_contact(target: Path, key: str) -> None:
    """Name a contact in a target file."""
    with target.open("a", encoding="utf-8") as file:
        file.write(f"\n[[everbridge.contacts]]\nid = {key}\n")


def ledger_of(folder: Path, *rows: tuple[str, str], at: str = PLACE) -> Path:
    """A ledger that names these."""
    lines = [json.dumps({"family": "everbridge", "at": at, "name": n, "id": i}) + "\n" for n, i in rows]
    file = folder / "made-cc-00000001.jsonl"
    file.write_text("".join(lines), encoding="utf-8")
    return file


def clean(*words: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["clean", *map(str, words)])


def killed_run(program: list[str], target: Path, folder: Path, enough: Callable[[Path], bool]) -> None:
    """Kill a run once it has done enough, as its report directory or the server shows."""
    words = [*program, "check", "--target", str(target), "--effort", "quick", "--seed", "1"]
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, env=os.environ)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if enough(folder / "report"):
            process.kill()
            process.wait()
            return
    process.kill()
    pytest.fail("the run did not do it")


def has_made_two(report: Path) -> bool:
    """Whether a ledger names two contacts with their ids."""
    texts = [ledger.read_text(encoding="utf-8") for ledger in report.glob("made-*.jsonl")]
    return any(len(re.findall(r'"id": "\d+"', text)) >= 2 for text in texts)


def url_in(said: str) -> str:
    """Where a server says that it listens."""
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found is not None, said
    return found[0]


def contact_at(url: str) -> dict[str, object]:
    """The demo organization's first contact, apart from what every update changes."""
    path = f"/contacts/892807736729062/{CONTACT}"
    shown: dict[str, object] = httpx.get(f"{url}{path}", auth=("demo", "demo")).raise_for_status().json()["result"]
    return {name: value for name, value in shown.items() if not name.startswith("lastModified")}


def test_what_a_killed_run_made_is_removed_and_so_is_its_ledger(
    program: list[str], serving: Serving, tmp_path: Path
) -> None:
    with serving("everbridge", "--port", "0") as (_, said):
        target = target_at(url_in(said), tmp_path)
        killed_run(program, target, tmp_path, has_made_two)
        [ledger] = (tmp_path / "report").glob("made-*.jsonl")
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


def originals_of(folder: Path, key: str) -> Path:
    """A contact as it was."""
    row = {"family": "everbridge", "at": PLACE, "key": key, "time": "2026-11-26T10:00:00+00:00", "record": {}}
    file = folder / "originals-cc-00000001.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("named", "words", "reason"),
    [
        (False, ["--restore"], "the target file does not name it"),
        (True, [], "--restore puts it back"),
        (True, ["--restore"], "Connection refused"),
    ],
)
def test_a_named_contact_that_is_not_put_back_is_told_with_the_place_of_its_original(
    tmp_path: Path, named: bool, words: list[str], reason: str
) -> None:
    target = target_at("http://127.0.0.1:9", tmp_path)
    if named:
        name_contact(target, "7001")
    originals = originals_of(tmp_path, "7001")
    result = clean(originals, "--target", target, *words)
    assert result.exit_code == 3
    assert "left: contact 7001: " in result.output
    assert reason in result.output
    assert str(originals) in result.output
    assert originals.exists()


def test_a_named_contact_of_a_killed_run_is_put_back_and_its_original_goes(
    program: list[str], serving: Serving, tmp_path: Path
) -> None:
    with serving("everbridge", "--port", "0") as (_, said):
        url = url_in(said)
        target = target_at(url, tmp_path, allow_create="false")
        name_contact(target, CONTACT)
        before = contact_at(url)
        killed_run(program, target, tmp_path, lambda _: contact_at(url) != before)
        [originals] = (tmp_path / "report").glob("originals-*.jsonl")
        result = clean(originals, "--target", target, "--restore")
        assert result.exit_code == 0, result.output
        assert f"as it was before the run: contact {CONTACT}" in result.output
        assert contact_at(url) == before
        assert not originals.exists()


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
