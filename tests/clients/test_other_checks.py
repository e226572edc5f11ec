"""What the clients for Bird, Conga and Marketing Cloud look at for their caller."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.clients.calling import Answering, client, package, perform
from tests.clients.servers import Running

CONTACT = {"id": "c", "createdAt": "2025-01-02T03:04:05Z", "updatedAt": "2025-01-02T03:04:05Z"}
LISTS = ("add_to_lists", "remove_from_lists", "list_ids", "add_to_accounts", "remove_from_accounts", "account_ids")
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def model(family: str, name: str, **members: Any) -> Any:
    return getattr(package(family, ".models"), name)(**members)


@each_way
@pytest.mark.parametrize("by_identifier", [False, True])
@pytest.mark.parametrize("name", LISTS)
def test_eleven_ids_are_not_sent_to_bird_and_ten_are(name: str, by_identifier: bool, asynchronous: bool) -> None:
    def update(number: int) -> Answering:
        answering = Answering(httpx.Response(200, json=CONTACT))
        made = client("bird", answering, asynchronous=asynchronous)
        body = model("bird", "ContactUpdate", **{name: [uuid4() for _ in range(number)]})
        if by_identifier:
            perform(made, "update_contact_by_identifier", "emailaddress", "a@b.example", body)
        else:
            perform(made, "update_contact", "c", body)
        return answering

    assert len(update(10).asked) == 1
    with pytest.raises(package("bird").WrongNumberOfIds, match="has 11 ids, and Bird takes 10 at once"):
        update(11)


@each_way
def test_an_empty_list_of_accounts_is_not_sent_to_bird(asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json=CONTACT))
    made = client("bird", answering, asynchronous=asynchronous)
    with pytest.raises(package("bird").WrongNumberOfIds, match="removeFromAccounts"):
        perform(made, "update_contact", "c", model("bird", "ContactUpdate", account_ids=[]))
    assert answering.asked == []


def test_other_lists_of_bird_may_be_empty_or_long() -> None:
    answering = Answering(httpx.Response(200, json=CONTACT))
    references = [str(number) for number in range(20)]
    body = model("bird", "ContactUpdate", company_refs=references, list_ids=[], add_to_accounts=[])
    perform(client("bird", answering), "update_contact", "c", body)
    assert len(answering.asked) == 1


@each_way
def test_a_refused_id_is_explained_by_conga(servers: Running, asynchronous: bool) -> None:
    made = servers.client("conga", asynchronous=asynchronous)
    body = model("conga", "ContactWrite", id="another", title="Countess")
    with pytest.raises(package("conga").errors.BadRequest, match=r"names an Id, .* Leave Id out") as caught:
        perform(made, "update_contact_by_external_id", "crm-0002", body)
    assert "another" not in str(caught.value)


@each_way
def test_a_refusal_for_another_reason_is_not_explained_by_the_id(servers: Running, asynchronous: bool) -> None:
    made = servers.client("conga", asynchronous=asynchronous)
    body = model("conga", "ContactWrite", is_email_bounced="perhaps")
    with pytest.raises(package("conga").errors.BadRequest) as caught:
        perform(made, "update_contact_by_external_id", "crm-0002", body)
    assert caught.value.explanation == ""


def test_attribute_sets_come_from_a_dictionary() -> None:
    made = package("sfmc").attribute_sets(
        {
            "Email Demographics": {"First Name": "Angela", "Number Profile Attribute": 12345},
            "MobilePush Demographics": [{"Device ID": 1, "Application": True}, {"Device ID": 2.5}],
            "Empty": [],
        }
    )
    assert [each.to_dict() for each in made] == [
        {
            "name": "Email Demographics",
            "items": [
                {
                    "values": [
                        {"name": "First Name", "value": "Angela"},
                        {"name": "Number Profile Attribute", "value": 12345},
                    ]
                }
            ],
        },
        {
            "name": "MobilePush Demographics",
            "items": [
                {"values": [{"name": "Device ID", "value": 1}, {"name": "Application", "value": True}]},
                {"values": [{"name": "Device ID", "value": 2.5}]},
            ],
        },
        {"name": "Empty", "items": []},
    ]


@pytest.mark.parametrize("value", [None, {"a": 1}, ["a"]])
def test_a_value_that_no_attribute_can_have_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="Email Demographics, First Name: a value is text"):
        package("sfmc").attribute_sets({"Email Demographics": {"First Name": value}})


@each_way
@pytest.mark.parametrize(
    "result",
    [
        {"operationStatus": "FAIL", "hasErrors": True, "resultMessages": [{"message": "no such set"}]},
        {"operationStatus": "FAIL"},
        {"operationStatus": "OK", "hasErrors": True},
    ],
)
@pytest.mark.parametrize("name", ["update_contacts", "create_contact"])
def test_a_failure_of_marketing_cloud_is_raised_although_the_status_is_200(
    name: str, result: dict[str, Any], asynchronous: bool
) -> None:
    answering = Answering(httpx.Response(200, json=result))
    kind = "ContactUpdate" if name == "update_contacts" else "ContactCreation"
    body = model("sfmc", kind, contact_key="k", attribute_sets=package("sfmc").attribute_sets({"A": {"b": 1}}))
    with pytest.raises(package("sfmc").errors.OperationFailed) as caught:
        perform(client("sfmc", answering, asynchronous=asynchronous), name, body)
    assert caught.value.status_code == 200
    assert caught.value.parsed.to_dict() == result == json.loads(caught.value.content)
    assert "no such set" not in str(caught.value)


@each_way
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("get_contact_by_external_id", ()),
        ("update_contact_by_external_id", ("ContactWrite",)),
        ("delete_contact_by_external_id", ()),
    ],
)
def test_a_failure_of_conga_is_raised_although_the_status_is_200(
    name: str, arguments: tuple[str, ...], asynchronous: bool
) -> None:
    answering = Answering(httpx.Response(200, json={"Success": False, "Errors": [{"Message": "no such record"}]}))
    bodies = [model("conga", kind) for kind in arguments]
    with pytest.raises(package("conga").errors.OperationFailed) as caught:
        perform(client("conga", answering, asynchronous=asynchronous), name, "crm-0002", *bodies)
    assert caught.value.parsed.errors[0].message == "no such record"
    assert "no such record" not in str(caught.value)


@each_way
def test_a_refused_update_is_raised_by_the_bundled_server(servers: Running, asynchronous: bool) -> None:
    sfmc = package("sfmc")
    body = model(
        "sfmc", "ContactUpdate", contact_key="k", attribute_sets=sfmc.attribute_sets({"None such": {"b": 1}})
    )
    with pytest.raises((sfmc.errors.OperationFailed, sfmc.errors.BadRequest)):
        perform(servers.client("sfmc", asynchronous=asynchronous), "update_contacts", body)


@each_way
def test_an_update_from_a_dictionary_reads_back(servers: Running, asynchronous: bool) -> None:
    sfmc = package("sfmc")
    sets = sfmc.attribute_sets({"Email Demographics": {"First Name": "Angela"}})
    body = model("sfmc", "ContactUpdate", contact_key="acruz@example.com", attribute_sets=sets)
    done = perform(servers.client("sfmc", asynchronous=asynchronous), "update_contacts", body)
    assert done.operation_status == "OK"
