"""Clients of each family whose requests go to a function of the test, blocking and asynchronous."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Callable
from typing import Any, Final

import httpx

BASE: Final = "https://api.example"
WORKSPACE: Final = "b4e02c85-c6d2-4b15-8885-e09671799c61"
CLIENTS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "everbridge": ("EverbridgeClient", {"username": "ann", "password": "pa-ss", "organization_id": 7}),
    "bird": ("BirdClient", {"access_key": "k-ey", "workspace_id": WORKSPACE}),
    "conga": ("CongaClient", {"token": "to-ken"}),
    "sfmc": ("MarketingCloudClient", {"client_id": "id", "client_secret": "se-cret", "subdomain": "mc1"}),
}
"""The name of each family's client, and what it takes."""
SECRETS: Final = ("pa-ss", "k-ey", "to-ken", "se-cret")
TOKEN: Final = {"access_token": "fetched", "expires_in": 1079}
Handler = Callable[[httpx.Request], httpx.Response]


class Answering:
    """Gives the same answer each time (to token requests a token), and keeps what was asked."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self._answers = answers or (httpx.Response(200, json={}),)
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v2/token":
            return httpx.Response(200, json=TOKEN)
        self.asked.append(request)
        answer = self._answers[min(len(self.asked), len(self._answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer


def package(family: str, module: str = "") -> Any:
    return importlib.import_module(f"{family}_contacts{module}")


def client_class(family: str, asynchronous: bool = False) -> Any:
    return getattr(package(family), ("Async" if asynchronous else "") + CLIENTS[family][0])


def client(family: str, handler: Handler, *, asynchronous: bool = False, **options: Any) -> Any:
    if "http_client" not in options:
        options["transport"] = httpx.MockTransport(handler)
    if family == "sfmc" and "base_url" in options:
        options.setdefault("auth_base_url", options["base_url"])
    return client_class(family, asynchronous)(**CLIENTS[family][1], **options)


def perform(made: Any, name: str, *arguments: Any, **named: Any) -> Any:
    """Call a method of a client of either kind, and close the client."""

    async def awaited() -> Any:
        async with made:
            return await getattr(made, name)(*arguments, **named)

    if inspect.iscoroutinefunction(getattr(made, name)):
        return asyncio.run(awaited())
    with made:
        return getattr(made, name)(*arguments, **named)


async def settled(value: Any) -> Any:
    """The value itself, or what comes of it when it has to be awaited: lets one test try both kinds of client."""
    return await value if inspect.isawaitable(value) else value
