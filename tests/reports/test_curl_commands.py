"""Curl commands: what a shell makes of them is what was sent."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from contact_contracts.exchange import Credential, Exchange, Request
from contact_contracts.record.evidence import BODY_LIMIT, body_entry, body_of
from contact_contracts.reports import curl_for

URL = "http://127.0.0.1:1/a?b=c"
SHELL = shutil.which("bash") or "/bin/sh"


def call(*, credential: Credential = "default", **members: Any) -> Exchange:
    headers = {"authorization": "(redacted)"} if credential != "none" else {}
    defaults: dict[str, Any] = {"operation": "o", "method": "PUT", "url": URL, "headers": headers}
    return Exchange(1, Request(**{**defaults, **members}, credential=credential), None)


@pytest.fixture
def sent(tmp_path: Path) -> Any:
    """Run a command in a shell where curl is a program that tells its arguments and standard input."""
    fake = tmp_path / "curl"
    fake.write_text(
        "#!/usr/bin/env python3\nimport json, sys\n"
        "piped = '@-' in sys.argv and sys.stdin.buffer.read().hex()\n"
        "print(json.dumps([sys.argv[1:], piped]))\n"
    )
    fake.chmod(0o755)

    def run(command: str, **variables: str) -> Any:
        environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", **variables}
        environment["PATH"] = f"{tmp_path}:{Path(shutil.which('python3') or '').parent}:/usr/bin:/bin"
        done = subprocess.run([SHELL, "-c", command], env=environment, capture_output=True, check=True, text=True)
        return json.loads(done.stdout)

    return run


@pytest.mark.parametrize(
    "text", ["{}", 'it\'s $HOME `x` \\ "q" !', "@file", "Zoë 日本", '{"a": "b"}\n', "-d x", "$(id)"]
)
def test_a_text_body_arrives_unchanged(sent: Any, text: str) -> None:
    arguments, _ = sent(curl_for(call(body=text.encode())))
    assert arguments[arguments.index("--data-raw") + 1] == text


@pytest.mark.parametrize("body", [b"\xff\xfe", b"a\x00b", b"\x1b[31m", "a\u202eb".encode()])
def test_a_body_that_no_shell_can_quote_is_piped_in(sent: Any, body: bytes) -> None:
    arguments, piped = sent(curl_for(call(body=body)))
    assert "--data-binary" in arguments
    assert bytes.fromhex(piped) == body


def test_secrets_are_variables_that_the_shell_fills_in(sent: Any) -> None:
    command = curl_for(call(), "Bearer $OUR_TOKEN")
    assert "$OUR_TOKEN" in command
    arguments, _ = sent(command, OUR_TOKEN="s3cret token")
    assert "Authorization: Bearer s3cret token" in arguments


def test_basic_credentials_are_given_as_user_and_password(sent: Any) -> None:
    arguments, _ = sent(curl_for(call(), "Basic $U:$P"), U="ann", P="a b")
    assert arguments[arguments.index("-u") + 1] == "ann:a b"


def test_credentials_that_the_record_leaves_out_are_put_in(sent: Any) -> None:
    arguments, _ = sent(curl_for(call(headers={}), "Bearer $T"), T="token")
    assert "Authorization: Bearer token" in arguments
    arguments, _ = sent(curl_for(call(headers={}, credential="wrong"), "Bearer $T"), T="token")
    assert "Authorization: Bearer wrong" in arguments


def test_a_call_without_credentials_stays_without(sent: Any) -> None:
    arguments, _ = sent(curl_for(call(credential="none"), "Bearer $OUR_TOKEN"))
    assert not any("uthorization" in each for each in arguments)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("Basic $U:$P", "nobody:wrong"), ("AccessKey $K", "Authorization: AccessKey wrong")],
)
def test_wrong_credentials_are_shown_as_they_are(sent: Any, shown: str, expected: str) -> None:
    arguments, _ = sent(curl_for(call(credential="wrong"), shown))
    assert expected in arguments


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Basic $U:$P", "Authorization: Bearer wrong"),
        ("Bearer $T", "nobody:wrong"),
        ("AccessKey $K", "Authorization: Bearer wrong"),
    ],
)
def test_credentials_of_another_scheme_are_shown_as_they_are(sent: Any, shown: str, expected: str) -> None:
    arguments, _ = sent(curl_for(call(credential="foreign"), shown))
    assert expected in arguments


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        ("empty", "Bearer"),
        ("misplaced", "Basic Abc1"),
        ("cut", "Bearer Abc"),
        ("longer", "Bearer Abc1x"),
        ("altered", "Bearer Abc~"),
        ("recased", "Bearer aBC1"),
    ],
)
def test_credentials_that_are_almost_right_are_made_from_the_variable(
    sent: Any, credential: Credential, expected: str
) -> None:
    arguments, _ = sent(curl_for(call(credential=credential), "Bearer $T"), T="Abc1")
    assert f"Authorization: {expected}" in arguments


def test_an_address_with_brackets_or_dots_is_taken_literally(sent: Any) -> None:
    arguments, _ = sent(curl_for(call(url="http://127.0.0.1:1/a/../[b]?x={y}")))
    assert {"--globoff", "--path-as-is"} <= set(arguments)
    assert arguments[-1] == "http://127.0.0.1:1/a/../[b]?x={y}"


def test_headers_that_curl_sets_itself_are_left_out(sent: Any) -> None:
    headers = {"host": "h", "content-length": "2", "x-empty": "", "accept": "a/b"}
    arguments, _ = sent(curl_for(call(headers=headers)))
    assert [each for each in arguments if ":" in each or ";" in each][:-1] == ["x-empty;", "accept: a/b"]


def test_a_command_says_when_the_record_has_cut_its_body(sent: Any) -> None:
    kept = body_of(body_entry(b"x" * (BODY_LIMIT + 1)))
    command = curl_for(call(body=kept))
    assert command.startswith("# Sends less than was sent")
    assert sent(command)[0][:2] == ["-sS", "-i"]
    assert not curl_for(call(body=body_of(body_entry(b"x" * BODY_LIMIT)))).startswith("#")
