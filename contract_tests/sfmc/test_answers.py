"""What the answer to an accepted update says."""

import pytest

from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, a_set
from contact_contracts.exchange import Json


@pytest.mark.clause(
    "sfmc.answer.shape",
    "sfmc.answer.status-ok",
    "sfmc.answer.echo",
    "sfmc.answer.not-new",
    "sfmc.answer.rows",
    "sfmc.answer.message-ids",
    "sfmc.schema.answers-conform",
)
def test_an_accepted_update_answers_in_full(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """By key, by id and by both; with one set and with several; the same body twice; on three contacts."""
    for turn, key in enumerate(sfmc.contacts(3)):
        several = [sfmc.sample(attributes, key, turn) for attributes in bodies.writable[:3]]
        for at, sets in enumerate((sfmc.plain_sets(key, turn + 4), several, several)):
            identifier = sfmc.id_of(key)
            addresses: list[Body] = [{"contactKey": key}]
            if identifier is not None:
                addresses += [{sfmc.casing: identifier}, {"contactKey": key, sfmc.casing: str(identifier)}]
            sfmc.patch({**addresses[at % len(addresses)], "attributeSets": sets})
            sfmc.read(key)


@pytest.mark.clause("sfmc.answer.echo", "sfmc.answer.not-new", "sfmc.answer.rows")
def test_answers_to_interleaved_updates(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Three contacts in turn, each set alone, with a new value each time."""
    keys = sfmc.contacts(3)
    for turn, attributes in enumerate(bodies.writable * 2):
        key = keys[turn % 3]
        address = {"contactKey": key} if turn % 2 or sfmc.id_of(key) is None else {sfmc.casing: sfmc.id_of(key)}
        sfmc.patch({**address, "attributeSets": [sfmc.sample(attributes, key, turn + 1)]})
        sfmc.read(key)


@pytest.mark.clause("sfmc.answer.rows", "sfmc.values.updated", "sfmc.values.types")
def test_values_that_look_like_nothing_count(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """0 and false alone in a body, each in place of another value and replaced by one."""
    key = sfmc.contacts(1)[0]
    plain: dict[str, tuple[Json, ...]] = {"number": (7, 0, 12), "boolean": (True, False, True)}
    for attributes, name in bodies.attributes:
        for value in plain.get(attributes.types[name], ()):
            sfmc.update(key, [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})])
