"""Names instead of ids: a name is enough, and where both are sent the id decides."""

from __future__ import annotations

import pytest

from .conftest import (
    ATTR1,
    CONTRACTOR,
    EMAIL,
    EMPLOYEE,
    JOB_TITLE,
    PHONE,
    Everbridge,
    contact,
    without,
)


def test_a_record_type_by_name(everbridge: Everbridge) -> None:
    someone = everbridge.create()
    body = without(contact(recordTypeName="Contractor"), "recordTypeId")
    assert everbridge.put(someone, body).status_code == 200
    assert everbridge.read(someone)["recordTypeId"] == CONTRACTOR


def test_a_record_type_id_beats_the_name(everbridge: Everbridge) -> None:
    after = everbridge.replace(everbridge.create(), recordTypeId=EMPLOYEE, recordTypeName="Contractor")
    assert after["recordTypeId"] == EMPLOYEE


def test_groups_by_name(everbridge: Everbridge) -> None:
    assert everbridge.read(everbridge.create(groupsName=["group3", "group1"]))["groups"] == [3, 1]


def test_group_ids_beat_names_unless_there_are_none(everbridge: Everbridge) -> None:
    someone = everbridge.create(groups=[2], groupsName=["group1"])
    assert everbridge.read(someone)["groups"] == [2]
    assert everbridge.replace(someone, groups=[], groupsName=["group3"])["groups"] == [2, 3]


def test_an_attribute_by_name(everbridge: Everbridge) -> None:
    someone = everbridge.create(contactAttributes=[{"name": "attr1", "values": ["option3"]}])
    expected = [{"orgAttrId": ATTR1, "name": "attr1", "values": ["option3"]}]
    assert everbridge.read(someone)["contactAttributes"] == expected


def test_an_attribute_id_beats_the_name(everbridge: Everbridge) -> None:
    sent = {"orgAttrId": JOB_TITLE, "name": "attr1", "values": ["v"]}
    found = everbridge.read(everbridge.create(contactAttributes=[sent]))["contactAttributes"]
    assert found == [{"orgAttrId": JOB_TITLE, "name": "Job title", "values": ["v"]}]


def test_a_path_by_prompt(everbridge: Everbridge) -> None:
    someone = everbridge.create(paths=[{"prompt": "phone", "value": "1"}])
    assert everbridge.read(someone)["paths"] == [{"pathId": PHONE, "value": "1"}]


def test_a_path_id_beats_the_prompt(everbridge: Everbridge) -> None:
    someone = everbridge.create(paths=[{"pathId": EMAIL, "prompt": "phone", "value": "1"}])
    assert everbridge.read(someone)["paths"] == [{"pathId": EMAIL, "value": "1"}]


@pytest.mark.parametrize(
    "unknown",
    [
        {"recordTypeId": 4},
        {"groups": [1, 4]},
        {"groupsName": ["group1", "GROUP2"]},
        {"contactAttributes": [{"orgAttrId": 4, "name": "attr1", "values": ["v"]}]},
        {"contactAttributes": [{"values": ["v"]}]},
        {"paths": [{"pathId": 4, "prompt": "phone", "value": "1"}]},
        {"paths": [{"value": "1"}]},
    ],
)
def test_what_the_organization_lacks_is_refused(everbridge: Everbridge, unknown: dict[str, object]) -> None:
    assert "invalid" in everbridge.refused(everbridge.create(), contact(**unknown))
