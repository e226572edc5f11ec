"""What a body may not hold: unknown fields, wrong types, null for the flag. All refused, nothing changed."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.values import NOT_A_FLAG, NOT_TEXT
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import FLAG, TEXTS

CHANGE: dict[str, Json] = {"FirstName": "Refused", "Title": None, "Description": "half", "Phone": "+12025550199"}


def before(conga: Conga, bodies: Bodies, turn: int) -> str:
    """A contact with everything set, in a way of its own."""
    key = conga.contacts(1)[0]
    conga.update(key, bodies.full(turn))
    return key


@pytest.mark.clause("conga.fields.unknown-refused", "conga.error.shape")
def test_an_unknown_field_is_refused(conga: Conga, bodies: Bodies) -> None:
    """Alone, first, last and in the middle; with text, null, numbers and objects; with and without payload."""
    key = before(conga, bodies, 2)
    for turn, name in enumerate(conga.some(bodies.strangers())):
        values: tuple[Json, ...] = ("text", None, "", 5, True, {"Id": "x"}, [])
        for value in conga.some(values):
            conga.put(key, {name: value}, payload="true" if turn % 2 else None)
            conga.read(key)
        conga.put(key, {name: {"Id": "first"}, **CHANGE})
        conga.read(key)
        conga.put(key, {**CHANGE, name: "last"}, payload="false", locking="false")
        conga.read(key)
        conga.put(key, {"LastName": "Refused", name: None, **CHANGE, "Id": conga.id_of(key)})
        conga.read(key)
    conga.put(key, {**bodies.full(5), bodies.unknown: "one of many"})
    conga.read(key)
    conga.update(key, {field: f"known {field}" for field in conga.custom_fields} | {"Title": "known"})


@pytest.mark.clause("conga.fields.wrong-type-refused", "conga.error.shape")
def test_a_text_field_refuses_what_is_no_text(conga: Conga, bodies: Bodies) -> None:
    """Every text field with every other type, alone or last of several."""
    key = before(conga, bodies, 3)
    cases = [(field, value) for field in TEXTS for value in NOT_TEXT]
    for turn, (field, value) in enumerate(conga.explorer.sample(cases, standard=100)):
        change = {name: new for name, new in CHANGE.items() if name != field} if turn % 2 else {}
        conga.put(key, {**change, field: value})
        conga.read(key)


@pytest.mark.clause("conga.fields.wrong-type-refused")
def test_the_flag_refuses_text(conga: Conga, bodies: Bodies) -> None:
    """Set and not set before, alone and with other fields."""
    key = before(conga, bodies, 4)
    for flag in (True, False):
        conga.update(key, {FLAG: flag})
        for value in conga.some(NOT_A_FLAG):
            conga.put(key, {FLAG: value})
            conga.read(key)
            conga.put(key, {**CHANGE, FLAG: value})
            conga.read(key)
        conga.update(key, {FLAG: not flag})


@pytest.mark.clause("conga.fields.bounced-not-null", "conga.error.shape", "conga.error.refused-changes-nothing")
def test_the_flag_refuses_null_and_never_reads_as_null(conga: Conga, bodies: Bodies) -> None:
    """Set and not set before; alone, first and last; all other fields may be null."""
    flags = [(key, flag) for key in conga.contacts(2) for flag in (True, False)]
    for turn, (key, flag) in enumerate(conga.some(flags)):
        conga.update(key, {FLAG: flag, "Title": f"Flag {turn}"})
        own: dict[str, Json] = {"Id": conga.id_of(key)}
        for body in ({FLAG: None}, {FLAG: None, **CHANGE}, {**CHANGE, FLAG: None}, {**own, FLAG: None}):
            conga.put(key, body, payload="true" if turn % 2 else None)
            conga.read(key)
        conga.update(key, {"EmailBouncedReason": None, "EmailBouncedDate": None})


@pytest.mark.clause("conga.error.refused-changes-nothing", "conga.lifecycle.any-sequence")
def test_accepted_and_refused_updates_in_turn(conga: Conga, bodies: Bodies) -> None:
    """A random update, the same with one thing wrong at a random place, and the next."""
    keys = conga.contacts(2)
    wrong: list[tuple[str, Json]] = [
        (bodies.unknown, "text"),
        (bodies.unknown + "2", None),
        (FLAG, None),
        (FLAG, "true"),
        ("Salutation", 5),
        ("Birthdate", False),
        ("Name", []),
        ("OtherStreet", {}),
    ]

    def step(drawn: tuple[int, dict[str, Json], dict[str, Json], tuple[str, Json], int]) -> None:
        turn, good, bad, (name, value), place = drawn
        conga.update(keys[turn], good)
        members = [member for member in bad.items() if member[0] != name]
        members.insert(place, (name, value))
        conga.put(keys[turn], dict(members))
        conga.read(*keys)

    strategy = st.tuples(
        st.integers(0, 1),
        bodies.edits(most=3),
        bodies.edits(most=5),
        st.sampled_from(wrong),
        st.integers(0, 5),
    )
    conga.explore("refused", strategy, step, standard=60)
