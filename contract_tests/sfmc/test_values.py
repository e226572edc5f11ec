"""Values: kept as they were sent, replaced when sent again, left alone when not sent."""

from itertools import cycle, islice

import pytest

from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Edit, a_set
from contact_contracts.exchange import Json

ALIKE: dict[str, tuple[Json, ...]] = {
    "text": (
        "resume",
        "Resume",
        "Resumé",
        "Resum",
        "Resum e",
        "Resum  e",
        "Resum\ne",
        "%41 &eacute; \\u0041\\n",
        "Strasse",
        "Straße",
        "10",
        "10.0",
        "010",
    ),
    "number": (2, 20, 2.5, -2.5, 2),
    "date": ("2024-02-28", "2024-02-29"),
    "email": ("ada@example.com", "ada@example.co", "ada+1@example.co"),
    "phone": ("+12025550142", "+12025550143", "+12025550134"),
}
"""Each differs from the one before it in something that careless comparisons do not see."""


@pytest.mark.clause("sfmc.values.types")
def test_every_attribute_keeps_every_kind_of_value(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """One set after the other, all its attributes at once, each time other values, until each was sent."""
    key = sfmc.contacts(1)[0]
    for attributes in bodies.writable:
        pools = [bodies.pool(kind) for kind in attributes.types.values()]
        rounds = max(len(pool) for pool in pools)
        for turn in range(sfmc.explorer.budget(rounds, least=min(rounds, 4))):
            sfmc.update(key, [sfmc.sample(attributes, key, turn * (1 if rounds < 20 else 5))])


@pytest.mark.clause("sfmc.values.types", "sfmc.values.updated")
def test_each_value_of_each_type_alone(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """One attribute of each type through all values of the type, a second value changing with it."""
    key = sfmc.contacts(1)[0]
    for attributes, name in _one_of_each_kind(bodies):
        pool = bodies.pool(attributes.types[name])
        for value in islice(pool, sfmc.explorer.budget(len(pool), least=5)):
            sets = [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})]
            sfmc.update(key, sfmc.witnessed(key, sets))


def _one_of_each_kind(bodies: Bodies) -> list[tuple]:  # type: ignore[type-arg]  # pairs of a set and a name
    kinds = {attributes.types[name]: (attributes, name) for attributes, name in reversed(bodies.attributes)}
    return list(kinds.values())


@pytest.mark.clause("sfmc.values.types")
def test_a_boolean_sent_as_text_counts_as_that_text(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """As the page's example sends it."""
    flags = [(s, name) for s, name in bodies.attributes if s.types[name] == "boolean"]
    sfmc.need("boolean attributes", flags)
    key = sfmc.contacts(1)[0]
    for attributes, name in flags:
        for value in ("true", "false", True, "false", "true", False):
            sets = [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})]
            sfmc.update(key, sfmc.witnessed(key, sets))


@pytest.mark.clause("sfmc.values.updated", "sfmc.answer.rows")
def test_a_value_sent_again_is_replaced_beside_a_first_one(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """In a set where one attribute has a value and another has none yet; in each order."""
    wide = [s for s in bodies.writable if len([n for n in s.types if n not in s.keys]) > 1]
    sfmc.need("attribute sets with two attributes", wide)
    key = sfmc.scratch()
    for turn, attributes in enumerate(wide[: sfmc.explorer.budget(len(wide))]):
        row = sfmc.row(attributes, key, 3 + turn)
        names = [name for name in attributes.types if name not in attributes.keys]
        for at, name in enumerate(names):
            first = bodies.value(attributes.types[name], at)
            sfmc.update(key, [a_set(attributes.name, {**row, name: first})])
            other = names[(at + 1) % len(names)]
            again = bodies.other(attributes, name, first, turn)
            values = {name: again, other: bodies.value(attributes.types[other], at + 3)}
            sfmc.update(
                key, [a_set(attributes.name, {**row, **dict(sorted(values.items(), reverse=at % 2 == 1))})]
            )


@pytest.mark.clause("sfmc.values.updated")
def test_values_change_again_and_again(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Each attribute three times over, and back to its first value."""
    key = sfmc.contacts(1)[0]
    for attributes, name in sfmc.explorer.sample(bodies.attributes, standard=30):
        values = list(islice(cycle(bodies.pool(attributes.types[name])), 3))
        for value in (*values, values[0]):
            sets = [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})]
            sfmc.update(key, sfmc.witnessed(key, sets))


@pytest.mark.clause("sfmc.values.updated")
def test_each_of_the_first_updates_of_a_contact_counts(sfmc: MarketingCloud) -> None:
    """A new contact is updated again and again, each time with other values."""
    key = sfmc.scratch()
    for turn in range(sfmc.explorer.budget(14, least=6)):
        sfmc.update(key, sfmc.witnessed(key, sfmc.plain_sets(key, turn + 1)))


@pytest.mark.clause("sfmc.values.updated", "sfmc.values.types")
def test_values_give_way_to_ones_like_them(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Texts that differ in case, accents, blanks or length only, and numbers with digits in common."""
    key = sfmc.contacts(1)[0]
    for attributes, name in _one_of_each_kind(bodies):
        for value in ALIKE.get(attributes.types[name], ()):
            sets = [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})]
            sfmc.update(key, sfmc.witnessed(key, sets))


@pytest.mark.clause("sfmc.values.unsent-kept")
def test_attributes_that_a_set_does_not_name_stay(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Each attribute of a full set alone, then each pair of neighbours."""
    key = sfmc.contacts(1)[0]
    wide = [s for s in bodies.writable if len(s.types) - len(s.keys) > 1]
    sfmc.need("attribute sets with two attributes", wide)
    for attributes in wide:
        sfmc.update(key, [sfmc.sample(attributes, key)])
        names = [name for name in attributes.types if name not in attributes.keys]
        chosen = [(names + names)[at : at + width] for width in (1, 2) for at in range(len(names))]
        for turn, some in enumerate(sfmc.explorer.sample(chosen, standard=25)):
            values = {n: bodies.value(attributes.types[n], turn + 5) for n in some}
            sfmc.update(key, [a_set(attributes.name, {**sfmc.row(attributes, key), **values})])


@pytest.mark.clause("sfmc.values.updated", "sfmc.values.types", "sfmc.values.unsent-kept")
def test_random_edits_read_back_as_sent(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """A few attributes of a few sets at a time, one body on top of the other."""
    key = sfmc.contacts(1)[0]

    def step(edits: list[Edit]) -> None:
        sfmc.write(key, edits)

    sfmc.explore("edits", bodies.some(most=7), step, standard=200)


@pytest.mark.clause("sfmc.values.types", "sfmc.values.updated")
def test_empty_text_empties_an_attribute(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Refused or taken, and then read as nothing; other attributes change with it or stay."""
    texts = [(s, name) for s, name in bodies.attributes if s.types[name] == "text"]
    sfmc.need("text attributes", texts)
    key = sfmc.contacts(1)[0]
    for turn, (attributes, name) in enumerate(sfmc.explorer.sample(texts, standard=20)):
        for value in (bodies.value("text", turn), ""):
            sets = [a_set(attributes.name, {**sfmc.row(attributes, key), name: value})]
            sfmc.update(key, sfmc.witnessed(key, sets))
