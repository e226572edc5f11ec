"""The import rules that import-linter cannot see: those of folders outside of the package."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.documents import ROOT

SERVER_SIDE = ("contact_contracts.reference", "contact_contracts.faults", "contact_contracts.variations")


def imported(file: Path) -> Iterator[str]:
    """Names of the modules that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_suite_knows_neither_the_servers_nor_the_command() -> None:
    for file in (ROOT / "contract_tests").rglob("*.py"):
        wrong = [name for name in imported(file) if name.startswith((*SERVER_SIDE, "contact_contracts.cli"))]
        assert wrong == [], file


@pytest.mark.parametrize("folder", ["generated/everbridge", "generated/bird", "generated/conga", "generated/sfmc"])
def test_a_client_does_not_need_this_package(folder: str) -> None:
    for file in (ROOT / folder).rglob("*.py"):
        assert not [name for name in imported(file) if name.startswith("contact_contracts")], file


def test_an_import_from_a_package_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("def late():\n    from contact_contracts import reference\n", encoding="utf-8")
    assert "contact_contracts.reference" in set(imported(file))
