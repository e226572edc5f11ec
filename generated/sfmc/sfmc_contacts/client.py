"""The client that operations are called with: where the server is, who is calling, how long to wait."""

from __future__ import annotations

import logging
import random
import ssl
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from typing import Any, Self, TypeVar

import anyio
import httpx
from anyio.lowlevel import RunVar
from attrs import frozen

from . import errors
from .checks import Checks
from .safety import FAMILY_CHECKS
from .types import Response

T = TypeVar("T")

DEFAULT_TIMEOUT = httpx.Timeout(30.0, connect=5.0)
"""Seconds: 30 for an answer, 5 to connect."""

_USER_AGENT = "sfmc-contacts/0.1.0+4ed5693c318f"
_log = logging.getLogger("sfmc_contacts")
_FOR_A_TOKEN = "sfmc_contacts.token"

_ONCE_ONLY = frozenset({404, 409, 410, 412})
"""Statuses that answer what was done already."""

# What may go better the next time; a time-out is not among them, for the server may be at work still.
_PASSING = (httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)


@frozen
class Retries:
    """When to try again: after 429, 502, 503, 504 and failed connections, with a random growing wait.

    Only GET, PUT and DELETE are tried again, because doing them twice leaves what doing them once does; PATCH
    and POST too when `also_patch_and_post` says that this is true of yours. A second try may be answered
    otherwise than the first was, as with 404 for what a DELETE whose answer was lost has removed already: such
    an error has `after_uncertain_try`.
    """

    tries: int = 2
    """How often to try again; 0 never does."""
    also_patch_and_post: bool = False
    longest_wait: float = 60.0
    """Seconds. A server that asks for more is not asked again."""

    def wait(self, method: str, tried: int, response: httpx.Response | None) -> float | None:
        """Return the seconds to wait before the next try, or None for no further one."""
        repeatable = self.also_patch_and_post or method.upper() in {"GET", "PUT", "DELETE"}
        passing = response is None or response.status_code in {429, 502, 503, 504}
        if not (repeatable and passing) or tried >= self.tries:
            return None
        asked = None if response is None else errors.seconds_to_wait(response.headers)
        if asked is None:
            return random.uniform(0, min(self.longest_wait, 0.5 * 2**tried))
        return asked if asked <= self.longest_wait else None


class _Tries:
    """One call with its tries: logs each, and knows whether an earlier one may have done what was asked."""

    def __init__(self, retries: Retries, method: str, path: str) -> None:
        self._retries = retries
        self.method = method
        self.path = path
        self._uncertain = False
        self._tried = 0
        self._began = time.perf_counter()

    def wait_after(self, outcome: httpx.Response | httpx.RequestError) -> float | None:
        """Return the seconds to wait before the next try, or None when this one was the last."""
        response = outcome if isinstance(outcome, httpx.Response) else None
        if _log.isEnabledFor(logging.DEBUG):
            self._tell(type(outcome).__name__ if response is None else response.status_code)
        if response is None and not isinstance(outcome, _PASSING):
            return None
        wait = self._retries.wait(self.method, self._tried, response)
        if wait is not None:
            self._uncertain |= _may_have_done_it(outcome)
            self._tried += 1
        return wait

    def explains(self, failure: errors.ApiError) -> bool:
        """Whether what an earlier try may have done would explain this answer."""
        return self._uncertain and self.method.upper() != "GET" and failure.status_code in _ONCE_ONLY

    def begin(self) -> None:
        """Take the time from here."""
        self._began = time.perf_counter()

    def _tell(self, status: str | int) -> None:
        facts = {
            "method": self.method,
            "path": self.path,
            "status": status,
            "attempt": self._tried + 1,
            "milliseconds": round((time.perf_counter() - self._began) * 1000, 1),
        }
        _log.debug(
            "%(method)s %(path)s: %(status)s, attempt %(attempt)s, %(milliseconds)s ms", facts, extra=facts
        )


def _may_have_done_it(outcome: httpx.Response | httpx.RequestError) -> bool:
    """Whether a try that is repeated may have done what was asked all the same."""
    if isinstance(outcome, httpx.Response):
        return outcome.status_code != 429
    if _FOR_A_TOKEN in outcome.request.extensions:
        return False
    return not isinstance(outcome, httpx.ConnectError)


class TokenAuth(httpx.Auth):
    """Sends a fixed token in the Authorization header."""

    def __init__(self, scheme: str, token: str) -> None:
        """Take the word before the token, such as Bearer, and the token."""
        if not (token.isascii() and token.isprintable() and token == token.strip()):
            # The library that would refuse it later puts it into its message.
            raise ValueError(
                "the token holds a space at an end, a line break or a character that is not ASCII"
            )
        self._header = f"{scheme} {token}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header."""
        request.headers["Authorization"] = self._header
        yield request


