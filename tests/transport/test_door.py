"""What goes out, what comes back, what is permitted, and that secrets stay inside."""

from __future__ import annotations

import gzip
import pickle
from typing import Any, get_args

import httpx
import pytest

from contact_contracts.exchange import ALMOST_RIGHT, Credential, Request
from contact_contracts.transport import Call, Door, NotAllowed
from tests.transport.imagined import (
    BATCH,
    CONTRACT,
    CREATE,
    DELETE,
    READ,
    SECRET,
    WRITE,
    answering,
    door,
    statuses,
    target,
)


class Wire:
    """A server that keeps what reached it."""

    def __init__(self, answer: httpx.Response | None = None) -> None:
        self.requests: list[httpx.Request] = []
        self.answer = answer

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer or httpx.Response(200, json={})


def sent(call: Call, **settings: Any) -> httpx.Request:
    """The request that reaches the server for a call."""
    wire = Wire()
    with door(wire, **settings) as opened:
        opened.send(opened.request(call))
    return wire.requests[0]


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ("a/b c", b"a%2Fb%20c"),
        ("100%", b"100%25"),
        ("%41", b"%2541"),
        ("é漢", b"%C3%A9%E6%BC%A2"),
        ("?#&+", b"%3F%23%26%2B"),
        ("{organizationId}", b"%7BorganizationId%7D"),
        (" x ", b"%20x%20"),
        (90071992547409931, b"90071992547409931"),
    ],
)
def test_a_path_value_is_one_encoded_segment(value: str | int, raw: bytes) -> None:
    request = sent(Call("getContact", {"organizationId": 12, "contactId": value}))
    assert request.url.raw_path == b"/rest/contacts/12/" + raw


def test_a_query_keeps_its_order_repetitions_and_letters() -> None:
    call = Call(
        "listContacts", {"organizationId": 12}, (("externalIds", "a b&+é"), ("externalIds", ""), ("x", "1"))
    )
    assert sent(call).url.query == b"externalIds=a%20b%26%2B%C3%A9&externalIds=&x=1"


def test_a_body_is_compact_utf8_json_of_the_type_it_claims() -> None:
    request = sent(Call("updateContact", WRITE.path_params, body={"a": "é😀", "id": 2**60 + 1}))
    assert request.content == '{"a":"é😀","id":1152921504606846977}'.encode()
    assert request.headers["content-type"] == "application/json"
    patch = sent(
        Call("updateContactPartially", WRITE.path_params, body=[], media_type="application/json-patch+json")
    )
    assert patch.headers["content-type"] == "application/json-patch+json"


def test_bytes_go_as_they_are_and_no_body_is_not_null() -> None:
    assert sent(Call("updateContact", WRITE.path_params, body=b"{")).content == b"{"
    assert sent(Call("updateContact", WRITE.path_params, body=None)).content == b"null"
    assert "content-type" not in sent(READ).headers


def test_credentials_go_out_by_role() -> None:
    found = {
        role: sent(Call("getContact", READ.path_params, credential=role)).headers.get("authorization")
        for role in ("default", "none", "wrong", "foreign")
    }
    assert found["default"] == f"Bearer {SECRET}"
    assert found["none"] is None
    assert found["wrong"] not in (None, found["default"])
    assert (found["foreign"] or "").startswith("Basic ")


def test_credentials_that_are_almost_right_are_made_from_the_right_ones() -> None:
    found = {
        role: sent(Call("getContact", READ.path_params, credential=role)).headers["authorization"]
        for role in get_args(Credential)
        if role in ALMOST_RIGHT
    }
    assert found == {
        "empty": "Bearer",
        "misplaced": f"Basic {SECRET}",
        "cut": f"Bearer {SECRET[:-1]}",
        "longer": f"Bearer {SECRET}x",
        "altered": f"Bearer {SECRET[:-1]}~",
        "recased": f"Bearer {SECRET.swapcase()}",
    }


def test_what_comes_near_a_secret_is_hidden_too() -> None:
    echo = httpx.Response(401, text=f"{SECRET[:-1]} is unknown, {SECRET.swapcase()} too")
    with door(answering(echo)) as opened:
        response = opened.send(opened.request(READ)).response
    assert response is not None
    assert response.body == b"(redacted) is unknown, (redacted) too"


