"""How the generated clients behave, against answers that are made up here."""

from __future__ import annotations

import asyncio
import importlib
import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import anyio
import httpx
import pytest

from contact_contracts.contract import FAMILIES
from scripts.generate_clients import GENERATED, package_version, spec_of

BASE = "https://api.example"
WORKSPACE = UUID("b4e02c85-c6d2-4b15-8885-e09671799c61")
DONE = {"message": "OK", "id": 12345678901234567, "baseUri": "b", "instanceUri": "i"}
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Import the packages from where they are generated, and forget them afterwards."""
    for family in FAMILIES:
        monkeypatch.syspath_prepend(str(GENERATED / family))
    yield
    for name in [name for name in sys.modules if name.partition("_contacts")[0] in FAMILIES]:
        del sys.modules[name]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between tries, which take no time here."""
    waited: list[float] = []

    async def wait(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(anyio, "sleep", wait)
    return waited


def package(family: str, module: str = "") -> Any:
    return importlib.import_module(f"{family}_contacts{module}")


def client(family: str, handler: Handler, **options: Any) -> Any:
    return package(family).Client(BASE, httpx_args={"transport": httpx.MockTransport(handler)}, **options)


def answers(*responses: httpx.Response | Exception) -> tuple[Handler, list[httpx.Request]]:
    """Answer with these in turn, the last one for ever; and keep what was asked."""
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        answer = responses[min(len(asked), len(responses)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer

    return handle, asked


def update_everbridge(handler: Handler, *, contact_id: str = "5", **options: Any) -> Any:
    operation = package("everbridge", ".api.contacts.update_contact")
    body = package("everbridge", ".models").ContactReplacement(first_name="A")
    return operation.sync(1, contact_id, client=client("everbridge", handler, **options), body=body)


def update_bird(handler: Handler, **options: Any) -> Any:
    operation = package("bird", ".api.contacts.update_contact")
    body = package("bird", ".models").ContactUpdate()
    return operation.sync(
        WORKSPACE, "c", client=client("bird", handler, **options), body=body, attribute=["age", "company"]
    )


def test_a_success_is_returned_as_its_model_and_ids_are_exact() -> None:
    handler, asked = answers(httpx.Response(200, json=DONE))
    assert update_everbridge(handler).id == 12345678901234567
    [request] = asked
    assert (request.method, str(request.url)) == ("PUT", f"{BASE}/contacts/1/5")
    assert json.loads(request.content) == {"firstName": "A"}
    assert request.headers["user-agent"] == f"everbridge-contacts/{package_version(spec_of('everbridge'))}"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *((400, "BadRequest"), (401, "Unauthorized"), (403, "Forbidden"), (404, "NotFound")),
        *((409, "Conflict"), (418, "RequestRefused"), (422, "Unprocessable"), (429, "TooManyRequests")),
        *((302, "UnexpectedStatus"), (500, "ServerFailed"), (520, "ServerFailed")),
    ],
)
@pytest.mark.parametrize("body", [b'{"status": 1, "message": "no"}', b"<html>", b"", b"[1]", b'{"errors": 5}'])
def test_anything_else_is_raised_whatever_its_body(
    status: int, kind: str, body: bytes, waits: list[float]
) -> None:
    handler, _ = answers(httpx.Response(status, content=body))
    errors = package("everbridge").errors
    with pytest.raises(errors.ApiError) as caught:
        update_everbridge(handler)
    assert type(caught.value) is getattr(errors, kind)
    assert (caught.value.status_code, caught.value.content) == (status, body)


def test_the_parsed_body_of_an_error_is_at_hand() -> None:
    handler, _ = answers(httpx.Response(404, json={"status": 404, "message": "Contact 5 not found."}))
    with pytest.raises(package("everbridge").errors.NotFound) as caught:
        update_everbridge(handler)
    assert caught.value.parsed.message == "Contact 5 not found."


def test_an_error_names_the_call_and_never_the_body() -> None:
    handler, _ = answers(httpx.Response(404, json={"message": "secret"}))
    with pytest.raises(package("everbridge").errors.NotFound) as caught:
        update_everbridge(handler)
    assert str(caught.value) == "PUT /contacts/{organization_id}/{contact_id} was answered with HTTP 404"
    assert "secret" not in repr(caught.value)


def test_an_error_survives_pickling() -> None:
    handler, _ = answers(httpx.Response(400, json={"message": "no"}, headers={"x-a": "b"}))
    with pytest.raises(package("everbridge").errors.BadRequest) as caught:
        update_everbridge(handler)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - what was pickled in this line
    assert type(copy) is type(caught.value)
    assert (copy.parsed, copy.headers["x-a"], str(copy)) == (caught.value.parsed, "b", str(caught.value))


@pytest.mark.parametrize("body", [b"<html>", b"", b"[]", b'{"message": "OK"}'])
def test_a_success_that_cannot_be_read_is_an_error_of_its_own(body: bytes) -> None:
    handler, _ = answers(httpx.Response(200, content=body))
    with pytest.raises(package("everbridge").errors.UnreadableAnswer, match="succeeded with HTTP 200"):
        update_everbridge(handler)


@pytest.mark.parametrize("value", ["..", ".", ""])
def test_a_path_value_that_leads_elsewhere_is_refused_before_any_request(value: str) -> None:
    handler, asked = answers(httpx.Response(200, json=DONE))
    with pytest.raises(package("everbridge").errors.InvalidPathValue, match="contact_id"):
        update_everbridge(handler, contact_id=value)
    assert asked == []


def test_a_path_value_stays_one_segment() -> None:
    handler, asked = answers(httpx.Response(200, json=DONE))
    update_everbridge(handler, contact_id="a/b?c#d é")
    assert asked[0].url.raw_path == b"/contacts/1/a%2Fb%3Fc%23d%20%C3%A9"


def test_credentials_are_in_no_repr() -> None:
    everbridge = package("everbridge")
    auth = everbridge.basic("user", "pass-word")
    assert "pass-word" not in repr(everbridge.Client(BASE, auth=auth)) + repr(auth)
    assert "to-ken" not in repr(everbridge.bearer("to-ken"))


def test_there_is_a_time_limit_and_it_can_be_changed() -> None:
    everbridge = package("everbridge")
    assert everbridge.Client(BASE).get_httpx_client().timeout == httpx.Timeout(30, connect=5)
    assert everbridge.Client(BASE, timeout=1.5).get_httpx_client().timeout == httpx.Timeout(1.5)


def test_a_passing_failure_is_tried_twice_more(waits: list[float]) -> None:
    handler, asked = answers(httpx.Response(503), httpx.ConnectError("gone"), httpx.Response(200, json=DONE))
    assert update_everbridge(handler).message == "OK"
    assert len(asked) == 3
    assert waits[0] <= 0.5
    assert waits[1] <= 1.0


def test_a_failure_that_lasts_is_raised_after_the_third_try(waits: list[float]) -> None:
    handler, asked = answers(httpx.Response(502))
    with pytest.raises(package("everbridge").errors.ServerFailed):
        update_everbridge(handler)
    assert len(asked) == 3


def test_a_connection_that_fails_for_good_is_a_call_without_an_answer(waits: list[float]) -> None:
    handler, asked = answers(httpx.ConnectError("gone"))
    with pytest.raises(package("everbridge").errors.NoAnswer) as caught:
        update_everbridge(handler)
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    assert len(asked) == 3


def test_retry_after_is_obeyed_up_to_a_minute(waits: list[float]) -> None:
    handler, _ = answers(httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(200, json=DONE))
    update_everbridge(handler)
    assert waits == [7]


def test_more_than_a_minute_is_not_waited_for(waits: list[float]) -> None:
    handler, asked = answers(httpx.Response(429, headers={"Retry-After": "61"}))
    with pytest.raises(package("everbridge").errors.TooManyRequests) as caught:
        update_everbridge(handler)
    assert (caught.value.retry_after, len(asked), waits) == (61, 1, [])


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("5", 5, 5), ("-1", 0, 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0), ("soon", None, None), ("", None, None)],
)
def test_retry_after_is_seconds_or_a_date(text: str, low: float | None, high: float | None) -> None:
    seconds = package("everbridge").errors.seconds_to_wait({"retry-after": text})
    assert seconds == low == high


