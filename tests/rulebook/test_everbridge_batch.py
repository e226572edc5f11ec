"""Batches: each row as one contact, and what a failed row may look like."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json
from tests.rulebook.everbridge_paths_data import framed, paths, phone
from tests.rulebook.everbridge_talk import (
    ANN,
    BOB,
    FIRE,
    MAIL,
    NIGHT,
    STUDENT,
    Body,
    Talk,
    after_reading,
    sent,
    shown,
)

EACH, FULL, NAME = "batch.updates-each", "batch.full-replaces", "batch.id-beats-name"
REPORTED, ISOLATION, BAD = "batch.bad-row-reported", "batch.bad-row-isolation", "schema.bad-input-refused"
BAD_BOB = {**sent(BOB, lastName="x" * 101, suffix="Jr."), "id": BOB}


def row(contact: int = ANN, **fields: Json) -> Body:
    """A row for a contact, by its id."""
    return {"id": contact, **sent(contact, **fields)}


def case(name: str, before: Body, body: Body, after: Body, *reported: str) -> object:
    """Bob's fields before, of his row, and after; the rules reported."""
    return pytest.param(before, body, after, set(reported), id=name)


NO: Body = {}
FRAMED = framed({"days": [2], "fromHour": 1, "fromMin": 2, "toHour": 3, "toMin": 4})


@pytest.mark.parametrize(
    ("before", "body", "after", "reported"),
    [
        case("a field is stored", NO, {"suffix": "Jr."}, {"suffix": "Jr.", "extra": 1}),
        case("a field is not stored", NO, {"suffix": "Jr."}, NO, EACH),
        case("what is left out is emptied", {"suffix": "Jr.", "topics": [1]}, NO, {"topics": []}),
        case("a field left out stays", {"suffix": "Jr."}, NO, {"suffix": "Jr."}, FULL),
        case("topics left out stay", {"topics": [1]}, NO, {"topics": [1]}, FULL),
        case("paths left out stay", paths(phone()), NO, paths(phone()), FULL),
        case("groups are never left", {"groups": [NIGHT]}, {"groups": [FIRE]}, {"groups": [FIRE, NIGHT]}),
        case(
            "a group is left",
            {"groups": [NIGHT]},
            {"groups": [FIRE]},
            {"groups": [FIRE]},
            "batch.groups-never-left",
        ),
        case("the record type's id decides", NO, {"recordTypeName": "Student"}, NO),
        case("the record type's name decides", NO, {"recordTypeName": "Student"}, {"recordTypeId": STUDENT}, NAME),
        case("the group's name decides", NO, {"groups": [NIGHT], "groupsName": ["Crew"]}, {"groups": [203]}, NAME),
        case("the path's prompt decides", NO, paths({**phone(), "prompt": "Mail"}), paths(phone(MAIL)), NAME),
        case("frames are kept", FRAMED, paths(phone()), {**FRAMED, "timezoneId": None}),
        case("frames are lost", FRAMED, paths(phone()), paths(phone()), "batch.quiet-time-kept"),
        case("the external id changes", NO, {"externalId": "new"}, {"externalId": "new"}),
        case("the external id stays", NO, {"externalId": "new"}, NO, EACH),
    ],
)
def test_a_row_reports_what_it_broke_and_nothing_else(
    before: Body, body: Body, after: Body, reported: set[str]
) -> None:
    talk = after_reading(shown(), shown(BOB, **before))
    talk.batch([row(suffix="A"), row(BOB, **body)])
    talk.read(shown(suffix="A"))
    talk.read(shown(BOB, **after), key=BOB)
    assert talk.reported == reported


def test_what_a_put_breaks_too_is_no_breach_of_the_batch() -> None:
    talk = after_reading()
    talk.put(sent(suffix="Jr."))
    talk.read(shown())
    talk.batch([row(suffix="Sr.")])
    talk.read(shown())
    assert talk.reported == {"fields.each-written"}


def test_with_external_ids_the_id_of_a_row_is_ignored() -> None:
    talk = after_reading(shown(), shown(BOB))
    talk.batch([{**sent(BOB, suffix="B"), "id": ANN}, {**sent(suffix="A"), "id": "x"}], by="externalId")
    talk.read(shown(suffix="A"))
    talk.read(shown(BOB, suffix="B"), key=BOB)
    assert (talk.reported, talk.verdict(EACH).verdict) == (set(), "holds")


