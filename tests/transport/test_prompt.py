"""Answers that arrive in parts are acknowledged at once, on the connection that is in use."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest

from contact_contracts.contract import load_contract
from contact_contracts.target.families import SfmcTarget
from contact_contracts.transport import Call, Door
from contact_contracts.transport.prompt import AT_ONCE, Prompt

OPENED = "connection.connect_tcp.complete"
SECURED = "connection.start_tls.complete"
AWAITED = "http11.receive_response_headers.started"


class Stream:
    """A connection that counts how often it was hurried; a closed one cannot be."""

    def __init__(self, *, closed: bool = False) -> None:
        self.hurried: list[tuple[int, int | None, int]] = []
        self.closed = closed

    def get_extra_info(self, info: str) -> Any:
        return self if info == "socket" else None

    def setsockopt(self, level: int, option: int, value: int) -> None:
        if self.closed:
            raise OSError(9, "Bad file descriptor")
        self.hurried.append((level, option, value))


def test_the_connection_is_hurried_each_time_that_an_answer_is_awaited() -> None:
    stream, prompt = Stream(), Prompt()
    prompt(OPENED, {"return_value": stream})
    prompt("http11.send_request_headers.started", {})
    assert stream.hurried == []
    prompt(AWAITED, {})
    prompt(AWAITED, {})
    assert stream.hurried == [(socket.IPPROTO_TCP, AT_ONCE, 1)] * 2


@pytest.mark.parametrize("event", [OPENED, SECURED])
def test_only_the_connection_that_was_opened_last_is_hurried(event: str) -> None:
    first, second, prompt = Stream(), Stream(), Prompt()
    prompt(OPENED, {"return_value": first})
    prompt(event, {"return_value": second})
    prompt(AWAITED, {})
    assert (len(first.hurried), len(second.hurried)) == (0, 1)


def test_a_connection_that_was_closed_meanwhile_is_left_alone() -> None:
    prompt = Prompt()
    prompt(AWAITED, {})
    prompt(OPENED, {"return_value": Stream(closed=True)})
    prompt(AWAITED, {})


def test_every_request_of_a_door_is_followed_by_one_prompt_that_for_a_token_too() -> None:
    followed: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        followed.append(request.extensions["trace"])
        return httpx.Response(200, json={"access_token": "token-of-the-target"})

    client = {"scheme": "client-credentials", "client_id_env": "ID", "client_secret_env": "KEY"}
    table = {"base_url": "https://api.test", "auth": {**client, "auth_base_url": "https://auth.test"}}
    target = SfmcTarget.model_validate(table, context={"environment": {"ID": "caller", "KEY": "words"}})
    with Door(target, load_contract("sfmc"), transport=httpx.MockTransport(answer)) as opened:
        opened.send(opened.request(Call("searchAttributes", body={})))
    token, search = followed
    assert isinstance(token, Prompt)
    assert token is search
