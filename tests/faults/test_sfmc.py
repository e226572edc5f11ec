"""Each fault of Marketing Cloud is a server that works, and every clause has one."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from contact_contracts.contract import load_contract
from contact_contracts.faults import Fault, all_faults
from contact_contracts.reference import create_app

FAULTS = all_faults("sfmc")
CONTACTS = "/contacts/v1/contacts"
HEADERS = {"authorization": "Bearer demo-token"}
SET = {"name": "Email Demographics", "items": [{"values": [{"name": "First Name", "value": "Ada"}]}]}
BODY = {"contactKey": "acruz@example.com", "attributeSets": [SET]}

of_each_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda one: str(one.id))


@of_each_fault
def test_a_fault_breaks_clauses_that_exist(fault: Fault) -> None:
    named = {*fault.breaks, *fault.also}
    assert named <= load_contract("sfmc").clauses.keys()
    assert len(named) == len(fault.breaks) + len(fault.also)


@of_each_fault
def test_a_fault_says_what_is_wrong_in_one_sentence(fault: Fault) -> None:
    assert fault.summary.endswith(".")
    assert ". " not in fault.summary


@of_each_fault
def test_a_server_with_a_fault_still_takes_a_plain_update(fault: Fault) -> None:
    client = TestClient(create_app(["sfmc"], rules={"sfmc": fault.rules}), headers=HEADERS)
    answers = [client.patch(CONTACTS, json=BODY) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert [one.json()["operationStatus"] for one in answers] == ["OK", "OK"]


def test_every_clause_that_can_be_broken_has_a_fault() -> None:
    clauses = load_contract("sfmc").clauses.values()
    breakable = {clause.id for clause in clauses if clause.level != "open"}
    assert breakable - {broken for fault in FAULTS for broken in fault.breaks} == set()


def test_there_are_enough_faults_of_both_kinds() -> None:
    assert len(FAULTS) >= 60
    assert sum(fault.rare for fault in FAULTS) >= 20