@pytest.mark.parametrize("identifier", ["x", {"id": ANN}, 7, BOB])
def test_a_row_that_fails_for_the_id_beside_its_external_id_breaks_the_batch(identifier: Json) -> None:
    talk = after_reading(shown(), shown(BOB))
    talk.batch([sent(suffix="A"), sent(BOB, suffix="B")], by="externalId")
    talk.batch(
        [{**sent(suffix="C"), "id": identifier}, sent(BOB)], by="externalId", code=200, data=["The [1] row"]
    )
    assert talk.reported == {EACH}


@pytest.mark.parametrize("alike", ["ANN", "an external id of one", "ann " * 20])
def test_a_row_that_fails_where_external_ids_look_alike_breaks_the_batch(alike: str) -> None:
    other = {"an external id of one": "an external id of another"}.get(alike, "ann")
    talk = after_reading(shown(externalId=other), shown(BOB))
    talk.batch([sent(externalId=other, suffix="A"), sent(BOB, suffix="B")], by="externalId")
    talk.put(sent(BOB, externalId=alike), contact=BOB)
    talk.batch([sent(externalId=other), sent(BOB, externalId=alike)], by="externalId", code=200, data=["[2] no"])
    assert talk.reported == {EACH}


@pytest.mark.parametrize("value", ["text", 5, False, [], [{}]])
@pytest.mark.parametrize(
    ("code", "data", "reported"),
    [(100, None, {BAD}), (200, ["The [2] row is no contact."], set()), (200, ["The [1] row."], {REPORTED})],
)
def test_what_is_no_contact_fails_in_the_place_of_a_row(
    value: Json, code: int, data: list[Json] | None, reported: set[str]
) -> None:
    talk = after_reading()
    talk.batch([row(suffix="Jr."), value], code=code, data=data)
    talk.read(shown(suffix="Jr."))
    assert talk.reported == reported


def test_a_batch_that_is_refused_for_what_is_no_contact_is_right() -> None:
    talk = after_reading()
    talk.batch([row(suffix="Jr."), "text"], status=400)
    talk.read(shown())
    talk.batch(["text", row(suffix="Jr.")], code=300, data=["The [1] row"])
    talk.read(shown())
    assert talk.reported == set()


@pytest.mark.parametrize("answer", [{"code": 100}, {"code": 200, "data": ["The [2] row"]}])
def test_null_in_the_place_of_a_row_may_be_dropped_or_refused(answer: Body) -> None:
    talk = after_reading()
    talk.batch([row(suffix="Jr."), None], answer={"message": "OK", **answer})
    talk.read(shown(suffix="Jr."))
    assert talk.reported == set()


def test_a_contact_in_the_place_of_the_array_must_not_be_taken() -> None:
    for status, after, reported in ((400, shown(), set()), (200, shown(suffix="Jr."), {BAD})):
        talk = after_reading()
        talk.batch(row(suffix="Jr."), status=status)
        talk.read(after)
        assert talk.reported == reported


def test_a_contact_that_no_row_names_does_not_change() -> None:
    for seen, reported in ((shown(BOB), set()), (shown(BOB, suffix="Jr."), {"batch.others-untouched"})):
        talk = after_reading(shown(), shown(BOB))
        talk.batch([row(suffix="Jr.")])
        talk.read(shown(suffix="Jr."))
        talk.read(seen, key=BOB)
        assert talk.reported == reported


@pytest.mark.parametrize(("after", "reading"), [(shown(), "full"), (shown(country="BR"), "partial")])
def test_without_an_update_type_either_reading_is_right(after: Body, reading: str) -> None:
    talk = after_reading(shown(country="BR"))
    talk.batch([row()], update_type="")
    talk.read(after)
    assert (talk.reported, talk.readings["batch.default-update-type"]) == (set(), reading)


def test_without_an_update_type_what_was_sent_must_still_be_stored() -> None:
    talk = after_reading(shown(country="BR"))
    talk.batch([row(suffix="Jr.")], update_type="")
    talk.read(shown())
    assert talk.reported == {EACH}


def test_a_partial_batch_may_leave_anything() -> None:
    talk = after_reading(shown(country="BR"))
    talk.batch([row(suffix="Jr.")], update_type="partial")
    talk.read(shown(topics=[1]))
    assert talk.reported == set()


