"""Rows that must fail: they are named, nothing of them happens, and no other contact changes."""

import pytest
from hypothesis import strategies as st

from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.everbridge.bodies import Bodies, Body, apply
from contact_contracts.exchange import Json

SIZES = ((2, (0,)), (2, (1,)), (3, (0,)), (3, (1,)), (3, (2,)), (4, (1, 3)), (3, (0, 2)), (2, (0, 1)))
"""(rows, positions of the bad ones): first, middle, last, several, all."""


def sizes(keys: list[str]) -> list[tuple[int, tuple[int, ...]]]:
    """The sizes for which there are contacts."""
    return [(size, bad) for size, bad in SIZES if size <= len(keys)]


def send(everbridge: Everbridge, keys: list[str], rows: list[Body]) -> None:
    """Send rows and read every contact of the run that a test uses, those beyond the rows too."""
    everbridge.update_batch(keys[: len(rows)], rows)
    everbridge.read(*keys[len(rows) :])


def zoneless(everbridge: Everbridge, bodies: Bodies, key: str, turn: int) -> Body:
    """A row with quiet time but no time zone, on the first or second of two paths."""
    paths = [delivery.path() for delivery in everbridge.inventory.deliveries[:2]]
    paths[turn % len(paths)]["quietTimeFrames"] = [bodies.frames[turn % len(bodies.frames)]]
    return everbridge.base(key, firstName=f"Zoneless {turn}", suffix="bad", paths=paths)


@pytest.mark.clause(
    "everbridge.batch.quiet-time-needs-timezone",
    "everbridge.batch.bad-row-reported",
    "everbridge.batch.bad-row-isolation",
    "everbridge.error.refused-changes-nothing",
)
def test_a_row_with_quiet_time_needs_a_time_zone(everbridge: Everbridge, bodies: Bodies) -> None:
    """First, middle, last, several; then the same rows with one are taken."""
    keys = everbridge.contacts(4, least=2)
    everbridge.need("paths", everbridge.inventory.deliveries)
    for turn, (size, bad) in enumerate(sizes(keys)):
        good: Body = {"firstName": f"Good {turn}", "suffix": f"g{turn}", "timezoneId": "Europe/London"}
        if turn % 2:
            good["paths"] = [everbridge.inventory.deliveries[0].path()]
        rows = [everbridge.base(key, **good) for key in keys[:size]]
        for at in bad:
            rows[at] = zoneless(everbridge, bodies, keys[at], turn + at)
        send(everbridge, keys, rows)
        send(everbridge, keys, [{**row, "timezoneId": "Asia/Kolkata"} for row in rows])


@pytest.mark.clause(
    "everbridge.batch.external-id-taken", "everbridge.batch.bad-row-reported", "everbridge.batch.bad-row-isolation"
)
def test_a_row_that_takes_anothers_external_id_fails(everbridge: Everbridge) -> None:
    """First, middle, last, several; the owner does not change, be it in the batch or not."""
    *keys, owner = everbridge.contacts(5, least=3)
    for turn, (size, bad) in enumerate(sizes(keys)):
        rows = [everbridge.base(key, firstName=f"Own {turn}", suffix=f"o{turn}") for key in keys[:size]]
        everbridge.update(owner, everbridge.base(owner, suffix=f"w{turn}"))
        taken_from = keys[(bad[0] + 1) % size] if turn % 3 == 1 else owner
        rows[bad[0]] = {**rows[bad[0]], "externalId": everbridge.external_id(taken_from), "suffix": "taken"}
        everbridge.batch([{"id": int(key), **row} for key, row in zip(keys, rows, strict=False)])
        everbridge.read(*keys, owner)
        everbridge.part(keys[bad[0]], taken_from)


