"""What a second try is answered is marked, where the first one may have done what was asked."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.clients.calling import TOKEN, Answering, client, package, perform

MARKED = "after a try whose answer was lost and which may have done it"
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


UNKNOWN = "c0000000-0000-4000-8000-000000000001"


def refused_after(first: int | Exception | None, asynchronous: bool) -> Any:
    """The error of a deletion that is answered with 404, after another try."""
    earlier = httpx.Response(first) if isinstance(first, int) else first
    tries = ([] if earlier is None else [earlier]) + [httpx.Response(404, json={})]
    made = client("bird", Answering(*tries), asynchronous=asynchronous)
    with pytest.raises(package("bird").errors.NotFound) as caught:
        perform(made, "delete_contact", UNKNOWN)
    return caught.value


@each_way
@pytest.mark.parametrize(
    "first",
    [httpx.ReadError("broken"), httpx.RemoteProtocolError("broken"), 502, 503, 504],
    ids=str,
)
@pytest.mark.usefixtures("waits")
def test_not_found_after_a_lost_answer_says_that_it_may_be_removed_already(
    first: int | Exception, asynchronous: bool
) -> None:
    error = refused_after(first, asynchronous)
    assert error.after_uncertain_try
    assert MARKED in str(error)
    assert MARKED in str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - pickled in this line


@each_way
@pytest.mark.parametrize("first", [None, httpx.ConnectError("nobody"), 429], ids=str)
@pytest.mark.usefixtures("waits")
def test_not_found_is_plain_where_no_earlier_try_can_have_arrived(
    first: int | Exception | None, asynchronous: bool
) -> None:
    error = refused_after(first, asynchronous)
    assert not error.after_uncertain_try
    assert MARKED not in str(error)


@pytest.mark.parametrize(("status", "marked"), [(400, False), (401, False), (404, True), (409, True), (410, True)])
@pytest.mark.usefixtures("waits")
def test_only_what_an_earlier_try_explains_is_marked(status: int, marked: bool) -> None:
    made = client("conga", Answering(httpx.ReadError("broken"), httpx.Response(status, json={})))
    body = package("conga", ".models").ContactWrite(first_name="Ada")
    with pytest.raises(package("conga").errors.RequestRefused) as caught:
        perform(made, "update_contact_by_external_id", "crm-1", body)
    assert caught.value.after_uncertain_try is marked


@pytest.mark.usefixtures("waits")
def test_a_read_does_nothing_that_could_explain_its_answer() -> None:
    made = client("bird", Answering(httpx.ReadError("broken"), httpx.Response(404, json={})))
    with pytest.raises(package("bird").errors.NotFound) as caught:
        perform(made, "get_contact", UNKNOWN)
    assert not caught.value.after_uncertain_try


@pytest.mark.usefixtures("waits")
def test_a_call_whose_token_was_not_to_be_had_has_done_nothing() -> None:
    tokens: Iterator[httpx.Response | Exception]
    tokens = iter([httpx.ReadError("broken"), httpx.Response(200, json=TOKEN)])

    def handler(request: httpx.Request) -> httpx.Response:
        answer = next(tokens) if request.url.path == "/v2/token" else httpx.Response(404, json={})
        if isinstance(answer, Exception):
            raise answer
        return answer

    retries = package("sfmc").Retries(also_patch_and_post=True)
    made = client("sfmc", handler, retries=retries)
    body = package("sfmc", ".models").ContactUpdate.from_dict({"contactKey": "a", "attributeSets": []})
    with pytest.raises(package("sfmc").errors.NotFound) as caught:
        perform(made, "update_contacts", body)
    assert not caught.value.after_uncertain_try


def test_a_removal_that_was_done_before_its_answer_was_lost_is_marked() -> None:
    there = {UNKNOWN}

    def handler(request: httpx.Request) -> httpx.Response:
        if UNKNOWN in there:
            there.clear()
            raise httpx.ReadError("the answer is lost")
        return httpx.Response(404, json={})

    made = client("bird", handler, retries=package("bird").Retries(longest_wait=0.0))
    with pytest.raises(package("bird").errors.NotFound) as caught:
        perform(made, "delete_contact", UNKNOWN)
    assert caught.value.after_uncertain_try