def beside(bad: Body, **how: Json) -> Talk:
    """A good row for Ann and a bad one for Bob."""
    talk = after_reading(shown(), shown(BOB))
    talk.batch([row(suffix="A"), bad], **how)
    return talk


@pytest.mark.parametrize(
    "how",
    [
        {"code": 200, "data": ["The [2] Last name is too long."]},
        {"code": 300, "data": ["row [ 2 ]", None]},
        {"status": 400},
        {"status": 422},
    ],
)
@pytest.mark.parametrize("done", [True, False])
def test_a_bad_row_is_named_or_the_whole_batch_refused(how: Body, done: bool) -> None:
    """And whether the good rows are carried out is a reading."""
    talk = beside(BAD_BOB, **how)
    carried_out = done and "status" not in how
    talk.read(shown(suffix="A") if carried_out else shown())
    talk.read(shown(BOB), key=BOB)
    assert talk.reported == set()
    if "status" not in how:
        assert talk.readings[ISOLATION] == ("good rows are done" if done else "good rows are left out")


@pytest.mark.parametrize("known", [True, False])
def test_a_good_row_beside_a_bad_one_is_no_unexpected_refusal(known: bool) -> None:
    """Also where nothing is known of its contact."""
    talk = after_reading(shown(), shown(BOB)) if known else after_reading(shown(BOB))
    talk.batch([row(), BAD_BOB], status=400)
    assert talk.reported == set()


@pytest.mark.parametrize(
    ("how", "seen", "reported"),
    [
        ({}, shown(BOB), {REPORTED}),
        ({}, shown(BOB, suffix="Jr."), {BAD}),
        ({"code": 200}, shown(BOB), {REPORTED}),
        ({"code": 200, "data": ["The [1] Last name is too long."]}, shown(BOB), {REPORTED}),
        ({"code": 100, "data": ["The [2] Last name is too long."]}, shown(BOB), {REPORTED}),
    ],
)
def test_a_bad_row_that_is_not_reported_as_it_should(how: Body, seen: Body, reported: set[str]) -> None:
    talk = beside(BAD_BOB, **how)
    talk.read(shown(suffix="A"))
    talk.read(seen, key=BOB)
    assert talk.reported == reported


def test_a_named_row_that_is_applied_all_the_same_is_reported() -> None:
    talk = beside(BAD_BOB, code=200, data=["The [2] Last name is too long."])
    talk.read(shown(BOB, suffix="Jr."), key=BOB)
    assert talk.reported == {BAD, "error.refused-changes-nothing"}


def test_a_good_row_that_is_named_as_failed_is_reported() -> None:
    talk = after_reading(shown(), shown(BOB))
    talk.batch([row(), row(BOB)])
    talk.batch([row(country="BR"), row(BOB)], code=200, data=["The [1] Country is not served."])
    assert talk.reported == {EACH}


def test_frames_without_a_time_zone_fail_their_row() -> None:
    bad = row(BOB, **{**FRAMED, "timezoneId": None})
    taken = {**FRAMED, "timezoneId": None}
    for how, seen, reported in (
        ({"code": 200, "data": ["The [2] no time zone"]}, shown(BOB), set()),
        ({}, shown(BOB, **taken), {"batch.quiet-time-needs-timezone"}),
    ):
        talk = beside(bad, **how)
        talk.read(seen, key=BOB)
        assert talk.reported == reported


def test_a_taken_external_id_fails_its_row() -> None:
    carl = ANN + 7
    told: Body = {"code": 200, "data": ["The [2] external id exists"]}
    for how, seen, reported in (
        (told, shown(BOB), set()),
        (Body(), shown(BOB, externalId="carl"), {"batch.external-id-taken"}),
    ):
        talk = after_reading(shown(), shown(BOB), {**shown(), "id": carl, "externalId": "carl"})
        talk.batch([row(suffix="A"), row(BOB, externalId="carl")], **how)
        talk.read(seen, key=BOB)
        assert talk.reported == reported


def swapped(anns: str, bobs: str, *, by: str = "", **how: Json) -> Talk:
    """Rows for Ann and Bob that want external ids."""
    talk = after_reading(shown(), shown(BOB))
    talk.batch([row(externalId=anns), row(BOB, externalId=bobs, suffix="Jr.")], by=by, **how)
    return talk


