"""One PUT between two reads: paths, their order and names, and their quiet times."""

from __future__ import annotations

import pytest

from tests.rulebook.everbridge_paths_data import ZONE, frame, framed, paths, phone
from tests.rulebook.everbridge_talk import DESK, MAIL, Body, after_reading, sent, settled, shown


def case(name: str, before: Body, body: Body, after: Body, *reported: str) -> object:
    """Fields before, fields of the body, fields after, and the rules reported."""
    return pytest.param(before, body, after, set(reported), id=name)


NO: Body = {}
MAILED = {"pathId": MAIL, "value": "a@b.example"}
VALUE, GONE, REPLACED = "path.country-and-value", "replace.omitted-paths-removed", "quiet-time.replaced"
KEPT = "quiet-time.kept-when-absent"

PATHS = [
    case("a path is kept", NO, paths(phone()), paths(phone())),
    case(
        "punctuation is stripped", NO, paths(phone(value="+1 (202) 555-0142")), paths(phone(value="12025550142"))
    ),
    case("another number", NO, paths(phone()), paths(phone(value="2025550143")), VALUE),
    case("an upper-case mail address", NO, paths({**MAILED, "value": "A@b.example"}), paths(MAILED), VALUE),
    case(
        "country and value swapped", NO, paths(phone()), paths(phone(value="US", countryCode="2025550142")), VALUE
    ),
    case("another country", NO, paths(phone(countryCode="CN")), paths(phone()), VALUE),
    case("a waiting time is lost", NO, paths(phone(waitTime=5)), paths(phone()), "fields.each-written"),
    case("a waiting time of 0 may be filled in", NO, paths(phone()), paths(phone(waitTime=0, pathEnable=True))),
    case(
        "a member left out stays",
        paths(phone(phoneExt="12")),
        paths(phone()),
        paths(phone(phoneExt="12")),
        "replace.omitted-field-emptied",
    ),
    case("a member left out goes", paths(phone(phoneExt="12")), paths(phone()), paths(phone(phoneExt=""))),
    case("no paths remove all", paths(phone(), MAILED), NO, NO),
    case("no paths remove none", paths(phone(), MAILED), NO, paths(phone(), MAILED), GONE),
    case("a path left out goes", paths(phone(), MAILED), paths(MAILED), paths(MAILED)),
    case("the second path left out stays", paths(phone(), MAILED), paths(phone()), paths(phone(), MAILED), GONE),
    case("the order is kept", NO, paths(phone(DESK), MAILED, phone()), paths(phone(DESK), MAILED, phone())),
    case(
        "the order of three is lost",
        NO,
        paths(phone(DESK), MAILED, phone()),
        paths(phone(DESK), phone(), MAILED),
        "path.order-kept",
    ),
    case(
        "one of three is lost",
        NO,
        paths(phone(DESK), MAILED, phone()),
        paths(phone(DESK), phone()),
        "fields.each-written",
    ),
    case(
        "the order of before",
        paths(phone(), MAILED),
        paths(MAILED, phone()),
        paths(phone(), MAILED),
        "path.order-kept",
    ),
    case("named by prompt", NO, paths({"prompt": "Mail", "value": "a@b.example"}), paths(MAILED)),
    case("shown by prompt", NO, paths(MAILED), paths({"prompt": "Mail", "value": "a@b.example"})),
    case("a prompt is ignored", NO, paths({"prompt": "Mail", "value": "a@b.example"}), NO, "path.by-prompt"),
    case("the id decides", NO, paths({**MAILED, "prompt": "Desk"}), paths(MAILED)),
    case(
        "the prompt decides",
        NO,
        paths({**MAILED, "prompt": "Desk"}),
        paths({**MAILED, "pathId": DESK}),
        "path.id-beats-prompt",
    ),
    case("the same path twice says nothing", NO, paths(phone(), phone(value="17525889654")), paths(phone())),
]

QUIET = [
    case("frames are stored", NO, framed(frame()), framed(frame())),
    case(
        "frames and days in another order",
        NO,
        framed(frame(), frame(days=[3])),
        framed(frame(days=[3]), frame(days=[7, 1])),
    ),
    case("numbers as whole floats", NO, framed(frame()), framed(frame(fromHour=22.0))),
    case("no frames are stored", NO, framed(frame()), framed(), REPLACED),
    case(
        "the third frame is lost",
        NO,
        framed(frame(), frame(days=[2]), frame(days=[3])),
        framed(frame(), frame(days=[2])),
        REPLACED,
    ),
    case("a day is lost", NO, framed(frame(days=[1, 7])), framed(frame(days=[1])), "quiet-time.days"),
    case("an hour is shifted", NO, framed(frame()), framed(frame(fromHour=21)), "quiet-time.hours"),
    case("a minute is lost", NO, framed(frame()), framed(frame(toMin=0)), "quiet-time.minutes"),
    case("a name is lost", NO, framed(frame()), framed(frame(name="")), "fields.each-written"),
    case(
        "a name is lost again",
        framed(frame(name="")),
        framed(frame()),
        framed(frame(name="")),
        "fields.each-written",
    ),
    case(
        "frames that are none",
        NO,
        framed(frame()),
        paths(phone(quietTimeFrames=[5, [1]]), timezoneId=ZONE),
        REPLACED,
        "schema.answers-conform",
    ),
    case("frames are replaced", framed(frame()), framed(frame(days=[4])), framed(frame(days=[4]))),
    case(
        "frames are added to", framed(frame()), framed(frame(days=[4])), framed(frame(), frame(days=[4])), REPLACED
    ),
    case("frames are not replaced", framed(frame()), framed(frame(days=[4])), framed(frame()), REPLACED),
    case("absent frames stay", framed(frame()), paths(phone(), timezoneId=ZONE), framed(frame())),
    case(
        "absent frames stay without a time zone",
        framed(frame()),
        paths(phone()),
        paths(phone(quietTimeFrames=[frame()])),
    ),
    case(
        "absent frames go", framed(frame()), paths(phone(), timezoneId=ZONE), paths(phone(), timezoneId=ZONE), KEPT
    ),
    case("absent frames change", framed(frame()), paths(phone(), timezoneId=ZONE), framed(frame(days=[1])), KEPT),
    case("frames out of nowhere", paths(phone()), paths(phone()), paths(phone(quietTimeFrames=[frame()])), KEPT),
    case("an empty array removes", framed(frame()), framed(), paths(phone(quietTimeFrames=None), timezoneId=ZONE)),
    case("an empty array keeps", framed(frame()), framed(), framed(frame()), "quiet-time.removed-when-empty"),
]


