"""Attribute sets: every one of a body is written, item by item, and those that it does not name stay."""

from itertools import permutations

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.sfmc import MarketingCloud
from contact_contracts.drivers.sfmc.bodies import Bodies, Body, Edit, a_set
from contact_contracts.drivers.sfmc.page_example import example_sets, lacking
from contact_contracts.exchange import Json
from contact_contracts.rulebook.sfmc import AttributeSet

MOST_SETS = 5
"""In one body; the page's example has more, and a clause of its own."""


@pytest.mark.clause("sfmc.sets.required", "sfmc.failure.reported")
def test_a_body_without_sets_is_refused(sfmc: MarketingCloud) -> None:
    """Left out, null, or an empty array; by key, by id and by both."""
    key = sfmc.contacts(1)[0]
    bodies: tuple[Body, ...] = ({}, {"attributeSets": None}, {"attributeSets": []})
    for address in sfmc.addresses(key):
        for body in bodies:
            sfmc.patch({**address, **body})
            sfmc.read(key)


@pytest.mark.clause("sfmc.sets.name-required", "sfmc.failure.reported")
def test_a_set_without_a_name_is_refused_and_nothing_changes(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Left out, null or empty; alone, and first, in the middle and last among good sets."""
    key = sfmc.contacts(1)[0]
    names: tuple[Body, ...] = ({}, {"name": ""}, {"name": None})
    ways = [(good, at, name) for good in range(4) for at in range(good + 1) for name in names]
    for turn, (good, at, name) in enumerate(sfmc.explorer.sample(ways, standard=80)):
        chosen = [_sample(sfmc, bodies, key, n, turn) for n in range(good)]
        nameless = {**name, "items": sfmc.plain_sets(key, turn)[0]["items"]}
        sfmc.update(key, [*chosen[:at], nameless, *chosen[at:]])
    sfmc.update(key, sfmc.plain_sets(key, 1))


def _sample(sfmc: MarketingCloud, bodies: Bodies, key: str, number: int, turn: int) -> Body:
    return sfmc.sample(bodies.writable[number % len(bodies.writable)], key, turn)


@pytest.mark.clause("sfmc.sets.all-applied")
def test_every_set_of_a_body_is_written(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Pairs of all sets in both orders, then three to five in changing order."""
    key = sfmc.contacts(1)[0]
    sfmc.need("attribute sets", bodies.writable, 2)
    pairs = list(permutations(bodies.writable, 2))
    for turn, pair in enumerate(pairs[: sfmc.explorer.budget(len(pairs), least=6)]):
        sfmc.update(key, [sfmc.sample(attributes, key, turn) for attributes in pair])

    def step(drawn: tuple[list[AttributeSet], int]) -> None:
        chosen, turn = drawn
        sfmc.update(key, [sfmc.sample(attributes, key, turn + at) for at, attributes in enumerate(chosen)])

    sfmc.explore("sets", st.tuples(_some_sets(bodies), st.integers(0, 60)), step, standard=60)


def _some_sets(bodies: Bodies) -> st.SearchStrategy[list[AttributeSet]]:
    most = min(MOST_SETS, len(bodies.writable))
    return st.lists(
        st.sampled_from(bodies.writable), min_size=min(2, most), max_size=most, unique_by=lambda s: s.name
    )


@pytest.mark.clause("sfmc.sets.all-applied", "sfmc.values.unsent-kept")
def test_a_set_named_twice_in_a_body(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Each time with other attributes, side by side or with another set between; all of them are written."""
    key = sfmc.contacts(1)[0]
    wide = [s for s in bodies.writable if len(s.types) - len(s.keys) > 1]
    sfmc.need("attribute sets with two attributes", wide)
    for turn, attributes in enumerate(wide * 2):
        values = _values(sfmc, attributes, key, turn)
        row = sfmc.row(attributes, key)
        names = [name for name in values if name not in row]
        parts = [a_set(attributes.name, {**row, name: values[name]}) for name in names]
        between = [sfmc.sample(s, key, turn) for s in bodies.writable if s is not attributes][:1]
        sfmc.update(key, [parts[0], *(between if turn >= len(wide) else []), *parts[1:]])


def _values(sfmc: MarketingCloud, attributes: AttributeSet, key: str, turn: int) -> dict[str, Json]:
    return {value["name"]: value["value"] for value in sfmc.sample(attributes, key, turn)["items"][0]["values"]}


@pytest.mark.clause("sfmc.sets.items-all-applied")
def test_every_item_of_a_set_with_keys_is_written(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Two to five rows, in one set, in the first and in the last of several; then again with other values."""
    keyed = [attributes for attributes in bodies.facts.sets.values() if attributes.keys]
    sfmc.need("attribute sets with a key attribute", keyed)
    key = _with_two_rows(sfmc, keyed)
    for attributes in sfmc.explorer.sample(keyed, standard=18):
        if not _holds_two_rows(sfmc, attributes, key):
            continue
        for turn, count in enumerate((2, 3, 5, 3)):
            items = [_row_item(sfmc, attributes, key, number, turn) for number in range(1, count + 1)]
            if turn == 3:
                items.reverse()
            entry = a_set(attributes.name, *items)
            beside = [sfmc.sample(s, key, turn) for s in bodies.writable if s is not attributes][:turn]
            sfmc.update(key, [entry, *beside] if turn % 2 else [*beside, entry])


def _with_two_rows(sfmc: MarketingCloud, keyed: list[AttributeSet]) -> str:
    """A contact that was made with two rows in each set, where that works: its sets then hold more than one."""
    if not sfmc.can_create:
        return sfmc.scratch()
    key = sfmc.fresh_key()
    sets = [a_set(s.name, *(_row_item(sfmc, s, key, number, 0) for number in (1, 2))) for s in keyed]
    return key if sfmc.took(sfmc.try_to_create(key, sets)) else sfmc.scratch()


def _holds_two_rows(sfmc: MarketingCloud, attributes: AttributeSet, key: str) -> bool:
    """Whether it has two rows, or two calls with two key values leave two; a set may hold only one."""
    if sfmc.rows_of(key, attributes) > 1:
        return True
    for number in (1, 2):
        sfmc.update(key, [a_set(attributes.name, _row_item(sfmc, attributes, key, number, 0))])
    return not sfmc.can_read or sfmc.rows_of(key, attributes) > 1


@pytest.mark.clause("sfmc.sets.items-all-applied")
def test_items_that_write_one_row_together(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Each item names the same key value and another attribute."""
    wide = [s for s in bodies.writable if s.keys and len(s.types) - len(s.keys) > 1]
    sfmc.need("attribute sets with a key and two more attributes", wide)
    key = sfmc.contacts(1)[0]
    for attributes in wide:
        row = sfmc.row(attributes, key)
        for turn in range(3):
            values = _values(sfmc, attributes, key, turn)
            items = [{**row, name: values[name]} for name in values if name not in row]
            sfmc.update(key, [a_set(attributes.name, *items)])


def _row_item(sfmc: MarketingCloud, attributes: AttributeSet, key: str, number: int, turn: int) -> dict[str, Json]:
    row = sfmc.row(attributes, key, number)
    values = _values(sfmc, attributes, key, turn + 2 * number)
    return {name: row.get(name, value) for name, value in values.items()}


@pytest.mark.clause("sfmc.sets.items-all-applied")
def test_every_item_of_a_set_without_keys_is_written(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Items that each hold another attribute, in every order."""
    wide = [s for s in bodies.writable if not s.keys and len(s.types) > 1]
    sfmc.need("attribute sets without a key attribute", wide)
    for attributes in wide:
        key = sfmc.scratch()
        orders = list(permutations(attributes.types, min(3, len(attributes.types))))
        for turn, names in enumerate(orders[: sfmc.explorer.budget(12)]):
            values = _values(sfmc, attributes, key, turn)
            sfmc.update(key, [a_set(attributes.name, *({name: values[name]} for name in names))])


@pytest.mark.clause("sfmc.sets.page-example", "sfmc.answer.shape", "sfmc.answer.echo")
def test_the_pages_whole_example(sfmc: MarketingCloud) -> None:
    """With the key and id of a contact of the run; twice, and once by the key alone."""
    missing = lacking(sfmc.facts)
    if missing:
        raise Missing(f"the sets and attributes of the page's example, such as {missing[0]}, in the target file")
    key = sfmc.scratch()
    if sfmc.restorable(key, example_sets()) != example_sets():
        raise Missing("a contact that the page's whole example can be written to, and put back: allow_create")
    more: Body = {} if sfmc.id_of(key) is None else {sfmc.casing: sfmc.id_of(key)}
    for body in (more, more, {}):
        sfmc.update(key, example_sets(), **body)
    other = sfmc.scratch()
    sfmc.update(other, example_sets())
    sfmc.read(key)


@pytest.mark.clause("sfmc.sets.unsent-kept")
def test_sets_that_a_body_does_not_name_stay(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """All sets are filled; then each is written alone, then some of them."""
    key = sfmc.contacts(1)[0]
    for attributes in bodies.facts.sets.values():
        sfmc.update(key, [sfmc.sample(attributes, key)])
    again = [(turn, attributes) for turn in (1, 2) for attributes in bodies.facts.sets.values()]
    for turn, attributes in sfmc.explorer.sample(again, standard=60):
        sfmc.update(key, [sfmc.sample(attributes, key, turn)])

    def step(edits: list[Edit]) -> None:
        sfmc.update(key, sfmc.witnessed(key, bodies.sets(edits, key)))

    sfmc.explore("unsent sets", bodies.some(most=3), step, standard=40)


@pytest.mark.clause("sfmc.sets.unsent-kept")
def test_the_first_updates_of_a_contact_leave_its_other_sets(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """A contact with every set filled; each of its first updates names another set, the last ones first."""
    key = sfmc.filled()
    for turn, attributes in enumerate(reversed(bodies.writable[:MOST_SETS])):
        sfmc.update(key, [sfmc.sample(attributes, key, turn + 1)])


@pytest.mark.clause("sfmc.sets.unsent-kept")
def test_attributes_of_one_name_in_several_sets(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """A new value in one set, or a new row, is no business of another set with an attribute of that name."""
    sets = list(bodies.facts.sets.values())
    alike = [s for s in sets if any(name in other.types for other in sets if other is not s for name in s.types)]
    sfmc.need("attribute sets that have an attribute name in common", alike, 2)
    key = sfmc.filled()
    for number, attributes in enumerate(sfmc.explorer.sample(alike, standard=30), 1):
        sfmc.update(key, [a_set(attributes.name, _row_item(sfmc, attributes, key, number, number))])


@pytest.mark.clause("sfmc.values.unsent-kept", "sfmc.sets.items-all-applied")
def test_rows_of_a_set_stay_when_others_come(sfmc: MarketingCloud, bodies: Bodies) -> None:
    """Four more rows, one call for each, then the first one again; a set may hold only one."""
    keyed = [attributes for attributes in bodies.facts.sets.values() if attributes.keys]
    sfmc.need("attribute sets with a key attribute", keyed)
    key = _with_two_rows(sfmc, keyed)
    for attributes in sfmc.explorer.sample(keyed, standard=18):
        for turn, number in enumerate((3, 4, 5, 6, 1), 1):
            sfmc.update(key, [a_set(attributes.name, _row_item(sfmc, attributes, key, number, turn))])


@pytest.mark.clause("sfmc.values.unsent-kept", "sfmc.sets.unsent-kept", "sfmc.schema.no-server-error")
@pytest.mark.parametrize("beside", [False, True])
def test_a_set_without_items_writes_nothing(sfmc: MarketingCloud, bodies: Bodies, beside: bool) -> None:
    """Refused or taken; items left out, null or empty, an item without values; alone or beside a good set."""
    key = sfmc.contacts(1)[0]
    name = bodies.writable[0].name
    forms: tuple[Body, ...] = (
        {},
        {"items": None},
        {"items": []},
        {"items": [{}]},
        {"items": [{"values": None}]},
        {"items": [{"values": []}]},
    )
    for turn, form in enumerate(sfmc.explorer.sample(forms, standard=25)):
        good = [sfmc.sample(bodies.writable[-1], key, turn)] if beside else []
        sfmc.update(key, [{"name": name, **form}, *good])