@pytest.mark.clause("everbridge.schema.bad-input-refused", "everbridge.batch.bad-row-reported")
def test_a_row_that_the_contract_excludes_fails(everbridge: Everbridge, bodies: Bodies) -> None:
    """An hour, a day, a minute, a length or a type that is out of bounds, each in another place."""
    keys = everbridge.contacts(3, least=2)
    everbridge.need("paths", everbridge.inventory.deliveries)
    path = everbridge.inventory.deliveries[0].path()
    good = bodies.frames[0]
    wrongs: list[Body] = [
        {"paths": [{**path, "quietTimeFrames": [{**good, **wrong}]}], "timezoneId": "Europe/London"}
        for wrong in (
            {"fromHour": 24},
            {"toHour": -1},
            {"days": [8]},
            {"days": [0, 1]},
            {"toMin": 60},
            {"fromMin": -1},
        )
    ]
    wrongs += [{"lastName": "x" * 101}, {"externalId": "x" * 81}, {"middleInitial": "ab"}, {"address": "nowhere"}]
    wrongs += [{"suffix": "x" * 11}, {"firstName": "x" * 101}, {"topics": {}}, {"status": "d"}, {"lastName": []}]
    for turn, wrong in enumerate(wrongs):
        size, bad = sizes(keys)[turn % len(sizes(keys))]
        rows = [everbridge.base(key, firstName=f"Fine {turn}") for key in keys[:size]]
        rows[bad[0]] = {**rows[bad[0]], "suffix": "bad", **wrong}
        send(everbridge, keys, rows)


@pytest.mark.clause("everbridge.batch.bad-row-isolation", "everbridge.error.refused-changes-nothing")
def test_bad_rows_among_random_good_ones(everbridge: Everbridge, bodies: Bodies) -> None:
    """Whatever the good rows hold, the bad one changes nothing."""
    keys = everbridge.contacts(3, least=2)
    everbridge.need("paths", everbridge.inventory.deliveries)

    def step(drawn: tuple[list[list[tuple[str, Json]]], int]) -> None:
        edits, turn = drawn
        rows = [apply(everbridge.base(key), edit) for key, edit in zip(keys, edits, strict=False)]
        bad = turn % len(rows)
        rows[bad] = zoneless(everbridge, bodies, keys[bad], turn)
        send(everbridge, keys, rows)

    three = st.lists(bodies.edits(most=5), min_size=3, max_size=3)
    everbridge.explore("bad rows", st.tuples(three, st.integers(0, 11)), step, standard=20)


@pytest.mark.clause("everbridge.batch.unknown-organization")
def test_a_batch_for_an_unknown_or_empty_organization_is_401(everbridge: Everbridge) -> None:
    """And our contacts of those ids do not change; two rows, by id and by external id."""
    keys = everbridge.contacts(2)
    organizations: list[int | str] = [*everbridge.unknown_organizations(), ""]
    for organization in organizations:
        for by in ("", "externalId"):
            rows = [{"id": int(key), **everbridge.base(key, firstName="Elsewhere", suffix="e")} for key in keys]
            everbridge.batch(rows, by=by, organization=organization)
            everbridge.read(*keys)


@pytest.mark.clause("everbridge.batch.others-untouched", "everbridge.batch.bad-row-reported")
def test_a_row_for_nobody_touches_nobody(everbridge: Everbridge) -> None:
    """Beside good rows, first and last; a contact may be made for the row, or the row is said to have failed."""
    keys = everbridge.contacts(5, least=2)
    nobody = everbridge.nobody()
    if everbridge.can_make:
        nobody = everbridge.create()
        everbridge.delete(nobody)
        everbridge.read(nobody)
    for turn in range(2):
        for key in keys:
            everbridge.update(key, everbridge.base(key, suffix="kept", country="GB"), by="")
        stray = everbridge.nobodys_name()
        lost = {"id": int(nobody), **everbridge.base(nobody, externalId=stray, firstName="Nobody")}
        found = {"id": int(keys[0]), **everbridge.base(keys[0], suffix=f"n{turn}")}
        everbridge.batch([lost, found] if turn else [found, lost])
        everbridge.read(*keys)
        everbridge.look_for_stray(stray)
        everbridge.session.own.add(f"ext:{stray}")
        everbridge.batch([found, lost] if turn else [lost, found], by="externalId")
        everbridge.read(*keys)
        everbridge.look_for_stray(stray)
