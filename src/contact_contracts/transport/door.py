"""Sends calls and returns exchanges: paced, retried where a target asks for it, recorded without secrets."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from types import TracebackType
from typing import Final

import httpx

from contact_contracts.contract import Contract
from contact_contracts.exchange import Exchange, Request, Response
from contact_contracts.redaction import REDACTED
from contact_contracts.target.models import FamilyTarget
from contact_contracts.transport.call import Call
from contact_contracts.transport.credentials import Credentials
from contact_contracts.transport.errors import Blocked, NotAllowed
from contact_contracts.transport.pace import LONGEST_WAIT, Pace, retry_after
from contact_contracts.transport.prompt import Prompt

USER_AGENT = "contact-contracts"
MOST_TRIES = 8
TOO_MANY_REQUESTS = 429
NO_CONNECTION: Final = "connection"
"""How the trouble of an exchange begins whose request never reached the target."""
READING = frozenset({"GET", "HEAD", "OPTIONS"})
SECRET_HEADERS = frozenset({"set-cookie", "authorization", "www-authenticate", "cookie"})


@dataclass
class Door:
    """The only way from the suite to a target. Close it when done."""

    target: FamilyTarget
    contract: Contract
    sleep: Callable[[float], None] = time.sleep
    transport: httpx.BaseTransport | None = None
    """In place of the network, for tests."""
    clock: Callable[[], float] = time.monotonic
    """By which tokens grow old, in seconds."""
    requests: int = 0
    """How many requests were sent, retries included."""
    _client: httpx.Client = field(init=False, repr=False)
    _credentials: Credentials = field(init=False, repr=False)
    _pace: Pace = field(init=False, repr=False)
    _single_use: bool = field(init=False, repr=False, default=False)
    """Whether connections are not used again."""

    def __post_init__(self) -> None:
        """Open a client that reads nothing from the environment unless the target file says so."""
        self._client = httpx.Client(
            timeout=httpx.Timeout(self.target.timeout_seconds, connect=self.target.connect_timeout_seconds),
            verify=_verify(self.target),
            trust_env=self.target.trust_env,
            follow_redirects=False,
            transport=self.transport,
            event_hooks={"request": [Prompt().follow]},
        )
        self._credentials = Credentials(self.target, self._ask_for_token, self.clock)
        self._pace = Pace(self.target.max_requests_per_second, sleep=self.sleep)

    def __enter__(self) -> Door:
        """Use the door as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def send(self, request: Request) -> Exchange:
        """Send a request and return what came back. 429 is waited out.

        Raises NotAllowed when the target file does not permit the call, and Blocked when the target keeps
        saying 429 or no credentials can be had.
        """
        self._check_allowed(request.operation, request.method)
        return self._answered(request)

    def request(self, call: Call) -> Request:
        """The request that a call becomes."""
        operation = self.contract.operations[call.operation]
        content = call.content()
        return Request(
            operation=call.operation,
            method=call.method or operation.method,
            url=f"{self.target.base_url}{call.path(operation.path)}{call.encoded_query()}",
            path_params={name: str(value) for name, value in call.path_params.items()},
            query=tuple(call.query),
            headers=_headers(call, content),
            body=content,
            credential=call.credential,
        )

    def _check_allowed(self, operation: str, method: str) -> None:
        if operation in self.target.lacks:
            raise NotAllowed(f"the target file says that {operation} is lacking")
        if method in READING or operation in READING_OPERATIONS:
            return
        if not self.target.allow_writes:
            raise NotAllowed("the target file does not set allow_writes")
        creates = operation.startswith("create") or operation in CREATING_OPERATIONS
        if creates and not self.target.allow_create:
            raise NotAllowed("the target file does not set allow_create")
        if operation.startswith("delete") and not self.target.allow_delete:
            raise NotAllowed("the target file does not set allow_delete")

    def _answered(self, request: Request) -> Exchange:
        waited = 0.0
        renewed = False
        status = TOO_MANY_REQUESTS
        for attempt in range(MOST_TRIES):
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            outcome = self._once(request)
            if isinstance(outcome, str):
                return Exchange(self.requests, request, None, outcome, at)
            if outcome.status == 401 and request.credential == "default" and not renewed:
                renewed = self._credentials.expired()
                if renewed:
                    continue
            if not _is_busy(outcome.status, outcome.headers):
                return Exchange(self.requests, request, outcome, "", at)
            status = outcome.status
            pause = retry_after(outcome.headers, attempt)
            waited += pause
            if waited > LONGEST_WAIT:
                break
            self.sleep(pause)
        raise Blocked(f"the target keeps answering {request.operation} with {status}, or asks to wait too long")

    def _ask_for_token(self, url: str, body: Mapping[str, str]) -> httpx.Response:
        """Ask where tokens are had, at the pace of all calls and with the same patience."""
        waited = 0.0
        attempt = 0
        while True:
            self._pace.wait()
            self.requests += 1
            answer = self._client.post(url, json=dict(body))
            pause = retry_after(answer.headers, attempt)
            waited += pause
            attempt += 1
            if not _is_busy(answer.status_code, answer.headers) or attempt == MOST_TRIES or waited > LONGEST_WAIT:
                return answer
            self.sleep(pause)

    def _once(self, request: Request) -> Response | str:
        """Send once; a connection that was closed while idle is opened anew and does not count.

        From then on each call has a connection of its own: the target may close without a word after every answer.
        """
        trouble = ""
        for _ in range(2 if is_repeatable(request) else 1):
            self._pace.wait()
            self.requests += 1
            started = time.perf_counter()
            try:
                answer = self._client.send(self._wire_request(request))
            except httpx.ConnectError as error:
                return f"{NO_CONNECTION} to {self.target.base_url} refused or failed: {error}"
            except httpx.ConnectTimeout:
                return f"{NO_CONNECTION} not made within {self.target.connect_timeout_seconds:g} s"
            except httpx.TimeoutException:
                return f"no answer within {self.target.timeout_seconds:g} s"
            except httpx.TransportError as error:
                trouble = self._credentials.hide(f"broken message: {type(error).__name__}: {error}")
                self._single_use = True
                continue
            except (httpx.DecodingError, httpx.InvalidURL) as error:
                return f"broken message: {type(error).__name__}"
            return self._response(answer, time.perf_counter() - started)
        return trouble

    def _wire_request(self, request: Request) -> httpx.Request:
        headers = dict(request.headers)
        authorization = self._credentials.header(request.credential)
        if authorization is not None:
            headers["authorization"] = authorization
        if self._single_use:
            headers["connection"] = "close"
        return httpx.Request(request.method, _parsed(request.url), headers=headers, content=request.body)

    def _response(self, answer: httpx.Response, seconds: float) -> Response:
        hide = self._credentials.hide
        headers: dict[str, str] = {}
        for raw_name, raw_value in answer.headers.raw:  # httpx's own view of them is slow to walk through
            name = raw_name.decode("latin-1").lower()
            value = REDACTED if name in SECRET_HEADERS else hide(raw_value.decode("latin-1"))
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        body = hide(answer.content.decode("latin-1")).encode("latin-1")  # every byte is a latin-1 letter
        return Response(answer.status_code, headers, body, round(seconds * 1000, 3))


