"""What the clients of all families have in common: options, settings from the environment, opening and closing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Self, TypedDict

import httpx

from .checks import Checks
from .client import DEFAULT_TIMEOUT, Client, Retries


class SharedOptions(TypedDict, total=False):
    """How to call, where the usual is not wanted; blocking or not."""

    base_url: str
    """The URL that the paths of the operations follow, instead of the vendor's."""
    timeout: httpx.Timeout | float | None
    """Seconds, or an httpx.Timeout; None waits forever."""
    retries: Retries
    """When to try again; Retries(tries=0) never does."""
    headers: Mapping[str, str]
    """Sent with every call."""
    checks: Checks
    """What is looked at before a call and after it; NO_CHECKS looks at nothing."""


class Options(SharedOptions, total=False):
    """How a blocking client calls, where the usual is not wanted."""

    transport: httpx.BaseTransport
    """What carries requests, such as httpx.MockTransport in a test."""
    http_client: httpx.Client
    """A client of yours. It keeps its settings, and you close it."""


class AsyncOptions(SharedOptions, total=False):
    """How an asynchronous client calls, where the usual is not wanted."""

    transport: httpx.AsyncBaseTransport
    """What carries requests, such as httpx.MockTransport in a test."""
    http_client: httpx.AsyncClient
    """A client of yours. It keeps its settings, and you close it."""


class MissingSettings(LookupError):
    """Environment variables that from_env() needs are not set; names all of them."""


class Settings:
    """The environment variables of a family: PREFIX_NAME."""

    def __init__(self, prefix: str) -> None:
        """Take the word that their names begin with."""
        self._prefix = prefix

    def needed(self, *names: str) -> list[str]:
        """Return their values; MissingSettings names those that are not set or empty."""
        whole = [f"{self._prefix}_{name}" for name in names]
        missing = [name for name in whole if not os.environ.get(name)]
        if missing:
            raise MissingSettings(
                f"{', '.join(missing)}: not set in the environment. Set them, or pass the values yourself"
            )
        return [os.environ[name] for name in whole]

    def number(self, name: str) -> int:
        """Return the value of a variable that has to be a whole number; ValueError names the one that is not."""
        whole = f"{self._prefix}_{name}"
        value = os.environ[whole]
        if not (value.isascii() and value.isdigit()):
            raise ValueError(f"{whole}: has to be a whole number, and is not")
        return int(value)

    def add_base_url(self, options: SharedOptions) -> None:
        """Take PREFIX_BASE_URL where it is set and the caller names no URL."""
        url = os.environ.get(f"{self._prefix}_BASE_URL")
        if url:
            options.setdefault("base_url", url)


def connect(auth: httpx.Auth, usual_url: str, options: Options | AsyncOptions) -> Client:
    """Return the client that the operations are called with."""
    transport, own = options.get("transport"), options.get("http_client")
    if transport is not None and own is not None:
        raise ValueError("transport and http_client exclude one another. Give your client that transport")
    http_args: dict[str, Any] = {} if transport is None else {"transport": transport}
    checks: dict[str, Any] = {"checks": options["checks"]} if "checks" in options else {}
    return Client(
        options.get("base_url") or (str(own.base_url) if own is not None else "") or usual_url,
        auth=auth,
        timeout=options.get("timeout", DEFAULT_TIMEOUT),
        retries=options.get("retries"),
        headers=options.get("headers"),
        httpx_args=http_args,
        httpx_client=own if isinstance(own, httpx.Client) else None,
        async_httpx_client=own if isinstance(own, httpx.AsyncClient) else None,
        **checks,
    )


class Facade:
    """A client that is used in a with statement, or closed with close()."""

    _client: Client

    def __repr__(self) -> str:
        """Show where it calls, never as whom."""
        return f"{type(self).__name__}({self._client.base_url!r})"

    @property
    def base_url(self) -> str:
        """The URL that the paths of the operations follow."""
        return self._client.base_url

    @property
    def http_client(self) -> httpx.Client:
        """The httpx client that calls go through, for what this package has no method for."""
        return self._client.get_httpx_client()

    def close(self) -> None:
        """Close its connections; an http_client of yours stays open."""
        self._client.close()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(self, *args: object) -> None:
        """Close it."""
        self.close()


class AsyncFacade:
    """A client that is used in an async with statement, or closed with aclose()."""

    _client: Client

    def __repr__(self) -> str:
        """Show where it calls, never as whom."""
        return f"{type(self).__name__}({self._client.base_url!r})"

    @property
    def base_url(self) -> str:
        """The URL that the paths of the operations follow."""
        return self._client.base_url

    @property
    def http_client(self) -> httpx.AsyncClient:
        """The httpx client that calls go through, for what this package has no method for."""
        return self._client.get_async_httpx_client()

    async def aclose(self) -> None:
        """Close its connections; an http_client of yours stays open."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(self, *args: object) -> None:
        """Close it."""
        await self.aclose()
