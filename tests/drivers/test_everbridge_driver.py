"""Finding out what exists, contacts to work on, and leaving a target as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.everbridge.discovery import PAGE_LIMIT, discover
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.exchange import Exchange, Request
from contact_contracts.transport import Blocked
from tests.drivers.lagging import ANN, Body, Imagined, driver, session
from tests.transport.imagined import target

ADOPT: Body = {"allow_create": False, "contacts": ({"id": int(ANN), "external_id": "ann"},)}
LOOKING_ALIKE = {"id": int(ANN), "externalId": "ann", "firstName": "Ann", "lastName": "Lee", "recordTypeId": 101}


def listing(pages: list[list[Any]], *, total: Any = None) -> Imagined:
    """A server with several pages of record types."""

    def odd(request: httpx.Request) -> httpx.Response | None:
        if "recordTypes" not in request.url.path:
            return None
        number = int(request.url.params.get("pageNumber", "1"))
        page = {"data": pages[min(number, len(pages)) - 1], "totalPageCount": total or len(pages)}
        return httpx.Response(200, json={"message": "OK", "page": page})

    return Imagined(odd=odd)


def found(server: Imagined, **settings: Any) -> dict[int, str]:
    """The record types that discovery finds."""
    return dict(discover(session(server), target(**settings)).facts.record_types)


def test_every_page_of_a_listing_is_read() -> None:
    pages: list[list[Any]] = [
        [{"id": 1, "name": "one"}],
        [{"id": "2", "name": "two"}],
        [{"id": 3, "name": "three"}, "odd", {"id": None}],
    ]
    assert found(listing(pages)) == {1: "one", 2: "two", 3: "three"}


def test_a_listing_that_never_ends_is_not_read_for_ever() -> None:
    server = listing([[{"id": 1, "name": "one"}]], total=10**6)
    assert found(server) == {1: "one"}
    assert len([call for call in server.calls if "recordTypes" in call]) <= PAGE_LIMIT


def test_what_the_target_file_tells_is_not_asked_for() -> None:
    server = listing([[{"id": 1, "name": "one"}]])
    assert found(server, facts={"record_types": ({"id": 7, "name": "told"},)}) == {7: "told"}
    assert not [call for call in server.calls if "recordTypes" in call]


def test_a_listing_that_the_target_lacks_is_not_asked_for() -> None:
    server = Imagined()
    assert found(server, lacks=("listRecordTypes",)) == {}
    assert not [call for call in server.calls if "recordTypes" in call]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (httpx.Response(200, html="<html>"), "text/html instead of JSON: check base_url"),
        (httpx.Response(404, html="<html>"), "text/html instead of JSON: check base_url"),
        (httpx.Response(401, json={}), "HTTP 401: check the credentials"),
        (httpx.Response(403, json={}), "HTTP 403: check the credentials"),
        (httpx.Response(500, json={}), "HTTP 500 to a plain first call"),
    ],
)
def test_what_is_no_api_is_blocked_with_a_remedy(answer: httpx.Response, text: str) -> None:
    with pytest.raises(Blocked, match=text):
        discover(session(Imagined(odd=lambda _: answer)), target())


@pytest.mark.parametrize("answer", [httpx.Response(404, html="<html>"), httpx.Response(403, json={})])
def test_a_listing_that_is_not_needed_may_be_missing_in_any_form(answer: httpx.Response) -> None:
    server = listing([[{"id": 1, "name": "one"}]])
    others = Imagined(odd=lambda request: server.odd(request) if "recordTypes" in request.url.path else answer)
    assert found(others) == {1: "one"}


def test_without_any_record_type_nothing_can_be_written() -> None:
    with pytest.raises(Blocked, match="list one under"):
        driver(listing([[]]), Ledger("cc-1"))


def test_contacts_that_a_run_makes_are_removed_and_it_is_seen_that_they_are_gone() -> None:
    server = Imagined()
    made = driver(server, Ledger("cc-1"))
    made.contacts(3)
    assert len(server.contacts) == 4
    assert made.close() == []
    assert list(server.contacts) == [ANN]


def test_a_contact_is_written_down_before_it_is_made(tmp_path: Path) -> None:
    ledger = Ledger("cc-1", tmp_path / "made.jsonl")
    seen: list[bool] = []

    def odd(request: httpx.Request) -> None:
        if request.method == "POST":
            seen.append(b'"cc-1-' in request.content and "cc-1-" in (tmp_path / "made.jsonl").read_text())

    driver(Imagined(odd=odd), ledger).contacts(2)
    assert seen == [True, True]


def test_a_contact_that_outlives_its_deletion_is_left_over_by_name() -> None:
    made = driver(Imagined(immortal=True), Ledger("cc-1"))
    made.contacts(1)
    left = made.close()
    assert [(name[:5], reason) for name, reason in left] == [("cc-1-", "it can still be read after its deletion")]


def test_where_nothing_may_be_deleted_what_was_made_is_left_over_by_name() -> None:
    made = driver(Imagined(), Ledger("cc-1"), allow_delete=False)
    made.contacts(1)
    assert [reason for _, reason in made.close()] == ["the target file does not allow to delete it"]


def test_without_permission_to_make_contacts_those_of_the_target_file_are_used() -> None:
    made = driver(Imagined(), Ledger("cc-1"), **ADOPT)
    assert made.contacts(1) == [ANN]
    with pytest.raises(Missing, match="allow_create"):
        made.contacts(2)


def test_a_contact_of_the_target_file_is_given_back_as_it_was() -> None:
    """Also its external id, the groups that it was not in, and the path without quiet times."""
    phone = {"pathId": 401, "value": "2025550142"}
    before = {**LOOKING_ALIKE, "paths": [phone], "groups": [201], "suffix": "Jr."}
    server = Imagined(contacts={ANN: before})
    made = driver(server, Ledger("cc-1"), **ADOPT)
    frame = {"days": [1], "fromHour": 1, "fromMin": 0, "toHour": 2, "toMin": 0}
    body = made.base(ANN, externalId="else", groups=[202, 203], timezoneId="Europe/London")
    made.update(ANN, {**body, "paths": [{**phone, "quietTimeFrames": [frame]}]}, by="")
    assert made.close() == []
    after = {name: value for name, value in server.contacts[ANN].items() if value}
    assert {**after, "paths": [{n: v for n, v in path.items() if v} for path in after["paths"]]} == before


def test_a_contact_of_the_target_file_is_on_disk_before_anything_is_written_to_it(tmp_path: Path) -> None:
    originals = tmp_path / "originals-cc-1.jsonl"
    there: list[bool] = []

    def watched(request: httpx.Request) -> None:
        if request.method == "PUT" and request.url.path.endswith(ANN):
            there.append(originals.exists())

    server = Imagined(contacts={ANN: LOOKING_ALIKE}, odd=watched)
    made = driver(server, Ledger("cc-1", tmp_path / "made-cc-1.jsonl"), **ADOPT)
    made.update(ANN, made.base(ANN), by="")
    assert there
    assert all(there)
    assert json.loads(originals.read_text(encoding="utf-8"))["record"]["externalId"] == LOOKING_ALIKE["externalId"]


def test_contacts_that_swapped_their_external_ids_are_given_back_too() -> None:
    bob = "5002"
    contacts = {ANN: LOOKING_ALIKE, bob: {**LOOKING_ALIKE, "id": int(bob), "externalId": "bob"}}

    def unique(request: httpx.Request) -> httpx.Response | None:
        key = request.url.path.rpartition("/")[2]
        others = [body["externalId"] for other, body in server.contacts.items() if other != key]
        taken = request.method == "PUT" and any(
            f'"externalId":"{name}"'.encode() in request.content for name in others
        )
        return httpx.Response(409, json={"status": 409, "message": "taken"}) if taken else None

    server = Imagined(contacts=contacts, odd=unique)
    named = ({"id": int(ANN)}, {"id": int(bob)})
    made = driver(server, Ledger("cc-1"), allow_create=False, contacts=named)
    made.contacts(2)
    for key, name in ((ANN, "interim"), (bob, "ann"), (ANN, "bob")):
        made.update(key, made.base(key, externalId=name), by="")
    assert made.close() == []
    assert [server.contacts[key]["externalId"] for key in (ANN, bob)] == ["ann", "bob"]


def test_a_contact_that_cannot_be_given_back_is_left_over_with_what_is_different() -> None:
    server = Imagined(contacts={ANN: {**LOOKING_ALIKE, "groups": [201]}})
    made = driver(server, Ledger("cc-1"), lacks=("removeContactsFromGroup",), **ADOPT)
    made.update(ANN, made.base(ANN, groups=[202]), by="")
    assert made.close() == [(f"contact {ANN}", "it reads otherwise than before: group[202]")]


def test_when_the_target_is_gone_what_was_changed_is_left_over(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Imagined(contacts={ANN: LOOKING_ALIKE})
    made = driver(server, Ledger("cc-1"), **ADOPT)

    def hang(_: Request) -> Exchange:
        raise Blocked("the target hangs")

    monkeypatch.setattr(made.session, "_exchange", hang)
    assert made.close() == [(f"contact {ANN}", "the target hangs")]
