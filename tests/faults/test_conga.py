"""Each fault of Conga is a server that works, and every clause has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from contact_contracts.contract import load_contract
from contact_contracts.faults import Fault, all_faults
from contact_contracts.reference import create_app
from tests.reference.conftest import caller

FAULTS = all_faults("conga")
CONTACTS = "/api/data/v1/Contact"
CONTACT = f"{CONTACTS}/by-externalId/plain-1"
NEW = {"ExternalId": "plain-1", "Name": "Ada Byron", "Title": "Cook", "IsEmailBounced": True}


@pytest.fixture(params=FAULTS, ids=lambda one: str(one.id))
def fault(request: pytest.FixtureRequest) -> Fault:
    one: Fault = request.param
    return one


@pytest.fixture
def client(fault: Fault) -> Iterator[httpx.Client]:
    with caller(create_app(["conga"], rules={"conga": fault.rules})) as client:
        yield client


def test_a_fault_breaks_clauses_that_exist(fault: Fault) -> None:
    named = {*fault.breaks, *fault.also}
    assert named <= load_contract("conga").clauses.keys()
    assert len(named) == len(fault.breaks) + len(fault.also)


def test_a_fault_says_what_is_wrong_in_one_sentence(fault: Fault) -> None:
    assert fault.summary.endswith(".")
    assert ". " not in fault.summary


def test_a_server_with_a_fault_still_takes_plain_updates(client: httpx.Client) -> None:
    assert client.post(CONTACTS, json=NEW).status_code == 201
    answers = [client.put(CONTACT, json={"Department": name}) for name in ("Galley", "Bridge")]
    assert [one.status_code for one in answers] == [200, 200]
    assert client.delete(CONTACT).status_code == 200
    assert client.get(CONTACT).status_code == 404


def test_a_server_with_a_fault_still_makes_records_as_they_are_sent(client: httpx.Client) -> None:
    made: dict[str, Any] = client.post(CONTACTS, json=NEW).json()
    (record,) = client.get(CONTACT).json()["Data"]
    assert {**NEW, "Id": made["Data"]}.items() <= record.items()


def test_every_clause_that_can_be_broken_has_a_fault() -> None:
    clauses = load_contract("conga").clauses.values()
    breakable = {clause.id for clause in clauses if clause.level != "open"}
    assert {broken for fault in FAULTS for broken in fault.breaks} == breakable


def test_there_are_enough_faults_of_both_kinds() -> None:
    assert len(FAULTS) >= 60
    assert sum(fault.rare for fault in FAULTS) >= 20
