"""Paths keep their order, their value and their country; addresses keep their coordinates."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import COUNTRIES, Bodies, Body


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
    for turn, path in enumerate(everbridge.explorer.sample(bodies.path_pool(framed=False), standard=100)):
        country = (None, *COUNTRIES)[turn % (1 + len(COUNTRIES))]
        everbridge.update(key, everbridge.base(key, paths=[path], country=country))

    def step(drawn: tuple[list[Body], str | None]) -> None:
        paths, country = drawn
        everbridge.update(key, everbridge.base(key, paths=paths, country=country))

    strategy = st.tuples(bodies.paths(least=1, framed=False), st.sampled_from((None, *COUNTRIES)))
    everbridge.explore("values", strategy, step, standard=40)


@pytest.mark.clause("everbridge.path.country-and-value")
def test_a_path_changes_its_country_and_its_value(everbridge: Everbridge) -> None:
    """Every sample of a delivery method after every other, on the first and on the last of two paths."""
    key = everbridge.contacts(1)[0]
    deliveries = everbridge.inventory.deliveries[:2]
    everbridge.need("paths", deliveries)
    for turn in everbridge.explorer.sample(range(2 * len(deliveries[0].samples)), standard=12):
        paths = [delivery.path(turn) for delivery in deliveries]
        everbridge.update(key, everbridge.base(key, paths=paths[:: 1 if turn % 2 else -1], country="DE"))


@pytest.mark.clause("everbridge.address.coordinates-kept", "everbridge.fields.each-written")
def test_addresses_and_their_coordinates(everbridge: Everbridge, bodies: Bodies) -> None:
    """0 to 5 addresses; coordinates to six digits, negative, zero, near the date line, and moved a little."""
    key = everbridge.contacts(1)[0]

    def step(addresses: list[Body]) -> None:
        everbridge.update(key, everbridge.base(key, address=addresses))
        moved = [{**a, "gisLocation": {"lat": 51.500729, "lon": -0.124625}} for a in addresses]
        everbridge.update(key, everbridge.base(key, address=moved))

    for start in (0, 5):
        step(bodies.address_pool[start : start + 5])
    everbridge.explore("addresses", bodies.addresses(), step, standard=30)
