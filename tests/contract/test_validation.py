"""What the contracts exclude from requests, and what they let pass."""

from __future__ import annotations

from typing import Any

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.exchange import NOT_JSON

FRAME = {"name": "Night", "days": [1, 7], "fromHour": 23, "fromMin": 0, "toHour": 6, "toMin": 59}
UUID = "b4e02c85-c6d2-4b15-8885-e09671799c61"
SETS = [{"name": "Email Demographics", "items": [{"values": [{"name": "First Name", "value": "A"}]}]}]

ANY_JSON: list[Any] = [1, "x", None, [], {}, True, 1.5]

EXCLUDED: list[tuple[str, str, Any, str]] = [
    ("everbridge", "updateContact", [], ""),
    ("everbridge", "updateContact", {"externalId": "x" * 81}, "/externalId"),
    ("everbridge", "updateContact", {"firstName": "x" * 101}, "/firstName"),
    ("everbridge", "updateContact", {"middleInitial": "AB"}, "/middleInitial"),
    ("everbridge", "updateContact", {"suffix": "x" * 11}, "/suffix"),
    ("everbridge", "updateContact", {"status": "X"}, "/status"),
    ("everbridge", "updateContact", {"recordTypeId": "five"}, "/recordTypeId"),
    ("everbridge", "updateContact", {"paths": [{"quietTimeFrames": [FRAME]}]}, ""),
    ("everbridge", "updateContact", {"paths": [{}, {"quietTimeFrames": [FRAME]}]}, ""),
    ("everbridge", "updateContact", {"timezoneId": None, "paths": [{"quietTimeFrames": [FRAME]}]}, "/timezoneId"),
    ("everbridge", "updateContactsBatch", [{}, {"paths": [{"quietTimeFrames": [FRAME]}]}], "/1"),
    ("everbridge", "updateContactsBatch", {}, ""),
    ("bird", "updateContact", {"strategy": "any"}, "/strategy"),
    ("bird", "updateContact", {"addToLists": [UUID] * 11}, "/addToLists"),
    ("bird", "updateContact", {"listIds": ["x"]}, "/listIds/0"),
    ("bird", "updateContact", {"accountIds": []}, "/accountIds"),
    ("bird", "updateContact", {"attributes": {"a": {}}}, "/attributes/a"),
    ("bird", "updateContact", {"addIdentifiers": [{"key": "", "value": "v"}]}, "/addIdentifiers/0/key"),
    ("bird", "createContact", {"displayName": "x" * 151}, "/displayName"),
    ("conga", "updateContactByExternalId", [], ""),
    ("conga", "updateContactByExternalId", {"Colour": "red"}, ""),
    ("conga", "updateContactByExternalId", {"Name": 5}, "/Name"),
    ("conga", "updateContactByExternalId", {"IsEmailBounced": None}, "/IsEmailBounced"),
    ("conga", "updateContactByExternalId", {"IsEmailBounced": "true"}, "/IsEmailBounced"),
    ("sfmc", "updateContacts", {"attributeSets": SETS}, ""),
    ("sfmc", "updateContacts", {"contactKey": "", "attributeSets": SETS}, ""),
    ("sfmc", "updateContacts", {"contactId": None, "attributeSets": SETS}, ""),
    ("sfmc", "updateContacts", {"contactKey": "k"}, ""),
    ("sfmc", "updateContacts", {"contactKey": "k", "attributeSets": []}, "/attributeSets"),
    ("sfmc", "updateContacts", {"contactKey": "k", "attributeSets": [{"name": ""}]}, "/attributeSets/0/name"),
    ("sfmc", "updateContacts", {"contactKey": "k", "attributeSets": [{}]}, "/attributeSets/0"),
]

