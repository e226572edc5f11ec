"""Each fault of Marketing Cloud is a server that works, and every clause has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from contact_contracts.contract import load_contract
from contact_contracts.faults import Fault, all_faults
from contact_contracts.reference import create_app
from tests.reference.conftest import caller

FAULTS = all_faults("sfmc")
CONTACTS = "/contacts/v1/contacts"
NAMES = ("Email Demographics.First Name", "Email Demographics.Last Name")


def body(**names: str) -> dict[str, Any]:
    values = [{"name": name.replace("_", " "), "value": value} for name, value in names.items()]
    items = [{"values": values}]
    return {"contactKey": "ada", "attributeSets": [{"name": "Email Demographics", "items": items}]}


def read(client: httpx.Client) -> list[Any]:
    """First and last name of the contact that the body is about."""
    condition = {"attribute": {"key": "Contact.Contact Key"}, "operator": "Equals", "value": {"items": ["ada"]}}
    request = {"attributes": [{"key": name} for name in NAMES]}
    wanted = {"request": request, "conditionSet": {"conditions": [condition]}}
    items = client.post("/contacts/v1/attributes/search", json=wanted).json()["items"]
    return [one["value"] for item in items for one in item["values"]]


@pytest.fixture(params=FAULTS, ids=lambda one: str(one.id))
def fault(request: pytest.FixtureRequest) -> Fault:
    one: Fault = request.param
    return one


@pytest.fixture
def client(fault: Fault) -> Iterator[httpx.Client]:
    with caller(create_app(["sfmc"], rules={"sfmc": fault.rules})) as client:
        yield client


def test_a_fault_breaks_clauses_that_exist(fault: Fault) -> None:
    named = {*fault.breaks, *fault.also}
    assert named <= load_contract("sfmc").clauses.keys()
    assert len(named) == len(fault.breaks) + len(fault.also)


def test_a_fault_says_what_is_wrong_in_one_sentence(fault: Fault) -> None:
    assert fault.summary.endswith(".")
    assert ". " not in fault.summary


def test_a_server_with_a_fault_still_takes_plain_updates(client: httpx.Client) -> None:
    client.post(CONTACTS, json=body(First_Name="Ada", Last_Name="Byron"))
    answers = [client.patch(CONTACTS, json=body(First_Name=name)) for name in ("Augusta", "Lovelace")]
    assert [one.status_code for one in answers] == [200, 200]
    assert [one.json()["operationStatus"] for one in answers] == ["OK", "OK"]
    client.post(f"{CONTACTS}/actions/delete?type=keys", json={"values": ["ada"]})
    assert read(client) == []


def test_a_server_with_a_fault_still_makes_contacts_as_they_are_sent(client: httpx.Client) -> None:
    made: dict[str, Any] = client.post(CONTACTS, json=body(First_Name="Ada", Last_Name="Byron")).json()
    assert made["operationStatus"] == "OK"
    assert read(client) == ["Ada", "Byron"]


def test_every_clause_that_can_be_broken_has_a_fault() -> None:
    clauses = load_contract("sfmc").clauses.values()
    breakable = {clause.id for clause in clauses if clause.level != "open"}
    assert {broken for fault in FAULTS for broken in fault.breaks} == breakable


def test_there_are_enough_faults_of_both_kinds() -> None:
    assert len(FAULTS) >= 60
    assert sum(fault.rare for fault in FAULTS) >= 20
