"""The README of each package shows every operation, and its examples run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from contact_contracts.contract import FAMILIES, load_contract
from scripts.generate_clients import GENERATED
from tests.clients.servers import CREDENTIALS, Running
from tests.clients.test_facades import python_name

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
each_family = pytest.mark.parametrize("family", FAMILIES)


def program_of(family: str) -> str:
    """The examples one after the other, as a reader would try them."""
    return "\n".join(BLOCK.findall((GENERATED / family / "README.md").read_text(encoding="utf-8")))


@each_family
def test_every_operation_is_shown(family: str) -> None:
    program = program_of(family)
    methods = [python_name(operation_id) for operation_id in load_contract(family).operations]
    assert [method for method in methods if f"client.{method}(" not in program] == []


@each_family
def test_the_examples_run(family: str, servers: Running, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(program_of(family), encoding="utf-8")
    settings = {f"{family.upper()}_{name.upper()}": str(value) for name, value in CREDENTIALS[family].items()}
    settings |= {f"{family.upper()}_{name}": f"{servers.url}/{family}" for name in ("BASE_URL", "AUTH_BASE_URL")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "program.py"],
        cwd=tmp_path,
        env={**os.environ, **settings, "PYTHONPATH": str(GENERATED / family)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