def test_an_external_id_that_its_owners_row_keeps_is_taken() -> None:
    told: Body = {"code": 200, "data": ["The [2] external id exists"]}
    anns = str(shown()["externalId"])
    for how, seen, reported in (
        (told, shown(BOB), set()),
        (Body(), shown(BOB, externalId=anns, suffix="Jr."), {"batch.external-id-taken"}),
    ):
        talk = swapped(anns, anns, **how)
        talk.read(seen, key=BOB)
        assert talk.reported == reported


def test_whether_an_external_id_is_free_that_another_row_gives_up_is_not_said() -> None:
    anns = str(shown()["externalId"])
    for how, seen in (
        (Body(code=200, data=["The [2] external id exists"]), shown(BOB)),
        (Body(), shown(BOB, externalId=anns, suffix="Jr.")),
    ):
        talk = swapped("new", anns, **how)
        talk.read(shown(externalId="new"))
        talk.read(seen, key=BOB)
        assert talk.reported == set()


def with_a_row_for_nobody(by: str, found: Body | None, **how: Json) -> Talk:
    """A good row and one for a contact that does not exist, and what its external id finds afterwards."""
    talk = after_reading(shown())
    nobody = {**sent(BOB, externalId="stray"), "id": 5}
    talk.read(None, key=5)
    talk.read(None, key="stray", by="externalId")
    talk.batch([row(suffix="Jr."), nobody], by=by, **how)
    talk.read(shown(suffix="Jr."))
    talk.read(found, key="stray", by="externalId")
    return talk


@pytest.mark.parametrize("by", ["", "externalId"])
def test_a_row_for_nobody_makes_a_contact_or_fails(by: str) -> None:
    made = {**shown(BOB), "id": 99, "externalId": "stray"}
    assert with_a_row_for_nobody(by, made).reported == set()
    assert with_a_row_for_nobody(by, None, code=200, data=["The [2] is nobody"]).reported == set()
    assert with_a_row_for_nobody(by, None, code=200, data=["The [1] was left out too"]).reported <= {EACH}
    assert with_a_row_for_nobody(by, None).reported == {REPORTED}
    assert with_a_row_for_nobody(by, None, code=200, data=["somebody is nobody"]).reported == {REPORTED}


@pytest.mark.parametrize("by", ["", "externalId"])
def test_a_batch_that_is_refused_for_a_row_for_nobody_is_right(by: str) -> None:
    talk = after_reading(shown())
    talk.read(None, key="stray", by="externalId")
    talk.batch([row(suffix="Jr."), {**sent(BOB, externalId="stray"), "id": 5}], by=by, status=404)
    talk.read(None, key="stray", by="externalId")
    assert talk.reported == set()


@pytest.mark.parametrize("organization", ["13", ""])
def test_a_batch_for_an_unknown_organization_is_401(organization: str) -> None:
    wrong = {"batch.unknown-organization"}
    for status, reported in ((401, set()), (404, wrong), (200, wrong)):
        talk = after_reading()
        talk.batch([row(suffix="Jr.")], organization=organization, status=status)
        talk.read(shown())
        assert talk.reported == reported


@pytest.mark.parametrize(
    ("rows", "how"), [({}, {}), (b"[", {}), ([], {"update_type": "half"}), ([], {"by": "name"})]
)
def test_what_is_no_batch_must_be_refused(rows: Json, how: Body) -> None:
    for status, reported in ((400, set()), (200, {BAD})):
        talk = after_reading()
        talk.batch(rows, status=status, **how)
        assert talk.reported == reported


def test_a_batch_that_is_refused_as_a_whole_may_say_so_in_its_code() -> None:
    talk = after_reading()
    talk.batch({}, code=300)
    assert talk.reported == set()


def test_a_batch_of_a_stranger_is_401() -> None:
    rule = "error.missing-credentials"
    for status, after, reported in (
        (401, shown(), set()),
        (200, shown(), {rule}),
        (200, shown(suffix="A"), {rule}),
    ):
        talk = after_reading()
        talk.batch([row(suffix="A")], credential="none", status=status)
        talk.read(after)
        assert talk.reported == reported


def test_two_rows_for_one_contact_say_nothing() -> None:
    talk = after_reading()
    talk.batch([row(suffix="A"), row(suffix="B")], code=200, data=["[2] twice"])
    talk.read(shown(suffix="A"))
    assert talk.reported == set()


def test_an_empty_batch_may_be_taken_or_refused() -> None:
    for status in (200, 400):
        talk = after_reading()
        talk.batch([], status=status)
        talk.read(shown())
        assert talk.reported == set()