def bearer(token: str) -> httpx.Auth:
    """Authenticate with a token."""
    return TokenAuth("Bearer", token)


class ClientCredentials(httpx.Auth):
    """Fetches a token for a client's id and secret, and a new one before it expires or when it is refused.

    Calls under way at the same time share one: whoever comes while it is being fetched waits for it.
    """

    def __init__(self, auth_url: str, client_id: str, client_secret: str) -> None:
        """Take the authentication host's URL, such as https://SUBDOMAIN.auth.marketingcloudapis.com."""
        self._token_url = f"{auth_url.rstrip('/')}/v2/token"
        self._grant = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
        }
        self._copied_by = (auth_url, client_id, client_secret)
        self._token = ""
        self._good_until = 0.0
        self._fetching = threading.Lock()
        self._fetching_in_loop = RunVar[anyio.Lock]("fetching a token")  # a lock is of one event loop

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str]]:
        """Copy what was given, for locks cannot be copied; the copy fetches a token of its own."""
        return type(self), self._copied_by

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the token; fetch one first when there is none, and once more when an older one is refused."""
        fetched, refused = False, ""
        while True:
            if self._is_stale(refused):
                with self._fetching:
                    if self._is_stale(refused):  # nobody else fetched one in the meantime
                        answer = yield self._token_request(request)
                        answer.read()
                        self._keep(answer)
                        fetched = True
            sent = self._add_token(request)
            response = yield request
            if response.status_code != 401 or fetched or refused:
                return
            refused = sent

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Do as sync_auth_flow() does, asynchronously."""
        fetched, refused = False, ""
        while True:
            if self._is_stale(refused):
                async with self._lock_of_this_loop():
                    if self._is_stale(refused):
                        answer = yield self._token_request(request)
                        await answer.aread()
                        self._keep(answer)
                        fetched = True
            sent = self._add_token(request)
            response = yield request
            if response.status_code != 401 or fetched or refused:
                return
            refused = sent

    def _is_stale(self, refused: str) -> bool:
        """Whether a new token is needed, after the refusal of one."""
        return self._token == refused or time.monotonic() >= self._good_until

    def _add_token(self, request: httpx.Request) -> str:
        token = self._token
        request.headers["Authorization"] = f"Bearer {token}"
        return token

    def _lock_of_this_loop(self) -> anyio.Lock:
        lock = self._fetching_in_loop.get(None)
        if lock is None:
            lock = anyio.Lock()
            self._fetching_in_loop.set(lock)
        return lock

    def _token_request(self, request: httpx.Request) -> httpx.Request:
        # It waits no longer than the call that it is for, and says who is calling.
        waits = {"timeout": request.extensions["timeout"]} if "timeout" in request.extensions else {}
        extensions = {**waits, _FOR_A_TOKEN: True}
        caller = {"User-Agent": request.headers.get("User-Agent", _USER_AGENT)}
        return httpx.Request("POST", self._token_url, json=self._grant, headers=caller, extensions=extensions)

    def _keep(self, response: httpx.Response) -> None:
        if not response.is_success:
            raise errors.failure(response, "/v2/token", lambda answer: answer.json())
        try:
            answer = response.json()
            self._token = str(answer["access_token"])
            # A minute early, so that it does not expire under way.
            self._good_until = time.monotonic() + float(answer.get("expires_in") or 0) - 60
        except (ValueError, KeyError, TypeError, AttributeError) as trouble:
            raise errors.unreadable(response, "/v2/token") from trouble