def test_a_patch_is_tried_again_only_when_the_caller_says_so(waits: list[float]) -> None:
    bird = package("bird")
    handler, asked = answers(httpx.Response(503))
    with pytest.raises(bird.errors.ServerFailed):
        update_bird(handler)
    assert len(asked) == 1
    with pytest.raises(bird.errors.ServerFailed):
        update_bird(handler, retries=bird.Retries(also_patch_and_post=True))
    assert len(asked) == 4


def test_trying_again_can_be_switched_off(waits: list[float]) -> None:
    everbridge = package("everbridge")
    handler, asked = answers(httpx.Response(503))
    with pytest.raises(everbridge.errors.ServerFailed):
        update_everbridge(handler, retries=everbridge.Retries(tries=0))
    assert len(asked) == 1


def test_a_repeated_query_parameter_is_repeated() -> None:
    contact = {"id": "c", "createdAt": "2025-01-02T03:04:05.123456789Z", "updatedAt": "2025-01-02T03:04:05Z"}
    handler, asked = answers(httpx.Response(200, json=contact))
    assert update_bird(handler).id == "c"
    assert asked[0].url.query == b"attribute=age&attribute=company"


@pytest.mark.parametrize(
    ("family", "make", "arguments", "header"),
    [
        ("everbridge", "basic", ("user", "pass"), "Basic dXNlcjpwYXNz"),
        ("everbridge", "bearer", ("t",), "Bearer t"),
        ("bird", "access_key", ("k",), "AccessKey k"),
        ("conga", "bearer", ("t",), "Bearer t"),
        ("sfmc", "bearer", ("t",), "Bearer t"),
    ],
)
def test_each_family_authenticates_in_its_way(
    family: str, make: str, arguments: tuple[str, ...], header: str
) -> None:
    handler, asked = answers(httpx.Response(200))
    made = client(family, handler, auth=getattr(package(family), make)(*arguments))
    made.get_httpx_client().get("/")
    assert asked[0].headers["authorization"] == header


