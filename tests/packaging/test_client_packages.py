"""Each client is a package of its own: installed into an empty environment, it imports and knows its contract."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

import pytest

from contact_contracts.contract import FAMILIES
from scripts.generate_clients import GENERATED, package_version, spec_of

ROOT: Final = Path(__file__).resolve().parents[2]
NEEDED: Final = {"anyio", "attrs", "httpx"}
each_family = pytest.mark.parametrize("family", FAMILIES)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds nothing but the clients and what they need."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(home, with_pip=True)
    found = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(found), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    folders = [str(GENERATED / family) for family in FAMILIES]
    subprocess.run([*install, "--constraint", str(ROOT / "constraints.txt"), *folders], check=True)
    return found


@each_family
def test_an_installed_client_imports_and_tells_its_contract(family: str, python: Path, tmp_path: Path) -> None:
    program = (
        f"import json, importlib.metadata as m, importlib.resources as r, {family}_contacts as p\n"
        f"print(json.dumps([p.__version__, m.version('{family}-contacts'), (r.files(p) / 'py.typed').is_file()]))"
    )
    done = subprocess.run(
        [str(python), "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    version = package_version(spec_of(family))
    assert json.loads(done.stdout) == [version, version, True]


@each_family
def test_a_client_imports_only_what_it_says_it_needs(family: str) -> None:
    imported = set()
    for module in (GENERATED / family).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(str(node.module).partition(".")[0])
    assert imported - sys.stdlib_module_names <= NEEDED


@each_family
def test_another_contract_is_another_version(family: str, tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_bytes(spec_of(family).read_bytes() + b"\n")
    assert package_version(spec) != package_version(spec_of(family))
