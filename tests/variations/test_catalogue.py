"""Permitted variations: each can be served, and does answer otherwise than the reference server."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from contact_contracts.contract import FAMILIES
from contact_contracts.target.targets import FAMILY_MODELS
from contact_contracts.variations import UnknownVariation, all_variations, load_variation

ORGANIZATION = 892807736729062
AMARA = f"/contacts/{ORGANIZATION}/001?idType=externalId"
BIRD = "/workspaces/a1b2c3d4-0000-4000-8000-000000000001/contacts/c0000000-0000-4000-8000-000000000001"
CONGA = "/api/data/v1/Contact/by-externalId/crm-0002"
READS = {"everbridge": AMARA, "bird": BIRD, "conga": CONGA}
HEADERS = {
    "everbridge": {"authorization": "Bearer demo-token"},
    "bird": {"authorization": "AccessKey demo-token"},
    "conga": {"authorization": "Bearer demo-token"},
    "sfmc": {"authorization": "Bearer demo-token"},
}
SEARCH = {
    "request": {"attributes": [{"key": "Contact.Contact Key"}, {"key": "Contact.Contact ID"}]},
    "conditionSet": {
        "operator": "And",
        "conditionSets": [],
        "conditions": [
            {"attribute": {"key": "Contact.Contact Key"}, "operator": "Equals", "value": {"items": ["CRM 0042/b"]}}
        ],
    },
}
EVERY = [(family, found.name) for family in FAMILIES for found in all_variations(family)]


def client_of(family: str, name: str) -> TestClient:
    found = load_variation(family, name)
    return TestClient(found.app(), base_url=f"http://test{found.prefix}", headers=HEADERS[family])


def read(family: str, name: str) -> Any:
    client = client_of(family, name)
    if family == "sfmc":
        return client.post("/contacts/v1/attributes/search", json=SEARCH)
    return client.get(READS[family])


@pytest.mark.parametrize(("family", "name"), EVERY)
def test_each_variation_answers_a_read_or_says_that_it_has_none(family: str, name: str) -> None:
    answer = read(family, name)
    lacks = load_variation(family, name).target.get("lacks", [])
    reading = {"everbridge": "getContact", "bird": "getContact", "conga": "getContactByExternalId"}
    lacking = 501 if reading.get(family, "searchAttributes") in lacks else 200
    assert answer.status_code == (403 if name == "no-right-to-read" else lacking)


@pytest.mark.parametrize(("family", "name"), EVERY)
def test_the_target_file_has_every_key_that_a_variation_names(family: str, name: str) -> None:
    assert {*load_variation(family, name).target} <= {*FAMILY_MODELS[family].model_fields}


def test_nothing_may_be_null_or_empty() -> None:
    contact = f"/contacts/{ORGANIZATION}/003?idType=externalId"
    shown = [
        client_of("everbridge", name).get(contact).json()["result"]
        for name in ("null-for-nothing", "empty-for-nothing")
    ]
    assert [one["suffix"] for one in shown] == [None, ""]
    assert [one["paths"] for one in shown] == [None, []]


def test_arrays_turn_round_but_for_paths() -> None:
    plain, turned = (
        read("everbridge", name).json()["result"] for name in ("members-reordered", "arrays-reordered")
    )
    assert turned["groups"] == plain["groups"][::-1]
    assert [path["pathId"] for path in turned["paths"]] == [path["pathId"] for path in plain["paths"]]


def test_attributes_that_hold_data_get_no_extra_members() -> None:
    shown = read("bird", "extra-members").json()
    assert "traceNumber" in shown
    assert "traceNumber" not in shown["attributes"]


def test_compression_and_chunks_change_no_body() -> None:
    assert read("conga", "gzip").headers["content-encoding"] == "gzip"
    assert "content-length" not in read("conga", "chunked").headers
    bodies = [read("conga", name).json() for name in ("gzip", "chunked", "charset")]
    assert bodies[0] == bodies[1] == bodies[2]


def test_a_limited_server_says_when_to_come_back() -> None:
    client = client_of("bird", "rate-limited")
    answers = [client.get(BIRD) for _ in range(23)]
    assert [answer.status_code for answer in answers] == [200] * 22 + [429]
    assert answers[-1].headers["retry-after"] == "0"


def test_an_unknown_variation_is_told_with_its_neighbours() -> None:
    with pytest.raises(UnknownVariation, match="null-for-nothing"):
        load_variation("bird", "null-for-nothin")
