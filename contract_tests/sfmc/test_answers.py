"""What the answer to an accepted update says."""

import pytest

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, a_set
from contact_contracts.exchange import Json

SPELLINGS = (
    "-Ada.Lovelace@Example.COM",
    " of Ada  L.",
    "-%41&amp;<b>",
    "'\"\\/",
    "-" + "long" * 20,
    "-Zoë Ünal-日本語",
)


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
    for turn, key in enumerate(sfmc.up_to(3)):
        several = [sfmc.sample(attributes, key, turn) for attributes in bodies.writable[:3]]
        for at, sets in enumerate((sfmc.plain_sets(key, turn + 4), several, several)):
            addresses = sfmc.addresses(key)
            sfmc.patch({**addresses[at % len(addresses)], "attributeSets": sets})
            sfmc.read(key)


@pytest.mark.clause("sfmc.answer.echo", "sfmc.answer.not-new", "sfmc.answer.rows")
def test_answers_to_interleaved_updates(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Three contacts in turn, each set alone, with a new value each time."""
    keys = sfmc.up_to(3)
    for turn, attributes in enumerate(bodies.writable * 2):
        key = keys[turn % len(keys)]
        address = {"contactKey": key} if turn % 2 or sfmc.id_of(key) is None else {sfmc.casing: sfmc.id_of(key)}
        sfmc.patch({**address, "attributeSets": [sfmc.sample(attributes, key, turn + 1)]})
        sfmc.read(key)


@pytest.mark.clause("sfmc.answer.message-ids", "sfmc.answer.not-new", "sfmc.answer.status-ok")
def test_one_call_made_again_and_again(sfmc: MarketingCloud) -> None:
    """The same body three times; each answer has a message id of its own."""
    key = sfmc.contacts(1)[0]
    for address in sfmc.addresses(key):
        for _ in range(3):
            sfmc.patch({**address, "attributeSets": sfmc.plain_sets(key, 1)})
    sfmc.read(key)


@pytest.mark.clause("sfmc.answer.echo")
def test_keys_are_echoed_letter_by_letter(sfmc: MarketingCloud) -> None:
    """Capitals, other scripts, blanks and marks in the key; addressed by key, by id and by both."""
    if not sfmc.can_create:
        raise Missing("contacts with such keys: allow_create")
    for turn, ending in enumerate(sfmc.explorer.sample(SPELLINGS, standard=16)):
        key = sfmc.fresh_key(ending)
        if sfmc.took(sfmc.try_to_create(key)):
            for at, address in enumerate(sfmc.addresses(key)):
                sfmc.patch({**address, "attributeSets": sfmc.plain_sets(key, turn + at + 1)})
            sfmc.read(key)


@pytest.mark.clause("sfmc.answer.rows", "sfmc.values.updated", "sfmc.values.types")
def test_values_that_look_like_nothing_count(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """0 and false alone in a body, each in place of another value and replaced by one."""
    key = sfmc.contacts(1)[0]
    plain: dict[str, tuple[Json, ...]] = {"number": (7, 0, 12), "boolean": (True, False, True)}
    for attributes, name in bodies.attributes:
        for value in plain.get(attributes.types[name], ()):
            sfmc.update(key, [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})])
