"""Generating the clients: always the same bytes, and stale files are found and named."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

from contact_contracts.contract import FAMILIES
from scripts import generate_clients
from scripts.generate_clients import (
    GENERATED,
    GenerationError,
    bring_up_to_date,
    check_pins,
    differences,
    files_of,
    generate,
    main,
)

ROOT = Path(__file__).parents[2]


def test_two_runs_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        generate("conga", tmp_path / seed)
    assert files_of(tmp_path / "1") == files_of(tmp_path / "2") != {}


def test_a_committed_client_is_what_its_spec_gives() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "scripts/generate_clients.py", "--check", "sfmc"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("family", FAMILIES)
def test_a_client_is_a_typed_package_without_traces_of_the_machine(family: str) -> None:
    files = files_of(GENERATED / family)
    assert f"{family}_contacts/py.typed" in files
    assert f'name = "{family}-contacts"'.encode() in files["pyproject.toml"]
    unwanted = (str(ROOT).encode(), b"object at 0x")
    assert not [name for name, content in files.items() if any(text in content for text in unwanted)]


def test_differences_are_missing_stale_or_left_over() -> None:
    wanted = {"a": b"1", "b": b"2", "c": b"3"}
    present = {"b": b"2", "c": b"old", "d": b"4"}
    assert differences(wanted, present) == {"a": "missing", "c": "stale", "d": "left over"}
    assert differences(wanted, wanted) == {}


def test_a_folder_is_brought_up_to_date_and_by_products_stay(tmp_path: Path) -> None:
    for name in ("old/gone.py", "kept.py", "__pycache__/kept.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    wanted = {"kept.py": b"2", "new/made.py": b"3"}
    bring_up_to_date(tmp_path, wanted, differences(wanted, files_of(tmp_path)))
    assert files_of(tmp_path) == wanted
    assert not (tmp_path / "old").exists()
    assert (tmp_path / "__pycache__/kept.pyc").exists()


def test_check_names_a_stale_file_and_leaves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate_clients, "GENERATED", tmp_path)
    assert main(["conga"]) == 0
    capsys.readouterr()
    stale = tmp_path / "conga/conga_contacts/types.py"
    stale.write_text("edited by hand")
    assert main(["--check", "conga"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "stale: generated/conga/conga_contacts/types.py"
    assert stale.read_text() == "edited by hand"


def test_another_version_of_a_tool_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate_clients, "version", lambda _: "0.0.1")
    with pytest.raises(GenerationError, match=r"openapi-python-client 0\.0\.1 is installed, .* is pinned"):
        check_pins()


def test_a_tool_that_is_not_pinned_is_refused(tmp_path: Path) -> None:
    pyproject = tmp_path / "pyproject.toml"
    installed = importlib.metadata.version("openapi-python-client")
    pyproject.write_text(
        f'[project.optional-dependencies]\ndev = ["openapi-python-client=={installed}", "ruff"]\n'
    )
    with pytest.raises(GenerationError, match="does not pin ruff"):
        check_pins(pyproject)


def test_an_unknown_family_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["acme"])
    assert caught.value.code == 2
    assert "choose from everbridge, bird, conga, sfmc" in capsys.readouterr().err


def test_a_spec_that_the_generator_warns_about_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = (ROOT / "specs/conga/openapi.yaml").read_text()
    (tmp_path / "openapi.yaml").write_text(spec.replace('type: [integer, "null"]', "enum: [1, x]"))
    monkeypatch.setattr(generate_clients, "specs_dir", lambda _: tmp_path)
    with pytest.raises(GenerationError, match="conga: "):
        generate("conga", tmp_path / "output")
