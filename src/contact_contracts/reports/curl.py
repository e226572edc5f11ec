"""A recorded call as a curl command that can be pasted into a shell."""

from __future__ import annotations

import base64
import re
import shlex
from collections.abc import Iterator
from typing import Final

from contact_contracts.exchange import ALMOST_RIGHT, Exchange, Request
from contact_contracts.record.evidence import is_cut
from contact_contracts.redaction import REDACTED
from contact_contracts.reports.text import printable

_SET_BY_CURL: Final = frozenset(
    {"host", "content-length", "accept-encoding", "connection", "user-agent", "transfer-encoding"}
)
NOT_THE_SAME: Final = (
    "# Sends less than was sent: the record has cut the body, and says at its end how long it was.\n"
)
_GLOB: Final = re.compile(r"[\[\]{}]")
_DOT_SEGMENT: Final = re.compile(r"/\.{1,2}(/|$|\?)")


def curl_for(exchange: Exchange, authorization: str = "") -> str:
    """Return the call as a shell command.

    ``authorization`` is the header that the call's role carried, with secrets as ``$VARIABLES``; it stands
    for what the record redacts or leaves out. Bodies that a shell cannot quote are piped in from base64.
    """
    request = exchange.request
    warning = NOT_THE_SAME if is_cut(request.body) else ""
    parts = [*_options(request), *_headers(request, authorization), *_body(request), _quoted(request.url)]
    return warning + _piped_body(request) + " \\\n  ".join(["curl -sS -i", *parts])


def _options(request: Request) -> Iterator[str]:
    yield f"-X {_quoted(request.method)}"
    if _GLOB.search(request.url):
        yield "--globoff"
    if _DOT_SEGMENT.search(request.url):
        yield "--path-as-is"


def _headers(request: Request, authorization: str) -> Iterator[str]:
    recorded = {name.lower() for name in request.headers}
    if request.credential != "none" and authorization and "authorization" not in recorded:
        yield _authorization(request, REDACTED, authorization)
    for name, value in request.headers.items():
        if name.lower() in _SET_BY_CURL:
            continue
        if name.lower() == "authorization":
            yield _authorization(request, value, authorization)
        elif value:
            yield f"-H {_quoted(f'{name}: {value}')}"
        else:
            yield f"-H {_quoted(f'{name};')}"


def _authorization(request: Request, recorded: str, shown: str) -> str:
    scheme, _, secret = (shown or "Bearer $ACCESS_TOKEN").partition(" ")
    if request.credential == "foreign":
        scheme = "Basic" if scheme == "Bearer" else "Bearer"
    if request.credential in ("wrong", "foreign"):
        return "-u nobody:wrong" if scheme == "Basic" else f"-H 'Authorization: {scheme} wrong'"
    if request.credential in ALMOST_RIGHT:
        return f'-H "Authorization: {_almost(request.credential, scheme, secret)}"'
    if recorded != REDACTED and "$" not in recorded:
        return f"-H {_quoted(f'Authorization: {recorded}')}"
    # Double quotes, so that the shell puts the variables in.
    return f'-u "{secret}"' if scheme == "Basic" else f'-H "Authorization: {scheme} {secret}"'


def _almost(role: str, scheme: str, variable: str) -> str:
    name = variable.removeprefix("$")
    return {
        "empty": scheme,
        "misplaced": f"{'Bearer' if scheme == 'Basic' else 'Basic'} {variable}",
        "cut": f"{scheme} ${{{name}%?}}",
        "longer": f"{scheme} ${{{name}}}x",
        "altered": f"{scheme} ${{{name}%?}}~",
        "recased": f"{scheme} $(printf %s {variable} | tr A-Za-z a-zA-Z)",
    }[role]


def _body(request: Request) -> Iterator[str]:
    if not request.body:
        return
    text = _quotable(request.body)
    yield "--data-binary @-" if text is None else f"--data-raw {_quoted(text)}"


def _piped_body(request: Request) -> str:
    if not request.body or _quotable(request.body) is not None:
        return ""
    return f"echo {base64.b64encode(request.body).decode('ascii')} | base64 -d | "


def _quotable(body: bytes) -> str | None:
    """Return a body as text that survives a terminal and a shell, or None."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if printable(text) == text else None


def _quoted(text: str) -> str:
    return shlex.quote(printable(text))
