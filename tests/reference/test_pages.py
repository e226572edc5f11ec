"""The pages beside the operations."""

from __future__ import annotations

import json
import re

import httpx

from contact_contracts.contract import load_contract
from contact_contracts.reference import create_app
from contact_contracts.reference.pages import docs_page, pages_of

from .conftest import ORGANIZATION, caller


def test_the_index_names_the_family_and_its_contract(client: httpx.Client) -> None:
    (family,) = client.get("/").json()["families"]
    assert family["family"] == "everbridge"
    assert family["contract"] == load_contract("everbridge").digest


def test_the_document_is_served_as_it_is(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json() == load_contract("everbridge").document


def test_the_docs_page_needs_nothing_from_elsewhere(client: httpx.Client) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    outside = re.sub(r'<script type="application/json".*?</script>', "", page.text, flags=re.DOTALL)
    assert not re.findall(r"(?:src|href)\s*=|https?://|@import|url\(", outside)


def test_the_docs_page_holds_every_operation() -> None:
    contract = load_contract("everbridge")
    embedded = re.search(r'id="documents">(.*?)</script>', docs_page([contract]), flags=re.DOTALL)
    assert embedded is not None
    (shown,) = json.loads(embedded[1])
    assert shown == {"family": "everbridge", "base": "", "document": contract.document}


def test_several_families_are_served_side_by_side() -> None:
    with caller(create_app(["everbridge", "bird"])) as client:
        assert [one["path"] for one in client.get("/").json()["families"]] == ["everbridge", "bird"]
        assert client.get(f"/everbridge/groups/{ORGANIZATION}").json()["message"] == "OK"
        assert "code" in client.get("/bird/nothing").json()
        for answer, status in ((client.get("/nothing"), 404), (client.post("/docs"), 405)):
            assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_several_families_have_an_index_together_and_pages_apart() -> None:
    contract = load_contract("everbridge")
    assert [route.path for route in pages_of([contract], "/everbridge")] == [
        "/everbridge/",
        "/everbridge/docs",
        "/everbridge/openapi.json",
    ]
    assert [route.path for route in pages_of([contract, contract])] == ["/", "/docs"]
