"""The machinery of the proof, with real servers and real runs, kept small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from scripts.proof.nursery import Nursery, NurseryError, stop
from scripts.proof.pool import run_all
from scripts.proof.runs import Task

ORGANIZATION = 892807736729062
CLAUSE = "everbridge.error.unknown-organization"


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


def status_of(url: str, organization: int) -> int:
    return httpx.get(f"{url}/groups/{organization}", auth=("demo", "demo"), trust_env=False).status_code


def updated(url: str) -> int:
    """The status of an update in an organization that does not exist."""
    return httpx.put(f"{url}/contacts/1/5", json={}, auth=("demo", "demo"), trust_env=False).status_code


def test_each_server_is_right_or_wrong_as_ordered(nursery: Nursery) -> None:
    right = nursery.start("everbridge")
    wrong = nursery.start("everbridge", fault="everbridge/unknown-organization-is-not-found")
    assert (status_of(right.url, ORGANIZATION), status_of(wrong.url, ORGANIZATION)) == (200, 200)
    contact = "contacts/1/5?idType=id"
    answers = [
        httpx.put(f"{each.url}/{contact}", json={}, auth=("demo", "demo"), trust_env=False)
        for each in (right, wrong)
    ]
    assert [answer.status_code for answer in answers] == [401, 404]
    stop(right)
    stop(wrong)


def test_a_variation_says_where_it_is_reached(nursery: Nursery) -> None:
    born = nursery.start("everbridge", variation="prefixed")
    assert born.url.endswith("/")
    assert status_of(born.url.rstrip("/"), ORGANIZATION) == 200
    stop(born)


def test_an_unknown_fault_is_told_and_not_served(nursery: Nursery) -> None:
    with pytest.raises(NurseryError, match="no-such-fault"):
        nursery.start("everbridge", fault="everbridge/no-such-fault")


def test_a_run_finds_a_fault_and_says_nothing_of_the_right_server(nursery: Nursery) -> None:
    fault = "everbridge/unknown-organization-is-not-found"
    tasks = [
        Task("finding", "everbridge", fault, "quick", 1, (CLAUSE,)),
        Task("right", "everbridge", "", "quick", 1, (CLAUSE,)),
    ]
    found = {outcome.task.purpose: outcome for outcome in run_all(tasks, nursery, jobs=2)}
    assert found["finding"].reported == {CLAUSE}
    assert found["finding"].shown_by[CLAUSE] > 0
    assert found["right"].verdicts == {CLAUSE: "holds"}
    assert [outcome.trouble for outcome in found.values()] == ["", ""]


def test_a_search_ends_when_its_clauses_are_shown_to_be_broken(nursery: Nursery) -> None:
    fault, clause = "everbridge/updates-partially", "everbridge.replace.omitted-field-emptied"
    search = Task("finding", "everbridge", fault, "quick", 1, (clause,))
    found = {
        each.task.purpose: each for each in run_all([search, replace(search, purpose="blame")], nursery, jobs=2)
    }
    assert clause in found["finding"].reported
    assert clause in found["blame"].reported
    assert found["finding"].requests < found["blame"].requests