LET_PASS: list[tuple[str, str, Any]] = [
    ("everbridge", "updateContact", {}),
    *[("everbridge", "updateContact", {"id": value}) for value in ANY_JSON],
    ("everbridge", "updateContact", {"createdDate": "then", "organizationId": {}, "colour": "red"}),
    ("everbridge", "updateContact", {"firstName": None, "status": None, "paths": None, "address": None}),
    ("everbridge", "updateContact", {"paths": [{"quietTimeFrames": []}, {"quietTimeFrames": None}, {}]}),
    ("everbridge", "updateContact", {"timezoneId": "Asia/Tokyo", "paths": [{"quietTimeFrames": [FRAME]}]}),
    ("everbridge", "updateContact", {"country": "Narnia", "timezoneId": "nowhere", "recordTypeId": 2**63 - 1}),
    ("everbridge", "updateContact", {"firstName": "x" * 100, "externalId": "é" * 80, "lastName": ""}),
    ("everbridge", "updateContactsBatch", []),
    ("bird", "updateContact", {}),
    ("bird", "updateContact", {"anything": {"else": [None]}, "listIds": [], "accountIds": [UUID] * 10}),
    ("bird", "updateContact", {"attributes": {"a": None, "b": 1, "c": 1.5, "d": False, "e": ["x", 1, True]}}),
    ("conga", "updateContactByExternalId", {}),
    (
        "conga",
        "updateContactByExternalId",
        {"Id": None, "ETag": 5, "CreatedDate": [], "ExternalId": 1, "Own_c": {}},
    ),
    (
        "conga",
        "updateContactByExternalId",
        {"Account": None, "Owner": {"Id": "1", "Name": None}, "IsEmailBounced": True},
    ),
    *[
        ("sfmc", "updateContacts", {key: "1", "attributeSets": SETS})
        for key in ("contactKey", "contactId", "contactID")
    ],
    ("sfmc", "updateContacts", {"contactId": 2**40, "contactKey": None, "attributeSets": [{"name": "A"}]}),
    ("sfmc", "updateContacts", {"contactKey": "k", "attributeSets": SETS, "more": 1}),
]


@pytest.mark.parametrize(("family", "operation", "body", "place"), EXCLUDED)
def test_a_body_that_the_documents_exclude_is_excluded_at_its_place(
    family: str, operation: str, body: Any, place: str
) -> None:
    errors = load_contract(family).operations[operation].validate_body(body)
    assert [error.pointer for error in errors] == [place]


@pytest.mark.parametrize(("family", "operation", "body"), LET_PASS)
def test_a_body_that_the_documents_do_not_exclude_passes(family: str, operation: str, body: Any) -> None:
    assert load_contract(family).operations[operation].validate_body(body) == []


@pytest.mark.parametrize(("field", "low", "high"), [("Hour", 0, 23), ("Min", 0, 59)])
@pytest.mark.parametrize("end", ["from", "to"])
def test_times_are_bounded_at_both_ends_of_a_frame(end: str, field: str, low: int, high: int) -> None:
    operation = load_contract("everbridge").operations["updateContact"]

    def excluded(value: int) -> bool:
        frames = [{**FRAME, f"{end}{field}": value}]
        return bool(operation.validate_body({"timezoneId": "UTC", "paths": [{"quietTimeFrames": frames}]}))

    assert [excluded(value) for value in (low - 1, low, high, high + 1)] == [True, False, False, True]


def test_days_run_from_1_to_7() -> None:
    operation = load_contract("everbridge").operations["updateContact"]
    body = {"timezoneId": "UTC", "paths": [{"quietTimeFrames": [{**FRAME, "days": [0, 1, 7, 8]}]}]}
    places = [error.pointer.rpartition("/")[2] for error in operation.validate_body(body)]
    assert places == ["0", "3"]


def test_no_json_at_all_is_excluded() -> None:
    [error] = load_contract("bird").operations["updateContact"].validate_body(NOT_JSON)
    assert (error.pointer, error.keyword) == ("", "json")


def test_half_a_surrogate_pair_is_ordinary_text() -> None:
    operation = load_contract("everbridge").operations["updateContact"]
    assert operation.validate_body({"firstName": "\ud800"}) == []
    assert operation.validate_body({"middleInitial": "\ud800\ud800"}) != []


def test_deep_nesting_is_an_error_and_no_traceback() -> None:
    value: Any = []
    for _ in range(5000):
        value = [value]
    errors = load_contract("bird").operations["updateContact"].validate_body({"attributes": {"a": value}})
    assert errors


def test_an_operation_without_a_body_excludes_none() -> None:
    assert load_contract("bird").operations["getContact"].validate_body(NOT_JSON) == []


