"""One PUT between two reads: what a full replacement must and may leave behind, field by field."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import Json
from tests.rulebook.everbridge_talk import ANN, CREW, FIRE, NIGHT, STUDENT, Body, sent, settled, shown

HOME = {"locationName": "Home", "streetAddress": "1 High St", "country": "GB"}
WORK = {"locationName": "Work", "streetAddress": "2, Quay; B", "country": "US", "city": "Boston"}
PIN = {"lat": 42.360082, "lon": -71.05888}
RED, WELD = {"orgAttrId": 301, "values": ["red"]}, {"orgAttrId": 302, "values": ["weld", "cut"]}


def case(name: str, before: Body, body: Body, after: Body, *reported: str) -> object:
    """Fields before, fields of the body, fields after, and the rules reported."""
    return pytest.param(before, body, after, set(reported), id=name)


NO: Body = {}
WRITTEN, EMPTIED = "fields.each-written", "replace.omitted-field-emptied"

SCALARS = [
    case("a field is stored", NO, {"suffix": "Jr."}, {"suffix": "Jr."}),
    case("a field is not stored", NO, {"suffix": "Jr."}, NO, WRITTEN),
    case("a field is trimmed", NO, {"suffix": " Jr. "}, {"suffix": "Jr."}, WRITTEN),
    case("a field loses its accents", NO, {"lastName": "Łódź"}, {"lastName": "Lodz"}, WRITTEN),
    case("a field is cut", NO, {"lastName": "x" * 100}, {"lastName": "x" * 99}, WRITTEN),
    case("text loses zeros", NO, {"businessName": "007"}, {"businessName": "7"}, WRITTEN),
    case("text becomes a number", NO, {"businessName": "007"}, {"businessName": 7}, WRITTEN, "schema.answers-conform"),
    case("a number is stored", NO, {"accountId": 2**53 + 1}, {"accountId": 2**53 + 1}),
    case("a number went through a float", NO, {"accountId": 2**53 + 1}, {"accountId": 2**53}, WRITTEN),
    case("a field left out is emptied", {"suffix": "Jr."}, NO, NO),
    case("a field left out is kept", {"suffix": "Jr."}, NO, {"suffix": "Jr."}, EMPTIED),
    case("a field left out reads null", {"suffix": "Jr."}, NO, {"suffix": None, "country": ""}),
    case("a field appears", NO, NO, {"suffix": "Jr."}, EMPTIED),
    case("further members are shown", NO, NO, {"createdDate": 1, "organizationId": 12, "extra": {"a": [1]}}),
    case("the status falls back to A", {"status": "D"}, NO, {"status": "A"}),
    case("the status is emptied", {"status": "D"}, NO, NO),
    case("the status stays D", {"status": "D"}, NO, {"status": "D"}, EMPTIED),
    case("the status is written", NO, {"status": "D"}, {"status": "A"}, WRITTEN),
    case("two fields are swapped", NO, {"firstName": "A", "lastName": "B"}, {"firstName": "B", "lastName": "A"}, WRITTEN),
    case("another record type", NO, {"recordTypeId": STUDENT}, NO, WRITTEN),
    case("read-only members sent back", NO, {"createdDate": 5, "lastModifiedName": "x"}, {"createdDate": 9}),
]  # fmt: skip

ARRAYS = [
    case("addresses are kept", NO, {"address": [HOME, WORK]}, {"address": [WORK, HOME]}),
    case("an address is lost", NO, {"address": [HOME, WORK]}, {"address": [HOME]}, WRITTEN),
    case("an address left out goes", {"address": [HOME, WORK]}, {"address": [WORK]}, {"address": [WORK]}),
    case("an address left out stays", {"address": [HOME, WORK]}, {"address": [WORK]}, {"address": [HOME, WORK]}, "replace.address-removed"),
    case("no address removes all", {"address": [HOME, WORK]}, NO, {"address": []}),
    case("no address removes the first only", {"address": [HOME, WORK]}, NO, {"address": [WORK]}, "replace.addresses-removed"),
    case("an empty array keeps one", {"address": [HOME]}, {"address": []}, {"address": [HOME]}, "replace.address-removed"),
    case("coordinates are kept", NO, {"address": [{**HOME, "gisLocation": PIN}]}, {"address": [{**HOME, "gisLocation": PIN}]}),
    case("coordinates with more digits", NO, {"address": [{**HOME, "gisLocation": PIN}]}, {"address": [{**HOME, "gisLocation": {"lat": 42.3600820001, "lon": -71.0588799999}}]}),
    case("coordinates are lost", NO, {"address": [{**HOME, "gisLocation": PIN}]}, {"address": [HOME]}, "address.coordinates-kept"),
    case("coordinates are rounded", NO, {"address": [{**HOME, "gisLocation": PIN}]}, {"address": [{**HOME, "gisLocation": {"lat": 42.36, "lon": -71.06}}]}, "address.coordinates-kept"),
    case("coordinates left out are filled in anew", {"address": [{**HOME, "gisLocation": PIN}]}, {"address": [HOME]}, {"address": [{**HOME, "gisLocation": {"lat": 1, "lon": 2}}]}),
    case("coordinates left out stay", {"address": [{**HOME, "gisLocation": PIN}]}, {"address": [HOME]}, {"address": [{**HOME, "gisLocation": PIN}]}, EMPTIED),
    case("attributes are kept in any order", NO, {"contactAttributes": [WELD]}, {"contactAttributes": [{"orgAttrId": 302, "name": "Skill", "values": ["cut", "weld"]}]}),
    case("a value is lost", NO, {"contactAttributes": [WELD]}, {"contactAttributes": [{"orgAttrId": 302, "values": ["weld"]}]}, WRITTEN),
    case("an attribute left out is cleared", {"contactAttributes": [RED, WELD]}, {"contactAttributes": [RED]}, {"contactAttributes": [RED, {"orgAttrId": 302, "values": []}]}),
    case("an attribute left out stays", {"contactAttributes": [RED, WELD]}, {"contactAttributes": [RED]}, {"contactAttributes": [RED, WELD]}, "replace.attribute-cleared"),
    case("the others are cleared too", {"contactAttributes": [RED, WELD]}, {"contactAttributes": [RED]}, NO, "replace.attribute-cleared"),
    case("no attributes clears all", {"contactAttributes": [RED]}, NO, NO),
    case("no attributes clears none", {"contactAttributes": [RED]}, NO, {"contactAttributes": [RED]}, "replace.attributes-cleared"),
    case("topics are a set", NO, {"topics": [1, 2, 3]}, {"topics": [3, 1, 2]}),
    case("the third topic is lost", NO, {"topics": [1, 2, 3]}, {"topics": [1, 2]}, WRITTEN),
    case("a topic left out stays", {"topics": [1, 2]}, {"topics": [1]}, {"topics": [1, 2]}, "replace.topic-removed"),
    case("a topic left out goes", {"topics": [1, 2]}, {"topics": [1]}, {"topics": [1]}),
    case("no topics removes all", {"topics": [1, 2]}, NO, {"topics": None}),
    case("no topics removes none", {"topics": [1, 2]}, NO, {"topics": [1, 2]}, "replace.topics-removed"),
]  # fmt: skip

GROUPS = [
    case("a group is joined", NO, {"groups": [NIGHT]}, {"groups": [NIGHT]}),
    case("a group shown by name only", NO, {"groups": [NIGHT]}, {"groupsName": ["Night shift"]}),
    case("a group is not joined", NO, {"groups": [NIGHT, FIRE]}, {"groups": [NIGHT]}, "groups.joined"),
    case("joined beside the old ones, in any order", {"groups": [NIGHT]}, {"groups": [FIRE, CREW]}, {"groups": [CREW, NIGHT, FIRE]}),
    case("left by another group", {"groups": [NIGHT]}, {"groups": [FIRE]}, {"groups": [FIRE]}, "groups.never-left"),
    case("left by an empty array", {"groups": [NIGHT]}, {"groups": []}, NO, "groups.never-left"),
    case("left by no field", {"groups": [NIGHT, FIRE]}, NO, {"groups": [FIRE]}, "groups.never-left"),
    case("joined by name", NO, {"groupsName": ["Crew"]}, {"groups": [CREW]}),
    case("not joined by name", NO, {"groupsName": ["Crew"]}, NO, "groups.by-name"),
    case("ids decide", NO, {"groups": [NIGHT], "groupsName": ["Crew"]}, {"groups": [NIGHT]}),
    case("names decide", NO, {"groups": [NIGHT], "groupsName": ["Crew"]}, {"groups": [CREW]}, "groups.id-beats-name"),
    case("both are joined", NO, {"groups": [NIGHT], "groupsName": ["Crew"]}, {"groups": [NIGHT, CREW]}, "groups.id-beats-name"),
    case("empty ids beside names say nothing", NO, {"groups": [], "groupsName": ["Crew"]}, {"groups": [CREW]}),
    case("empty ids beside names say nothing, the other way", NO, {"groups": [], "groupsName": ["Crew"]}, NO),
]  # fmt: skip

NAMED = [
    case("a record type by name", NO, {"recordTypeId": None, "recordTypeName": "Student"}, {"recordTypeId": STUDENT}),
    case("shown by name", NO, {"recordTypeId": STUDENT}, {"recordTypeId": None, "recordTypeName": "Student"}),
    case("a record type by name is ignored", NO, {"recordTypeId": None, "recordTypeName": "Student"}, NO, "record-type.by-name"),
    case("the record type's id decides", NO, {"recordTypeName": "Student"}, NO),
    case("the record type's name decides", NO, {"recordTypeName": "Student"}, {"recordTypeId": STUDENT}, "record-type.id-beats-name"),
    case("an attribute by name", NO, {"contactAttributes": [{"name": "Colour", "values": ["red"]}]}, {"contactAttributes": [RED]}),
    case("an attribute by name is ignored", NO, {"contactAttributes": [{"name": "Colour", "values": ["red"]}]}, NO, "attribute.by-name"),
    case("the attribute's id decides", NO, {"contactAttributes": [{**RED, "name": "Skill"}]}, {"contactAttributes": [RED]}),
    case("the attribute's name decides", NO, {"contactAttributes": [{**RED, "name": "Skill"}]}, {"contactAttributes": [{"orgAttrId": 302, "values": ["red"]}]}, "attribute.id-beats-name"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "body", "after", "reported"), [*SCALARS, *ARRAYS, *GROUPS, *NAMED])
def test_a_replacement_reports_what_it_broke_and_nothing_else(
    before: Body, body: Body, after: Body, reported: set[str]
) -> None:
    talk = settled(shown(**before), sent(**body), shown(**after))
    assert talk.reported == reported


@pytest.mark.parametrize(
    ("after", "reading"),
    [(shown(lastName=None), "accepted, and emptied"), (shown(), "accepted, and kept")],
)
def test_a_missing_required_field_is_a_reading_and_no_breach(after: Body, reading: str) -> None:
    talk = settled(shown(), sent(lastName=None), after)
    assert (talk.reported, talk.readings["required-fields"]) == (set(), reading)


def test_a_refused_body_without_a_required_field_is_a_reading_too() -> None:
    talk = settled(shown(), sent(lastName=None), shown(), status=400)
    assert (talk.reported, talk.readings["required-fields"]) == (set(), "refused")


@pytest.mark.parametrize(("status", "reading"), [(200, "accepted"), (400, "refused")])
def test_null_is_a_reading(status: int, reading: str) -> None:
    talk = settled(shown(suffix="Jr."), {**sent(), "suffix": None}, shown(suffix="Jr."), status=status)
    assert (talk.reported, talk.readings["fields.null"]) == (set(), reading)


def test_names_that_nobody_told_of_may_be_refused_or_taken() -> None:
    for name, body in {
        "group": sent(groupsName=["Nobody"]),
        "record type": sent(recordTypeId=None, recordTypeName="Nobody"),
        "path": sent(paths=[{"prompt": "Nobody", "value": "x@y.example"}]),
    }.items():
        for status in (200, 400):
            assert settled(shown(), body, shown(), status=status).reported == set(), name


def test_the_same_put_twice_leaves_the_same_contact() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Jr."))
    talk.put(sent(suffix="Jr."))
    talk.read(shown(suffix="Jr."))
    assert (talk.reported, talk.verdict("replace.idempotent").verdict) == (set(), "holds")


def test_the_same_put_twice_that_makes_another_contact_is_reported() -> None:
    talk = settled(shown(), sent(suffix="Jr."), shown(suffix="Jr."))
    talk.put(sent(suffix="Jr."))
    talk.read(shown())
    assert talk.reported == {"replace.idempotent"}


def test_a_finding_says_in_plain_words_what_was_expected_and_seen() -> None:
    gone = settled(shown(groups=[NIGHT]), sent(suffix="Jr."), shown()).findings
    texts = {(found.where, found.expected, found.observed) for found in gone}
    assert texts == {
        (f"contact {ANN}, suffix", "'Jr.'", "nothing"),
        (f"contact {ANN}, group[{NIGHT}]", "there", "not there"),
    }


@pytest.mark.parametrize(
    "wrong", [{"firstName": ["Ann"]}, {"suffix": "x" * 11}, {"address": "here"}, {"topics": {}}]
)
def test_a_body_outside_the_contract_must_be_refused(wrong: dict[str, Json]) -> None:
    assert settled(shown(), sent(**wrong), shown(), status=422).reported == set()
    assert settled(shown(), sent(**wrong), shown()).reported == {"schema.bad-input-refused"}
