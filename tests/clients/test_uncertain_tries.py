"""What a second try is answered is marked, where the first one may have done what was asked."""

from __future__ import annotations

import pickle
from typing import Any

import httpx
import pytest

from tests.clients.calling import Answering, client, package, perform

MARKED = "after a try whose answer was lost and which may have done it"
each_way = pytest.mark.parametrize("asynchronous", [False, True], ids=["blocking", "asynchronous"])


def refused_after(first: int | Exception | None, asynchronous: bool) -> Any:
    """The error of a deletion that is answered with 404, after another try."""
    earlier = httpx.Response(first) if isinstance(first, int) else first
    tries = ([] if earlier is None else [earlier]) + [httpx.Response(404, json={})]
    made = client("bird", Answering(*tries), asynchronous=asynchronous)
    with pytest.raises(package("bird").errors.NotFound) as caught:
        perform(made, "delete_contact", "c0000000-0000-4000-8000-000000000001")
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
