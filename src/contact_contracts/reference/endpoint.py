"""Serves one family over HTTP: finds the operation, reads the body, lets the rules answer."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.types import Message, Receive, Scope, Send

from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.routing import Router
from contact_contracts.reference.rules import FamilyRules

MAX_BODY: Final = 5_000_000
"""Bytes of a request body that are read; more are answered with 413."""
_PATIENCE: Final = 100 * MAX_BODY  # beyond this even throwing away what a caller sends takes too long

_log = logging.getLogger(__name__)


class DisconnectedError(Exception):
    """The caller went away before the request was complete; there is nobody to answer."""


class FamilyEndpoint:
    """An ASGI application that answers one family's operations, and all else in the family's error shape.

    A call is answered without a pause between its first look at the store and its last change of it:
    concurrent updates queue up, and none is lost.
    """

    def __init__(self, rules: FamilyRules) -> None:
        """Serve what these rules answer."""
        self._rules = rules
        self._router = Router(rules.contract)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            body = await _read_body(receive)
        except DisconnectedError:
            return
        await _write(send, self._answer(scope, body))

    def _answer(self, scope: Scope, body: bytes | None) -> Answer:
        try:
            return self._rules.answer(self._call(scope, body))
        except Refusal as refusal:
            return self._rules.refusal_answer(refusal)
        except Exception:
            _log.exception("%s %s failed", scope["method"], scope["path"])
            return self._rules.refusal_answer(Refusal(500, "The reference server is at fault; see its log."))

    def _call(self, scope: Scope, body: bytes | None) -> Call:
        operation, values = self._router.find(scope["method"], self._rules.path_to_match(_path_of(scope)))
        if body is None:
            raise Refusal(413, f"The body is larger than {MAX_BODY} bytes.", headers={"connection": "close"})
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        return Call(operation, values, tuple(query), headers, body, _base_url(scope, headers))


async def _read_body(receive: Receive) -> bytes | None:
    """The whole body, or None when it is too large; then it is read to its end all the same.

    A caller who is still sending when the connection closes sees a broken connection instead of the answer.
    """
    chunks: list[bytes] = []
    size = 0
    more = True
    while more and size < _PATIENCE:
        message: Message = await receive()
        if message["type"] == "http.disconnect":
            raise DisconnectedError
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= MAX_BODY:
            chunks.append(chunk)
        more = message.get("more_body", False)
    return b"".join(chunks) if size <= MAX_BODY else None


def _path_of(scope: Scope) -> str:
    # Undecoded, so that an encoded slash stays inside its segment; and without the family's prefix.
    path = scope.get("raw_path", scope["path"].encode()).decode("latin-1")
    return str(path.removeprefix(scope.get("root_path", "")))


def _base_url(scope: Scope, headers: Mapping[str, str]) -> str:
    return f"{scope.get('scheme', 'http')}://{headers.get('host', 'localhost')}{scope.get('root_path', '')}"


async def _write(send: Send, answer: Answer) -> None:
    body = b"" if answer.body is None else json.dumps(answer.body).encode()
    media_type = {} if answer.body is None else {"content-type": "application/json"}
    headers = {**media_type, **answer.headers}
    if answer.status != 204:
        headers["content-length"] = str(len(body))
    pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": pairs})
    await send({"type": "http.response.body", "body": body})
