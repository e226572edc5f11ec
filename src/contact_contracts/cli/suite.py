"""Which tests of the suite exercise a clause: collected as pytest does, and not run."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from contact_contracts.cli.suite_run import without_foreign_settings
from contact_contracts.contract import suite_dir


@dataclass(frozen=True)
class SuiteTest:
    """A test and the clauses that its markers name, those of all its parameters together."""

    place: str
    """File below the suite's folder, and the names of class and function: ``bird/test_lists.py::test_set``."""
    line: int
    clauses: tuple[str, ...]

    def exercises(self, clause: str) -> bool:
        """Whether a marker names the clause, or matches it as a pattern."""
        return any(fnmatchcase(clause, marked) for marked in self.clauses)


@dataclass
class _Collector:
    """A pytest plugin that notes what was collected."""

    found: dict[str, SuiteTest] = field(default_factory=dict)

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the suite's marker known."""
        config.addinivalue_line("markers", "clause(*ids): the clauses that a test exercises")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note every test, once for all its parameters."""
        for item in session.items:
            place = item.nodeid.partition("[")[0]
            marked = [str(name) for marker in reversed([*item.iter_markers("clause")]) for name in marker.args]
            known = self.found[place].clauses if place in self.found else ()
            line = (item.location[1] or 0) + 1
            self.found[place] = SuiteTest(place, line, tuple(dict.fromkeys([*known, *marked])))


def suite_tests(family: str, root: Path | None = None) -> tuple[SuiteTest, ...]:
    """Return a family's tests in the order of files and lines; none when they cannot be collected."""
    suite = root or suite_dir()
    collector = _Collector()
    # Without the suite's own conftest: its plugin would start servers.
    words = [str(suite / family), "--collect-only", "--noconftest", "-c", os.devnull, "--rootdir", str(suite)]
    words += ["--import-mode=importlib", "--assert=plain", "-p", "no:terminal", "-p", "no:cacheprovider"]
    with without_foreign_settings(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        pytest.main(words, plugins=[collector])
    return tuple(collector.found.values())
