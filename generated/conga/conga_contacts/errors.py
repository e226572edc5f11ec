"""What a call raises when it does not succeed.

    CallFailed                   any of the below; catches them all
    ├── NoAnswer                 nobody can be reached, or the connection broke; __cause__ is the error of httpx
    │   └── TimedOut             the time to wait was over
    └── ApiError                 an answer came
        ├── RequestRefused       4xx
        │   ├── BadRequest       400
        │   ├── Unauthorized     401
        │   ├── Forbidden        403
        │   ├── NotFound         404
        │   ├── Conflict         409
        │   ├── Unprocessable    422
        │   └── TooManyRequests  429
        ├── ServerFailed         5xx
        ├── UnexpectedStatus     a status that is neither success nor failure, such as a redirect
        ├── OperationFailed      a status of success, but the body says that the operation failed
        └── UnreadableAnswer     success, but with a body that is not what the contract says

A path value that would lead to another resource raises InvalidPathValue before anything is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx


class InvalidPathValue(ValueError):
    """A path value is empty, `.` or `..`, so that the URL would name another resource."""


class CallFailed(Exception):
    """A call that did not succeed, for whatever reason. Its text names the call, never what was sent."""

    method: str
    path: str
    """The path's template: its parameters are not filled in."""
    after_uncertain_try: bool = False
    """Whether an earlier try of the same call, whose answer was lost, may have done what was asked: 404 and 410 may
    then mean that it is removed already, 409 and 412 that it is made or changed already. Never set where no try was
    answered, for then nobody knows anyway: see NoAnswer."""


class NoAnswer(CallFailed):
    """No whole answer came, so nobody knows whether the server did what was asked; __cause__ says what happened."""

    def __init__(self, method: str, path: str, reason: str) -> None:
        """Keep what was called, and the name of what happened."""
        super().__init__(method, path, reason)
        self.method = method
        self.path = path
        self.reason = reason
        """The class of the error of httpx, such as ConnectError."""

    def __str__(self) -> str:
        """Say which call had no answer."""
        return f"{self.method} {self.path} had no answer: {self.reason}"

    def __repr__(self) -> str:
        """Say the same with the kind of error."""
        return f"<{type(self).__name__}: {self}>"


class TimedOut(NoAnswer):
    """No answer came in time; the server may be at work still."""


class ApiError(CallFailed):
    """An answer that is not a success. Its text names the call and the status, never the body."""

    def __init__(
        self,
        status_code: int,
        method: str,
        path: str,
        headers: Mapping[str, str],
        content: bytes,
        parsed: Any = None,
    ) -> None:
        """Keep the answer; headers have lower-case names."""
        super().__init__(status_code, method, path, headers, content, parsed)
        self.status_code = status_code
        self.method = method
        self.path = path
        self.headers = dict(headers)
        self.content = content
        self.parsed = parsed
        """The body as the contract's error model; None when it has another shape."""
        self.explanation = ""
        """What may be the matter, where this package knows more than the answer says."""

    def __str__(self) -> str:
        """Say which call was answered with which status, and what may be the matter."""
        said = f"{self.method} {self.path} was answered with HTTP {self.status_code}"
        if self.after_uncertain_try:
            said += ", after a try whose answer was lost and which may have done it"
        return f"{said}. {self.explanation}" if self.explanation else said

    def __repr__(self) -> str:
        """Say the same with the kind of error."""
        return f"<{type(self).__name__}: {self}>"

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks to wait; None when it does not ask."""
        return seconds_to_wait(self.headers)


class RequestRefused(ApiError):
    """The server refuses the request (4xx)."""


class BadRequest(RequestRefused):
    """The request is malformed or breaks a rule (400)."""


class Unauthorized(RequestRefused):
    """Credentials are missing, wrong or too old (401)."""


class Forbidden(RequestRefused):
    """The credentials do not allow this (403)."""


class NotFound(RequestRefused):
    """There is nothing of that name (404)."""


class Conflict(RequestRefused):
    """Something else is in the way (409)."""


class Unprocessable(RequestRefused):
    """The body is well-formed but not acceptable (422)."""


class TooManyRequests(RequestRefused):
    """Too many calls (429); see retry_after."""


class ServerFailed(ApiError):
    """The server, or something before it, failed (5xx)."""


class UnexpectedStatus(ApiError):
    """The status is neither success nor failure."""


class UnreadableAnswer(ApiError):
    """The call succeeded, but the body is not what the contract says."""

    def __str__(self) -> str:
        """Say that the call itself succeeded."""
        return (
            f"{self.method} {self.path} succeeded with HTTP {self.status_code}, but its body cannot be read"
        )


class OperationFailed(ApiError):
    """The status says that all went well, but the body that the operation failed."""

    def __str__(self) -> str:
        """Say that the body and the status disagree."""
        return (
            f"{self.method} {self.path} was answered with HTTP {self.status_code}, but it failed: see parsed"
        )


_E = TypeVar("_E", bound=ApiError)

_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    422: Unprocessable,
    429: TooManyRequests,
}


def no_answer(method: str, path: str, trouble: httpx.RequestError) -> NoAnswer:
    """Return the error for a call that had no answer."""
    kind = TimedOut if isinstance(trouble, httpx.TimeoutException) else NoAnswer
    return kind(method, path, type(trouble).__name__)


def failure(response: httpx.Response, path: str, read_error: Callable[[httpx.Response], Any]) -> ApiError:
    """Return the error for an answer that is not a success, whatever its body looks like."""
    try:
        parsed = read_error(response)
    except Exception:  # a proxy's HTML, an empty body, another shape: the status still says enough
        parsed = None
    return _of_kind(_kind_of(response.status_code), response, path, parsed)


def unreadable(response: httpx.Response, path: str) -> UnreadableAnswer:
    """Return the error for a success whose body cannot be read."""
    return _of_kind(UnreadableAnswer, response, path, None)


def failed(response: httpx.Response, path: str, result: Any) -> OperationFailed:
    """Return the error for a body that says that the operation failed."""
    return _of_kind(OperationFailed, response, path, result)


def _of_kind(kind: type[_E], response: httpx.Response, path: str, parsed: Any) -> _E:
    headers = dict(response.headers)
    return kind(response.status_code, response.request.method, path, headers, response.content, parsed)


def _kind_of(status: int) -> type[ApiError]:
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 400 <= status < 500:
        return RequestRefused
    return ServerFailed if status >= 500 else UnexpectedStatus


def seconds_to_wait(headers: Mapping[str, str]) -> float | None:
    """Read a Retry-After header, in seconds or as a date; None when there is none that makes sense."""
    text = headers.get("retry-after", "")
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
