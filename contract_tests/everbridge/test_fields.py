"""Each field of the body is stored, and reads back as it was sent."""

from itertools import cycle, islice

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.errors import Missing, NotObservable
from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, apply, sent_back
from contact_contracts.drivers.everbridge.probing import takes
from contact_contracts.drivers.text import ALL_AT_ONCE
from contact_contracts.exchange import Json


@pytest.mark.clause("everbridge.fields.each-written", "everbridge.schema.no-server-error")
def test_every_field_keeps_every_kind_of_text(everbridge: Everbridge, bodies: Bodies) -> None:
    """All fields at once, each PUT with other values, until each value of each field was sent."""
    key = everbridge.contacts(1)[0]
    roomy = dict.fromkeys(("firstName", "lastName", "businessName"), ALL_AT_ONCE)
    everbridge.update(key, everbridge.base(key, **roomy))
    longest = max(len(values) for values in bodies.scalars.values())
    columns = {
        name: list(islice(cycle(values), offset, offset + longest))
        for offset, (name, values) in enumerate(bodies.scalars.items())
    }
    for row in everbridge.explorer.sample(range(longest), standard=100):
        everbridge.update(key, everbridge.base(key, **{name: column[row] for name, column in columns.items()}))


@pytest.mark.clause("everbridge.fields.each-written", "everbridge.replace.omitted-field-emptied")
def test_random_edits_read_back_as_sent(everbridge: Everbridge, bodies: Bodies) -> None:
    """Edits of all fields and arrays, one on top of the other."""
    key = everbridge.contacts(1)[0]
    current: dict[str, Json] = {}

    def step(drawn: tuple[list[tuple[str, Json]], str]) -> None:
        nonlocal current
        edits, by = drawn
        body = apply({**current, **everbridge.base(key)}, edits)
        everbridge.update(key, body, by=by)
        current = {name: value for name, value in body.items() if name not in ("externalId", "groups")}

    strategy = st.tuples(bodies.edits(most=8), st.sampled_from(["", "", "externalId"]))
    everbridge.explore("edits", strategy, step, standard=200)


@pytest.mark.clause("everbridge.fields.each-written")
def test_every_place_of_every_array_keeps_every_member(everbridge: Everbridge, bodies: Bodies) -> None:
    """Full arrays, turned round from one PUT to the next."""
    key = everbridge.contacts(1)[0]
    for turn in range(3):
        everbridge.update(key, everbridge.base(key, **bodies.crowded(turn)))


@pytest.mark.clause("everbridge.fields.each-written")
def test_empty_text_reads_as_nothing(everbridge: Everbridge, bodies: Bodies) -> None:
    """After any other text, for every field that may be empty."""
    key = everbridge.contacts(1)[0]
    for name in ("middleInitial", "suffix", "businessName"):
        for value in everbridge.explorer.sample(bodies.scalars[name], standard=10)[:4]:
            everbridge.update(key, everbridge.base(key, **{name: value}))
            everbridge.update(key, everbridge.base(key, **{name: ""}))


@pytest.mark.clause("everbridge.fields.each-written", "everbridge.replace.omitted-field-emptied")
def test_a_sign_on_name_is_kept_and_emptied(everbridge: Everbridge) -> None:
    """One that nobody else has, then another, then none; where the organization takes such names at all."""
    key = everbridge.contacts(1)[0]
    if not takes(everbridge, key, ssoUserId=everbridge.fresh_external_id()):
        raise Missing("an organization that takes ssoUserId")
    everbridge.session.believe(key, None)
    everbridge.read(key)
    for name in (everbridge.fresh_external_id(), f"{everbridge.fresh_external_id()} Ä ", None):
        everbridge.update(key, everbridge.base(key, ssoUserId=name))


@pytest.mark.clause("everbridge.fields.each-written", "everbridge.replace.idempotent")
def test_what_a_read_shows_can_be_sent_back(everbridge: Everbridge, bodies: Bodies) -> None:
    """The entire contact, read-only members included, as it is, and then with one change."""
    key = everbridge.contacts(1)[0]
    for turn in range(2):
        everbridge.update(key, everbridge.base(key, **bodies.rich(turn)))
        exchange = everbridge.read(key)
        answer = exchange.response.json if exchange is not None and exchange.response is not None else None
        if not isinstance(answer, dict) or not isinstance(answer.get("result"), dict):
            raise NotObservable("a contact as getContact shows it")
        body = sent_back(answer["result"])
        everbridge.update(key, body)
        everbridge.update(key, {**body, "suffix": f"n{turn}"})


@pytest.mark.clause("everbridge.fields.null")
def test_null_for_a_field_is_refused_or_as_if_left_out(everbridge: Everbridge) -> None:
    """The documents do not say which."""
    key = everbridge.contacts(1)[0]
    for name in ("middleInitial", "suffix", "country", "timezoneId", "businessName", "paths", "address", "topics"):
        everbridge.update(key, {**everbridge.base(key), name: None})
