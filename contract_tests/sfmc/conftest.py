"""What the Marketing Cloud chapters share."""

import pytest

from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies


@pytest.fixture(scope="session")
def bodies(sfmc: MarketingCloud) -> Bodies:
    """What can be sent to this target."""
    return sfmc.bodies
