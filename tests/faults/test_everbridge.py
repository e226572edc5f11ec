"""The Everbridge faults: each loads, serves, and names clauses that exist; every clause has one."""

from __future__ import annotations

from typing import Any

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.faults import Fault, all_faults
from contact_contracts.reference import create_app
from contact_contracts.reference.everbridge.seed import ORGANIZATION_ID
from tests.reference.conftest import EMPLOYEE, caller

FAULTS = all_faults("everbridge")
CONTACTS = f"/contacts/{ORGANIZATION_ID}"
PLAIN = {"firstName": "Ada", "lastName": "Byron", "externalId": "plain-1", "recordTypeId": EMPLOYEE}

every_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)


@every_fault
def test_a_fault_names_clauses_that_exist(fault: Fault) -> None:
    clauses = load_contract("everbridge").clauses
    assert {*fault.breaks, *fault.also} <= {*clauses}
    assert not {*fault.breaks} & {*fault.also}
    assert not [clause for clause in fault.breaks if clauses[clause].level == "open"]


@every_fault
def test_a_fault_says_in_one_sentence_what_is_wrong(fault: Fault) -> None:
    assert fault.summary.endswith(".")


@every_fault
def test_a_server_with_a_fault_still_takes_an_ordinary_update(fault: Fault) -> None:
    with caller(create_app(["everbridge"], rules={"everbridge": fault.rules})) as client:
        created: dict[str, Any] = client.post(CONTACTS, json=PLAIN).json()
        answer = client.put(f"{CONTACTS}/{created['id']}", json={**PLAIN, "firstName": "Augusta"})
        assert answer.is_success, answer.text
        assert client.put(f"{CONTACTS}/batch", json=[{**PLAIN, "id": created["id"]}]).is_success


def test_every_clause_that_can_be_broken_has_a_fault() -> None:
    broken = {clause for fault in FAULTS for clause in fault.breaks}
    breakable = {one.id for one in load_contract("everbridge").clauses.values() if one.level != "open"}
    assert broken == breakable


def test_many_faults_are_rare() -> None:
    assert sum(fault.rare for fault in FAULTS) >= 30
