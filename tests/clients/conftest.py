"""The generated packages, imported from where they are generated."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import anyio
import pytest

from contact_contracts.contract import FAMILIES
from scripts.generate_clients import GENERATED
from tests.clients.servers import Running, running


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Import the packages from where they are generated, and forget them afterwards."""
    for family in FAMILIES:
        monkeypatch.syspath_prepend(str(GENERATED / family))
    yield
    for name in [name for name in sys.modules if name.partition("_contacts")[0] in FAMILIES]:
        del sys.modules[name]


@pytest.fixture(scope="session")
def servers() -> Iterator[Running]:
    """The bundled servers of all families."""
    with running() as served:
        yield served


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between tries, which take no time here."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(anyio, "sleep", wait)
    return waited
