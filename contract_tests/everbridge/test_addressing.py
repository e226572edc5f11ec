"""The URI names the contact; an id in the body is ignored; external ids address too."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, Body, apply, ids_of_every_type
from contact_contracts.drivers.everbridge.driver import UNKNOWN_ID
from contact_contracts.exchange import Json


@pytest.mark.clause("everbridge.addressing.uri-names-the-contact")
def test_only_the_contact_in_the_uri_changes(everbridge: Everbridge, bodies: Bodies) -> None:
    """Three contacts in turn; after each PUT all three are read."""
    keys = everbridge.contacts(3, least=2)
    for turn, key in enumerate(keys):
        everbridge.update(key, everbridge.base(key, **bodies.rich(turn)), by="")
    for turn, key in enumerate(keys):
        for body in (everbridge.base(key), everbridge.base(key, **bodies.rich(turn + 3))):
            everbridge.put(key, body)
            everbridge.read(*keys)
    for key in keys:
        everbridge.update(key, everbridge.base(key, **bodies.rich()), by="")
    for turn, key in enumerate(keys):  # all of them have the same names by now
        for body in _namesakes(bodies, turn):
            everbridge.put(key, everbridge.base(key, **body))
            everbridge.read(*keys)

    def step(drawn: tuple[int, list[tuple[str, Json]]]) -> None:
        turn, edits = drawn
        key = keys[turn % len(keys)]
        everbridge.put(key, apply(everbridge.base(key), edits))
        everbridge.read(*keys)

    everbridge.explore("uri", st.tuples(st.integers(0, 2), bodies.edits(most=4)), step, standard=40)


def _namesakes(bodies: Bodies, turn: int) -> list[Body]:
    """Bodies with the names of ``bodies.rich()``: other addresses, other frames, all else, bare, as it is."""
    rich, other = bodies.rich(), bodies.rich(turn + 4)
    names = {name: rich[name] for name in ("firstName", "lastName")}
    elsewhere = bodies.address_pool[turn + 6 : turn + 8]
    several = {"paths": bodies.path_pool(framed=False)[:2], "topics": list(bodies.inventory.topics[:3])}
    paths = [{**path, "quietTimeFrames": bodies.frames[turn + 7 : turn + 9]} for path in rich["paths"]]
    quiet = {**rich, "paths": paths}
    joining = {**rich, "groups": list(bodies.inventory.groups[2 + turn :][:1])}
    return [
        *({**rich, "address": elsewhere}, quiet, joining),
        *({**other, **names}, {**other, **names, **several}, names, rich),
    ]


@pytest.mark.clause("everbridge.addressing.body-id-ignored")
@pytest.mark.parametrize("by", ["", "externalId"])
def test_an_id_in_the_body_has_no_effect(everbridge: Everbridge, by: str) -> None:
    """Whatever it says, the contact in the URI is updated and the one that it names is not."""
    own, other = everbridge.contacts(2)
    ids = ids_of_every_type(own, other, everbridge.external_id(other), UNKNOWN_ID)
    for number, identifier in enumerate(ids):
        body = everbridge.base(own, firstName=f"Ignored {number}", suffix=f"s{number}")
        everbridge.put(own, {"id": identifier, **body}, by=by)
        everbridge.read(own, other)


@pytest.mark.clause("everbridge.addressing.by-external-id")
def test_an_external_id_addresses_the_contact(everbridge: Everbridge, bodies: Bodies) -> None:
    """Plain, spaced and non-ASCII external ids; others stay as they are."""
    own, other = everbridge.contacts(2)
    mark = everbridge.fresh_external_id()
    endings = (
        "",
        "trailing space ",
        " with spaces",
        "-é漢",
        "+plus&and?;x=1",
        "%41",
        ".dotted",
        "@mail.example",
        "/slash",
    )
    for number, external_id in enumerate((*(mark + ending for ending in endings), mark.ljust(80, "x"))):
        everbridge.update(own, everbridge.base(own, externalId=external_id), by="")
        everbridge.look_up(external_id)
        everbridge.put(own, everbridge.base(own, lastName=f"By external id {number}"), by="externalId")
        everbridge.read(own, other)
        if "+" in external_id:  # in a path it is no space, encoded or not
            everbridge.look_up(external_id, literal="+")

    def step(edits: list[tuple[str, Json]]) -> None:
        everbridge.update(own, apply(everbridge.base(own), edits), by="externalId")

    everbridge.explore("by external id", bodies.edits(most=4), step, standard=20)
    everbridge.update(own, everbridge.base(own, externalId=everbridge.fresh_external_id()))
    everbridge.look_up(own)
    everbridge.put(own, everbridge.base(own, lastName="By the wrong id"), by="externalId", address=own)
    everbridge.read(own, other)


@pytest.mark.clause("everbridge.addressing.by-external-id", "everbridge.addressing.uri-names-the-contact")
def test_external_ids_that_look_alike_address_their_own_contacts(everbridge: Everbridge) -> None:
    """One begins like another, differs in its case, or in the last of 80 characters."""
    keys = everbridge.contacts(5, least=2)
    everbridge.name_alike(keys)
    for key in keys:
        everbridge.put(key, everbridge.base(key, suffix="alike"), by="externalId")
        everbridge.read(*keys)
