"""A batch updates each contact in it as updateContact does, and no other."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import ZONES, Bodies, Body, apply, ids_of_every_type
from contact_contracts.drivers.everbridge.driver import UNKNOWN_ID
from contact_contracts.exchange import Json

Edits = list[tuple[str, Json]]


@pytest.mark.clause(
    "everbridge.batch.updates-each", "everbridge.batch.full-replaces", "everbridge.batch.others-untouched"
)
@pytest.mark.parametrize("by", ["", "externalId"])
def test_each_row_is_a_full_update(everbridge: Everbridge, bodies: Bodies, by: str) -> None:
    """2 to 4 rows of random edits in changing order; a fifth contact stays as it is."""
    keys = everbridge.contacts(5, least=2)

    def step(drawn: tuple[list[Edits], int]) -> None:
        edits, turn = drawn
        start = turn % len(keys)
        chosen = (keys[start:] + keys[:start])[: min(len(edits), len(keys) - 1)]
        full = [apply(everbridge.base(key), edit) for key, edit in zip(chosen, edits, strict=False)]
        everbridge.update_batch(chosen, full, by=by)
        everbridge.read(*keys)

    strategy = st.tuples(st.lists(bodies.edits(most=6), min_size=2, max_size=4), st.integers(0, 4))
    everbridge.explore(f"batch {by}", strategy, step, standard=40)


@pytest.mark.clause("everbridge.batch.full-replaces", "everbridge.batch.updates-each")
def test_each_row_empties_what_it_leaves_out(everbridge: Everbridge, bodies: Bodies) -> None:
    """Every scalar and every array, in the first, the second and the last row."""
    keys = everbridge.contacts(3, least=2)
    full: Body = {name: values[0] for name, values in bodies.scalars.items()}
    if "status" in full:
        full["status"] = "D"
    full |= {
        "paths": bodies.path_pool(framed=False)[:2],
        "address": bodies.address_pool[:2],
        "contactAttributes": bodies.attribute_pool()[:2],
        "topics": list(everbridge.inventory.topics[:2]),
    }
    names = [name for name in full if name not in ("firstName", "lastName") and full[name]]
    for turn in everbridge.explorer.sample(range(len(names)), standard=40):
        everbridge.update_batch(keys, [everbridge.base(key, **full) for key in keys])
        left = [names[(turn + at) % len(names)] for at in range(3)]
        less = [everbridge.base(key, **{**full, name: None}) for key, name in zip(keys, left, strict=False)]
        everbridge.update_batch(keys, less)


@pytest.mark.clause("everbridge.batch.updates-each", "everbridge.batch.full-replaces")
def test_a_long_batch_is_done_to_its_end(everbridge: Everbridge, bodies: Bodies) -> None:
    """As many rows as there may be contacts, up to a dozen; some full, with bare ones after them."""
    keys = everbridge.contacts(12, least=2)
    rows = [everbridge.base(key, **(bodies.rich(at) if at % 3 < 2 else {})) for at, key in enumerate(keys, 1)]
    everbridge.update_batch(keys, rows, by="")


@pytest.mark.clause("everbridge.batch.updates-each", "everbridge.batch.others-untouched")
def test_rows_find_their_contacts_by_external_ids_that_look_alike(everbridge: Everbridge) -> None:
    """One begins like another, differs in its case, or in the last of 80 characters; then with some of them."""
    keys = everbridge.contacts(5, least=2)
    everbridge.name_alike(keys)
    for chosen in (keys, keys[::2]):
        everbridge.update_batch(chosen, [everbridge.base(key) for key in chosen], by="externalId")
        everbridge.read(*(key for key in keys if key not in chosen))


@pytest.mark.clause("everbridge.batch.updates-each")
def test_an_id_in_a_row_has_no_effect_beside_an_external_id(everbridge: Everbridge) -> None:
    """Of every JSON type, another contact's or nobody's; beside it a row without one."""
    own, other = everbridge.contacts(2)
    for identifier in ids_of_every_type(own, other, everbridge.external_id(other), UNKNOWN_ID):
        everbridge.batch([{"id": identifier, **everbridge.base(own)}, everbridge.base(other)], by="externalId")
        everbridge.read(own, other)


@pytest.mark.clause("everbridge.batch.default-update-type")
def test_a_batch_without_update_type(everbridge: Everbridge) -> None:
    """Full or partial: the vendor's pages contradict each other."""
    keys = everbridge.contacts(2)
    full = [everbridge.base(key, suffix="Jr.", country="US", businessName="Before") for key in keys]
    everbridge.update_batch(keys, full)
    less = [everbridge.base(key, firstName="After") for key in keys]
    everbridge.batch([{"id": int(key), **row} for key, row in zip(keys, less, strict=True)], update_type=None)
    everbridge.read(*keys)