def test_neither_proxies_nor_netrc_of_the_environment_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine eb.example login someone password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert "authorization" not in sent(Call("getContact", READ.path_params, credential="none")).headers
    assert target().trust_env is False


@pytest.mark.parametrize(
    ("call", "settings", "text"),
    [
        (WRITE, {"allow_writes": False}, "allow_writes"),
        (BATCH, {"allow_writes": False}, "allow_writes"),
        (CREATE, {"allow_create": False}, "allow_create"),
        (DELETE, {"allow_delete": False}, "allow_delete"),
        (READ, {"lacks": ("getContact",)}, "getContact is lacking"),
        (Call("getContact", READ.path_params, method="POST"), {"allow_writes": False}, "allow_writes"),
    ],
)
def test_what_the_target_file_does_not_permit_is_never_sent(call: Call, settings: Any, text: str) -> None:
    wire = Wire()
    with door(wire, **settings) as opened, pytest.raises(NotAllowed, match=text):
        opened.send(opened.request(call))
    assert wire.requests == []


def test_reading_needs_no_permission() -> None:
    sent(READ, allow_writes=False, allow_create=False, allow_delete=False)


def test_a_door_never_shows_its_secret() -> None:
    opened = door(answering(*statuses(200)))
    exchange = opened.send(opened.request(WRITE))
    shown = repr(opened) + repr(exchange) + repr(opened.target) + str(opened.target.description())
    assert SECRET not in shown
    assert SECRET.encode() not in pickle.dumps(exchange)
    opened.close()


def test_what_a_target_echoes_of_its_secrets_is_redacted() -> None:
    echo = httpx.Response(
        200,
        headers={
            "set-cookie": "session=abc; Path=/",
            "x-debug": f"auth Bearer {SECRET}",
            "www-authenticate": "Basic x",
        },
        json={"you sent": f"Bearer {SECRET}", "é": "ü"},
    )
    with door(Wire(echo)) as opened:
        exchange = opened.send(opened.request(READ))
    written = repr(exchange).encode() + pickle.dumps(exchange)
    assert SECRET.encode() not in written
    assert b"session=abc" not in written
    assert exchange.response is not None
    assert exchange.response.headers["set-cookie"] == "(redacted)"
    assert exchange.response.json == {"you sent": "Bearer (redacted)", "é": "ü"}


def test_an_echoed_password_is_redacted_too() -> None:
    auth = {"scheme": "basic", "username_env": "USER", "password_env": "TOKEN"}
    with door(Wire(httpx.Response(401, json={"not known": SECRET})), auth=auth) as opened:
        exchange = opened.send(opened.request(READ))
    assert SECRET not in repr(exchange)


def test_what_a_broken_connection_says_of_the_secret_is_redacted() -> None:
    with door(answering(httpx.LocalProtocolError(f"Illegal header value b'Bearer {SECRET}'"))) as opened:
        exchange = opened.send(opened.request(READ))
    assert "Illegal header value" in exchange.trouble
    assert SECRET not in exchange.trouble


def test_a_restricted_callers_token_is_redacted_too() -> None:
    from contact_contracts.contract import load_contract  # noqa: PLC0415 - only here another family is needed
    from contact_contracts.target.families import CongaTarget  # noqa: PLC0415 - likewise

    table = {
        "base_url": "https://conga.example",
        "auth": {"scheme": "bearer", "token_env": "ONE"},
        "restricted_auth": {"scheme": "bearer", "token_env": "TWO"},
    }
    environment = {"ONE": "first-secret-of-all", "TWO": "second-secret-of-all"}
    conga = CongaTarget.model_validate(table, context={"environment": environment})
    wire = Wire(httpx.Response(403, json={"seen": "second-secret-of-all first-secret-of-all"}))
    with Door(conga, load_contract("conga"), transport=httpx.MockTransport(wire)) as opened:
        exchange = opened._once(
            opened.request(Call(next(iter(opened.contract.operations)), credential="restricted"))
        )
    assert "secret-of-all" not in repr(exchange)


