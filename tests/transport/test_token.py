"""Tokens by client credentials: asked for once, renewed in time and after a 401, and never shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Credential, Exchange
from contact_contracts.record.evidence import exchange_entry
from contact_contracts.target import load_targets
from contact_contracts.target.families import SfmcTarget
from contact_contracts.transport import Blocked, Call, Door

SECRET = "client-secret-words"
TARGET = """
[sfmc]
base_url = "https://api.test"
allow_writes = true
auth = { scheme = "client-credentials", client_id_env = "ID", client_secret_env = "SECRET", \
auth_base_url = "https://auth.test" }
"""


@dataclass
class Vendor:
    """An authentication host and an API that takes only the latest token."""

    lifetime: object = 1200
    """``expires_in``; None leaves it out."""
    refuses: bool = False
    """Whether the API refuses every token."""
    echoes: bool = False
    """Whether the API tells the caller's token in its answers."""
    answer: Callable[[], httpx.Response] | None = None
    """In place of the token."""
    asked: list[dict[str, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    valid: str = ""
    busy: int = 0
    """How many times it asks to wait before it gives a token."""
    now: float = 1000.0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == "auth.test":
            return self._token(request)
        self.calls.append(request.headers.get("authorization", ""))
        told = {"token": self.calls[-1]} if self.echoes else {}
        if self.refuses or self.calls[-1] != f"Bearer {self.valid}":
            return httpx.Response(401, json={"message": "Not Authorized", "errorcode": 0, **told})
        return httpx.Response(
            200, json={"operationStatus": "OK", **told}, headers={"x-debug": self.valid * self.echoes}
        )

    def _token(self, request: httpx.Request) -> httpx.Response:
        self.asked.append({"path": request.url.path, **json.loads(request.content)})
        if len(self.asked) <= self.busy:
            return httpx.Response(429, headers={"retry-after": "7"})
        if self.answer is not None:
            return self.answer()
        self.valid = f"secret-token-{len(self.asked)}"
        body: dict[str, object] = {"access_token": self.valid, "token_type": "Bearer"}
        return httpx.Response(200, json=body if self.lifetime is None else {**body, "expires_in": self.lifetime})


@pytest.fixture
def target(tmp_path: Path) -> SfmcTarget:
    file = tmp_path / "target.toml"
    file.write_text(TARGET, encoding="utf-8")
    return load_targets(file, environment={"ID": "the-client", "SECRET": SECRET}).family("sfmc")


@pytest.fixture
def open_door(target: SfmcTarget) -> Callable[[Vendor], Door]:
    def opened(vendor: Vendor) -> Door:
        transport = httpx.MockTransport(vendor)
        return Door(
            target, load_contract("sfmc"), transport=transport, clock=lambda: vendor.now, sleep=vendor.waits.append
        )

    return opened


def send(door: Door, credential: Credential = "default") -> Exchange:
    return door.send(door.request(Call("updateContacts", body={"contactKey": "x"}, credential=credential)))


def status(exchange: Exchange) -> int:
    assert exchange.response is not None
    return exchange.response.status


def test_a_token_is_asked_for_once_and_used_for_every_call(open_door: Callable[[Vendor], Door]) -> None:
    vendor = Vendor()
    door = open_door(vendor)
    assert [status(send(door)) for _ in range(3)] == [200, 200, 200]
    assert vendor.calls == ["Bearer secret-token-1"] * 3
    expected = {"grant_type": "client_credentials", "client_id": "the-client", "client_secret": SECRET}
    assert vendor.asked == [{"path": "/v2/token", **expected}]


@pytest.mark.parametrize(
    ("lifetime", "passed", "tokens"), [(1200, 1169, 1), (1200, 1171, 2), (40, 19, 1), (40, 21, 2)]
)
def test_a_token_is_renewed_shortly_before_its_end(
    open_door: Callable[[Vendor], Door], lifetime: int, passed: int, tokens: int
) -> None:
    """30 seconds before, and for short ones at half their time."""
    vendor = Vendor(lifetime)
    door = open_door(vendor)
    send(door)
    vendor.now += passed
    assert status(send(door)) == 200
    assert len(vendor.asked) == tokens


def test_a_token_of_unknown_lifetime_is_kept_until_it_is_refused(open_door: Callable[[Vendor], Door]) -> None:
    vendor = Vendor(lifetime=None)
    door = open_door(vendor)
    send(door)
    vendor.now += 1e6
    assert status(send(door)) == 200
    assert len(vendor.asked) == 1


def test_a_token_that_expires_in_the_middle_of_a_run_is_renewed_and_the_run_goes_on(
    open_door: Callable[[Vendor], Door],
) -> None:
    """The 401 is not part of the conversation: the same call is sent again with the new token."""
    vendor = Vendor()
    door = open_door(vendor)
    send(door)
    vendor.valid = "withdrawn"
    assert [status(send(door)) for _ in range(2)] == [200, 200]
    assert vendor.calls[1:] == ["Bearer secret-token-1", "Bearer secret-token-2", "Bearer secret-token-2"]


def test_a_401_to_a_fresh_token_is_the_answer(open_door: Callable[[Vendor], Door]) -> None:
    """One renewal for each call, not an endless one."""
    vendor = Vendor(refuses=True)
    exchange = send(open_door(vendor))
    assert status(exchange) == 401
    assert len(vendor.calls) == 2


@pytest.mark.parametrize(
    ("credential", "header"), [("none", ""), ("wrong", "Bearer wrong"), ("foreign", "Basic bm9ib2R5Ondyb25n")]
)
def test_a_401_to_other_credentials_renews_nothing(
    open_door: Callable[[Vendor], Door], credential: Credential, header: str
) -> None:
    vendor = Vendor()
    door = open_door(vendor)
    send(door)
    assert status(send(door, credential)) == 401
    assert vendor.calls[1:] == [header]
    assert len(vendor.asked) == 1


def test_an_authentication_host_that_asks_to_wait_is_obeyed(open_door: Callable[[Vendor], Door]) -> None:
    vendor = Vendor(busy=2)
    door = open_door(vendor)
    assert status(send(door)) == 200
    assert (vendor.waits, door.requests) == ([7, 7], 4)


def test_one_that_never_ends_to_ask_for_it_blocks_the_run(open_door: Callable[[Vendor], Door]) -> None:
    with pytest.raises(Blocked, match="HTTP 429 without an access_token"):
        send(open_door(Vendor(busy=99)))


def unreachable() -> httpx.Response:
    raise httpx.ConnectError("no route")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda: httpx.Response(401, json={"error": "invalid_client"}), "HTTP 401 without an access_token"),
        (lambda: httpx.Response(200, json={"access_token": None}), "HTTP 200 without an access_token"),
        (lambda: httpx.Response(200, json=["token"]), "HTTP 200 without an access_token"),
        (lambda: httpx.Response(502, text="<html>bad gateway</html>"), "HTTP 502 without an access_token"),
        (unreachable, "cannot be reached (ConnectError)"),
    ],
)
def test_without_a_token_the_run_is_blocked_and_told_why(
    open_door: Callable[[Vendor], Door], answer: Callable[[], httpx.Response], said: str
) -> None:
    """The host and the variables are named, their values are not."""
    with pytest.raises(Blocked) as blocked:
        send(open_door(Vendor(answer=answer)))
    assert said in str(blocked.value)
    assert "https://auth.test/v2/token" in str(blocked.value)
    assert SECRET not in str(blocked.value)


def test_no_secret_shows_in_a_repr_an_exchange_or_a_record(open_door: Callable[[Vendor], Door]) -> None:
    """Also where the target itself repeats the token in a header and in the body."""
    vendor = Vendor(echoes=True)
    door = open_door(vendor)
    exchange = send(door)
    shown = f"{door!r} {exchange!r} {door._credentials!r} {json.dumps(exchange_entry(exchange))}"
    assert status(exchange) == 200
    assert "(redacted)" in shown
    for secret in (SECRET, vendor.valid, "the-client"):
        assert secret not in shown
