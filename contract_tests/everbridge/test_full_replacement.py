"""A PUT replaces the whole contact: what it leaves out is emptied."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, Body, apply
from contact_contracts.exchange import Json


@pytest.mark.clause("everbridge.replace.omitted-field-emptied")
def test_each_field_left_out_alone_is_emptied(everbridge: Everbridge, bodies: Bodies) -> None:
    """All others are sent as they were; every second time with another kind of value before."""
    key = everbridge.contacts(1)[0]
    for turn in range(everbridge.explorer.budget(4, least=1)):
        full = {name: values[(turn * 9) % len(values)] for name, values in bodies.scalars.items()}
        if "status" in full:
            full["status"] = "D"
        for name in (name for name in full if name not in ("firstName", "lastName")):
            everbridge.update(key, everbridge.base(key, **full))
            everbridge.update(key, everbridge.base(key, **{**full, name: None}))
    everbridge.update(key, everbridge.base(key))


@pytest.mark.clause("everbridge.replace.omitted-paths-removed")
def test_paths_left_out_are_removed(everbridge: Everbridge, bodies: Bodies) -> None:
    """One of several, wherever it stands; all, by an empty array or by none."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(paths: list[Body]) -> None:
        for left in (*_without_each(paths), [], paths, None):
            everbridge.update(key, everbridge.base(key, paths=paths))
            everbridge.update(key, everbridge.base(key, paths=left))

    everbridge.explore("omitted paths", bodies.paths(least=1, framed=False), step, standard=8)


@pytest.mark.clause("everbridge.replace.omitted-paths-removed")
def test_paths_with_quiet_times_are_removed_too(everbridge: Everbridge, bodies: Bodies) -> None:
    """One of several, the others told nothing about their frames, or told them again."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(paths: list[Body]) -> None:
        for left in _without_each(paths):
            everbridge.update(key, everbridge.base(key, paths=paths, timezoneId="Asia/Kolkata"))
            everbridge.update(key, everbridge.base(key, paths=left, timezoneId="Asia/Kolkata"))

    everbridge.explore("omitted framed paths", bodies.paths(least=1), step, standard=6)


@pytest.mark.clause("everbridge.replace.address-removed", "everbridge.replace.addresses-removed")
def test_addresses_left_out_are_removed(everbridge: Everbridge, bodies: Bodies) -> None:
    """One of several, wherever it stands; all, by an empty array or by none."""
    _array_test(everbridge, "address", bodies.addresses(least=2))


@pytest.mark.clause("everbridge.replace.omitted-field-emptied", "everbridge.fields.each-written")
def test_what_an_address_leaves_out_is_emptied(everbridge: Everbridge, bodies: Bodies) -> None:
    """The first or the last of two is sent again, of the same name, without one of its members."""
    key = everbridge.contacts(1)[0]
    full = bodies.full_addresses()[:2]
    for turn, left in enumerate(("suite", "city", "state", "postalCode", "gisLocation")):
        less = [{n: v for n, v in a.items() if n != left or at != turn % 2} for at, a in enumerate(full)]
        everbridge.update(key, everbridge.base(key, address=full))
        everbridge.update(key, everbridge.base(key, address=less))


@pytest.mark.clause("everbridge.replace.omitted-field-emptied")
def test_what_a_path_leaves_out_is_emptied(everbridge: Everbridge, bodies: Bodies) -> None:
    """Each of two paths is sent again without its extension, and without its waiting time."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)
    for turn, left in enumerate(("phoneExt", "waitTime") * 2):
        crowded = bodies.crowded(turn // 2)
        less = [{name: value for name, value in path.items() if name != left} for path in crowded["paths"][:2]]
        everbridge.update(key, everbridge.base(key, **{**crowded, "paths": crowded["paths"][:2]}))
        everbridge.update(key, everbridge.base(key, paths=less, timezoneId=crowded["timezoneId"]))


@pytest.mark.clause("everbridge.replace.attribute-cleared", "everbridge.replace.attributes-cleared")
def test_attributes_left_out_are_cleared(everbridge: Everbridge, bodies: Bodies) -> None:
    """One of several, wherever it stands, while the others stay; all, by an empty array or by none."""
    everbridge.need("attributes", bodies.attribute_pool())
    _array_test(everbridge, "contactAttributes", bodies.attributes(least=1))


@pytest.mark.clause("everbridge.replace.attribute-cleared", "everbridge.fields.each-written")
def test_an_attribute_is_cleared_while_another_changes(everbridge: Everbridge, bodies: Bodies) -> None:
    """One array after the other, with other attributes and other values."""
    key = everbridge.contacts(1)[0]
    everbridge.need("attributes", bodies.attribute_pool())

    def step(arrays: list[list[Json]]) -> None:
        for attributes in arrays:
            everbridge.update(key, everbridge.base(key, contactAttributes=attributes))

    arrays = st.lists(bodies.attributes(), min_size=3, max_size=5)
    everbridge.explore("attributes in turn", arrays, step, standard=15)


@pytest.mark.clause("everbridge.replace.topic-removed", "everbridge.replace.topics-removed")
def test_topics_left_out_are_removed(everbridge: Everbridge, bodies: Bodies) -> None:
    """One of several, wherever it stands; all, by an empty array or by none."""
    everbridge.need("topics", everbridge.inventory.topics)
    _array_test(everbridge, "topics", bodies.topics(least=1))


def _array_test(everbridge: Everbridge, name: str, values: st.SearchStrategy[list[Json]]) -> None:
    key = everbridge.contacts(1)[0]

    def step(full: list[Json]) -> None:
        for left in (*_without_each(full), full[:1], full[-1:], [], None):
            everbridge.update(key, everbridge.base(key, **{name: full}))
            everbridge.update(key, everbridge.base(key, **{name: left}))

    everbridge.explore(f"omitted {name}", values, step, standard=10)


def _without_each(values: list[Json]) -> list[list[Json]]:
    return [values[:at] + values[at + 1 :] for at in range(len(values))]


@pytest.mark.clause("everbridge.replace.idempotent")
def test_the_same_put_twice_leaves_the_same_contact(everbridge: Everbridge, bodies: Bodies) -> None:
    """By id and by external id, with whatever a body can hold."""
    key = everbridge.contacts(1)[0]
    for by in ("", "externalId"):
        everbridge.update(key, everbridge.base(key), by=by)
        body = everbridge.base(key, **bodies.rich())
        for _ in range(3):
            everbridge.update(key, body, by=by)

    def step(drawn: tuple[list[tuple[str, Json]], str]) -> None:
        edits, by = drawn
        body = apply(everbridge.base(key), edits)
        everbridge.update(key, body, by=by)
        everbridge.update(key, body, by=by)

    strategy = st.tuples(bodies.edits(most=8), st.sampled_from(["", "", "externalId"]))
    everbridge.explore("idempotent", strategy, step, standard=50)


@pytest.mark.clause("everbridge.required-fields", "everbridge.replace.omitted-field-emptied")
def test_a_required_field_left_out_is_refused_or_emptied(everbridge: Everbridge) -> None:
    """The vendor's pages contradict each other; that it stays, none of them says."""
    key = everbridge.contacts(1)[0]
    for name in ("firstName", "lastName", "externalId", "recordTypeId"):
        everbridge.update(key, everbridge.base(key))
        everbridge.update(key, everbridge.base(key, **{name: None}))
    everbridge.update(key, everbridge.base(key))
