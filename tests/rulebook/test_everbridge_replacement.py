"""One PUT between two reads: what a full replacement must and may leave behind, field by field."""

from __future__ import annotations

import pytest

from tests.rulebook.everbridge_talk import CREW, FIRE, NIGHT, STUDENT, Body, sent, settled, shown

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
    case(
        "text becomes a number",
        NO,
        {"businessName": "007"},
        {"businessName": 7},
        WRITTEN,
        "schema.answers-conform",
    ),
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
    case(
        "two fields are swapped",
        NO,
        {"firstName": "A", "lastName": "B"},
        {"firstName": "B", "lastName": "A"},
        WRITTEN,
    ),
    case("another record type", NO, {"recordTypeId": STUDENT}, NO, WRITTEN),
    case("read-only members sent back", NO, {"createdDate": 5, "lastModifiedName": "x"}, {"createdDate": 9}),
]

ARRAYS = [
    case("addresses are kept", NO, {"address": [HOME, WORK]}, {"address": [WORK, HOME]}),
    case("an address is lost", NO, {"address": [HOME, WORK]}, {"address": [HOME]}, WRITTEN),
    case("an address left out goes", {"address": [HOME, WORK]}, {"address": [WORK]}, {"address": [WORK]}),
    case(
        "an address left out stays",
        {"address": [HOME, WORK]},
        {"address": [WORK]},
        {"address": [HOME, WORK]},
        "replace.address-removed",
    ),
    case("no address removes all", {"address": [HOME, WORK]}, NO, {"address": []}),
    case(
        "no address removes the first only",
        {"address": [HOME, WORK]},
        NO,
        {"address": [WORK]},
        "replace.addresses-removed",
    ),
    case(
        "an empty array keeps one",
        {"address": [HOME]},
        {"address": []},
        {"address": [HOME]},
        "replace.address-removed",
    ),
    case(
        "coordinates are kept",
        NO,
        {"address": [{**HOME, "gisLocation": PIN}]},
        {"address": [{**HOME, "gisLocation": PIN}]},
    ),
    case(
        "coordinates with more digits",
        NO,
        {"address": [{**HOME, "gisLocation": PIN}]},
        {"address": [{**HOME, "gisLocation": {"lat": 42.3600820001, "lon": -71.0588799999}}]},
    ),
    case(
        "coordinates are lost",
        NO,
        {"address": [{**HOME, "gisLocation": PIN}]},
        {"address": [HOME]},
        "address.coordinates-kept",
    ),
    case(
        "coordinates are rounded",
        NO,
        {"address": [{**HOME, "gisLocation": PIN}]},
        {"address": [{**HOME, "gisLocation": {"lat": 42.36, "lon": -71.06}}]},
        "address.coordinates-kept",
    ),
    case(
        "coordinates left out are filled in anew",
        {"address": [{**HOME, "gisLocation": PIN}]},
        {"address": [HOME]},
        {"address": [{**HOME, "gisLocation": {"lat": 1, "lon": 2}}]},
    ),
    case(
        "coordinates left out stay",
        {"address": [{**HOME, "gisLocation": PIN}]},
        {"address": [HOME]},
        {"address": [{**HOME, "gisLocation": PIN}]},
        EMPTIED,
    ),
    case(
        "attributes are kept in any order",
        NO,
        {"contactAttributes": [WELD]},
        {"contactAttributes": [{"orgAttrId": 302, "name": "Skill", "values": ["cut", "weld"]}]},
    ),
    case(
        "a value is lost",
        NO,
        {"contactAttributes": [WELD]},
        {"contactAttributes": [{"orgAttrId": 302, "values": ["weld"]}]},
        WRITTEN,
    ),
    case(
        "an attribute left out is cleared",
        {"contactAttributes": [RED, WELD]},
        {"contactAttributes": [RED]},
        {"contactAttributes": [RED, {"orgAttrId": 302, "values": []}]},
    ),
    case(
        "an attribute left out stays",
        {"contactAttributes": [RED, WELD]},
        {"contactAttributes": [RED]},
        {"contactAttributes": [RED, WELD]},
        "replace.attribute-cleared",
    ),
    case(
        "the others are cleared too",
        {"contactAttributes": [RED, WELD]},
        {"contactAttributes": [RED]},
        NO,
        "replace.attribute-cleared",
    ),
    case("no attributes clears all", {"contactAttributes": [RED]}, NO, NO),
    case(
        "no attributes clears none",
        {"contactAttributes": [RED]},
        NO,
        {"contactAttributes": [RED]},
        "replace.attributes-cleared",
    ),
    case("topics are a set", NO, {"topics": [1, 2, 3]}, {"topics": [3, 1, 2]}),
    case("the third topic is lost", NO, {"topics": [1, 2, 3]}, {"topics": [1, 2]}, WRITTEN),
    case(
        "a topic left out stays", {"topics": [1, 2]}, {"topics": [1]}, {"topics": [1, 2]}, "replace.topic-removed"
    ),
    case("a topic left out goes", {"topics": [1, 2]}, {"topics": [1]}, {"topics": [1]}),
    case("no topics removes all", {"topics": [1, 2]}, NO, {"topics": None}),
    case("no topics removes none", {"topics": [1, 2]}, NO, {"topics": [1, 2]}, "replace.topics-removed"),
]

