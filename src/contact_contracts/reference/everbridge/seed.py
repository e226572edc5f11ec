"""The organization that exists from the start."""

from __future__ import annotations

from typing import Any, Final

from contact_contracts.reference.everbridge.directory import ATTRIBUTE, GROUP, ORGANIZATION, PATH, RECORD_TYPE
from contact_contracts.reference.store import Store

ORGANIZATION_ID: Final = 892807736729062
CONTACT: Final = "contact"
EXTERNAL_ID: Final = "externalId"
CONTACT_COUNTER: Final = "contactId"
FIRST_CONTACT: Final = 23456789012345671
"""Seventeen digits, past 2^53: whoever sends ids through a float is noticed."""

_CREATED: Final = 1_700_000_000_000

_RECORD_TYPES: Final = (
    {"id": 1533823015714817, "name": "Employee"},
    {"id": 1533823015714818, "name": "Contractor"},
    {"id": 1533823015714819, "name": "Visitor"},
)
_GROUPS: Final = (
    {"id": 1, "name": "group1"},
    {"id": 2, "name": "group2"},
    {"id": 3, "name": "group3"},
    {"id": 151037291880441, "name": "North building"},
    {"id": 151037291880443, "name": "Équipe d’astreinte"},
)
_ATTRIBUTES: Final = (
    {
        "id": 1509768514502692,
        "name": "attr1",
        "dataType": "STRING",
        "definedValues": ["option1", "option2", "option3"],
        "displayFormat": "S",
    },
    {"id": 1509768514502693, "name": "Job title", "dataType": "STRING", "displayFormat": "T"},
    {"id": 1509768514502694, "name": "Floor", "dataType": "NUMBER", "displayFormat": "T"},
    {
        "id": 1509768514502695,
        "name": "Languages",
        "dataType": "STRING",
        "definedValues": ["de", "en", "fr"],
        "displayFormat": "M",
    },
)
_PATHS: Final = (
    {"pathId": 241901148045319, "prompt": "phone", "code": "PHONE1", "type": "PHONE"},
    {"pathId": 241901148045316, "prompt": "email", "code": "EMAIL1", "type": "EMAIL"},
    {"pathId": 241901148045321, "prompt": "sms", "code": "SMS1", "type": "SMS"},
    {"pathId": 241901148045322, "prompt": "mobile phone", "code": "PHONE2", "type": "PHONE"},
    {"pathId": 241901148045323, "prompt": "work phone", "code": "PHONE3", "type": "PHONE"},
    {"pathId": 241901148045324, "prompt": "private email", "code": "EMAIL2", "type": "EMAIL"},
    {"pathId": 241901148045325, "prompt": "pager", "code": "PAGER1", "type": "PAGER"},
    {"pathId": 241901148045326, "prompt": "fax", "code": "FAX1", "type": "FAX"},
)
_NIGHT: Final = {
    "name": "night",
    "days": [2, 3, 4, 5, 6],
    "fromHour": 22,
    "fromMin": 30,
    "toHour": 6,
    "toMin": 0,
}
_WEEKEND: Final = {"name": "weekend", "days": [1, 7], "fromHour": 0, "fromMin": 0, "toHour": 23, "toMin": 59}

_CONTACTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "externalId": "001",
        "firstName": "Amara",
        "middleInitial": "T",
        "lastName": "Okafor",
        "suffix": "PhD",
        "country": "GB",
        "recordTypeId": 1533823015714817,
        "timezoneId": "Europe/London",
        "businessName": "Harbour Works",
        "preferredLanguage": "en",
        "ssoUserId": "aokafor",
        "status": "A",
        "paths": [
            {
                "pathId": 241901148045319,
                "countryCode": "GB",
                "value": "2079460018",
                "waitTime": 0,
                "phoneExt": "12",
                "skipValidation": False,
                "quietTimeFrames": [_NIGHT, _WEEKEND],
            },
            {"pathId": 241901148045316, "value": "amara@example.com", "waitTime": 1},
            {
                "pathId": 241901148045321,
                "countryCode": "GB",
                "value": "7700900123",
                "quietTimeFrames": [_NIGHT],
            },
        ],
        "address": [
            {
                "locationName": "Office",
                "streetAddress": "1 Quay Street",
                "city": "Bristol",
                "postalCode": "BS1 4AA",
                "country": "GB",
                "gisLocation": {"lat": 51.4504, "lon": -2.5948},
            },
            {"locationName": "Home", "streetAddress": "7 Mill Lane", "city": "Bath", "country": "GB"},
        ],
        "contactAttributes": [
            {"orgAttrId": 1509768514502692, "name": "attr1", "values": ["option1", "option2"]},
            {"orgAttrId": 1509768514502693, "name": "Job title", "values": ["Harbour master"]},
        ],
        "groups": [1, 151037291880441],
        "topics": [7001, 7002],
    },
    {
        "externalId": "002",
        "firstName": "Jürgen",
        "lastName": "Weiß",
        "country": "DE",
        "recordTypeId": 1533823015714818,
        "paths": [{"pathId": 241901148045316, "value": "juergen@example.org"}],
        "contactAttributes": [{"orgAttrId": 1509768514502694, "name": "Floor", "values": ["3"]}],
        "groups": [2],
        "topics": [7002],
    },
    {
        "externalId": "003",
        "firstName": "美咲",
        "lastName": "田中",
        "country": "JP",
        "recordTypeId": 1533823015714817,
        "timezoneId": "Asia/Tokyo",
        "groups": [1, 2, 3],
    },
    {
        "externalId": "guest/4 ä",
        "firstName": "Lin",
        "lastName": "O'Brien-Śmith",
        "recordTypeId": 1533823015714819,
    },
)


def seed(store: Store) -> None:
    """Fill an empty store."""
    store.insert(ORGANIZATION, str(ORGANIZATION_ID), {"id": ORGANIZATION_ID})
    for kind, member, entries in (
        (RECORD_TYPE, "id", _RECORD_TYPES),
        (GROUP, "id", _GROUPS),
        (ATTRIBUTE, "id", _ATTRIBUTES),
        (PATH, "pathId", _PATHS),
    ):
        for entry in entries:
            store.insert(kind, str(entry[member]), entry)
    for contact in _CONTACTS:
        _add(store, contact)


def _add(store: Store, contact: dict[str, Any]) -> None:
    contact_id = store.next_number(CONTACT_COUNTER, FIRST_CONTACT)
    known = {
        "id": contact_id,
        "organizationId": ORGANIZATION_ID,
        "createdDate": _CREATED,
        "createdName": "demo",
    }
    changed = {"lastModifiedDate": _CREATED, "lastModifiedName": "demo"}
    store.insert(CONTACT, str(contact_id), {**known, **contact, **changed})
    store.claim(CONTACT, EXTERNAL_ID, contact["externalId"], str(contact_id))
