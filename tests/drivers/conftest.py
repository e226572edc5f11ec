"""Drivers of servers in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.drivers.registry import make_driver
from contact_contracts.judge.tally import Tally
from contact_contracts.reference import create_app
from contact_contracts.target import bundled_environment, load_targets
from scripts.proof.targets import target_text
from tests.reference.conftest import InProcess

Odd = Callable[[httpx.Request], httpx.Response | None]
MARK = "cc-00000001"


class Target:
    """A family's reference server, some of whose answers a test may put others in the place of."""

    def __init__(self, family: str) -> None:
        self.family = family
        self.odd: Odd = lambda _: None
        self.calls: list[str] = []
        self._server = InProcess(create_app([family]))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(request.method)
        odd = self.odd(request)
        if odd is not None:
            return odd
        return self._server.handle_request(request)


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., tuple[Any, Target]]:
    """Open a driver of a family, whose target file may differ from the usual one; with its target.

    One for a target that is there already has not begun.
    """

    def opening(
        family: str, odd: Odd = lambda _: None, target: Target | None = None, **changes: Any
    ) -> tuple[Any, Target]:
        file = tmp_path / "target.toml"
        file.write_text(target_text(family, "http://testserver", changes), encoding="utf-8")
        settings = load_targets(file, environment=bundled_environment()).family(family)
        ledger = Ledger(MARK, tmp_path / f"made-{MARK}.jsonl")
        driver: Any = make_driver(settings, Explorer(Effort.QUICK, 1), Tally(), ledger)
        begun = target is None
        target = target or Target(family)
        target.odd = odd
        driver.session.door._client = httpx.Client(transport=httpx.MockTransport(target))
        if begun:
            driver.begin()
        return driver, target

    return opening


Opened = Callable[..., tuple[Any, Target]]
CONTACTS: dict[str, list[dict[str, Any]]] = {
    "everbridge": [{"id": 23456789012345671, "external_id": "001"}],
    "bird": [{"id": "c0000000-0000-4000-8000-000000000001"}],
    "conga": [{"external_id": "crm-0002"}],
    "sfmc": [{"key": "acruz@example.com"}],
}
