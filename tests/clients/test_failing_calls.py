"""Every way in which a call can fail, against the bundled servers: a typed error, in both kinds of client."""

from __future__ import annotations

import pickle
import socket
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from contact_contracts.contract import FAMILIES
from tests.clients.calling import package, perform
from tests.clients.servers import CREDENTIALS, WRONG, Running

KNOWN = "c0000000-0000-4000-8000-000000000001"
each_family = pytest.mark.parametrize("family", FAMILIES)
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def model(family: str, name: str, **members: Any) -> Any:
    return getattr(package(family, ".models"), name)(**members)


def from_json(family: str, name: str, members: dict[str, Any]) -> Any:
    return getattr(package(family, ".models"), name).from_dict(members)


def reading(family: str, known: str = "nobody") -> tuple[str, tuple[Any, ...]]:
    """A method that reads, with its arguments; Marketing Cloud reads with a POST."""
    if family == "sfmc":
        models = package("sfmc", ".models")
        wanted = models.AttributeRequest(attributes=[models.AttributeReference(key="Contact.Contact Key")])
        return "search_attributes", (models.AttributeSearch(request=wanted, condition_set=models.ConditionSet()),)
    return {"conga": "get_contact_by_external_id"}.get(family, "get_contact"), (known,)


def read(servers: Running, family: str, asynchronous: bool, trouble: str = "", **options: Any) -> Any:
    made = servers.client(family, asynchronous=asynchronous, trouble=trouble, **options)
    name, arguments = reading(family)
    return perform(made, name, *arguments)


@each_way
@each_family
def test_wrong_credentials_are_unauthorized(servers: Running, family: str, asynchronous: bool) -> None:
    errors = package(family).errors
    with pytest.raises(errors.Unauthorized) as caught:
        read(servers, family, asynchronous, **WRONG[family])
    assert caught.value.status_code == 401
    assert "wrong-one" not in f"{caught.value!s}{caught.value!r}"


@each_way
@pytest.mark.parametrize("family", ["everbridge", "bird", "conga"])
def test_what_is_not_there_is_not_found(servers: Running, family: str, asynchronous: bool) -> None:
    with pytest.raises(package(family).errors.NotFound) as caught:
        read(servers, family, asynchronous)
    assert caught.value.method == "GET"
    assert "{" in caught.value.path
    assert caught.value.parsed is not None


def too_long_a_name() -> tuple[Any, ...]:
    return (model("everbridge", "ContactCreation", first_name="x" * 101),)


def text_for_a_boolean() -> tuple[Any, ...]:
    return (model("conga", "ContactWrite", is_email_bounced="perhaps"),)


def no_sets() -> tuple[Any, ...]:
    return (from_json("sfmc", "ContactCreation", {"attributeSets": []}),)


def a_list_without_an_id() -> tuple[Any, ...]:
    made = model("bird", "ContactUpdate")
    made["listIds"] = ["none"]
    return KNOWN, made


def the_address_of_another() -> tuple[Any, ...]:
    address = model("bird", "NewIdentifier", key="emailaddress", value="juergen@example.org")
    return KNOWN, model("bird", "ContactUpdate", add_identifiers=[address])


@each_way
@pytest.mark.parametrize(
    ("family", "name", "arguments", "error"),
    [
        ("everbridge", "create_contact", too_long_a_name, "BadRequest"),
        ("conga", "create_contact", text_for_a_boolean, "BadRequest"),
        ("sfmc", "create_contact", no_sets, "BadRequest"),
        ("bird", "update_contact", a_list_without_an_id, "Unprocessable"),
        ("bird", "update_contact", the_address_of_another, "Conflict"),
    ],
)
def test_what_a_server_refuses_is_raised_by_its_status(
    servers: Running, asynchronous: bool, family: str, name: str, arguments: Callable[[], Any], error: str
) -> None:
    made = servers.client(family, asynchronous=asynchronous)
    errors = package(family).errors
    with pytest.raises(errors.RequestRefused) as caught:
        perform(made, name, *arguments())
    assert type(caught.value) is getattr(errors, error)
    assert caught.value.parsed is not None
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - pickled in this line