def test_a_token_is_fetched_once_and_again_when_it_is_refused() -> None:
    sfmc = package("sfmc")
    given: list[str] = []
    refused: set[str] = set()

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v2/token":
            given.append(f"token-{len(given) + 1}")
            return httpx.Response(200, json={"access_token": given[-1], "expires_in": 1079})
        sent = request.headers["authorization"].removeprefix("Bearer ")
        return httpx.Response(401 if sent in refused else 200, json={"operationStatus": "OK"})

    models = package("sfmc", ".models")
    update = package("sfmc", ".api.contacts.update_contacts")
    shared = client("sfmc", handle, auth=sfmc.ClientCredentials("https://auth.example/", "id", "se-cret"))
    body = models.ContactUpdate(contact_key="k", attribute_sets=[models.AttributeSet(name="A")])
    update.sync(client=shared, body=body)
    update.sync(client=shared, body=body)
    assert given == ["token-1"]
    refused.add("token-1")
    assert update.sync(client=shared, body=body).operation_status == "OK"
    assert given == ["token-1", "token-2"]


def test_a_token_that_is_refused_is_an_error_without_the_secret() -> None:
    sfmc = package("sfmc")
    handler, _ = answers(httpx.Response(401, json={"message": "se-cret"}))
    made = client("sfmc", handler, auth=sfmc.ClientCredentials("https://auth.example", "id", "se-cret"))
    with pytest.raises(sfmc.errors.Unauthorized) as caught:
        made.get_httpx_client().get("/")
    assert str(caught.value) == "POST /v2/token was answered with HTTP 401"


def test_a_contact_is_read_changed_and_sent_back_whole() -> None:
    read = {
        "id": 2**53 + 1,
        "firstName": "Ana",
        "middleInitial": None,
        "status": "Z",
        "unknown": {"kept": [1, None]},
        "paths": [{"pathId": 9, "value": "v", "also": "kept", "quietTimeFrames": []}],
    }
    models = package("everbridge", ".models")
    contact = models.Contact.from_dict(read)
    contact.first_name = "Eva"
    sent = models.ContactReplacement.from_dict(contact.to_dict()).to_dict()
    assert sent == {**read, "firstName": "Eva"}


def test_a_null_or_a_new_value_does_not_lose_the_answer() -> None:
    answer = {"message": None, "result": {"paths": None, "status": "NEW", "address": [{"gisLocation": None}]}}
    handler, _ = answers(httpx.Response(200, json=answer))
    operation = package("everbridge", ".api.contacts.get_contact")
    result = operation.sync(1, "5", client=client("everbridge", handler))
    assert (result.result.status, result.result.paths) == ("NEW", None)


def test_a_custom_conga_field_can_be_sent() -> None:
    handler, asked = answers(httpx.Response(200, json={"Success": True, "StatusCode": "OK"}))
    body = package("conga", ".models").ContactWrite(name="A", id="r")
    body["Colour_c"] = "red"
    operation = package("conga", ".api.contacts.update_contact_by_external_id")
    operation.sync("x", client=client("conga", handler), body=body)
    assert json.loads(asked[0].content) == {"Name": "A", "Id": "r", "Colour_c": "red"}
    assert asked[0].url.query == b""


def test_an_asynchronous_call_does_the_same(waits: list[float]) -> None:
    handler, asked = answers(httpx.Response(503), httpx.Response(200, json=DONE), httpx.Response(404))
    operation = package("everbridge", ".api.contacts.update_contact")
    body = package("everbridge", ".models").ContactReplacement()

    async def calls() -> Any:
        async with client("everbridge", handler) as made:
            done = await operation.asyncio(1, "5", client=made, body=body)
            with pytest.raises(package("everbridge").errors.NotFound):
                await operation.asyncio(1, "5", client=made, body=body)
            return done

    assert asyncio.run(calls()).message == "OK"
    assert (len(asked), len(waits)) == (3, 1)


def test_a_closed_client_opens_again() -> None:
    handler, _ = answers(httpx.Response(200, json=DONE))
    with client("everbridge", handler) as made:
        first = made.get_httpx_client()
    assert first.is_closed
    assert made.get_httpx_client() is not first