def test_an_answer_keeps_status_lower_case_headers_and_body() -> None:
    answer = httpx.Response(
        418, headers={"Content-Type": "Text/Plain; charset=x", "X-Y": "1"}, content=b"\xff\x00"
    )
    with door(Wire(answer)) as opened:
        response = opened.send(opened.request(READ)).response
    assert response is not None
    assert (response.status, response.content_type, response.headers["x-y"]) == (418, "text/plain", "1")
    assert response.body == b"\xff\x00"


def test_gzip_and_chunked_answers_are_read() -> None:
    def zipped(request: httpx.Request) -> httpx.Response:
        parts = [gzip.compress(b'{"message":"OK"}')[i : i + 5] for i in range(0, 60, 5)]
        return httpx.Response(
            200, headers={"content-encoding": "gzip", "transfer-encoding": "chunked"}, content=parts
        )

    with door(zipped) as opened:
        response = opened.send(opened.request(READ)).response
    assert response is not None
    assert response.json == {"message": "OK"}


def test_redirections_are_answers_and_not_followed() -> None:
    wire = Wire(httpx.Response(302, headers={"location": "https://elsewhere.example/"}))
    with door(wire) as opened:
        response = opened.send(opened.request(READ)).response
    assert response is not None
    assert (response.status, len(wire.requests)) == (302, 1)


def trouble(*answers: httpx.Response | Exception, call: Call = READ) -> tuple[str, int, bool]:
    """What is wrong, after how many requests, and whether there was an answer after all."""
    with door(answering(*answers)) as opened:
        exchange = opened.send(opened.request(call))
        return exchange.trouble, opened.requests, exchange.response is not None


BROKEN = httpx.RemoteProtocolError("illegal status line")


def test_a_message_that_breaks_once_is_sent_again() -> None:
    assert trouble(BROKEN, *statuses(200)) == ("", 2, True)


def test_a_message_that_breaks_twice_is_trouble() -> None:
    said, requests, answered = trouble(BROKEN)
    assert (said.startswith("broken message: RemoteProtocolError"), requests, answered) == (True, 2, False)


def test_a_creation_is_never_sent_twice() -> None:
    assert trouble(BROKEN, *statuses(200), call=CREATE)[1:] == (1, False)


def test_after_a_message_that_broke_each_call_has_a_connection_of_its_own() -> None:
    answers, kept = answering(BROKEN, *statuses(200)), []

    def answer(request: httpx.Request) -> httpx.Response:
        kept.append(request.headers.get("connection"))
        return answers(request)

    with door(answer) as opened:
        for call in (READ, CREATE):
            assert opened.send(opened.request(call)).trouble == ""
    assert kept == [None, "close", "close"]


def test_a_search_is_sent_again_although_it_is_posted() -> None:
    search = Request("searchContacts", "POST", "https://eb.example/rest/search", body=b"{}")
    with door(answering(BROKEN, *statuses(200))) as opened:
        exchange = opened.send(search)
    assert (exchange.response is not None, opened.requests) == (True, 2)


def test_refused_and_hanging_connections_are_told_apart() -> None:
    assert trouble(httpx.ConnectError("no route"))[:2] == (
        "connection to https://eb.example/rest refused or failed: no route",
        1,
    )
    assert trouble(httpx.ConnectTimeout("slow"))[:2] == ("connection not made within 5 s", 1)
    assert trouble(httpx.ReadTimeout("slow"))[:2] == ("no answer within 30 s", 1)


def test_an_answer_that_cannot_be_unpacked_is_a_broken_message() -> None:
    bad = Wire()

    def handle(request: httpx.Request) -> httpx.Response:
        bad(request)
        return httpx.Response(200, headers={"content-encoding": "gzip"}, content=[b"not gzip"])

    with door(handle) as opened:
        assert opened.send(opened.request(READ)).trouble == "broken message: DecodingError"


def test_every_operation_of_the_contract_becomes_a_request() -> None:
    with door(Wire()) as opened:
        for operation in CONTRACT.operations.values():
            params = {name: 1 for name in ("organizationId", "contactId") if f"{{{name}}}" in operation.path}
            assert "{" not in opened.request(Call(operation.id, params)).url