@pytest.mark.clause("everbridge.batch.groups-never-left")
def test_no_row_leaves_a_group(everbridge: Everbridge, bodies: Bodies) -> None:
    """Each row joins some; left out, empty or other groups later leave none."""
    everbridge.need("groups", everbridge.inventory.groups, 2)
    keys = everbridge.contacts(3, least=2)

    def step(drawn: list[list[list[int] | None]]) -> None:
        for key in keys:
            everbridge.leave_groups(key)
        for groups in drawn:
            rows = [everbridge.base(key, groups=some) for key, some in zip(keys, groups, strict=False)]
            everbridge.update_batch(keys, rows)

    row = st.one_of(bodies.groups(), bodies.groups(least=1), st.none())
    turns = st.lists(st.lists(row, min_size=3, max_size=3), min_size=2, max_size=3)
    everbridge.explore("batch groups", turns, step, standard=12)


@pytest.mark.clause("everbridge.batch.id-beats-name")
def test_ids_decide_in_every_row(everbridge: Everbridge, bodies: Bodies) -> None:
    """All four pairs, in the first, the second and the last row."""
    keys = everbridge.contacts(3, least=2)
    conflicts = list(_conflicts(everbridge, bodies))
    for turn in everbridge.explorer.sample(range(len(conflicts) * 2), standard=60):
        for key in keys:
            everbridge.leave_groups(key)
        everbridge.update_batch(keys, [everbridge.base(key) for key in keys])
        chosen = [conflicts[(turn + at) % len(conflicts)] for at in range(3)]
        rows = [{**everbridge.base(key), **more} for key, more in zip(keys, chosen, strict=False)]
        everbridge.update_batch(keys, rows)
    everbridge.need("record_types", everbridge.inventory.record_types, 2)


def _conflicts(everbridge: Everbridge, bodies: Bodies) -> list[Body]:
    """Bodies in which an id and a name disagree, for each kind of thing that the organization has two of."""
    facts, found = everbridge.facts, []
    types = list(facts.record_types)
    for one, two in _pairs(types):
        found.append({"recordTypeId": one, "recordTypeName": facts.record_types[two]})
    for one, two in _pairs(list(facts.groups)):
        found.append({"groups": [one], "groupsName": [facts.groups[two]]})
    for attribute in bodies.attribute_pool()[:3]:
        key = bodies.attribute_id(attribute)
        other = next((name for number, name in facts.attributes.items() if number != key), None)
        if other is not None:
            found.append({"contactAttributes": [{"orgAttrId": key, "name": other, "values": attribute["values"]}]})
    for path in bodies.path_pool(framed=False)[:3]:
        key = bodies.path_id(path)
        other = next((prompt for number, prompt in facts.paths.items() if number != key), None)
        if other is not None:
            found.append({"paths": [{**path, "pathId": key, "prompt": other}]})
    return found


def _pairs(ids: list[int]) -> list[tuple[int, int]]:
    return [(one, two) for one, two in zip(ids, ids[1:] + ids[:1], strict=False) if one != two][:3]


@pytest.mark.clause("everbridge.batch.quiet-time-kept", "everbridge.batch.updates-each")
def test_frames_stay_when_a_row_does_not_name_them(everbridge: Everbridge, bodies: Bodies) -> None:
    """Rows that replace, keep and empty their frames side by side, with the paths turned round."""
    keys = everbridge.contacts(3, least=2)
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(drawn: tuple[list[list[Body]], int]) -> None:
        paths, turn = drawn
        rows = [
            everbridge.base(key, paths=some, timezoneId=ZONES[0]) for key, some in zip(keys, paths, strict=False)
        ]
        everbridge.update_batch(keys, rows)
        for shift in range(3):
            told = [_told(some, (turn + shift + at) % 3, bodies) for at, some in enumerate(paths)]
            rows = [
                everbridge.base(key, paths=some, timezoneId=ZONES[1])
                for key, some in zip(keys, told, strict=False)
            ]
            everbridge.update_batch(keys, rows)

    three = st.lists(bodies.paths(least=1), min_size=3, max_size=3)
    everbridge.explore("batch frames", st.tuples(three, st.integers(0, 2)), step, standard=12)


def _told(paths: list[Body], way: int, bodies: Bodies) -> list[Body]:
    """The same paths in reverse, their frames not named, named anew, or emptied."""
    bare = [{n: v for n, v in path.items() if n != "quietTimeFrames"} for path in reversed(paths)]
    if way == 1:
        bare[0]["quietTimeFrames"] = bodies.frames[len(paths) : len(paths) + 2]
    elif way == 2:
        bare[-1]["quietTimeFrames"] = []
    return bare


@pytest.mark.clause("everbridge.batch.updates-each")
def test_rows_change_external_ids(everbridge: Everbridge, bodies: Bodies) -> None:
    """Every row to a fresh one, with all else at once and then with nothing; the old ones then find nothing."""
    keys = everbridge.contacts(3, least=1)
    for key in keys:
        everbridge.leave_groups(key)
    for turn in range(2):
        old = [everbridge.external_id(key) for key in keys]
        rest = bodies.rich(turn) if turn == 0 else {}
        new = [everbridge.base(key, **rest, externalId=everbridge.fresh_external_id()) for key in keys]
        everbridge.update_batch(keys, new, by="")
        for external_id in old:
            everbridge.look_up(external_id)
