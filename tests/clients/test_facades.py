"""Each family has one obvious client, blocking and asynchronous."""

from __future__ import annotations

import asyncio
import inspect
import logging
import random
import re
from typing import Any

import httpx
import pytest

from contact_contracts.contract import FAMILIES, load_contract
from tests.clients.calling import (
    BASE,
    CLIENTS,
    SECRETS,
    WORKSPACE,
    Answering,
    client,
    client_class,
    package,
    perform,
)

ENVIRONMENT = {
    "everbridge": {"USERNAME": "ann", "PASSWORD": "pa-ss", "ORGANIZATION_ID": "7"},
    "bird": {"ACCESS_KEY": "k-ey", "WORKSPACE_ID": WORKSPACE},
    "conga": {"TOKEN": "to-ken"},
    "sfmc": {"CLIENT_ID": "id", "CLIENT_SECRET": "se-cret", "SUBDOMAIN": "mc1"},
}
VENDORS = {
    "everbridge": "https://api.everbridge.net/rest",
    "bird": "https://api.bird.com",
    "conga": "https://rls.congacloud.com",
    "sfmc": "https://mc1.rest.marketingcloudapis.com",
}
READ = {"message": "OK", "result": {"id": 2**53 + 1, "firstName": "Ana"}}
each_family = pytest.mark.parametrize("family", FAMILIES)
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def python_name(operation_id: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", lambda found: f"_{found[1].lower()}", operation_id)


@each_family
def test_each_operation_is_a_method_of_the_same_name_and_signature_four_times(family: str) -> None:
    for operation_id in load_contract(family).operations:
        name = python_name(operation_id)
        blocking, asynchronous = (getattr(client_class(family, way), name) for way in (False, True))
        assert inspect.signature(blocking) == inspect.signature(asynchronous)
        assert not inspect.iscoroutinefunction(blocking)
        assert inspect.iscoroutinefunction(asynchronous)
        assert blocking.__doc__
        if operation_id != "requestToken":
            whole, async_whole = (
                getattr(getattr(package(family, ".operations"), f"{word}WholeAnswers"), name)
                for word in ("", "Async")
            )
            assert inspect.signature(whole).parameters == inspect.signature(blocking).parameters
            assert inspect.iscoroutinefunction(async_whole)


@each_way
@each_family
def test_a_client_calls_its_vendor_unless_told_otherwise(family: str, asynchronous: bool) -> None:
    assert client(family, Answering(), asynchronous=asynchronous).base_url == VENDORS[family]
    assert client(family, Answering(), asynchronous=asynchronous, base_url=BASE).base_url == BASE


@each_way
@each_family
def test_a_client_is_made_from_the_environment(
    family: str, asynchronous: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ENVIRONMENT[family].items():
        monkeypatch.setenv(f"{family.upper()}_{name}", value)
    made = client_class(family, asynchronous).from_env()
    assert made.base_url == VENDORS[family]
    monkeypatch.setenv(f"{family.upper()}_BASE_URL", BASE)
    monkeypatch.setenv(f"{family.upper()}_AUTH_BASE_URL", BASE)
    assert client_class(family, asynchronous).from_env().base_url == BASE
    assert client_class(family, asynchronous).from_env(base_url="https://b").base_url == "https://b"


@each_way
def test_an_organization_id_that_is_no_number_is_refused_by_the_name_of_its_variable(
    asynchronous: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**ENVIRONMENT["everbridge"], "ORGANIZATION_ID": "abc"}.items():
        monkeypatch.setenv(f"EVERBRIDGE_{name}", value)
    with pytest.raises(ValueError, match=r"^EVERBRIDGE_ORGANIZATION_ID: has to be a whole number"):
        client_class("everbridge", asynchronous).from_env()


@each_way
@each_family
def test_missing_variables_are_all_named(family: str, asynchronous: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{family.upper()}_{name}" for name in ENVIRONMENT[family]]
    for name in names:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(package(family).MissingSettings) as caught:
        client_class(family, asynchronous).from_env()
    assert str(caught.value).startswith(f"{', '.join(names)}: not set in the environment")


@each_way
@each_family
def test_no_secret_is_in_a_repr(family: str, asynchronous: bool) -> None:
    made = client(family, Answering(), asynchronous=asynchronous)
    shown = repr(made) + str(made) + repr(made.whole) + repr(made.http_client)
    assert repr(made) == f"{type(made).__name__}({VENDORS[family]!r})"
    assert not [secret for secret in SECRETS if secret in shown]


def read_everbridge(made: Any, *arguments: Any, whole: bool = False) -> Any:
    """Read a contact with a client of either kind, and close it."""

    async def read() -> Any:
        async with made:
            return await (made.whole if whole else made).get_contact(*arguments)

    if inspect.iscoroutinefunction(made.get_contact):
        return asyncio.run(read())
    with made:
        return (made.whole if whole else made).get_contact(*arguments)


@each_way
def test_an_operation_returns_its_model(asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json=READ))
    found = read_everbridge(client("everbridge", answering, asynchronous=asynchronous), "001")
    assert found.result.id == 2**53 + 1
    assert str(answering.asked[0].url) == "https://api.everbridge.net/rest/contacts/7/001"
    assert answering.asked[0].headers["authorization"] == "Basic YW5uOnBhLXNz"


@each_way
def test_the_raw_answer_is_within_reach(asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json=READ, headers={"x-request": "r-1"}))
    answer = read_everbridge(client("everbridge", answering, asynchronous=asynchronous), "001", whole=True)
    assert (answer.status_code, answer.headers["x-request"]) == (200, "r-1")
    assert answer.http_response.json() == READ
    assert answer.parsed.result.first_name == "Ana"
    assert not [secret for secret in SECRETS if secret in repr(answer)]


@each_way
def test_a_client_of_ones_own_keeps_its_settings_and_stays_open(asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json=READ))
    kind: Any = httpx.AsyncClient if asynchronous else httpx.Client
    own = kind(
        transport=httpx.MockTransport(answering), headers={"x-mine": "1"}, timeout=1.5, base_url="https://mine/a"
    )
    read_everbridge(client("everbridge", answering, asynchronous=asynchronous, http_client=own), "001")
    [request] = answering.asked
    assert str(request.url) == "https://mine/a/contacts/7/001"
    assert request.headers["x-mine"] == "1"
    assert request.headers["authorization"] == "Basic YW5uOnBhLXNz"
    assert request.headers["user-agent"].startswith("everbridge-contacts/")
    assert request.extensions["timeout"]["read"] == 1.5
    assert not own.is_closed
    assert "authorization" not in own.headers