@pytest.mark.parametrize(
    ("family", "operation", "path_values", "query", "places"),
    [
        ("everbridge", "updateContact", {"organizationId": "1", "contactId": "x"}, [], []),
        ("everbridge", "updateContact", {"organizationId": "x", "contactId": "x"}, [], ["/path/organizationId"]),
        ("everbridge", "updateContact", {"organizationId": "1"}, [], ["/path/contactId"]),
        ("everbridge", "updateContactsBatch", {"organizationId": "1"}, [("idType", "name")], ["/query/idType"]),
        (
            "everbridge",
            "updateContactsBatch",
            {"organizationId": "1"},
            [("updateType", "partial"), ("x", "y")],
            [],
        ),
        (
            "everbridge",
            "listContacts",
            {"organizationId": "1"},
            [("contactIds", "1"), ("contactIds", "a")],
            ["/query/contactIds/1"],
        ),
        ("bird", "updateContact", {"workspaceId": "x", "contactId": "x"}, [], ["/path/workspaceId"]),
        ("bird", "updateContact", {"workspaceId": UUID, "contactId": "x"}, [("attribute", "age")], []),
        ("bird", "listContacts", {"workspaceId": UUID}, [("limit", "101")], ["/query/limit"]),
        ("bird", "listContacts", {"workspaceId": UUID}, [("limit", "100"), ("reverse", "true")], []),
        (
            "conga",
            "createContact",
            {},
            [("IncludeRecordPayloadInResponse", "maybe")],
            ["/query/IncludeRecordPayloadInResponse"],
        ),
        ("conga", "createContact", {}, [("IncludeRecordPayloadInResponse", "True")], []),
    ],
)
def test_parameters_are_read_by_their_declared_type(
    family: str, operation: str, path_values: dict[str, str], query: list[tuple[str, str]], places: list[str]
) -> None:
    errors = load_contract(family).operations[operation].validate_parameters(path_values, query)
    assert [error.pointer for error in errors] == places


def test_an_answer_is_judged_by_its_status() -> None:
    operation = load_contract("everbridge").operations["updateContact"]
    done = {"message": "OK", "id": 1, "baseUri": "b", "instanceUri": "i", "more": None}
    assert operation.validate_response(200, done) == []
    assert [error.keyword for error in operation.validate_response(200, {"message": "OK"})] == ["required"] * 3
    assert operation.validate_response(404, {"status": 404, "message": "none"}) == []
    assert [error.pointer for error in operation.validate_response(404, {"status": "x"})] == ["/status"]


def test_default_stands_for_errors_only() -> None:
    operation = load_contract("everbridge").operations["updateContact"]
    assert [operation.documents(status) for status in (200, 201, 302, 401, 418, 503)] == [
        *(True, False, False),
        *(True, True, True),
    ]
    assert [error.keyword for error in operation.validate_response(201, {})] == ["status"]


def test_an_answer_without_a_body_needs_none() -> None:
    assert load_contract("bird").operations["deleteContact"].validate_response(204, NOT_JSON) == []


def test_a_new_value_in_an_answer_is_not_an_error() -> None:
    result = {"operationStatus": "QUEUED", "contactId": "123", "resultMessages": None}
    assert load_contract("sfmc").operations["updateContacts"].validate_response(200, result) == []


@pytest.mark.parametrize("moment", ["2025-01-02T03:04:05Z", "2025-01-02T03:04:05.123456789+00:00"])
def test_times_of_a_bird_contact_are_date_times(moment: str) -> None:
    operation = load_contract("bird").operations["updateContact"]
    contact = {"id": "1", "createdAt": moment, "updatedAt": moment}
    assert operation.validate_response(200, contact) == []
    assert [error.pointer for error in operation.validate_response(200, {**contact, "updatedAt": "soon"})] == [
        "/updatedAt"
    ]


def test_a_request_schema_resolves_its_own_references() -> None:
    contract = load_contract("everbridge")
    schema = contract.operations["updateContact"].request_schema
    assert schema is not None
    assert schema["components"]["schemas"]["ContactReplacement"] == contract.resolve({"$ref": schema["$ref"]})
    assert contract.schema("ContactReplacement")["properties"]["middleInitial"]["maxLength"] == 1
