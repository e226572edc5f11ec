"""Record types, attributes and paths are named by id or by name; where both are given the id decides."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, Body


@pytest.mark.clause("everbridge.record-type.by-name", "everbridge.record-type.id-beats-name")
def test_record_types_by_name_and_by_both(everbridge: Everbridge) -> None:
    """Every record type by its name; every pair of an id and another's name."""
    names = everbridge.facts.record_types
    key = everbridge.contacts(1)[0]
    for name in (*names.values(), *reversed(list(names.values()))):
        everbridge.update(key, everbridge.base(key, recordTypeId=None, recordTypeName=name))
    for identifier in names:
        for name in names.values():
            everbridge.update(key, everbridge.base(key, recordTypeId=identifier, recordTypeName=name))
    everbridge.need("record_types", list(names), 2)


@pytest.mark.clause("everbridge.attribute.by-name")
def test_attributes_by_name_alone(everbridge: Everbridge, bodies: Bodies) -> None:
    """0 to 5 of them, from none before."""
    key = everbridge.contacts(1)[0]
    everbridge.need("attributes", bodies.attribute_pool())

    def step(attributes: list[Body]) -> None:
        named = [{"name": _attribute_name(everbridge, bodies, a), "values": a["values"]} for a in attributes]
        everbridge.update(key, everbridge.base(key))
        everbridge.update(key, everbridge.base(key, contactAttributes=named))

    everbridge.explore("attributes by name", bodies.attributes(least=1), step, standard=15)


@pytest.mark.clause("everbridge.attribute.id-beats-name")
def test_an_attributes_id_decides(everbridge: Everbridge, bodies: Bodies) -> None:
    """For the first, the second and the last of several."""
    key = everbridge.contacts(1)[0]
    everbridge.need("attributes", bodies.attribute_pool(), 2)

    def step(drawn: tuple[list[Body], int]) -> None:
        attributes, other = drawn
        used = {bodies.attribute_id(attribute) for attribute in attributes}
        rivals = [n for i, n in everbridge.facts.attributes.items() if i not in used]
        if not rivals:
            return
        for at in range(len(attributes)):
            confused = [dict(attribute) for attribute in attributes]
            identifier = bodies.attribute_id(attributes[at])
            confused[at] = {**confused[at], "orgAttrId": identifier, "name": rivals[other % len(rivals)]}
            everbridge.update(key, everbridge.base(key))
            everbridge.update(key, everbridge.base(key, contactAttributes=confused))

    several = list({bodies.attribute_id(a): a for a in bodies.attribute_pool()}.values())
    for turn in range(min(2, len(several) - 1)):  # what is drawn may be one attribute each time
        step((several[turn : turn + 2], turn))
    strategy = st.tuples(bodies.attributes(least=1), st.integers(0, 5))
    everbridge.explore("attributes by both", strategy, step, standard=12)


def _attribute_name(everbridge: Everbridge, bodies: Bodies, attribute: Body) -> str:
    return everbridge.facts.attributes[bodies.attribute_id(attribute)]


@pytest.mark.clause("everbridge.path.by-prompt")
def test_paths_by_prompt_alone(everbridge: Everbridge, bodies: Bodies) -> None:
    """1 to 6 of them, from none before."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(paths: list[Body]) -> None:
        prompted = [_prompted(everbridge, bodies, path) for path in paths]
        everbridge.update(key, everbridge.base(key, timezoneId="Asia/Kolkata"))
        everbridge.update(key, everbridge.base(key, paths=prompted, timezoneId="Asia/Kolkata"))

    everbridge.explore("paths by prompt", bodies.paths(least=1), step, standard=20)


def _prompted(everbridge: Everbridge, bodies: Bodies, path: Body) -> Body:
    members = {name: value for name, value in path.items() if name not in ("pathId", "prompt")}
    return {"prompt": everbridge.facts.paths[bodies.path_id(path)], **members}


@pytest.mark.clause("everbridge.path.id-beats-prompt")
def test_a_paths_id_decides(everbridge: Everbridge, bodies: Bodies) -> None:
    """For the first, the second and the last of several, with quiet times and without."""
    key = everbridge.contacts(1)[0]
    everbridge.need("paths", everbridge.inventory.deliveries, 2)

    def step(drawn: tuple[list[Body], int]) -> None:
        paths, other = drawn
        used = {bodies.path_id(path) for path in paths}
        rivals = [prompt for path_id, prompt in everbridge.facts.paths.items() if path_id not in used]
        if not rivals:
            return
        for at in range(len(paths)):
            confused = [dict(path) for path in paths]
            confused[at] |= {"pathId": bodies.path_id(paths[at]), "prompt": rivals[other % len(rivals)]}
            everbridge.update(key, everbridge.base(key))
            everbridge.update(key, everbridge.base(key, paths=confused, timezoneId="Europe/London"))

    several = list({bodies.path_id(path): path for path in bodies.path_pool()}.values())
    for turn in range(min(2, len(several) - 1)):
        step((several[turn : turn + 2], turn))
    everbridge.explore("paths by both", st.tuples(bodies.paths(least=1), st.integers(0, 5)), step, standard=15)
