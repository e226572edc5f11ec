"""A run whose driver cannot begin, or whose target went away: it is cleaned up, and what it sent is counted."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.plugin import run as plugin_run
from contact_contracts.plugin.run import SuiteRun
from contact_contracts.record import Leftover
from contact_contracts.target import bundled_targets
from contact_contracts.transport import Blocked


class Stumbling:
    """A driver that makes a contact, sends three requests in all, and fails before it has begun.

    Its target was away meanwhile, and is there again for the clean-up.
    """

    can_read = True

    def __init__(self, ledger: Ledger, trouble: Exception, *, removes: bool) -> None:
        self.ledger = ledger
        self.trouble = trouble
        self.removes = removes
        self.session: Any = SimpleNamespace(gone="the target is gone", no_api="", door=SimpleNamespace(requests=0))

    def begin(self) -> None:
        self.ledger.note("cc-1", "5001")
        self.session.door.requests = 2
        raise self.trouble

    def close(self) -> list[tuple[str, str]]:
        self.session.door.requests += 1
        left = self.session.gone or ("" if self.removes else "HTTP 500")
        return [("cc-1", left)] if left else []


def began(
    folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception, *, removes: bool
) -> tuple[SuiteRun, list[str]]:
    """A run in which a driver was asked for twice, and what was said each time."""
    run = SuiteRun(bundled_targets({"bird": "http://127.0.0.1:9"}), Explorer(Effort.QUICK, 1), folder)
    monkeypatch.setattr(
        plugin_run,
        "make_driver",
        lambda _target, _explorer, _tally, ledger: Stumbling(ledger, trouble, removes=removes),
    )
    said = []
    for _ in range(2):
        with pytest.raises(type(trouble)) as caught:
            run.driver("bird")
        said.append(str(caught.value))
    run.close()
    return run, said


@pytest.mark.parametrize("trouble", [Blocked("answers text/html"), ValueError("a mistake of ours")])
def test_what_was_made_is_removed_and_what_was_sent_is_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    run, said = began(tmp_path, monkeypatch, trouble, removes=True)
    assert said == [str(trouble)] * 2
    assert run.observed.requests == 3
    assert run.observed.leftovers == []
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_removed_is_listed_and_its_ledger_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = began(tmp_path, monkeypatch, Blocked("down"), removes=False)
    assert run.observed.leftovers == [Leftover("bird", "cc-1", "HTTP 500")]
    assert [path.name.startswith("made-") for path in tmp_path.iterdir()] == [True]