@pytest.mark.parametrize(("before", "body", "after", "reported"), [*PATHS, *QUIET])
def test_paths_report_what_they_broke_and_nothing_else(
    before: Body, body: Body, after: Body, reported: set[str]
) -> None:
    assert settled(shown(**before), sent(**body), shown(**after)).reported == reported


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"days": [0]}, "quiet-time.days"),
        ({"days": [1, 2, 8]}, "quiet-time.days"),
        ({"days": ["Monday"]}, "quiet-time.days"),
        ({"days": [1.5]}, "quiet-time.days"),
        ({"days": 3}, "quiet-time.days"),
        ({"fromHour": 24}, "quiet-time.hours"),
        ({"toHour": -1}, "quiet-time.hours"),
        ({"fromMin": 60}, "quiet-time.minutes"),
        ({"toMin": -1}, "quiet-time.minutes"),
    ],
)
def test_a_frame_beyond_the_bounds_is_refused(fields: Body, rule: str) -> None:
    body = sent(**framed(frame(), frame(**fields)))
    assert settled(shown(), body, shown(), status=400).reported == set()
    assert settled(shown(), body, shown(), status=422).verdict(rule).counts == {"refused": 1, "accepted": 0}
    assert settled(shown(), body, shown()).reported == {rule}


@pytest.mark.parametrize("fields", [{"days": ["3"]}, {"days": [True]}, {"fromHour": "22"}, {"toMin": None}])
def test_a_number_as_text_may_be_refused_or_taken(fields: Body) -> None:
    body = sent(**framed(frame(**fields)))
    for status in (200, 400):
        assert settled(shown(), body, shown(), status=status).reported == set()


@pytest.mark.parametrize("fields", [{"days": [1]}, {"days": [7]}, {"fromHour": 0, "toHour": 23}, {"fromMin": 59}])
def test_a_frame_at_the_bounds_must_be_taken(fields: Body) -> None:
    """Beside another frame that was taken, only the bound is to blame."""
    talk = settled(shown(), sent(**framed(frame(days=[2]))), shown(**framed(frame(days=[2]))))
    talk.put(sent(**framed(frame(**{"days": [2], **fields}))), status=400)
    assert len(talk.reported) == 1
    assert talk.reported <= {"quiet-time.days", "quiet-time.hours", "quiet-time.minutes"}


def test_frames_need_a_time_zone() -> None:
    body = sent(**paths(phone(quietTimeFrames=[frame()])))
    assert settled(shown(timezoneId=ZONE), body, shown(timezoneId=ZONE), status=400).reported == set()
    assert settled(shown(), body, shown(**paths(phone(quietTimeFrames=[frame()])))).reported == {
        "quiet-time.needs-timezone"
    }


def test_a_refusal_without_a_time_zone_that_applies_the_rest_is_reported() -> None:
    body = sent(**paths(phone(quietTimeFrames=[frame()]), suffix="Jr."))
    talk = settled(shown(), body, shown(suffix="Jr."), status=400)
    assert talk.reported == {"error.refused-changes-nothing", "quiet-time.needs-timezone"}


@pytest.mark.parametrize(("status", "reading"), [(200, "accepted"), (400, "refused")])
def test_an_empty_array_without_a_time_zone_is_a_reading(status: int, reading: str) -> None:
    plain = shown(**paths(phone()))
    talk = settled(plain, sent(**paths(phone(quietTimeFrames=[]))), plain, status=status)
    assert (talk.reported, talk.readings["quiet-time.empty-without-timezone"]) == (set(), reading)


def test_frames_of_a_path_that_went_and_came_back_are_nobodys_business() -> None:
    """Whether a removed path takes its frames along is not written anywhere."""
    for back in (paths(phone()), paths(phone(quietTimeFrames=[frame()]))):
        talk = after_reading(shown(**framed(frame())))
        talk.put(sent(timezoneId=ZONE))
        talk.read(shown(timezoneId=ZONE))
        talk.put(sent(**paths(phone())))
        talk.read(shown(**back))
        assert talk.reported == set()
