"""Groups are joined by a PUT and never left by one; a group may be named by id or by name."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies


@pytest.mark.clause("everbridge.groups.joined", "everbridge.groups.never-left")
def test_a_put_joins_groups_and_leaves_none(everbridge: Everbridge, bodies: Bodies) -> None:
    """Arrays of 0 to 5 groups, or no array, in a row: the contact is in all that were ever named."""
    everbridge.need("groups", everbridge.inventory.groups)
    key = everbridge.contacts(1)[0]

    def step(series: list[list[int] | None]) -> None:
        everbridge.leave_groups(key)
        for groups in series:
            everbridge.update(key, everbridge.base(key, groups=groups))

    series = st.lists(st.one_of(bodies.groups(), bodies.groups(), st.none()), min_size=3, max_size=5)
    everbridge.explore("groups", series, step, standard=25)


@pytest.mark.clause("everbridge.groups.never-left")
def test_every_group_survives_every_way_of_not_naming_it(everbridge: Everbridge) -> None:
    """Left out, empty, another group, another group's name, whatever else changes: also in many groups."""
    groups = everbridge.inventory.groups
    everbridge.need("groups", groups, 2)
    names = everbridge.facts.groups
    key = everbridge.contacts(1)[0]
    everbridge.update(key, everbridge.base(key, groups=list(groups)))
    for body in (
        everbridge.base(key),
        everbridge.base(key, groups=[]),
        everbridge.base(key, groupsName=[]),
        *(everbridge.base(key, groups=[group]) for group in groups),
        *(everbridge.base(key, groupsName=[names[group]]) for group in groups),
        *(everbridge.base(key, recordTypeId=record_type) for record_type in everbridge.inventory.record_types),
        everbridge.base(key, externalId=everbridge.fresh_external_id()),
        *(everbridge.base(key, status=status) for status in everbridge.optional.get("status", ())),
    ):
        everbridge.update(key, body)


@pytest.mark.clause("everbridge.groups.by-name")
def test_groups_are_joined_by_name_alone(everbridge: Everbridge, bodies: Bodies) -> None:
    """1 to 5 names."""
    everbridge.need("groups", everbridge.inventory.groups)
    key = everbridge.contacts(1)[0]

    def step(groups: list[int]) -> None:
        everbridge.leave_groups(key)
        names = [everbridge.facts.groups[group] for group in groups]
        everbridge.update(key, everbridge.base(key, groupsName=names))

    everbridge.explore("groups by name", bodies.groups(least=1), step, standard=20)


@pytest.mark.clause("everbridge.groups.id-beats-name")
def test_ids_decide_when_names_say_otherwise(everbridge: Everbridge, bodies: Bodies) -> None:
    """Ids and names that overlap, agree, or have nothing in common, of any number each."""
    everbridge.need("groups", everbridge.inventory.groups, 2)
    key = everbridge.contacts(1)[0]

    def step(both: tuple[list[int], list[int]]) -> None:
        everbridge.leave_groups(key)
        ids, named = both
        names = [everbridge.facts.groups[group] for group in named]
        everbridge.update(key, everbridge.base(key, groups=ids, groupsName=names))

    some = bodies.groups(least=1)
    everbridge.explore("groups by both", st.tuples(some, some), step, standard=30)
