"""Which rule is blamed where one mistake makes others look broken."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json
from tests.rulebook.everbridge_talk import (
    ANN,
    BOB,
    COLOUR,
    CREW,
    FIRE,
    MAIL,
    MOBILE,
    NIGHT,
    Body,
    Talk,
    after_reading,
    sent,
    settled,
    shown,
)

CARL = 90071992547409935
TOO_LONG = "x" * 101
REPORTED, ISOLATION, EACH = "batch.bad-row-reported", "batch.bad-row-isolation", "batch.updates-each"
HOME: Body = {"locationName": "Home", "streetAddress": "1 Main St", "country": "US"}
ZONED: Body = {"timezoneId": "Europe/London"}


def phone(**members: Json) -> Body:
    """A path to a phone."""
    return {"value": "2025550142", "countryCode": "US", **members}


def quiet(**members: Json) -> Body:
    """A phone with a quiet time."""
    frame = {"name": "n", "days": [2], "fromHour": 1, "fromMin": 2, "toHour": 3, "toMin": 4, **members}
    return phone(pathId=MOBILE, quietTimeFrames=[frame])


def carl(**fields: Json) -> Body:
    """Carl as a read shows him, and as a row names him."""
    return {"id": CARL, **sent(BOB, **{"externalId": "carl", **fields})}


def row(contact: int, **fields: Json) -> Body:
    """A row for Ann or Bob."""
    return {"id": contact, **sent(contact, **fields)}


def two_bad_rows(*, good_row_done: bool, data: list[Json]) -> Talk:
    """A bad row, a good one, and a bad one; of the bad ones nothing is done."""
    talk = after_reading(shown(), shown(BOB), carl())
    talk.batch(
        [row(ANN, firstName=TOO_LONG), row(BOB, suffix="Jr."), carl(lastName=TOO_LONG)], code=200, data=data
    )
    talk.read(shown())
    talk.read(shown(BOB, suffix="Jr." if good_row_done else None), key=BOB)
    talk.read(carl(), key=CARL)
    return talk


def test_a_server_that_stops_at_a_bad_row_need_not_name_the_ones_after_it() -> None:
    talk = two_bad_rows(good_row_done=False, data=["The [1] name is too long"])
    assert talk.reported == set()
    assert talk.readings[ISOLATION] == "good rows are left out"


def test_a_server_that_goes_on_after_a_bad_row_names_every_one() -> None:
    assert two_bad_rows(good_row_done=True, data=["The [1] name is too long"]).reported == {REPORTED}


@pytest.mark.parametrize(
    ("named", "reported"), [([1], set()), ([1, 2], set()), ([2], set()), ([3], {REPORTED}), ([], {REPORTED})]
)
def test_a_server_may_stop_at_a_row_of_which_nobody_knows_whether_it_fails(
    named: list[int], reported: set[str]
) -> None:
    talk = after_reading(shown(), shown(BOB), carl())
    rows = [row(ANN, timezoneId="Nowhere/Land"), row(BOB, firstName=TOO_LONG), carl(suffix="Jr.")]
    talk.batch(rows, code=300, data=[f"The [{number}] row is wrong" for number in named])
    talk.read(carl(), key=CARL)
    talk.read(shown(BOB), key=BOB)
    assert talk.reported == reported


def test_the_first_bad_row_is_named_in_any_case() -> None:
    assert two_bad_rows(good_row_done=False, data=["The [3] name is too long"]).reported == {REPORTED}


def test_a_row_that_is_skipped_whatever_it_holds_is_no_bad_row_in_silence() -> None:
    talk = after_reading(shown(), shown(BOB))
    for rows in ([row(ANN), row(BOB, suffix="Jr.")], [row(ANN), row(BOB, firstName=TOO_LONG)]):
        talk.batch(rows)
        talk.read(shown())
        talk.read(shown(BOB), key=BOB)
    assert talk.reported == {EACH}


@pytest.mark.parametrize("alone", [True, False])
def test_a_frame_that_no_call_may_carry_is_no_matter_of_the_batch(alone: bool) -> None:
    talk = after_reading(shown())
    wrong: Body = {"paths": [quiet(days=[8])], **ZONED}
    talk.batch([row(ANN, **wrong)])
    talk.read(shown(**wrong))
    if not alone:
        talk.put(sent(**wrong))
    assert talk.reported == ({"schema.bad-input-refused"} if alone else {"quiet-time.days"})


def test_a_server_that_takes_its_contacts_own_external_ids_for_taken_is_told_so_and_nothing_else() -> None:
    talk = after_reading(shown(), shown(BOB))
    talk.put(sent(externalId="anna"))
    talk.read(shown(externalId="anna"))
    for body in (
        sent(externalId="anna", suffix="Jr."),
        sent(externalId="anna", recordTypeId=None, recordTypeName="Employee"),
        {"id": BOB, **sent(externalId="anna", groups=[NIGHT])},
    ):
        talk.put(body, status=400)
        talk.read(shown(externalId="anna"))
    assert talk.reported == {"external-id.taken-is-refused"}


def test_a_server_that_does_so_from_the_second_update_on_is_told_the_same() -> None:
    talk = after_reading(shown())
    for turn in range(11):
        talk.put(sent(externalId=f"ann-{turn % 2}"))
        talk.read(shown(externalId=f"ann-{turn % 2}"))
    talk.put(sent(externalId="ann-0", recordTypeId=None, recordTypeName="Employee"))
    talk.read(shown(externalId="ann-0"))
    several: tuple[Body, ...] = ({}, {"suffix": "Jr."}, {"groups": [NIGHT]}, {"groupsName": ["Night"]}, ZONED)
    for fields in several * 3:
        talk.put(sent(externalId="ann-0", **fields), status=400)
        talk.read(shown(externalId="ann-0"))
    assert talk.reported == {"external-id.taken-is-refused"}


def test_a_time_zone_that_was_not_emptied_lets_frames_pass() -> None:
    talk = after_reading(shown(**ZONED))
    talk.batch([row(ANN)])
    talk.read(shown(**ZONED))
    talk.batch([row(ANN, paths=[quiet()])])
    talk.read(shown(paths=[quiet()], **ZONED))
    assert talk.reported == {"batch.full-replaces"}


def test_the_name_decides_also_where_it_is_one_of_the_ids() -> None:
    talk = settled(
        shown(), sent(groups=[NIGHT, FIRE], groupsName=["Night shift"]), shown(groups=[NIGHT]), status=200
    )
    assert talk.reported == {"groups.id-beats-name"}


def test_groups_that_are_lost_however_they_are_named_break_no_rule_of_names() -> None:
    talk = settled(shown(), sent(groups=[NIGHT, FIRE, CREW]), shown(groups=[FIRE, CREW]))
    talk.read(shown())
    names = ["Night shift", "Fire wardens", "Crew"]
    talk.put(sent(groupsName=names))
    talk.read(shown(groups=[FIRE, CREW]))
    assert "groups.joined" in talk.reported
    assert "groups.by-name" not in talk.reported


def test_a_prompt_taken_for_another_path_is_why_the_other_path_reads_wrongly() -> None:
    paths = [phone(pathId=MAIL, value="ann@mail.example"), phone(prompt="Mobile")]
    talk = settled(shown(), sent(paths=paths), shown(paths=[phone(pathId=MAIL)]))
    assert talk.reported == {"path.by-prompt"}


def test_paths_that_are_lost_however_they_are_named_break_no_rule_of_prompts() -> None:
    talk = settled(shown(), sent(paths=[phone(pathId=MOBILE)]), shown())
    talk.put(sent(paths=[phone(prompt="Mobile")]))
    talk.read(shown())
    assert talk.reported == {"fields.each-written"}


def test_a_name_that_is_refused_is_told_from_names_that_are_taken() -> None:
    talk = settled(shown(), sent(groupsName=["Crew"]), shown(groups=[CREW]))
    talk.put(sent(groupsName=["Night shift"]), status=400)
    assert talk.reported == {"groups.by-name"}


def test_what_all_refused_calls_share_is_to_blame_whatever_their_tests_were_about() -> None:
    talk = settled(shown(), sent(), shown())
    aims: tuple[tuple[str, Body], ...] = (
        ("groups.by-name", {"groupsName": ["Crew"]}),
        ("fields.each-written", {}),
    )
    for aim, body in aims:
        talk.focus = (f"everbridge.{aim}",)
        talk.put(sent(**body), status=404, by="id")
    assert talk.reported == {"addressing.uri-names-the-contact"}


@pytest.mark.parametrize(
    ("after", "reported"),
    [
        ([HOME], set()),
        ([{**HOME, "city": "Bonn"}], {"replace.omitted-field-emptied"}),
        ([{**HOME, "city": "Köln"}], {"fields.each-written"}),
        ([HOME, {**HOME, "city": "Bonn"}], {"replace.address-removed"}),
    ],
)
def test_a_member_that_an_address_leaves_out_is_emptied(after: Json, reported: set[str]) -> None:
    assert settled(
        shown(address=[{**HOME, "city": "Bonn"}]), sent(address=[HOME]), shown(address=after)
    ).reported == (reported)


def test_what_was_taken_against_the_contract_may_be_shown() -> None:
    wrong: Body = {"firstName": {"text": "x"}}
    talk = settled(shown(), sent(**wrong), shown(**wrong))
    assert talk.reported == {"schema.bad-input-refused"}


def test_whoever_takes_calls_for_nobody_takes_an_id_for_an_external_id_too() -> None:
    talk = after_reading(shown())
    for nobody in ("nobody", str(ANN)):
        talk.read(None, key=nobody, by="externalId")
        talk.put(sent(), contact=nobody, by="externalId")
    assert talk.reported == {"error.unknown-contact"}


def test_a_refusal_of_an_id_and_anothers_name_is_blamed_on_their_conflict() -> None:
    talk = after_reading()
    for name, status in (("Colour", 200), ("Skill", 400)):
        attribute = {"orgAttrId": COLOUR, "name": name, "values": ["red"]}
        talk.put(sent(contactAttributes=[attribute]), status=status)
    assert talk.reported == {"attribute.id-beats-name"}


def test_a_refusal_of_a_group_that_the_contact_is_in_is_blamed_on_joining() -> None:
    talk = after_reading()
    talk.put(sent(groups=[NIGHT]))
    talk.read(shown(groups=[NIGHT]))
    talk.put(sent(groups=[NIGHT]), status=400)
    assert talk.reported == {"groups.joined"}


def test_a_refusal_of_frames_that_stay_without_a_time_zone_is_told_from_all_that_is_taken() -> None:
    framed = {"paths": [quiet()], **ZONED}
    talk = after_reading(shown(**framed))
    talk.put(sent(paths=[phone(pathId=MOBILE)], **ZONED))
    talk.read(shown(**framed))
    talk.put(sent())
    talk.read(shown())
    talk.put(sent(**framed))
    talk.read(shown(**framed))
    talk.put(sent(paths=[phone(pathId=MOBILE)]), status=400)
    assert talk.reported == {"quiet-time.needs-timezone"}