class Client:
    """Where to call and as whom. Share one: it keeps connections open until it is closed.

    Use it as a context manager, `with Client(…) as client:` or `async with`, or call close() or aclose().
    """

    def __init__(
        self,
        base_url: str,
        *,
        auth: httpx.Auth | None = None,
        timeout: httpx.Timeout | float | None = DEFAULT_TIMEOUT,
        retries: Retries | None = None,
        headers: Mapping[str, str] | None = None,
        verify_ssl: bool | ssl.SSLContext = True,
        httpx_args: Mapping[str, Any] | None = None,
        httpx_client: httpx.Client | None = None,
        async_httpx_client: httpx.AsyncClient | None = None,
        checks: Checks = FAMILY_CHECKS,
    ) -> None:
        """Take the server's URL and how to call it.

        Args:
            base_url: The URL that the paths of the operations follow.
            auth: Who is calling; see the functions and classes of this module.
            timeout: Seconds, or an httpx.Timeout; None waits forever.
            retries: When to try again; Retries(tries=0) never does.
            headers: Sent with every call.
            verify_ssl: False, or a context of your own, for a server with a certificate of its own.
            httpx_args: Anything else that httpx.Client and httpx.AsyncClient take, such as a transport.
            httpx_client: A client of yours for blocking calls. It stays yours: it keeps its settings, but for the
                URL, headers, `auth` and `timeout` given here, and it is not closed.
            async_httpx_client: The same for asynchronous calls.
            checks: What is looked at before a call and after it; NO_CHECKS looks at nothing.
        """
        self.base_url = base_url
        self._prefix = base_url.rstrip("/")
        self.retries = Retries() if retries is None else retries
        self.checks = checks
        self._headers = {"User-Agent": _USER_AGENT, **(headers or {})}
        self._settings: dict[str, Any] = {
            "base_url": base_url,
            "auth": auth,
            "timeout": timeout,
            "headers": self._headers,
            "verify": verify_ssl,
            **(httpx_args or {}),
        }
        self._each_time: dict[str, Any] = {} if auth is None else {"auth": auth}
        if timeout is not DEFAULT_TIMEOUT:
            self._each_time["timeout"] = timeout
        self._sync, self._async = httpx_client, async_httpx_client
        self._keeps_sync, self._keeps_async = httpx_client is not None, async_httpx_client is not None

    def __repr__(self) -> str:
        """Show where it calls, never as whom."""
        return f"Client({self.base_url!r})"

    def get_httpx_client(self) -> httpx.Client:
        """Return the httpx client that blocking calls go through; it is made on first use."""
        if self._sync is None:
            self._sync = httpx.Client(**self._settings)
        return self._sync

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the httpx client that asynchronous calls go through; it is made on first use."""
        if self._async is None:
            self._async = httpx.AsyncClient(**self._settings)
        return self._async

    def close(self) -> None:
        """Close the connections of blocking calls."""
        if self._sync is not None and not self._keeps_sync:
            self._sync.close()
            self._sync = None

    async def aclose(self) -> None:
        """Close the connections of asynchronous calls."""
        if self._async is not None and not self._keeps_async:
            await self._async.aclose()
            self._async = None

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(self, *args: object) -> None:
        """Close it."""
        self.close()

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(self, *args: object) -> None:
        """Close it."""
        await self.aclose()

    def call(
        self,
        request: dict[str, Any],
        path: str,
        read: Callable[[httpx.Response], T],
        read_error: Callable[[httpx.Response], Any],
    ) -> Response[T]:
        """Send a request and read the answer; raises a CallFailed unless it is a success."""
        self.checks.before(request, path)
        sent = self._as_sent(request, self._keeps_sync)
        tries = _Tries(self.retries, request["method"], path)
        while True:
            tries.begin()
            try:
                response = self.get_httpx_client().request(**sent)
            except httpx.RequestError as trouble:
                wait = tries.wait_after(trouble)
                if wait is None:
                    raise errors.no_answer(tries.method, path, trouble) from trouble
            else:
                wait = tries.wait_after(response)
                if wait is None:
                    return self._answer(request, response, tries, read, read_error)
            time.sleep(wait)

    async def acall(
        self,
        request: dict[str, Any],
        path: str,
        read: Callable[[httpx.Response], T],
        read_error: Callable[[httpx.Response], Any],
    ) -> Response[T]:
        """Do as call() does, asynchronously."""
        self.checks.before(request, path)
        sent = self._as_sent(request, self._keeps_async)
        tries = _Tries(self.retries, request["method"], path)
        while True:
            tries.begin()
            try:
                response = await self.get_async_httpx_client().request(**sent)
            except httpx.RequestError as trouble:
                wait = tries.wait_after(trouble)
                if wait is None:
                    raise errors.no_answer(tries.method, path, trouble) from trouble
            else:
                wait = tries.wait_after(response)
                if wait is None:
                    return self._answer(request, response, tries, read, read_error)
            await anyio.sleep(wait)

    def _as_sent(self, request: dict[str, Any], by_another: bool) -> dict[str, Any]:
        # A whole URL, for httpx takes longer to put one together.
        sent = {**request, "url": self._prefix + request["url"]}
        if by_another:
            # A client that is not ours knows none of our headers, and must not learn them.
            sent |= {**self._each_time, "headers": {**self._headers, **request.get("headers", {})}}
        return sent

    def _answer(
        self,
        request: dict[str, Any],
        response: httpx.Response,
        tries: _Tries,
        read: Callable[[httpx.Response], T],
        read_error: Callable[[httpx.Response], Any],
    ) -> Response[T]:
        path = tries.path
        if not response.is_success:
            failure = errors.failure(response, path, read_error)
            failure.after_uncertain_try = tries.explains(failure)
            failure.explanation = self.checks.explanation(request, failure)
            raise failure
        try:
            parsed = read(response)
        except Exception as trouble:  # whatever a body of another shape makes the model raise
            raise errors.unreadable(response, path) from trouble
        answer = Response(response.status_code, response.content, response.headers, parsed, response)
        self.checks.after(answer, path)
        return answer
