"""Calls that are under way at the same time share one token of Marketing Cloud."""

from __future__ import annotations

import asyncio
import copy
import threading
from typing import Any

import httpx

from tests.clients.calling import client, package

PATIENCE = 10.0
"""Seconds that a test waits for another thread before it fails."""


class Tokens:
    """Gives another token each time, and counts them; a call with an old one is refused."""

    def __init__(self, refuses: str = "") -> None:
        self.given = 0
        self.refuses = refuses

    def token(self) -> httpx.Response:
        self.given += 1
        return httpx.Response(200, json={"access_token": f"token-{self.given}", "expires_in": 1079})

    def answer(self, request: httpx.Request) -> httpx.Response:
        refused = request.headers["authorization"] == f"Bearer {self.refuses}"
        return httpx.Response(401, json={}) if refused else httpx.Response(200, json={"items": []})


class ToldLock:
    """A lock that tells when somebody asks for it."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        self.asked.release()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def search() -> Any:
    models = package("sfmc", ".models")
    wanted = models.AttributeRequest(attributes=[models.AttributeReference(key="Contact.Contact Key")])
    return models.AttributeSearch(request=wanted, condition_set=models.ConditionSet())


def test_a_thread_that_comes_while_a_token_is_fetched_waits_for_it() -> None:
    tokens, lock = Tokens(), ToldLock()
    others: list[threading.Thread] = []

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/v2/token":
            return tokens.answer(request)
        if not others:
            others.append(threading.Thread(target=made.search_attributes, args=(search(),)))
            others[0].start()
            assert lock.asked.acquire(timeout=PATIENCE)  # the first call's own
            assert lock.asked.acquire(timeout=PATIENCE), "the second call did not wait"
        return tokens.token()

    made = client("sfmc", handler)
    made.http_client.auth._fetching = lock
    made.search_attributes(search())
    others[0].join(PATIENCE)
    assert tokens.given == 1


def test_a_token_that_another_call_has_replaced_is_not_replaced_again() -> None:
    tokens = Tokens(refuses="token-1")
    within: list[int] = []

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v2/token":
            return tokens.token()
        answer = tokens.answer(request)
        if answer.status_code == 401 and not within:
            within.append(1)
            made.search_attributes(search())  # meets the same token, and fetches the next one
        return answer

    made = client("sfmc", handler)
    auth = made.http_client.auth
    auth._keep(tokens.token())
    made.search_attributes(search())
    assert tokens.given == 2


def test_a_new_token_that_is_refused_is_not_fetched_anew() -> None:
    tokens = Tokens(refuses="token-1")
    made = client("sfmc", lambda r: tokens.token() if r.url.path == "/v2/token" else tokens.answer(r))
    try:
        made.search_attributes(search())
    except package("sfmc").errors.Unauthorized:
        assert tokens.given == 1
    else:
        raise AssertionError("the refusal was not raised")


def many_at_once(tokens: Tokens, rounds: int) -> None:
    """Ten calls at once, in each of some event loops."""

    async def handler(request: httpx.Request) -> httpx.Response:
        for _ in range(20):
            await asyncio.sleep(0)  # lets the other calls go as far as they can
        return tokens.token() if request.url.path == "/v2/token" else tokens.answer(request)

    made = client("sfmc", handler, asynchronous=True)  # type: ignore[arg-type]  # MockTransport takes both kinds

    async def all_of_them() -> None:
        await asyncio.gather(*(made.search_attributes(search()) for _ in range(10)))

    for _ in range(rounds):
        asyncio.run(all_of_them())


def test_asynchronous_calls_at_once_fetch_one_token_in_whatever_event_loop() -> None:
    tokens = Tokens()
    many_at_once(tokens, rounds=2)
    assert tokens.given == 1


def test_asynchronous_calls_that_are_refused_at_once_fetch_one_more() -> None:
    tokens = Tokens(refuses="token-1")
    made = package("sfmc", ".client").ClientCredentials("https://auth.example", "id", "se-cret")
    made._keep(tokens.token())

    async def handler(request: httpx.Request) -> httpx.Response:
        for _ in range(20):
            await asyncio.sleep(0)
        return tokens.token() if request.url.path == "/v2/token" else tokens.answer(request)

    async def all_of_them() -> list[int]:
        async with httpx.AsyncClient(transport=httpx.MockTransport(handler), auth=made) as sending:
            answers = await asyncio.gather(*(sending.get("https://api.example/") for _ in range(10)))
        return [answer.status_code for answer in answers]

    assert asyncio.run(all_of_them()) == [200] * 10
    assert tokens.given == 2


def test_credentials_can_be_copied_and_the_copy_fetches_its_own_token() -> None:
    tokens = Tokens()
    first = package("sfmc", ".client").ClientCredentials("https://auth.example", "id", "se-cret")
    handler = httpx.MockTransport(lambda r: tokens.token() if r.url.path == "/v2/token" else tokens.answer(r))
    for auth in (first, copy.deepcopy(first)):
        with httpx.Client(transport=handler, auth=auth) as sending:
            assert sending.get("https://api.example/").status_code == 200
    assert tokens.given == 2