@each_way
def test_what_the_call_says_goes_before_a_client_of_ones_own(asynchronous: bool) -> None:
    answering = Answering(httpx.Response(200, json=READ))
    kind: Any = httpx.AsyncClient if asynchronous else httpx.Client
    own = kind(transport=httpx.MockTransport(answering), timeout=1.5, base_url="https://mine")
    options = {"base_url": BASE, "timeout": 9, "headers": {"x-also": "2"}, "http_client": own}
    read_everbridge(client("everbridge", answering, asynchronous=asynchronous, **options), "001")
    [request] = answering.asked
    assert str(request.url) == f"{BASE}/contacts/7/001"
    assert (request.extensions["timeout"]["read"], request.headers["x-also"]) == (9, "2")


def test_a_transport_and_a_client_of_ones_own_exclude_one_another() -> None:
    with httpx.Client() as own, pytest.raises(ValueError, match="exclude one another"):
        client("conga", Answering(), http_client=own, transport=httpx.MockTransport(Answering()))


@each_way
def test_each_try_is_logged_without_bodies_values_or_secrets(
    asynchronous: bool, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random, "uniform", lambda *_: 0.0)
    answering = Answering(
        httpx.Response(503, text="body"), httpx.ConnectError("gone"), httpx.Response(200, json=READ)
    )
    with caplog.at_level(logging.DEBUG, logger="everbridge_contacts"):
        read_everbridge(client("everbridge", answering, asynchronous=asynchronous), "ann@example.com")
    ours = [record for record in caplog.records if record.name == "everbridge_contacts"]
    assert [(record.__dict__["status"], record.__dict__["attempt"]) for record in ours] == [
        *((503, 1), ("ConnectError", 2), (200, 3))
    ]
    assert {record.__dict__["path"] for record in ours} == {"/contacts/{organization_id}/{contact_id}"}
    assert all(record.__dict__["milliseconds"] >= 0 for record in ours)
    text = "".join(record.getMessage() for record in ours)
    assert text.startswith("GET /contacts/{organization_id}/{contact_id}: 503, attempt 1, ")
    assert not [word for word in (*SECRETS, "ann@", "body", "Ana", "gone") if word in text]