GROUPS = [
    case("a group is joined", NO, {"groups": [NIGHT]}, {"groups": [NIGHT]}),
    case("a group shown by name only", NO, {"groups": [NIGHT]}, {"groupsName": ["Night shift"]}),
    case("a group is not joined", NO, {"groups": [NIGHT, FIRE]}, {"groups": [NIGHT]}, "groups.joined"),
    case(
        "joined beside the old ones, in any order",
        {"groups": [NIGHT]},
        {"groups": [FIRE, CREW]},
        {"groups": [CREW, NIGHT, FIRE]},
    ),
    case(
        "left by another group", {"groups": [NIGHT]}, {"groups": [FIRE]}, {"groups": [FIRE]}, "groups.never-left"
    ),
    case("left by an empty array", {"groups": [NIGHT]}, {"groups": []}, NO, "groups.never-left"),
    case("left by no field", {"groups": [NIGHT, FIRE]}, NO, {"groups": [FIRE]}, "groups.never-left"),
    case("joined by name", NO, {"groupsName": ["Crew"]}, {"groups": [CREW]}),
    case("not joined by name", NO, {"groupsName": ["Crew"]}, NO, "groups.by-name"),
    case("ids decide", NO, {"groups": [NIGHT], "groupsName": ["Crew"]}, {"groups": [NIGHT]}),
    case(
        "names decide", NO, {"groups": [NIGHT], "groupsName": ["Crew"]}, {"groups": [CREW]}, "groups.id-beats-name"
    ),
    case(
        "both are joined",
        NO,
        {"groups": [NIGHT], "groupsName": ["Crew"]},
        {"groups": [NIGHT, CREW]},
        "groups.id-beats-name",
    ),
    case("empty ids beside names say nothing", NO, {"groups": [], "groupsName": ["Crew"]}, {"groups": [CREW]}),
    case("empty ids beside names say nothing, the other way", NO, {"groups": [], "groupsName": ["Crew"]}, NO),
]

NAMED = [
    case(
        "a record type by name", NO, {"recordTypeId": None, "recordTypeName": "Student"}, {"recordTypeId": STUDENT}
    ),
    case("shown by name", NO, {"recordTypeId": STUDENT}, {"recordTypeId": None, "recordTypeName": "Student"}),
    case(
        "a record type by name is ignored",
        NO,
        {"recordTypeId": None, "recordTypeName": "Student"},
        NO,
        "record-type.by-name",
    ),
    case("the record type's id decides", NO, {"recordTypeName": "Student"}, NO),
    case(
        "the record type's name decides",
        NO,
        {"recordTypeName": "Student"},
        {"recordTypeId": STUDENT},
        "record-type.id-beats-name",
    ),
    case(
        "an attribute by name",
        NO,
        {"contactAttributes": [{"name": "Colour", "values": ["red"]}]},
        {"contactAttributes": [RED]},
    ),
    case(
        "an attribute by name is ignored",
        NO,
        {"contactAttributes": [{"name": "Colour", "values": ["red"]}]},
        NO,
        "attribute.by-name",
    ),
    case(
        "the attribute's id decides",
        NO,
        {"contactAttributes": [{**RED, "name": "Skill"}]},
        {"contactAttributes": [RED]},
    ),
    case(
        "the attribute's name decides",
        NO,
        {"contactAttributes": [{**RED, "name": "Skill"}]},
        {"contactAttributes": [{"orgAttrId": 302, "values": ["red"]}]},
        "attribute.id-beats-name",
    ),
]


@pytest.mark.parametrize(("before", "body", "after", "reported"), [*SCALARS, *ARRAYS, *GROUPS, *NAMED])
def test_a_replacement_reports_what_it_broke_and_nothing_else(
    before: Body, body: Body, after: Body, reported: set[str]
) -> None:
    talk = settled(shown(**before), sent(**body), shown(**after))
    assert talk.reported == reported
