"""Every request that the vendors' pages print can be built with the typed models, and goes out as the same JSON.

The pages of Bird and Conga print no bodies: what is sent there are the values that they give as examples.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from tests.clients.calling import Answering, client, package, perform

EXAMPLES: Final = Path(__file__).parent / "vendor_examples"
DONE: Final = {"message": "OK", "id": 5, "baseUri": "b", "instanceUri": "i"}
EMPLOYEE: Final = 1533823015714817
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def printed(family: str) -> dict[str, Any]:
    bodies: dict[str, Any] = json.loads((EXAMPLES / f"{family}.json").read_text(encoding="utf-8"))["bodies"]
    return bodies


def model(family: str, kind: str, /, **members: Any) -> Any:
    return getattr(package(family, ".models"), kind)(**members)


def attribute(**named: Any) -> list[Any]:
    return [model("everbridge", "AttributeWrite", values=["option1", "option2"], **named)]


def path(**named: Any) -> list[Any]:
    return [model("everbridge", "PathWrite", country_code="CN", value="17525889654", **named)]


MEMBERS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "record type by id": lambda: {"record_type_id": EMPLOYEE},
    "record type by name": lambda: {"record_type_name": "Employee"},
    "groups by id": lambda: {"record_type_id": EMPLOYEE, "groups": [1, 2, 3]},
    "groups by name": lambda: {"record_type_id": EMPLOYEE, "groups_name": ["group1", "group2", "group3"]},
    "attribute by id and name": lambda: {
        "record_type_id": EMPLOYEE,
        "contact_attributes": attribute(org_attr_id=1509768514502692, name="attr1"),
    },
    "attribute by name": lambda: {"record_type_id": EMPLOYEE, "contact_attributes": attribute(name="attr1")},
    "path by id": lambda: {"record_type_id": EMPLOYEE, "paths": path(path_id=241901148045319)},
    "path by prompt": lambda: {"record_type_id": EMPLOYEE, "paths": path(prompt="phone")},
}
"""What each of Everbridge's examples has beside the names and the external id."""


def built(kind: str, name: str) -> Any:
    shared = {"first_name": "F", "last_name": "L", "external_id": "001"}
    return model("everbridge", kind, **shared, **MEMBERS[name]())


def sent(family: str, answer: Any, asynchronous: bool, name: str, *arguments: Any, **named: Any) -> httpx.Request:
    answering = Answering(httpx.Response(200, json=answer))
    perform(client(family, answering, asynchronous=asynchronous), name, *arguments, **named)
    return answering.asked[0]


def test_no_example_of_everbridge_is_left_out() -> None:
    assert printed("everbridge").keys() == MEMBERS.keys()


@each_way
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", MEMBERS)
def test_everbridge_s_examples_of_one_contact(name: str, asynchronous: bool) -> None:
    request = sent("everbridge", DONE, asynchronous, "update_contact", "5", built("ContactReplacement", name))
    assert request.method == "PUT"
    assert json.loads(request.content) == printed("everbridge")[name]


@each_way
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", MEMBERS)
def test_everbridge_s_examples_of_a_batch(name: str, asynchronous: bool) -> None:
    answer = {"message": "OK", "code": 100}
    request = sent("everbridge", answer, asynchronous, "update_contacts_batch", [built("ContactRow", name)])
    assert (request.method, request.url.path) == ("PUT", "/rest/contacts/7/batch")
    assert json.loads(request.content) == [printed("everbridge")[name]]


@each_way
def test_marketing_cloud_s_example(asynchronous: bool) -> None:
    sets = package("sfmc").attribute_sets(
        {
            "Email Addresses": {"Email Address": "acruz@example.com", "HTML Enabled": "true"},
            "Email Demographics": {
                "Last Name": "Cruz",
                "First Name": "Angela",
                "Text Profile Attribute": "value 1",
                "Number Profile Attribute": 12345,
            },
            "MobileConnect Demographics": {"Mobile Number": "555-555-5555"},
            "MobilePush Demographics": {"Device ID": 958405948, "Application": 958405948},
            "GroupConnect LINE Addresses": {"Address ID": "addressId_from_api"},
            "GroupConnect LINE Subscriptions": {"Address ID": "addressId_from_api", "Channel ID": "1234567890"},
            "GroupConnect LINE Demographics": {
                "Address ID": "addressId_from_api",
                "Display Name": "display_name",
                "Picture Url": "picture_url",
                "Status Message": "status_message",
            },
        }
    )
    body = model("sfmc", "ContactUpdate", contact_key="acruz@example.com", contactId=12345678, attribute_sets=sets)
    request = sent("sfmc", {"operationStatus": "OK"}, asynchronous, "update_contacts", body)
    assert (request.method, request.url.path) == ("PATCH", "/contacts/v1/contacts")
    assert json.loads(request.content) == printed("sfmc")["seven sets"]


@each_way
def test_bird_s_example_values(asynchronous: bool) -> None:
    some_id = "123e4567-e89b-12d3-a456-426614174000"
    contact = {"id": "c", "createdAt": "2025-01-02T03:04:05Z", "updatedAt": "2025-01-02T03:04:05Z"}
    body = package("bird", ".models").ContactUpdate.from_dict(
        {"addToLists": [some_id], "removeFromAccounts": [some_id], "strategy": "first_alias", "other": {"any": 1}}
    )
    contact_id = "12bd0e40-9361-4e32-8b26-99b4ab7eae09"
    request = sent("bird", contact, asynchronous, "update_contact", contact_id, body, attribute=["age", "company"])
    assert request.method == "PATCH"
    assert request.url.path.endswith(f"/contacts/{contact_id}")
    assert request.url.query == b"attribute=age&attribute=company"
    assert json.loads(request.content) == {
        "addToLists": [some_id],
        "removeFromAccounts": [some_id],
        "strategy": "first_alias",
        "other": {"any": 1},
    }


@each_way
def test_conga_s_example_values(asynchronous: bool) -> None:
    external_id = "2614d72c-edfc-4dc5-b72f-45104fe5ef43"
    body = model("conga", "ContactWrite", name="Mark", description="Description")
    request = sent(
        *("conga", {"Success": True, "StatusCode": "OK"}, asynchronous),
        *("update_contact_by_external_id", external_id, body),
    )
    assert (request.method, request.url.path) == ("PUT", f"/api/data/v1/Contact/by-externalId/{external_id}")
    assert json.loads(request.content) == {"Name": "Mark", "Description": "Description"}
