"""The wheel alone is enough: installed into an empty environment, it serves and checks, far from any checkout."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import version
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

from contact_contracts.contract import FAMILIES, load_contract
from contact_contracts.record import read_record, validate_record

ROOT: Final = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds nothing but the wheel and what it needs."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--constraint", str(ROOT / "constraints.txt"), str(wheel)], check=True)
    return programs


def _run(installed: Path, directory: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(installed / "contact-contracts"), *words]
    return subprocess.run(command, cwd=directory, env=_bare(), capture_output=True, text=True, check=False)


def _bare() -> dict[str, str]:
    """The environment without what could lead back to the checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def test_contracts_and_suite_are_in_the_wheel(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    for family in FAMILIES:
        for file in ("openapi.yaml", "clauses.yaml"):
            assert f"contact_contracts/_data/specs/{family}/{file}" in names
    tests = [path.relative_to(ROOT).as_posix() for path in (ROOT / "contract_tests").rglob("*.py")]
    assert {f"contact_contracts/_data/{test}" for test in tests} <= names
    assert not [name for name in names if name.startswith(("tests/", "scripts/", "generated/"))]


def test_only_what_server_and_suite_need_is_installed(installed: Path) -> None:
    """Tools of the project's own development and its peers stay away."""
    listing = [str(installed / "python"), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"]
    done = subprocess.run(listing, env=_bare(), capture_output=True, text=True, check=True)
    present = {package["name"].lower().replace("_", "-") for package in json.loads(done.stdout)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    developers = {wanted.split("=")[0].split(">")[0] for wanted in project["optional-dependencies"]["dev"]}
    assert present & developers == set()


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, tmp_path, "--version")
    assert done.stdout == f"contact-contracts {version('contact-contracts')}\n"


def test_the_installed_command_knows_every_clause_and_its_tests(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, tmp_path, "clauses", "--json")
    entries = json.loads(done.stdout)
    assert {entry["id"] for entry in entries} == {name for f in FAMILIES for name in load_contract(f).clauses}
    assert any(entry["tests"] for entry in entries)


def test_the_installed_command_checks_the_bundled_server(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, tmp_path, "check", "everbridge", "--effort", "quick")
    assert done.returncode == 0, done.stdout + done.stderr
    record = tmp_path / "report" / "run.jsonl"
    validate_record(record)
    run = read_record(record)
    assert run.footer is not None
    assert run.footer.complete
    assert {row.clause for row in run.verdicts} == set(load_contract("everbridge").clauses)


def test_the_installed_command_serves(installed: Path, tmp_path: Path) -> None:
    server = subprocess.Popen(
        [str(installed / "contact-contracts"), "serve"],
        cwd=tmp_path,
        env=_bare(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    printed = []
    for line in server.stdout:
        printed.append(line)
        if "Ctrl-C" in line:
            break
    server.send_signal(signal.SIGINT)
    rest, complaints = server.communicate(timeout=30)
    assert server.returncode == 0, complaints
    text = "".join(printed)
    assert all(f"# {family}: http://127.0.0.1:" in text for family in FAMILIES), text + rest + complaints
