"""What the Conga chapters share."""

import pytest

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies


@pytest.fixture(scope="session")
def bodies(conga: Conga) -> Bodies:
    """Bodies for this target's contacts."""
    return Bodies(conga.values, conga.ledger.mark)
