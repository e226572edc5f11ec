"""Exchanges as JSON values and back: text stays readable, and long bodies are cut."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from contact_contracts.exchange import Exchange, Request, Response

BODY_LIMIT: Final = 64 * 1024
"""Bytes of a body that a record keeps."""
_CUT: Final = re.compile("… \\(cut; \\d+ bytes in all\\)$".encode())
_REMARK: Final = 64
"""Bytes that the remark at the end of a cut body has at most."""


def exchange_entry(exchange: Exchange) -> dict[str, Any]:
    """Return the exchange as the record writes it."""
    request, response = exchange.request, exchange.response
    return {
        "number": exchange.number,
        "at": exchange.at,
        "method": request.method,
        "url": request.url,
        "operation": request.operation,
        "credential": request.credential,
        "request_headers": dict(request.headers),
        "request_body": body_entry(request.body),
        "status": None if response is None else response.status,
        "response_headers": {} if response is None else dict(response.headers),
        "response_body": None if response is None else body_entry(response.body),
        "elapsed_ms": None if response is None else round(response.elapsed_ms, 3),
        "trouble": exchange.trouble,
    }


def exchange_of(entry: Mapping[str, Any]) -> Exchange:
    """Return the exchange that an entry tells of; a cut body ends in a remark that says so."""
    request = Request(
        operation=entry["operation"],
        method=entry["method"],
        url=entry["url"],
        query=tuple(parse_qsl(urlsplit(entry["url"]).query, keep_blank_values=True)),
        headers=entry["request_headers"],
        body=body_of(entry["request_body"]),
        credential=entry["credential"],
    )
    return Exchange(
        number=entry["number"],
        request=request,
        response=_response_of(entry),
        trouble=entry["trouble"],
        at=entry["at"],
    )


def _response_of(entry: Mapping[str, Any]) -> Response | None:
    if entry["status"] is None:
        return None
    return Response(
        status=entry["status"],
        headers=entry["response_headers"],
        body=body_of(entry["response_body"]) or b"",
        elapsed_ms=entry["elapsed_ms"] or 0.0,
    )


def body_entry(body: bytes | None) -> dict[str, Any] | None:
    """Return a body as ``text`` where it is UTF-8, else as ``base64``, with its whole size in bytes."""
    if body is None:
        return None
    kept = body[:BODY_LIMIT]
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        content = {"base64": base64.b64encode(kept).decode("ascii")}
    else:
        # The cut may fall inside a character; its first half is dropped.
        content = {"text": kept.decode("utf-8", errors="ignore")}
    return {**content, "size": len(body), "cut": len(body) > BODY_LIMIT}


def body_of(entry: Mapping[str, Any] | None) -> bytes | None:
    """Return the bytes that an entry kept, and after a cut a remark with the whole size."""
    if entry is None:
        return None
    kept = entry["text"].encode("utf-8") if "text" in entry else base64.b64decode(entry["base64"])
    return kept + f"… (cut; {entry['size']} bytes in all)".encode() if entry["cut"] else kept


def is_cut(body: bytes | None) -> bool:
    """Whether bytes that `body_of` gave end in its remark."""
    return body is not None and _CUT.search(body[-_REMARK:]) is not None