@each_way
def test_a_caller_without_rights_is_forbidden(servers: Running, asynchronous: bool) -> None:
    with pytest.raises(package("conga").errors.Forbidden) as caught:
        read(servers, "conga", asynchronous, token="demo-restricted-token")
    assert caught.value.parsed.success is False


@each_way
@each_family
def test_too_many_requests_say_how_long_to_wait(
    servers: Running, family: str, asynchronous: bool, waits: list[float]
) -> None:
    before = len(servers.met)
    with pytest.raises(package(family).errors.TooManyRequests) as caught:
        read(servers, family, asynchronous, "429")
    assert caught.value.retry_after == 7
    tries = servers.met[before:]
    assert (tries, waits) == ((["POST"], []) if family == "sfmc" else (["GET"] * 3, [7, 7]))


@each_way
@each_family
@pytest.mark.parametrize(("trouble", "status"), [("500", 500), ("html 502", 502), ("520", 520), ("503", 503)])
def test_a_broken_server_is_a_failed_server(
    servers: Running, family: str, asynchronous: bool, trouble: str, status: int, waits: list[float]
) -> None:
    with pytest.raises(package(family).errors.ServerFailed) as caught:
        read(servers, family, asynchronous, trouble)
    assert caught.value.status_code == status
    assert len(waits) == (2 if status in {502, 503} and family != "sfmc" else 0)


@each_way
@each_family
@pytest.mark.parametrize("trouble", ["html", "array"])
def test_a_success_that_is_not_what_it_should_be_is_unreadable(
    servers: Running, family: str, asynchronous: bool, trouble: str
) -> None:
    with pytest.raises(package(family).errors.UnreadableAnswer) as caught:
        read(servers, family, asynchronous, trouble)
    assert caught.value.content
    assert caught.value.content.decode() not in str(caught.value)


@each_way
@each_family
def test_a_redirect_is_not_followed(servers: Running, family: str, asynchronous: bool) -> None:
    with pytest.raises(package(family).errors.UnexpectedStatus):
        read(servers, family, asynchronous, "redirect")


@each_way
@each_family
def test_silence_is_a_time_out_and_is_not_tried_again(servers: Running, family: str, asynchronous: bool) -> None:
    before = len(servers.met)
    with pytest.raises(package(family).errors.TimedOut) as caught:
        read(servers, family, asynchronous, "silence", timeout=httpx.Timeout(5, read=0.2))
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
    assert len(servers.met) == before + 1


@each_way
@each_family
def test_a_connection_that_breaks_is_tried_again_where_that_is_safe(
    servers: Running, family: str, asynchronous: bool, waits: list[float]
) -> None:
    before = len(servers.met)
    with pytest.raises(package(family).errors.NoAnswer, match="had no answer: RemoteProtocolError"):
        read(servers, family, asynchronous, "drop")
    assert servers.met[before:] == (["POST"] if family == "sfmc" else ["GET"] * 3)


@each_way
@each_family
def test_a_refused_connection_is_raised_as_a_call_that_failed(
    servers: Running, family: str, asynchronous: bool, waits: list[float]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
        options = {"base_url": nowhere, **CREDENTIALS[family]}
        errors = package(family).errors
        with pytest.raises(errors.CallFailed) as caught:
            read(servers, family, asynchronous, **options)
    assert type(caught.value) is errors.NoAnswer
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    assert "nobody" not in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - pickled in this line
    assert len(waits) == (0 if family == "sfmc" else 2)


@each_way
@pytest.mark.parametrize("value", ["..", ".", ""])
@pytest.mark.parametrize("family", ["everbridge", "bird", "conga"])
def test_a_path_value_that_leads_elsewhere_is_not_sent(
    servers: Running, family: str, asynchronous: bool, value: str
) -> None:
    made = servers.client(family, asynchronous=asynchronous)
    with pytest.raises(package(family).errors.InvalidPathValue):
        perform(made, reading(family)[0], value)


@each_way
def test_a_contact_called_batch_does_not_become_a_batch(servers: Running, asynchronous: bool) -> None:
    made = servers.client("everbridge", asynchronous=asynchronous)
    with pytest.raises(package("everbridge").errors.InvalidPathValue, match="replaces many contacts"):
        perform(made, "update_contact", "batch", model("everbridge", "ContactReplacement"))
