"""The generated packages, imported from where they are generated."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from contact_contracts.contract import FAMILIES
from scripts.generate_clients import GENERATED


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Import the packages from where they are generated, and forget them afterwards."""
    for family in FAMILIES:
        monkeypatch.syspath_prepend(str(GENERATED / family))
    yield
    for name in [name for name in sys.modules if name.partition("_contacts")[0] in FAMILIES]:
        del sys.modules[name]
