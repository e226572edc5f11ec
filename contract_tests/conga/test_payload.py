"""The record in the answer: on request, and only then."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.conga import Conga
from contact_contracts.drivers.conga.bodies import Bodies
from contact_contracts.drivers.conga.values import LONG
from contact_contracts.drivers.errors import Missing
from contact_contracts.exchange import Json


def some_contacts(conga: Conga) -> list[str]:
    """Two contacts, or one where few calls are to be made."""
    return conga.contacts(conga.explorer.budget(2, least=1))


@pytest.mark.clause("conga.payload.on-request", "conga.payload.is-the-record")
def test_on_request_the_answer_shows_the_record_as_updated(conga: Conga, bodies: Bodies) -> None:
    """All fields, then single ones, then nulls; the read that follows must show the same."""
    for key in some_contacts(conga):
        for turn in range(conga.explorer.budget(8)):
            conga.update(key, bodies.full(turn), payload="true")
            conga.update(key, {"Title": f"Alone {turn}"}, payload="true")
            conga.update(key, {"Title": None, "Account": None, "OtherCity": None}, payload="true")


@pytest.mark.clause("conga.payload.on-request", "conga.payload.is-the-record")
def test_the_first_updates_of_a_contact_show_it(conga: Conga) -> None:
    """A contact made for this; each time with a long text."""
    key = conga.create_any()
    if key is None:
        raise Missing("a contact that can be made and read")
    for turn in range(3):
        conga.update(key, {"Title": f"Time {turn}", "Description": LONG}, payload="true")


@pytest.mark.clause("conga.payload.on-request")
def test_locking_or_not_the_answer_shows_the_record(conga: Conga, bodies: Bodies) -> None:
    """With the flag for locking too, which without an ETag has nothing to say."""
    key = conga.contacts(1)[0]
    for turn, locking in enumerate(("false", "true", "false")):
        conga.update(key, bodies.full(turn + 1), payload="true", locking=locking)


@pytest.mark.clause("conga.payload.off-by-default")
def test_without_the_flag_the_answer_shows_no_record(conga: Conga, bodies: Bodies) -> None:
    """Also right after a call that asked for it, for single fields and for all."""
    for turn, key in enumerate(some_contacts(conga)):
        conga.update(key, {"FirstName": f"None {turn}"})
        conga.update(key, bodies.full(turn))
        conga.update(key, {"LastName": f"Shown {turn}"}, payload="true")
        conga.update(key, {"Id": conga.id_of(key), "LastName": f"Hidden {turn}", "Title": None})


@pytest.mark.clause("conga.payload.off-when-false")
@pytest.mark.parametrize("word", ["false", "False"])
def test_with_false_the_answer_shows_no_record(conga: Conga, bodies: Bodies, word: str) -> None:
    """``False`` may be refused, but it never means true."""
    for turn, key in enumerate(some_contacts(conga)):
        conga.update(key, {"FirstName": f"False {turn}"}, payload=word)
        conga.update(key, {**bodies.full(turn), "Title": None}, payload=word)
        conga.update(key, {"LastName": f"Shown {turn}"}, payload="true")
        conga.update(key, {"LastName": f"Hidden {turn}"}, payload=word)


@pytest.mark.clause(
    "conga.payload.on-request",
    "conga.payload.off-by-default",
    "conga.payload.off-when-false",
    "conga.id.matching-accepted",
)
@pytest.mark.parametrize("payload", ["true", None, "false"])
def test_the_flag_means_the_same_with_every_form_of_body(
    conga: Conga, bodies: Bodies, payload: str | None
) -> None:
    """Nothing, texts, nulls, the flag and lookups, with and without the Id; some right after the other setting."""
    key = conga.contacts(1)[0]
    conga.update(key, bodies.full(3))
    for turn, body in enumerate(bodies.forms(conga.id_of(key), 1)):
        if turn % 5 == 4:
            conga.update(key, {"LastName": f"Otherwise {turn}"}, payload=None if payload else "true")
        conga.update(key, body, payload=payload)


@pytest.mark.clause("conga.payload.is-the-record", "conga.payload.on-request", "conga.payload.off-by-default")
def test_the_shown_record_and_the_next_read_agree(conga: Conga, bodies: Bodies) -> None:
    """Random edits with each setting of the flag, some read back and some not before the next."""
    keys = conga.contacts(2)
    flags = st.sampled_from(("true", "true", "true", None, "false"))

    def step(drawn: tuple[int, str | None, dict[str, Json], bool]) -> None:
        turn, payload, body, reads = drawn
        conga.put(keys[turn], body, payload=payload)
        if reads:
            conga.read(*keys)

    strategy = st.tuples(st.integers(0, 1), flags, bodies.edits(most=4), st.sampled_from((True, True, False)))
    conga.explore("payload", strategy, step, standard=80)
    conga.read(*keys)
