"""The commands that tell of clauses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from contact_contracts.cli import faults
from contact_contracts.cli.suite import suite_tests
from contact_contracts.contract import FAMILIES, load_contract
from contact_contracts.faults import Fault

Command = Callable[..., Result]


def test_every_clause_of_a_family_is_listed(command: Command) -> None:
    listed = command("clauses", "conga").output
    clauses = load_contract("conga").clauses
    assert all(f"{clause}  " in listed for clause in clauses)
    assert f"{len(clauses)} clauses" in listed


def test_clauses_can_be_limited_to_a_level(command: Command) -> None:
    entries = json.loads(command("clauses", "--level", "open", "--json").stdout)
    assert {entry["level"] for entry in entries} == {"open"}
    assert {entry["family"] for entry in entries} == set(FAMILIES)


def test_the_ledger_names_the_tests_of_a_clause(small_suite: Path, command: Command) -> None:
    entries = {entry["id"]: entry for entry in json.loads(command("clauses", "bird", "--json").stdout)}
    assert entries["bird.partial.unsent-kept"]["tests"] == ["bird/test_lists.py::test_it"]
    assert entries["bird.identifiers.counted"]["tests"] == []
    assert entries["bird.lists.set"]["source"]["page"]


def test_markers_are_found_on_modules_classes_and_functions(small_suite: Path) -> None:
    tests = {test.place.removeprefix("bird/test_lists.py::"): test for test in suite_tests("bird", small_suite)}
    assert set(tests) == {"test_it", "TestGroup::test_inside"}
    assert tests["TestGroup::test_inside"].clauses == (
        "bird.lists.*",
        "bird.schema.no-server-error",
        "bird.error.shape",
    )
    assert tests["test_it"].exercises("bird.lists.set")
    assert not tests["test_it"].exercises("bird.error.shape")


def test_an_unknown_family_ends_with_2(command: Command) -> None:
    assert command("clauses", "everbrige").exit_code == 2


def test_a_clause_is_explained(small_suite: Path, command: Command) -> None:
    result = command("explain", "bird.partial.unsent-kept")
    clause = load_contract("bird").clauses["bird.partial.unsent-kept"]
    assert result.exit_code == 0, result.output
    for told in (clause.statement, clause.level, clause.source.section, clause.pointer, "test_lists.py::test_it"):
        assert told in result.output
    assert all(operation in result.output for operation in clause.operations)


def test_the_faults_that_break_a_clause_are_named(
    small_suite: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Fault("bird/loses-the-rest", "bird", ("bird.partial.unsent-kept",), (), False, "Loses it.", object)
    other = Fault("bird/miscounts", "bird", ("bird.identifiers.counted",), (), False, "Miscounts.", object)
    monkeypatch.setattr(faults, "all_faults", lambda _: (broken, other))
    told = command("explain", "bird.partial.unsent-kept").output
    assert "bird/loses-the-rest: Loses it." in told
    assert "bird/miscounts" not in told


@pytest.mark.parametrize("name", ["bird.partial.unsent-kep", "nonsense"])
def test_an_unknown_clause_ends_with_2_as_an_unknown_family_does(command: Command, name: str) -> None:
    result = command("explain", name)
    assert result.exit_code == 2
    assert f"there is no clause {name}" in result.stderr


def test_the_nearest_clause_is_named(command: Command) -> None:
    assert "did you mean bird.partial.unsent-kept" in command("explain", "bird.partial.unsent-kep").stderr
