"""What the Everbridge chapters share."""

import pytest

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies


@pytest.fixture(scope="session")
def bodies(everbridge: Everbridge) -> Bodies:
    """Strategies for this target's contacts."""
    return Bodies(everbridge.inventory, everbridge.optional)
