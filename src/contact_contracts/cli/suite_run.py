"""Runs the suite with pytest in this process, shielded from whatever pytest settings lie around."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from contact_contracts.contract import suite_dir

PLUGIN: Final = "contact_contracts.plugin"
"""Takes the options below, writes the record and shows progress."""

_FOREIGN: Final = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
"""Variables with which a user's own test runs are arranged; a check is none of those."""


@dataclass(frozen=True)
class Order:
    """What is to be checked, and how."""

    families: tuple[str, ...]
    target: Path | None
    clauses: tuple[str, ...]
    effort: str
    seed: int | None
    strict: bool
    report_dir: Path
    workers: int


@dataclass(frozen=True)
class Ended:
    """How pytest ended."""

    code: int

    @property
    def interrupted(self) -> bool:
        """Whether somebody pressed Ctrl-C, or the tests could not be collected."""
        return self.code == int(pytest.ExitCode.INTERRUPTED)

    @property
    def refused(self) -> bool:
        """Whether pytest or the plugin would not begin; it has said why on standard error."""
        return self.code == int(pytest.ExitCode.USAGE_ERROR)


def run_suite(order: Order, plugins: Sequence[object] = ()) -> Ended:
    """Run the suite; its plugin writes the record into the report directory.

    ``plugins`` are more plugins of pytest, for those who watch the suite itself.
    """
    try:
        with without_foreign_settings():
            code = int(pytest.main(arguments(order), plugins=plugins))
    except KeyboardInterrupt:
        # pytest handles the first Ctrl-C; this is one more, while it was cleaning up.
        code = int(pytest.ExitCode.INTERRUPTED)
    return Ended(code)


def arguments(order: Order) -> list[str]:
    """Return pytest's arguments for the order."""
    suite = suite_dir()
    words = [str(suite / family) for family in order.families]
    # No configuration file: one that lies above the suite or the working directory was not meant for it.
    words += ["-c", os.devnull, "--rootdir", str(suite), "--confcutdir", str(suite)]
    # Files of two families may share a name.
    words += ["--import-mode=importlib"]
    # The suite asserts nothing, and rewriting its many imports would take seconds.
    words += ["--assert=plain"]
    words += ["-p", PLUGIN, "-p", "no:terminal", "-p", "no:cacheprovider"]
    words += [f"--cc-family={family}" for family in order.families]
    words += [f"--cc-clause={clause}" for clause in order.clauses]
    words += [f"--cc-effort={order.effort}", f"--cc-report-dir={order.report_dir}"]
    words += [] if order.target is None else [f"--cc-target={order.target}"]
    words += [] if order.seed is None else [f"--cc-seed={order.seed}"]
    words += ["--cc-strict"] if order.strict else []
    return words + (["-n", str(order.workers)] if order.workers else [])


@contextmanager
def without_foreign_settings() -> Iterator[None]:
    """Hide the variables with which a user arranges pytest runs of their own."""
    kept = {name: os.environ.pop(name) for name in _FOREIGN if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)
