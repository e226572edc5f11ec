"""The books agree: clauses, the suite's tests that exercise them, and the faults that break them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from contact_contracts.cli.suite import SuiteTest, suite_tests
from contact_contracts.contract import FAMILIES, Clause, load_contract, suite_dir
from contact_contracts.contract.model import Source
from contact_contracts.faults import all_faults

EXCUSE = "Not tested:"
"""How the note of a clause begins that no test can exercise; the reason follows."""

each_family = pytest.mark.parametrize("family", FAMILIES)


def untested(clauses: Iterable[Clause], tests: Iterable[SuiteTest]) -> list[str]:
    """The clauses that no test exercises and whose note gives no reason for that."""
    known = list(tests)
    return [
        clause.id
        for clause in clauses
        if not any(test.exercises(clause.id) for test in known) and not clause.note.startswith(EXCUSE)
    ]


def excused_in_vain(clauses: Iterable[Clause], tests: Iterable[SuiteTest]) -> list[str]:
    """The clauses that have a test, and yet a note that says that they cannot have one."""
    known = list(tests)
    return [
        clause.id
        for clause in clauses
        if clause.note.startswith(EXCUSE) and any(test.exercises(clause.id) for test in known)
    ]


def _clause(note: str = "") -> Clause:
    source = Source("page", "section")
    return Clause("bird.a.b", "bird", "documented", "It is so.", source, (), "", ("answer",), note)


def test_a_clause_without_a_test_is_noticed_unless_its_note_says_why() -> None:
    other = SuiteTest("bird/test_a.py::test_c", 1, ("bird.a.c",))
    assert untested([_clause()], [other]) == ["bird.a.b"]
    assert untested([_clause("Some remark.")], [other]) == ["bird.a.b"]
    assert untested([_clause(f"{EXCUSE} nothing shows it.")], [other]) == []


def test_a_clause_with_a_test_needs_no_excuse() -> None:
    its_own = SuiteTest("bird/test_a.py::test_b", 1, ("bird.a.b",))
    assert untested([_clause()], [its_own]) == []
    assert excused_in_vain([_clause()], [its_own]) == []
    assert excused_in_vain([_clause(f"{EXCUSE} nothing shows it.")], [its_own]) == ["bird.a.b"]


@each_family
def test_every_clause_has_a_test_or_a_reason_why_not(family: str) -> None:
    clauses, tests = load_contract(family).clauses.values(), suite_tests(family)
    assert untested(clauses, tests) == []
    assert excused_in_vain(clauses, tests) == []


@each_family
def test_every_test_of_the_suite_names_a_clause(family: str) -> None:
    tests = suite_tests(family)
    assert tests, f"the suite has no test for {family}"
    assert [test.place for test in tests if not test.clauses] == []


@each_family
def test_every_marker_of_the_suite_names_a_clause_of_its_family(family: str) -> None:
    known = load_contract(family).clauses
    assert [(test.place, name) for test in suite_tests(family) for name in test.clauses if name not in known] == []


@each_family
def test_every_clause_that_is_not_open_has_a_fault_that_breaks_it(family: str) -> None:
    broken = {clause for fault in all_faults(family) for clause in fault.breaks}
    clauses = load_contract(family).clauses.values()
    assert [clause.id for clause in clauses if clause.level != "open" and clause.id not in broken] == []


@each_family
def test_every_fault_breaks_clauses_of_its_family(family: str) -> None:
    known = load_contract(family).clauses
    named = [(fault.id, name) for fault in all_faults(family) for name in (*fault.breaks, *fault.also)]
    assert [(fault, name) for fault, name in named if name not in known] == []


def test_markers_may_name_a_constant_of_their_file(tmp_path: Path) -> None:
    lines = ["import pytest", 'THESE = ("bird.a.b", "bird.a.c")']
    lines += ['@pytest.mark.clause(*THESE, "bird.a.d")', "def test_it(): ..."]
    (tmp_path / "bird").mkdir()
    (tmp_path / "bird" / "test_a.py").write_text("\n".join(lines), encoding="utf-8")
    (found,) = suite_tests("bird", tmp_path)
    assert found.clauses == ("bird.a.b", "bird.a.c", "bird.a.d")


def test_a_turn_for_one_kind_of_membership_names_no_clause_of_another() -> None:
    """Else a target that lacks lists would be said to lack them for the clauses of accounts as well."""
    path = suite_dir() / "bird" / "test_memberships.py"
    spec = spec_from_file_location("memberships_of_the_suite", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    turns = [
        turn
        for name, test in vars(module).items()
        if name.startswith("test_")
        for mark in getattr(test, "pytestmark", ())
        if mark.name == "parametrize"
        for turn in mark.args[1]
    ]
    assert turns
    for turn in turns:
        named = {clause for mark in turn.marks for clause in mark.args} - {"bird.answer.reads-back"}
        assert {clause.split(".")[1] for clause in named} == {turn.id}
