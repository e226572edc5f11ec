"""Each fault of Bird is a server that works, and every clause has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from contact_contracts.contract import load_contract
from contact_contracts.faults import Fault, all_faults
from contact_contracts.reference import create_app
from tests.reference.conftest import caller

FAULTS = all_faults("bird")
CONTACTS = "/workspaces/a1b2c3d4-0000-4000-8000-000000000001/contacts"
MAIL = {"key": "emailaddress", "value": "ada@example.net"}
NEW = {"displayName": "Ada Byron", "identifiers": [MAIL], "attributes": {"age": 36}, "companyRefs": ["mill"]}


@pytest.fixture(params=FAULTS, ids=lambda one: str(one.id))
def fault(request: pytest.FixtureRequest) -> Fault:
    one: Fault = request.param
    return one


@pytest.fixture
def client(fault: Fault) -> Iterator[httpx.Client]:
    with caller(create_app(["bird"], rules={"bird": fault.rules})) as client:
        yield client


def test_a_fault_breaks_clauses_that_exist(fault: Fault) -> None:
    named = {*fault.breaks, *fault.also}
    assert named <= load_contract("bird").clauses.keys()
    assert len(named) == len(fault.breaks) + len(fault.also)


def test_a_fault_says_what_is_wrong_in_one_sentence(fault: Fault) -> None:
    assert fault.summary.endswith(".")
    assert ". " not in fault.summary


def test_a_server_with_a_fault_still_takes_plain_updates(client: httpx.Client) -> None:
    made: dict[str, Any] = client.post(CONTACTS, json=NEW).json()
    contact = f"{CONTACTS}/{made['id']}"
    answers = [client.patch(contact, json={"attributes": {"jobTitle": title}}) for title in ("Pilot", "Cook")]
    assert [one.status_code for one in answers] == [200, 200]
    assert client.get(contact).json()["attributes"]["jobTitle"] == "Cook"
    assert client.delete(contact).status_code == 204


def test_a_server_with_a_fault_still_makes_contacts_as_they_are_sent(client: httpx.Client) -> None:
    made: dict[str, Any] = client.post(CONTACTS, json=NEW).json()
    read = client.get(f"{CONTACTS}/{made['id']}").json()
    assert read["companyRefs"] == ["mill"]
    assert {"displayName": "Ada Byron", "age": 36}.items() <= read["attributes"].items()
    identifiers = client.get(f"{CONTACTS}/{made['id']}/identifiers").json()["results"]
    assert [(one["key"], one["value"]) for one in identifiers] == [("emailaddress", "ada@example.net")]


def test_every_clause_that_can_be_broken_has_a_fault() -> None:
    clauses = load_contract("bird").clauses.values()
    breakable = {clause.id for clause in clauses if clause.level != "open"}
    assert {broken for fault in FAULTS for broken in fault.breaks} == breakable


def test_there_are_enough_faults_of_both_kinds() -> None:
    assert len(FAULTS) >= 60
    assert sum(fault.rare for fault in FAULTS) >= 20
