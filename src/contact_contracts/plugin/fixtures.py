"""The fixtures that the suite's tests drive: one driver per family, for the whole run."""

from __future__ import annotations

import pytest

from contact_contracts.drivers.registry import Driver
from contact_contracts.plugin.stash import RUN


@pytest.fixture(scope="session")
def everbridge(request: pytest.FixtureRequest) -> Driver:
    """The Everbridge target under test."""
    return request.config.stash[RUN].driver("everbridge")


@pytest.fixture(scope="session")
def bird(request: pytest.FixtureRequest) -> Driver:
    """The Bird target under test."""
    return request.config.stash[RUN].driver("bird")


@pytest.fixture(scope="session")
def conga(request: pytest.FixtureRequest) -> Driver:
    """The Conga target under test."""
    return request.config.stash[RUN].driver("conga")


@pytest.fixture(scope="session")
def sfmc(request: pytest.FixtureRequest) -> Driver:
    """The Marketing Cloud target under test."""
    return request.config.stash[RUN].driver("sfmc")
