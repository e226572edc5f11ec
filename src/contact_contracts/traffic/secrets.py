"""Keeps secrets of recorded traffic out of everything that is written."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from contact_contracts.exchange import NOT_JSON, Exchange, parse_json
from contact_contracts.redaction import REDACTED, SHORTEST, Redactor
from contact_contracts.traffic.har import Entry

_NAME = re.compile(
    r"auth|cookie|token|secret|passw|pwd|api[-_]?key|access[-_]?key|session|signature|jwt|csrf|xsrf",
    re.IGNORECASE,
)
_QUERY = re.compile(rf"{_NAME.pattern}|^(key|sig|code)$", re.IGNORECASE)
_MEMBERS = (
    r"(?:access|refresh|id|auth|bearer|api|session)?[-_]?(?:token|secret|password|passwd)"
    r"|\w*client_?secret\w*|\w*api_?key\w*"
)
_MEMBER = re.compile(rf"^(?:{_MEMBERS})$", re.IGNORECASE)
_TOLD = re.compile(
    rf'(?P<told>"(?:{_MEMBERS})"\s*:\s*"|(?:^|&)(?:{_MEMBERS})=)(?:(?<=")(?:[^"\\]|\\.)+|(?<==)[^&"]+)',
    re.IGNORECASE,
)
"""A secret in JSON or in a form, after the member that says that it is one."""
_MEMBER_HINT = re.compile(rb"token|secret|passw|api_?key", re.IGNORECASE)
_KEPT_HEADERS: Final = frozenset({"accept", "content-type", "date", "retry-after", "user-agent"})
"""Headers that a record may show; whatever else a recorder caught may be somebody's secret."""


def is_authorized(entry: Entry, declared: Iterable[str] = ()) -> bool:
    """Whether a call carries anything that may say who calls; ``declared`` query parameters are the API's own."""
    if any(_is_secret(name) and value for name, value in entry.request_headers.items()):
        return True
    parts = urlsplit(entry.url)
    return parts.username is not None or any(
        _QUERY.search(name) and name not in declared for name, _ in parse_qsl(parts.query)
    )


def _is_secret(header: str) -> bool:
    """Whether a header's value may be a secret; HTTP/2 writes the host in one called ``:authority``."""
    return bool(_NAME.search(header)) and not header.startswith((":", "www-", "access-control-"))


class Secrets:
    """All secrets that the calls of a file show, so that no copy of one slips through. repr shows none."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._redactor = Redactor((secret for entry in entries for secret in _secrets(entry)), words=True)

    def __repr__(self) -> str:
        """Say nothing of what is inside."""
        return "Secrets()"

    def hide(self, text: str) -> str:
        """The text without secrets."""
        return self._redactor.hide(text)

    def hidden(self, exchange: Exchange, declared: Iterable[str] = ()) -> Exchange:
        """A call as it may be written down."""
        request, response = exchange.request, exchange.response
        body = None if request.body is None else self._hide_in(request.body)
        asked = replace(
            request,
            url=self.url(request.url, declared),
            path_params={name: self.hide(value) for name, value in request.path_params.items()},
            query=tuple((name, self.hide(value)) for name, value in request.query),
            headers=self._shown(request.headers),
            body=body,
        )
        if response is not None:
            headers = self._shown(response.headers)
            response = replace(response, headers=headers, body=self._hide_in(response.body))
        return replace(exchange, request=asked, response=response)

    def _hide_in(self, body: bytes) -> bytes:
        """A body without secrets, be they ever so short; every byte is a letter of latin-1."""
        text = _TOLD.sub(rf"\g<told>{REDACTED}", body.decode("latin-1"))
        return self.hide(text).encode("latin-1")

    def _shown(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers that a record may show. That there was an Authorization header may be known."""
        shown = {name: self.hide(value) for name, value in headers.items() if name in _KEPT_HEADERS}
        return {**shown, "authorization": REDACTED} if "authorization" in headers else shown

    def url(self, url: str, declared: Iterable[str] = ()) -> str:
        """A URL without user, fragment and secret query values."""
        parts = urlsplit(url)
        query = parts.query
        pairs = parse_qsl(query, keep_blank_values=True)
        own = set(declared)
        if any(_QUERY.search(name) and name not in own for name, _ in pairs):
            query = urlencode(
                [(n, REDACTED if _QUERY.search(n) and n not in own else value) for n, value in pairs]
            )
        host = parts.netloc.rpartition("@")[2]
        return self.hide(urlunsplit((parts.scheme, host, parts.path, query, "")))


def _secrets(entry: Entry) -> Iterator[str]:
    for headers in (entry.request_headers, entry.response_headers):
        for name, value in headers.items():
            if _is_secret(name):
                yield from _of_header(name, value)
    parts = urlsplit(entry.url)
    yield parts.password or ""
    for name, value in parse_qsl(parts.query):
        if _QUERY.search(name):
            yield value
    for body in (entry.request_body, entry.response_body):
        yield from _of_body(body) if isinstance(body, bytes) else ()


def _of_header(name: str, value: str) -> Iterator[str]:
    if "cookie" in name:
        first = re.split(r";\s*", value) if name == "cookie" else [value.partition(";")[0]]
        values = (pair.partition("=")[2].strip() for pair in first)
        yield from (each for each in values if len(each) >= SHORTEST)  # short ones are settings, as a rule
        return
    yield value
    scheme, _, rest = value.partition(" ")
    yield rest.strip()
    if scheme.lower() == "basic":
        try:
            pair = base64.b64decode(rest, validate=True).decode("utf-8")
        except (binascii.Error, ValueError):
            return
        yield pair
        yield pair.partition(":")[2]


def _of_body(body: bytes) -> Iterator[str]:
    if not _MEMBER_HINT.search(body):
        return
    value = parse_json(body)
    if value is not NOT_JSON:
        yield from _of_json(value)
        return
    yield from (value for name, value in parse_qsl(body.decode("latin-1")) if _MEMBER.search(name))


def _of_json(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            waiting += each.values()
            yield from (v for name, v in each.items() if isinstance(v, str) and _MEMBER.search(name))
