"""Other ways to speak HTTP, and to be reached; the same for all families."""

# ruff: noqa: ARG001 - each wrap is handed the family, whether it differs by family or not
from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contact_contracts.contract import FAMILIES
from contact_contracts.variations.catalogue import Variation, declare, wrapping

Headers = list[tuple[bytes, bytes]]
_LAG_SECONDS: Final = 0.1
_HALF_CHARACTER: Final = b"\\ud"
"""Begins an escape that no UTF-8 can hold by itself."""
_PREFIX: Final = "/gateway/contacts-v7"
_TOO_MANY: Final = {
    "everbridge": {"status": 429, "message": "slow down"},
    "bird": {"code": "TooManyRequests", "message": "slow down"},
    "conga": {"Success": False, "StatusCode": "TooManyRequests", "Errors": [{"Message": "slow down"}]},
    "sfmc": {"message": "slow down", "errorcode": 50200, "documentation": ""},
}


class Whole:
    """Around a server: hands each whole answer to a function that says how it goes out."""

    def __init__(self, app: ASGIApp, answer: Callable[[Scope, int, Headers, bytes], list[Message]]) -> None:
        """Wrap the server."""
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the server answer, then send what the function makes of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        heard: list[Message] = []

        async def listen(message: Message) -> None:
            heard.append(message)

        await self._app(scope, receive, listen)
        if not heard:
            return  # the caller went away
        body = b"".join(message.get("body", b"") for message in heard[1:])
        for message in self._answer(scope, heard[0]["status"], list(heard[0]["headers"]), body):
            await send(message)


def answer_of(status: int, headers: Headers, *chunks: bytes) -> list[Message]:
    """The messages of an answer whose body comes in these chunks."""
    parts: list[Message] = [
        {"type": "http.response.body", "body": chunk, "more_body": at < len(chunks)}
        for at, chunk in enumerate(chunks, 1)
    ]
    return [{"type": "http.response.start", "status": status, "headers": headers}, *parts]


def without(headers: Headers, name: bytes) -> Headers:
    """The headers but one."""
    return [(key, value) for key, value in headers if key.lower() != name]


@wrapping("closes-connections")
def closes_connections(app: ASGIApp, family: str) -> ASGIApp:
    """Each answer ends its connection."""
    return Whole(
        app, lambda _, status, headers, body: answer_of(status, [*headers, (b"connection", b"close")], body)
    )


@wrapping("chunked")
def chunked(app: ASGIApp, family: str) -> ASGIApp:
    """Bodies come in chunks of 7 bytes, without a length."""

    def answer(_: Scope, status: int, headers: Headers, body: bytes) -> list[Message]:
        if not body:
            return answer_of(status, headers, body)
        chunks = [body[at : at + 7] for at in range(0, len(body), 7)]
        return answer_of(status, without(headers, b"content-length"), *chunks)

    return Whole(app, answer)


@wrapping("gzip")
def gzipped(app: ASGIApp, family: str) -> ASGIApp:
    """Bodies are compressed for callers who can read that."""

    def answer(scope: Scope, status: int, headers: Headers, body: bytes) -> list[Message]:
        taken = next((value for key, value in scope["headers"] if key == b"accept-encoding"), b"")
        if not body or b"gzip" not in taken:
            return answer_of(status, headers, body)
        small = gzip.compress(body)
        kept = without(headers, b"content-length")
        marks = [(b"content-encoding", b"gzip"), (b"content-length", b"%d" % len(small))]
        return answer_of(status, [*kept, *marks], small)

    return Whole(app, answer)


@wrapping("charset")
def charset(app: ASGIApp, family: str) -> ASGIApp:
    """The media type names its character set, and text is not escaped."""

    def answer(_: Scope, status: int, headers: Headers, body: bytes) -> list[Message]:
        if not body:
            return answer_of(status, headers, body)
        spelled = json.dumps(json.loads(body), ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
        spelled = body if _HALF_CHARACTER in body.lower() else spelled
        kept = without(without(headers, b"content-type"), b"content-length")
        marks = [(b"Content-Type", b"application/json;charset=UTF-8"), (b"content-length", b"%d" % len(spelled))]
        return answer_of(status, [*kept, *marks], spelled)

    return Whole(app, answer)


class _Limited:
    """Says 429 now and then."""

    def __init__(self, app: ASGIApp, family: str) -> None:
        self._app = app
        self._body = json.dumps(_TOO_MANY[family]).encode()
        self._count = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self._count += 1
            if self._count % 23 == 0:
                wait = b"1" if self._count % (23 * 25) == 0 else b"0"
                headers = [(b"content-type", b"application/json"), (b"retry-after", wait)]
                for message in answer_of(429, headers, self._body):
                    await send(message)
                return
        await self._app(scope, receive, send)


@wrapping("rate-limited")
def rate_limited(app: ASGIApp, family: str) -> ASGIApp:
    """Every 23rd call is answered with 429 and Retry-After."""
    return _Limited(app, family)


class _Cached:
    """Answers some reads from a memory that is at most 0.1 s old."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = Whole(app, self._remember)
        self._memory: dict[tuple[str, bytes, bytes], tuple[float, int, Headers, bytes]] = {}
        self._reads = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = self._memory.get(_place(scope)) if self._is_read(scope) else None
        if known is not None:
            self._reads += 1
            if self._reads % 11 == 0 and time.monotonic() - known[0] < _LAG_SECONDS:
                for message in answer_of(*known[1:]):
                    await send(message)
                return
        await self._app(scope, receive, send)

    def _remember(self, scope: Scope, status: int, headers: Headers, body: bytes) -> list[Message]:
        if status == 200 and self._is_read(scope):
            self._memory[_place(scope)] = (time.monotonic(), status, headers, body)
        return answer_of(status, headers, body)

    def _is_read(self, scope: Scope) -> bool:
        return bool(scope["type"] == "http" and scope["method"] == "GET")


def _place(scope: Scope) -> tuple[str, bytes, bytes]:
    authorization = next((value for key, value in scope["headers"] if key == b"authorization"), b"")
    return scope["method"], scope["raw_path"] + b"?" + scope["query_string"], authorization


@wrapping("lagging-reads", "everbridge", "bird", "conga", read_after_write_seconds=0.5)
def lagging_reads(app: ASGIApp, family: str) -> ASGIApp:
    """Now and then a read shows what was 0.1 s ago; the target file grants 0.5 s."""
    return _Cached(app)


for _family in FAMILIES:
    declare(
        Variation(
            "prefixed",
            _family,
            "The base URL has a path, and the target file writes it with a slash at its end.",
            prefix=_PREFIX,
            base_path=f"{_PREFIX}/",
        )
    )
