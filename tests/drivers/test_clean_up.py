"""At the end of a run nothing is called gone that no answer calls gone, and nothing is forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from contact_contracts.drivers.everbridge.probing import mistakable
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.transport import Blocked
from tests.drivers.conftest import CONTACTS, MARK, Odd, Opened


def failing(method: str, status: int) -> Odd:
    return lambda request: httpx.Response(status, json={}) if request.method == method else None


def failing_at_all(status: int) -> Odd:
    return lambda _: httpx.Response(status, json={})


FAMILIES = ("everbridge", "bird", "conga")


@pytest.mark.parametrize("family", FAMILIES)
def test_what_was_made_is_removed(opened: Opened, family: str) -> None:
    driver, target = opened(family)
    driver.contacts(2)
    assert driver.close() == []
    assert target.calls.count("DELETE") >= 2


@pytest.mark.parametrize("status", [401, 403, 500])
@pytest.mark.parametrize("family", FAMILIES)
def test_where_every_call_fails_all_that_was_made_is_left_over(opened: Opened, family: str, status: int) -> None:
    driver, target = opened(family)
    driver.contacts(2)
    made = {name for name, identifier in driver.ledger.made.items() if identifier}
    target.odd = failing_at_all(status)
    assert {name for name, _ in driver.close()} >= made


@pytest.mark.parametrize("family", FAMILIES)
def test_a_refused_deletion_of_what_can_still_be_read_is_told(opened: Opened, family: str) -> None:
    driver, target = opened(family)
    driver.contacts(1)
    target.odd = failing("DELETE", 500)
    assert driver.close() != []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_deletion_that_is_only_claimed_is_found_out(opened: Opened, family: str) -> None:
    driver, target = opened(family)
    driver.contacts(1)
    target.odd = failing("DELETE", 200)
    assert driver.close() != []


@pytest.mark.parametrize(("status", "left"), [(404, False), (500, True)])
@pytest.mark.parametrize(
    ("family", "lacks"),
    [
        ("everbridge", ["getContact"]),
        ("bird", ["getContact"]),
        ("conga", ["getContact", "getContactByExternalId"]),
    ],
)
def test_without_a_read_the_answer_to_the_deletion_tells(
    opened: Opened, family: str, lacks: list[str], status: int, left: bool
) -> None:
    driver, target = opened(family, lacks=lacks)
    driver.contacts(1)
    target.odd = failing("DELETE", status)
    assert bool(driver.close()) is left


@pytest.mark.parametrize("family", ["everbridge", "bird", "conga"])
def test_a_creation_that_was_not_answered_is_not_forgotten(opened: Opened, family: str) -> None:
    driver, target = opened(family, lacks=["getContactByExternalId"] if family == "conga" else [])

    def broken(request: httpx.Request) -> httpx.Response | None:
        if request.method == "POST":
            raise httpx.RemoteProtocolError("gone")
        return None

    target.odd = broken
    with pytest.raises(Blocked):
        driver.create_any() if family == "conga" else driver.create()
    target.odd = failing("GET", 500)
    assert [reason for name, reason in driver.close() if name.startswith(MARK)] != []


def test_trouble_with_one_entry_keeps_no_other_from_its_turn() -> None:
    ledger = Ledger(MARK)
    ledger.note("a", "1")
    ledger.note("b", "2")

    def remove(name: str, _: str) -> str:
        if name == "b":
            raise KeyError(name)
        return "seen"

    assert ledger.clean(remove) == [("b", "KeyError: 'b'"), ("a", "seen")]


@pytest.mark.parametrize("family", CONTACTS)
def test_a_named_contact_is_on_disk_before_it_is_written_to(opened: Opened, family: str, tmp_path: Path) -> None:
    file = tmp_path / f"originals-{MARK}.jsonl"
    named = next(iter(CONTACTS[family][0].values()))
    early: list[str] = []

    def watch(request: httpx.Request) -> None:
        about = str(named) in f"{request.url}{request.content!r}"
        if request.method in ("PUT", "PATCH") and about and not file.exists():
            early.append(request.method)

    driver, _ = opened(family, watch, allow_create=False, contacts=CONTACTS[family])
    [key] = driver.contacts(1)
    driver.close()
    kept = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(each["key"], bool(each["record"])) for each in kept] == [(key, True)]
    assert file.stat().st_mode & 0o777 == 0o600
    assert early == []


def test_what_was_not_put_back_is_told_by_name(opened: Opened) -> None:
    driver, target = opened("bird", allow_create=False, contacts=CONTACTS["bird"])
    [key] = driver.contacts(1)
    driver.update(key, {"attributes": {"jobTitle": "Changed"}})
    target.odd = failing("PATCH", 400)
    [(what, reason)] = driver.close()
    assert what == f"contact {key}"
    assert "jobTitle" in reason.removeprefix("not as before: ")


def test_an_update_that_only_claims_to_put_back_is_found_out(opened: Opened) -> None:
    driver, target = opened("bird", allow_create=False, contacts=CONTACTS["bird"])
    [key] = driver.contacts(1)
    driver.update(key, {"attributes": {"jobTitle": "Changed"}})
    target.odd = failing("PATCH", 200)
    [(what, reason)] = driver.close()
    assert what == f"contact {key}"
    assert "jobTitle" in reason.removeprefix("not as before: ")


@pytest.mark.parametrize(("status", "tried"), [(None, True), (401, False), (403, False), (500, False)])
def test_a_failed_read_leaves_an_id_that_may_be_somebodys_alone(
    opened: Opened, status: int | None, tried: bool
) -> None:
    driver, target = opened("everbridge")
    [key] = driver.contacts(1)
    if status is not None:
        target.odd = failing("GET", status)
    assert bool(list(mistakable(driver, key))) is tried


@pytest.mark.parametrize("status", [401, 500])
def test_a_failed_read_makes_no_external_id_nobodys(opened: Opened, status: int) -> None:
    driver, target = opened("conga")
    assert driver.take_for_nobodys("crm-0999")
    target.odd = failing("GET", status)
    assert not driver.take_for_nobodys("crm-0998")


def test_a_new_record_that_is_shown_with_a_strangers_external_id_is_not_taken_for_the_runs(opened: Opened) -> None:
    stranger = "crm-0002"
    to_the_stranger: list[str] = []

    def lie(request: httpx.Request) -> httpx.Response | None:
        last = request.url.path.rpartition("/")[2]
        if last == stranger and request.method != "GET":
            to_the_stranger.append(request.method)
        if request.method != "GET" or last == stranger:
            return None
        if MARK in last:
            return httpx.Response(404, json={})
        return httpx.Response(200, json={"Success": True, "Data": {"Id": last, "ExternalId": stranger}})

    driver, target = opened("conga")
    before = len(driver.contacts(1))
    target.odd = lie
    with pytest.raises(Blocked):
        driver.contacts(before + 1)
    driver.close()
    assert to_the_stranger == []
