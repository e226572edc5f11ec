"""Which tests of the suite exercise a clause, read from their files without running them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from contact_contracts.contract import suite_dir

_MARKER = "pytest.mark.clause"


@dataclass(frozen=True)
class SuiteTest:
    """A test and the clauses that its markers name."""

    place: str
    """File below the suite's folder, and the names of class and function: ``bird/test_lists.py::test_set``."""
    line: int
    clauses: tuple[str, ...]

    def exercises(self, clause: str) -> bool:
        """Whether a marker names the clause, or matches it as a pattern."""
        return any(fnmatchcase(clause, marked) for marked in self.clauses)


def suite_tests(family: str, root: Path | None = None) -> tuple[SuiteTest, ...]:
    """Return a family's tests in the order of files and lines."""
    folder = (root or suite_dir()) / family
    files = sorted(folder.rglob("test_*.py"))
    return tuple(test for file in files for test in _tests_in(file, folder.parent))


class _SpelledOut(ast.NodeTransformer):
    """Puts a module's texts in place of its name: ``clause(*THESE)`` for ``THESE = ("a", "b")``."""

    def __init__(self, module: ast.Module) -> None:
        self.constants = {
            name.id: node.value.elts
            for node in module.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple | ast.List)
            for name in node.targets
            if isinstance(name, ast.Name)
        }

    def visit_Starred(self, node: ast.Starred) -> Any:
        """Return what the starred name stands for, or leave it."""
        return self.constants.get(node.value.id, node) if isinstance(node.value, ast.Name) else node


def _tests_in(file: Path, root: Path) -> Iterator[SuiteTest]:
    tree = ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
    tree = _SpelledOut(tree).visit(tree)
    yield from _tests_below(tree, file.relative_to(root).as_posix(), ())


def _tests_below(parent: ast.Module | ast.ClassDef, place: str, above: tuple[str, ...]) -> Iterator[SuiteTest]:
    marked = above + _module_or_class_marks(parent)
    for node in parent.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
            yield SuiteTest(f"{place}::{node.name}", node.lineno, marked + _decorators(node))
        elif isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _tests_below(node, f"{place}::{node.name}", marked + _decorators(node))
        elif isinstance(node, ast.Assign) and isinstance(parent, ast.Module):
            # A state machine becomes a test by assignment: TestSequences = Machine.TestCase
            yield from _assigned_test(node, place, marked)


def _assigned_test(node: ast.Assign, place: str, marked: tuple[str, ...]) -> Iterator[SuiteTest]:
    for name in node.targets:
        if isinstance(name, ast.Name) and name.id.lower().startswith("test"):
            yield SuiteTest(f"{place}::{name.id}", node.lineno, marked + _marks_in(node.value))


def _module_or_class_marks(parent: ast.Module | ast.ClassDef) -> tuple[str, ...]:
    """Return what ``pytestmark = …`` in the body says."""
    marks: tuple[str, ...] = ()
    for node in parent.body:
        if isinstance(node, ast.Assign) and any(_is_pytestmark(name) for name in node.targets):
            marks += _marks_in(node.value)
    return marks


def _is_pytestmark(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "pytestmark"


def _decorators(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> tuple[str, ...]:
    return tuple(mark for decorator in node.decorator_list for mark in _marks_in(decorator))


def _marks_in(node: ast.expr) -> tuple[str, ...]:
    """Return the texts given to clause markers anywhere in an expression."""
    calls = (call for call in ast.walk(node) if isinstance(call, ast.Call) and ast.unparse(call.func) == _MARKER)
    texts = (word.value for call in calls for word in call.args if isinstance(word, ast.Constant))
    return tuple(text for text in texts if isinstance(text, str))
