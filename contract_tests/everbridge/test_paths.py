"""Paths keep their order, their value and their country; addresses keep their coordinates."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, Body


@pytest.mark.clause("everbridge.path.order-kept")
def test_the_order_of_paths_is_kept(everbridge: Everbridge, bodies: Bodies) -> None:
    """2 to 6 paths, then the same in another order, by id or by prompt."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries, 2)

    def step(drawn: tuple[list[Body], int]) -> None:
        paths, turn = drawn
        shift = 1 + turn % (len(paths) - 1)
        for order in (paths, paths[::-1], paths[shift:] + paths[:shift], sorted(paths, key=bodies.path_id)):
            everbridge.update(key, everbridge.base(key, paths=order, timezoneId="America/New_York"))

    everbridge.explore("order", st.tuples(bodies.paths(least=2), st.integers(0, 4)), step, standard=15)


@pytest.mark.clause("everbridge.path.country-and-value", "everbridge.fields.each-written")
def test_value_and_country_of_every_path(everbridge: Everbridge, bodies: Bodies) -> None:
    """Every sample of every delivery method, alone, then changed to the next one."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)
    for path in everbridge.explorer.sample(bodies.path_pool(framed=False), standard=100):
        everbridge.update(key, everbridge.base(key, paths=[path]))

    def step(paths: list[Body]) -> None:
        everbridge.update(key, everbridge.base(key, paths=paths))

    everbridge.explore("values", bodies.paths(least=1, framed=False), step, standard=40)


@pytest.mark.clause("everbridge.address.coordinates-kept", "everbridge.fields.each-written")
def test_addresses_and_their_coordinates(everbridge: Everbridge, bodies: Bodies) -> None:
    """0 to 5 addresses; coordinates to six digits, negative, zero, near the date line, and moved a little."""
    key = everbridge.contacts(1)[0]

    def step(addresses: list[Body]) -> None:
        everbridge.update(key, everbridge.base(key, address=addresses))
        moved = [{**a, "gisLocation": {"lat": 51.500729, "lon": -0.124625}} for a in addresses]
        everbridge.update(key, everbridge.base(key, address=moved))

    everbridge.explore("addresses", bodies.addresses(), step, standard=30)
