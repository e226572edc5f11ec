"""The page of permitted variations tells each run, and every fourth is a fixed choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.check_variations import _parser
from scripts.proof.nursery import Nursery
from scripts.proof.varying import _tasks, check


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


def test_every_fourth_is_always_the_same_choice(nursery: Nursery) -> None:
    every = list(_tasks(_parser().parse_args(["sfmc"]), nursery, "sfmc"))
    chosen = list(_tasks(_parser().parse_args(["sfmc", "--every", "4"]), nursery, "sfmc"))
    assert chosen == every[::4]


def test_the_page_names_the_run_and_what_was_said(nursery: Nursery, tmp_path: Path) -> None:
    page = tmp_path / "variations.md"
    asked = _parser().parse_args(["sfmc", "--only", "gzip", "--out", str(page)])
    assert check(asked, nursery) == 0
    written = page.read_text(encoding="utf-8")
    assert "1 runs, 0 with false alarms" in written
    assert "| sfmc | gzip | 1 |" in written
