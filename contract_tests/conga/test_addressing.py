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
    "%41",
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

MAY_BE_DROPPED = "/ "
"""What some that stand before a server, and some databases, do not see at the end of an external id."""

DOCUMENTED_LENGTH = len("2614d72c-edfc-4dc5-b72f-45104fe5ef43")
"""Of the page's example of an external id."""


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
    conga.explore("addressing", strategy, step, standard=60)


@pytest.mark.clause("conga.addressing.by-external-id")
def test_records_that_share_every_value_are_kept_apart(conga: Conga, bodies: Bodies) -> None:
    """Three contacts with the same in every field; then each changes texts, nulls, the flag and lookups alone."""
    keys = conga.contacts(3)
    same = bodies.full(9)
    for key in keys:
        conga.update(key, same)
    texts = {"FirstName": "Apart", "Description": "apart", "Phone": "+12025550123"}
    rest = {field: bodies.full(10)[field] for field in same if field not in texts}
    for turn, body in enumerate((texts, dict.fromkeys(texts), rest, texts)):
        conga.put(keys[turn % 3], body)
        conga.read(*keys)


@pytest.mark.clause("conga.addressing.by-external-id")
def test_an_external_id_may_hold_any_character(conga: Conga, bodies: Bodies) -> None:
    """Where the target takes a contact with such an external id and shows it, it can be updated by it."""
    other = conga.contacts(1)[0]
    made = [key for ending in conga.explorer.sample(ENDINGS, standard=50) if (key := conga.create(ending))]
    payloads = (None, "true", "false")[: conga.explorer.budget(3, least=1)]
    for key in made:
        for turn, payload in enumerate(payloads):
            conga.put(key, bodies.full(turn), payload=payload)
            conga.read(key, other)
    if not made:
        raise Missing("a contact that can be made, and read, with other characters in its external id")


@pytest.mark.clause("conga.addressing.by-external-id")
def test_a_plus_in_a_path_is_no_space(conga: Conga) -> None:
    """Encoded, and as it is, which a path allows: that is another thing than in a form."""
    key = conga.create("+plus")
    if key is None:
        raise Missing("a contact that can be made, and read, with a plus in its external id")
    for literal in ("", "+"):
        conga.put(key, {"FirstName": "Plus", "Title": None}, literal=literal)
        conga.read(key)


@pytest.mark.clause("conga.addressing.by-external-id")
def test_external_ids_that_resemble_each_other_are_kept_apart(conga: Conga) -> None:
    """One that begins with another, one that another's pattern would match, one that is another's Id.

    And two of the length of the page's example that differ in their last character.
    """
    first = conga.create("_A")
    if first is None:
        raise Missing("a contact that can be made and read")
    long = f"{conga.ledger.mark}-{'0' * DOCUMENTED_LENGTH}"[: DOCUMENTED_LENGTH - 1]
    names = [*conga.some((f"{first}1", f"{first[:-2]}xA", conga.id_of(first))), f"{long}1", f"{long}2"]
    similar = [conga.create("", external_id=name) for name in names]
    keys = [first, *(key for key in similar if key is not None)]
    for turn, key in enumerate(keys):
        conga.put(key, {"FirstName": f"Turn {turn}", "Title": f"T{turn}", "Department": None})
    conga.read(*keys)
    for turn, key in enumerate(reversed(keys)):
        conga.put(key, {"FirstName": f"Back {turn}", "Title": f"B{turn}", "Department": "x"})
        conga.read(*keys)


@pytest.mark.clause("conga.addressing.unknown", "conga.addressing.by-external-id", "conga.error.shape")
def test_an_unknown_external_id_is_404_and_nothing_is_made(conga: Conga, bodies: Bodies) -> None:
    """Empty, plain and full bodies, with and without payload, over what was updated last; looked up afterwards."""
    known = conga.contacts(1)[0]
    cases: tuple[dict[str, Json], ...]
    cases = ({}, {"FirstName": "No", "Email": None}, bodies.full(3))
    for turn, body in enumerate(conga.some(cases)):
        conga.update(known, {"LastName": f"Somebody {turn}", "Email": "ada@example.com"})
        key = conga.nobody()
        conga.put(key, body, payload="true" if turn else None)
        conga.look_up(key)
        conga.put(key, {"LastName": "Nobody"}, payload="false")
        conga.look_up(key)
        conga.read(known)


@pytest.mark.clause("conga.addressing.unknown", "conga.addressing.by-external-id")
@pytest.mark.parametrize("pattern", ["{}x", "{}%", "{} z", "{}/", "{}-é", "{}*", " {}", "{} "])
def test_an_external_id_that_only_resembles_a_known_one_is_unknown(conga: Conga, pattern: str) -> None:
    """Nothing is found by a beginning or by a pattern, nor by an id with blanks around it."""
    if not conga.can_create:
        raise Missing("allow_create, and createContact, so that nobody else's external id is like it")
    known = conga.contacts(1)[0]
    unlike = pattern.format(known)
    if unlike[-1] in MAY_BE_DROPPED or not conga.take_for_nobodys(unlike):
        conga.nobody(unlike)
    conga.put(unlike, {"FirstName": f"Nobody {pattern}"})
    conga.look_up(unlike)
    conga.read(known)


@pytest.mark.clause("conga.addressing.unknown")
def test_an_unknown_external_id_stays_unknown_with_an_id_in_the_body(conga: Conga) -> None:
    """Somebody's Id, and one that nobody has: neither makes a record, nor finds another."""
    known = conga.contacts(1)[0]
    identifier = conga.id_of(known)
    for turn, one in enumerate((identifier, identifier[:-1] + ("1" if identifier.endswith("0") else "0"))):
        key = conga.nobody()
        conga.put(key, {"Id": one, "FirstName": f"Nobody {turn}"}, payload="true" if turn else None)
        conga.look_up(key)
        conga.read(known)


@pytest.mark.clause("conga.addressing.unknown", "conga.addressing.by-external-id")
def test_a_record_is_not_found_by_something_else_than_its_external_id(conga: Conga) -> None:
    """By its Id, or by more or less than the external id that it was made with, in which the run's mark is."""
    key = conga.create_any()
    if key is None:
        raise Missing("a contact that can be made and read")
    for other in (conga.id_of(key), key[:-1], key[1:], f"x{key}"):
        if conga.take_for_nobodys(other):
            conga.put(other, {"FirstName": f"Found by {other}"})
            conga.read(key)


@pytest.mark.clause("conga.addressing.unknown")
def test_the_external_id_of_a_removed_record_is_unknown(conga: Conga) -> None:
    """Made, updated, removed; then no update finds it, nor makes it anew."""
    if not conga.can_remove:
        raise Missing("allow_delete, and deleteContactByExternalId")
    key = conga.create_any()
    if key is None:
        raise Missing("a contact that can be made and read")
    conga.update(key, {"FirstName": "Going"})
    conga.remove(key)
    conga.look_up(key)
    conga.put(key, {"FirstName": "Gone"})
    conga.look_up(key)
