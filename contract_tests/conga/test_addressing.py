"""The external id in the URI names the record; no other changes, and none is made."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.errors import Missing
from contact_contracts.exchange import Json

ENDINGS = (
    " with spaces",
    "/slash/es",
    "%",
    "%2F",
    "+plus&and=?#hash",
    "-Größe-漢字",
    "é",
    ".dotted.",
    "@mail.example",
    "'quote\"",
    "(0;1,2)",
    "😀",
)


@pytest.mark.clause("conga.addressing.by-external-id")
def test_only_the_record_of_the_external_id_changes(conga: Conga, bodies: Bodies) -> None:
    """Three contacts in turn, with and without their Id; after each update all three are read."""
    keys = conga.contacts(3)

    def step(drawn: tuple[int, bool, dict[str, Json]]) -> None:
        turn, with_id, body = drawn
        key = keys[turn]
        conga.put(key, {"Id": conga.id_of(key), **body} if with_id else body)
        conga.read(*keys)

    strategy = st.tuples(st.integers(0, 2), st.booleans(), bodies.edits(most=5))
    conga.explore("addressing", strategy, step, standard=70)


@pytest.mark.clause("conga.addressing.by-external-id")
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_external_id_may_hold_any_character(conga: Conga, bodies: Bodies, ending: str) -> None:
    """Where the target takes a contact with such an external id and shows it, it can be updated by it."""
    other = conga.contacts(1)[0]
    key = conga.create(ending)
    if key is None:
        raise Missing(f"a contact that can be made, and read, with an external id like {ending!r}")
    for turn, payload in enumerate((None, "true", "false")):
        conga.put(key, bodies.full(turn), payload=payload)
        conga.read(key, other)


@pytest.mark.clause("conga.addressing.by-external-id")
def test_external_ids_that_resemble_each_other_are_kept_apart(conga: Conga) -> None:
    """One that begins with another, one that another's pattern would match, one that is another's Id."""
    first = conga.create("_a")
    if first is None:
        raise Missing("a contact that can be made and read")
    similar = [conga.create("", external_id=name) for name in (f"{first}1", f"{first[:-2]}xa", conga.id_of(first))]
    keys = [first, *(key for key in similar if key is not None)]
    for turn, key in enumerate((*keys, *reversed(keys))):
        conga.put(key, {"FirstName": f"Turn {turn}", "Title": f"T{turn}", "Department": None})
        conga.read(*keys)


@pytest.mark.clause("conga.addressing.unknown", "conga.error.shape")
def test_an_unknown_external_id_is_404_and_nothing_is_made(conga: Conga, bodies: Bodies) -> None:
    """Plain and full bodies, with and without payload, with an Id of somebody; looked up afterwards."""
    known = conga.contacts(1)[0]
    for turn, body in enumerate(({"LastName": "Nobody"}, bodies.full(3), {"FirstName": "No", "Email": None})):
        key = conga.nobody()
        conga.put(key, body, payload="true" if turn else None)
        conga.look_up(key)
        conga.put(key, body, payload="false")
        conga.look_up(key)
        conga.read(known)


@pytest.mark.clause("conga.addressing.unknown")
@pytest.mark.parametrize("ending", ["x", "%", " ", "/", "-é", "*"])
def test_an_external_id_that_only_resembles_a_known_one_is_unknown(conga: Conga, ending: str) -> None:
    """Nothing is found by a beginning or by a pattern."""
    known = conga.create("") if conga.can_create else None
    if known is None:
        raise Missing("a contact that can be made and read")
    unlike = conga.nobody(f"{known}{ending}".strip(" ") if ending != " " else f"{known} z")
    conga.put(unlike, {"FirstName": "Nobody"})
    conga.look_up(unlike)
    conga.read(known)
