"""No secret of recorded traffic is written down, be it ever so short."""

from __future__ import annotations

from pathlib import Path

import pytest

from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.traffic.har import read_har
from contact_contracts.traffic.secrets import Secrets
from tests.traffic.conversations import write_har

URL = "https://api.example.com/contacts/1/2"


def secrets(tmp_path: Path, url: str = URL, sent: str = "{}", **headers: str) -> Secrets:
    listed = [{"name": name, "value": value} for name, value in headers.items()]
    request = {"method": "PUT", "url": url, "headers": listed, "postData": {"text": sent}}
    call = {"startedDateTime": "2026-01-02T03:04:05Z", "time": 1, "request": request, "response": {"status": 200}}
    return Secrets(read_har(write_har(tmp_path / "t.har", [call])))


def shown(known: Secrets, body: str) -> str:
    request = Request(
        operation="updateContact", method="PUT", url=URL, path_params={}, query=(), headers={}, body=body.encode()
    )
    exchange = known.hidden(Exchange(1, request, Response(200, {}, body.encode(), 1.0)))
    assert exchange.response is not None
    assert exchange.request.body == exchange.response.body
    return exchange.response.body.decode()


@pytest.mark.parametrize("name", ["password", "client_secret", "token", "access_token", "api_key", "apiKey"])
@pytest.mark.parametrize("value", ["x", "k7", r"a\"b", "a long one"])
def test_what_a_member_calls_a_secret_is_hidden_however_short(tmp_path: Path, name: str, value: str) -> None:
    body = f'{{"a": 1, "{name}" : "{value}", "b": "x"}}'
    assert shown(secrets(tmp_path), body) == f'{{"a": 1, "{name}" : "(redacted)", "b": "x"}}'


def test_so_is_a_field_of_a_form(tmp_path: Path) -> None:
    assert shown(secrets(tmp_path), "grant=x&client_secret=ab&y=1") == "grant=x&client_secret=(redacted)&y=1"


def test_a_short_secret_of_a_header_is_hidden_where_it_stands_alone(tmp_path: Path) -> None:
    known = secrets(tmp_path, authorization="AccessKey k7Qz")
    assert known.hide("your key k7Qz, not k7Qzar") == "your key (redacted), not k7Qzar"


def test_words_in_place_of_a_secret_and_short_cookies_are_none(tmp_path: Path) -> None:
    known = secrets(tmp_path, authorization="Bearer null", cookie="theme=dark")
    assert known.hide("null and dark") == "null and dark"


def test_members_that_only_sound_like_secrets_stay(tmp_path: Path) -> None:
    body = '{"token_type": "Bearer", "passwordHint": "cat", "tokens": "3"}'
    assert shown(secrets(tmp_path), body) == body


def test_a_secret_of_broken_text_is_hidden_too(tmp_path: Path) -> None:
    known = secrets(tmp_path, Authorization="Bearer \ud800-hidden")
    assert known.hide("it is \ud800-hidden") == "it is (redacted)"
    assert known.hide("?q=%ED%A0%80-hidden") == "?q=(redacted)"