_parsed = lru_cache(maxsize=1024)(httpx.URL)
"""Most URLs are called again and again; parsing one takes as long as judging its answer."""

CREATING_OPERATIONS = frozenset({"updateContactByIdentifier"})
"""Operations that make what they do not find."""
READING_OPERATIONS = frozenset({"searchContacts", "searchAttributes", "requestToken"})
"""Operations that read although they are sent as POST."""


def is_repeatable(request: Request) -> bool:
    """Whether a request may be sent again although the first one may have been done."""
    return request.method != "POST" or request.operation in READING_OPERATIONS


def _verify(target: FamilyTarget) -> ssl.SSLContext | bool:
    if target.verify_tls and target.ca_file is not None:
        return ssl.create_default_context(cafile=str(target.ca_file))
    return target.verify_tls


def _is_busy(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer asks to wait; header names are in lower case, or compare like that."""
    return status == TOO_MANY_REQUESTS or (status == 503 and "retry-after" in headers)


def _headers(call: Call, content: bytes | None) -> Mapping[str, str]:
    headers = {"accept": "application/json", "user-agent": USER_AGENT, "accept-encoding": "gzip, deflate"}
    if content is not None:
        headers["content-type"] = call.media_type
    headers.update({name.lower(): value for name, value in call.headers.items()})
    return headers
