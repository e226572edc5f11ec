"""A hand-written test of each API, of the size that an engineer writes in an hour: calls in a row, and checks.

Written from the vendors' pages alone, without sight of the faults.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx

from scripts.peers.findings import Report
from scripts.peers.places import PLACES


class Steps:
    """Makes the calls of a scenario, counts them, and notes each check that fails."""

    def __init__(self, family: str, url: str) -> None:
        """Sign in as the family's caller."""
        self.requests = 0
        self.failed: set[str] = set()
        self._client = httpx.Client(
            base_url=url,
            headers={"Authorization": PLACES[family].authorization},
            trust_env=False,
            timeout=10,
            event_hooks={"request": [self._count]},
        )

    def __enter__(self) -> Steps:
        """Use as a context manager."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._client.close()

    def call(self, method: str, path: str, body: Any = None, *, signed: bool = True) -> tuple[int, Any]:
        """The status, and the body as JSON (None when it is none)."""
        request = self._client.build_request(method, path, json=body)
        if not signed:
            del request.headers["Authorization"]
        answer = self._client.send(request)
        try:
            return answer.status_code, answer.json()
        except ValueError:
            return answer.status_code, None

    def expect(self, what: str, observed: Any, expected: Any) -> None:
        """Note it when something is not as it should be."""
        if observed != expected:
            self.failed.add(what)

    def shows(self, what: str, observed: Any, sent: dict[str, Any]) -> None:
        """Each member that was sent is there; others may be."""
        for name, value in sent.items():
            self.expect(f"{what}: {name}", (observed or {}).get(name), value)

    def _count(self, _request: httpx.Request) -> None:
        self.requests += 1


def run_scenario(family: str, url: str, _seed: int, _folder: Path) -> Report:
    """Run the family's scenario; one that breaks off has noticed something too."""
    play: Callable[[Steps], None] = import_module(f"scripts.peers.scenario_{family}").play
    with Steps(family, url) as steps:
        try:
            play(steps)
        except Exception as error:
            steps.failed.add(f"breaks off: {type(error).__name__}")
        return Report(frozenset(steps.failed), steps.requests)
