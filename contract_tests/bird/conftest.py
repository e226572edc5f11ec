"""What the Bird chapters share."""

import pytest

from contact_contracts.drivers.bird import Bird
from contact_contracts.drivers.bird.bodies import Bodies


@pytest.fixture(scope="session")
def bodies(bird: Bird) -> Bodies:
    """Pieces of bodies that this target takes."""
    return Bodies(bird)
