"""Requests that no well-behaved client sends: each gets an error of the family's shape and changes nothing."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import pytest

from contact_contracts.reference.endpoint import MAX_BODY

from .conftest import ORGANIZATION, Everbridge, contact

JSON = {"content-type": "application/json"}


def send_raw(client: httpx.Client, body: bytes, headers: dict[str, str] | None = None) -> httpx.Response:
    path = f"/contacts/{ORGANIZATION}/001?idType=externalId"
    return client.put(path, content=body, headers=JSON if headers is None else headers)


def says(answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["status"] == status
    assert answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nonsense",
        b"\xff\xfe",
        b'{"firstName": "\xe9"}',
        b'{"accountId": NaN}',
        b'{"accountId": 1e999}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"topics": [' + b"9" * 5_000 + b"]}",
        b'{"firstName": "\\ud800"}',
        b'{"\\uDFFF": 1}',
        b"null",
        b"5",
        b"[]",
        b'"text"',
        b"{} {}",
    ],
)
def test_a_body_that_is_no_contact_is_refused(client: httpx.Client, everbridge: Everbridge, body: bytes) -> None:
    before = everbridge.read("001", idType="externalId")
    says(send_raw(client, body), 400)
    assert everbridge.read("001", idType="externalId") == before


def test_a_huge_body_is_refused(client: httpx.Client) -> None:
    says(send_raw(client, b'"' + b"x" * 10_000_000 + b'"'), 413)


def test_the_largest_body_is_read(client: httpx.Client) -> None:
    body = json.dumps(contact(externalId="001", businessName="x")).encode()
    assert send_raw(client, body + b" " * (MAX_BODY - len(body))).status_code == 200


@pytest.mark.parametrize("sent", ["text/plain", "application/json-patch+json", "multipart/form-data; boundary=x"])
def test_another_content_type_is_refused(client: httpx.Client, sent: str) -> None:
    says(send_raw(client, json.dumps(contact()).encode(), {"content-type": sent}), 415)


@pytest.mark.parametrize("sent", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_is_recognised_however_it_is_written(client: httpx.Client, sent: str) -> None:
    assert (
        send_raw(client, json.dumps(contact(externalId="001")).encode(), {"content-type": sent}).status_code == 200
    )


@pytest.mark.parametrize("path", ["/nothing", "/contacts", "/contacts/1/2/3", "/contacts/%00/%ff/x", "/docs/x"])
def test_an_unknown_path_is_not_found(client: httpx.Client, path: str) -> None:
    says(client.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", f"/contacts/{ORGANIZATION}/1", "GET, PUT, PATCH, DELETE"),
        ("PUT", f"/groups/{ORGANIZATION}", "GET"),
        ("PATCH", f"/contacts/{ORGANIZATION}/batch", "PUT"),
        ("GET", f"/contacts/{ORGANIZATION}/batch", "PUT"),
        ("OPTIONS", f"/contacts/{ORGANIZATION}", "GET, POST"),
        ("BREW", f"/contacts/{ORGANIZATION}", "GET, POST"),
    ],
)
def test_a_wrong_method_is_refused_and_the_right_ones_named(
    client: httpx.Client, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, path)
    says(answer, 405)
    assert answer.headers["allow"] == allowed


@pytest.mark.parametrize(
    "contact_id", ["4", "x", "%00", "%FF", "..%2F..", "1e3", "²", "'%20OR%201=1--", "0" * 3000]
)
@pytest.mark.parametrize("id_type", ["id", "externalId"])
def test_an_unknown_contact_is_not_found(everbridge: Everbridge, contact_id: str, id_type: str) -> None:
    for method in ("GET", "DELETE"):
        says(everbridge.contact_call(method, contact_id, {"idType": id_type}), 404)
    says(everbridge.put(contact_id, contact(), idType=id_type), 404)
    says(everbridge.patch(contact_id), 404)


@pytest.mark.parametrize("organization", ["1", "x", "", str(10**30), f"{ORGANIZATION}0"])
def test_an_unknown_organization_is_unauthorized(client: httpx.Client, organization: str) -> None:
    says(client.put(f"/contacts/{organization}/1", json=contact()), 401)
    says(client.put(f"/contacts/{organization}/batch", json=[]), 401)


@pytest.mark.parametrize(
    "query",
    ["idType=name", "idType=", "pageNumber=0", "pageSize=-1", "pageNumber=x", "contactIds=abc", "pageSize=1.5"],
)
def test_a_parameter_that_the_contract_excludes_is_refused(client: httpx.Client, query: str) -> None:
    path = f"/contacts/{ORGANIZATION}" + ("/1" if "idType" in query else "")
    says(client.get(f"{path}?{query}"), 400)


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "presented",
    [
        None,
        "",
        "Bearer",
        "Bearer wrong",
        "Bearer démo",
        "demo-token",
        "Basic",
        "Basic !!!",
        basic("demo:wrong"),
        basic("demo"),
        basic("demo:demo:demo"),
        "AccessKey demo-token",
    ],
)
def test_without_good_credentials_nothing_happens(
    client: httpx.Client, everbridge: Everbridge, presented: str | None
) -> None:
    before = everbridge.read("001", idType="externalId")
    del client.headers["authorization"]
    headers = [] if presented is None else [(b"authorization", presented.encode())]
    path = f"/contacts/{ORGANIZATION}/{before['id']}"
    says(client.put(path, json=contact(externalId="001"), headers=headers), 401)
    client.headers["authorization"] = "Bearer demo-token"
    assert everbridge.read("001", idType="externalId") == before


@pytest.mark.parametrize("presented", [basic("demo:demo"), "bearer demo-token", "Bearer demo-token"])
def test_good_credentials_are_taken_either_way(client: httpx.Client, presented: str) -> None:
    answer = client.get(f"/groups/{ORGANIZATION}", headers={"authorization": presented})
    assert answer.status_code == 200


def test_texts_of_any_kind_survive(everbridge: Everbridge) -> None:
    odd: dict[str, Any] = {"firstName": "\x00\u2028\u202e", "externalId": "\x00'\";--", "lastName": "🙂" * 100}
    someone = everbridge.create(**odd)
    assert odd.items() <= everbridge.read(someone).items()
    assert everbridge.read("%00'%22%3B--", idType="externalId")["id"] == someone


def test_a_trailing_slash_is_tolerated(client: httpx.Client) -> None:
    assert client.get(f"/contacts/{ORGANIZATION}/").status_code == 200