@each_way
def test_a_time_out_is_logged_and_raised_at_once(asynchronous: bool, caplog: pytest.LogCaptureFixture) -> None:
    answering = Answering(httpx.ReadTimeout("slow"))
    everbridge = package("everbridge").errors
    with caplog.at_level(logging.DEBUG, logger="everbridge_contacts"), pytest.raises(everbridge.TimedOut):
        read_everbridge(client("everbridge", answering, asynchronous=asynchronous), "001")
    assert len(answering.asked) == 1
    assert "ReadTimeout, attempt 1" in caplog.text


@each_way
def test_an_answer_that_cannot_be_unpacked_is_a_call_that_failed(asynchronous: bool) -> None:
    answering = Answering(httpx.DecodingError("not gzip"))
    with pytest.raises(package("everbridge").errors.NoAnswer, match="DecodingError"):
        read_everbridge(client("everbridge", answering, asynchronous=asynchronous), "001")


def test_a_token_that_no_header_can_carry_is_refused_and_not_shown() -> None:
    with pytest.raises(ValueError, match="a line break") as caught:
        package("conga").CongaClient(token="two\nlines")
    assert "lines" not in str(caught.value)


def test_organization_and_workspace_have_to_be_what_they_are() -> None:
    with pytest.raises(ValueError, match="badly formed"):
        package("bird").BirdClient(access_key="k", workspace_id="mine")


@each_way
def test_marketing_cloud_fetches_tokens_from_a_host_of_their_own(asynchronous: bool) -> None:
    asked: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(f"{request.method} {request.url} {request.headers.get('authorization')}")
        return httpx.Response(200, json={"access_token": "t", "expires_in": 1079, "operationStatus": "OK"})

    made = client("sfmc", handle, asynchronous=asynchronous)
    models = package("sfmc", ".models")
    body = models.ContactUpdate(contact_key="k", attribute_sets=[models.AttributeSet(name="A")])
    grant = models.TokenRequest(
        grant_type=models.TokenRequestGrantType.CLIENT_CREDENTIALS, client_id="id", client_secret="s"
    )

    async def calls() -> None:
        async with made:
            await made.update_contacts(body)
            assert (await made.request_token(grant)).access_token == "t"

    if asynchronous:
        asyncio.run(calls())
    else:
        with made:
            made.update_contacts(body)
            assert made.request_token(grant).access_token == "t"
    assert asked == [
        "POST https://mc1.auth.marketingcloudapis.com/v2/token None",
        "PATCH https://mc1.rest.marketingcloudapis.com/contacts/v1/contacts Bearer t",
        "POST https://mc1.auth.marketingcloudapis.com/v2/token None",
    ]


@each_way
def test_a_request_for_a_token_waits_no_longer_than_others_and_says_who_is_calling(asynchronous: bool) -> None:
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json={"access_token": "t", "expires_in": 1079, "operationStatus": "OK"})

    models = package("sfmc", ".models")
    body = models.ContactUpdate(contact_key="k", attribute_sets=[])
    perform(client("sfmc", handle, asynchronous=asynchronous, timeout=1.5), "update_contacts", body)
    assert [request.extensions["timeout"]["read"] for request in asked] == [1.5, 1.5]
    assert {request.headers["user-agent"].partition("/")[0] for request in asked} == {"sfmc-contacts"}


@each_family
def test_a_client_is_made_by_name_only(family: str) -> None:
    with pytest.raises(TypeError):
        client_class(family)(*CLIENTS[family][1].values())


@each_way
def test_marketing_cloud_sends_no_secret_to_the_vendor_where_calls_go_elsewhere(asynchronous: bool) -> None:
    options = {"client_id": "id", "client_secret": "se-cret", "subdomain": "mc1", "base_url": BASE}
    with pytest.raises(ValueError, match="SFMC_AUTH_BASE_URL"):
        client_class("sfmc", asynchronous)(**options)
    assert client_class("sfmc", asynchronous)(**options, auth_base_url=BASE).base_url == BASE


def test_models_do_not_show_secrets() -> None:
    models = package("sfmc", ".models")
    grant = models.TokenRequestGrantType("client_credentials")
    request = models.TokenRequest(grant_type=grant, client_id="id", client_secret="se-cret")
    token = models.Token(access_token="to-ken", token_type="Bearer")
    assert "se-cret" not in repr(request)
    assert "to-ken" not in repr(token)
    assert (request.client_secret, token.access_token) == ("se-cret", "to-ken")
