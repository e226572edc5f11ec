"""Bodies as a HAR file holds them, and which of them cannot be relied on.

A recorder may leave a body out, cut it, or turn bytes into text with losses. Such a body proves nothing about a
server, so it is told apart from one that is really empty or really malformed.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

LARGEST_UNPACKED = 64 * 1024 * 1024
"""Bytes that a compressed body may become."""
_BODYLESS = frozenset({204, 205, 304})
_LOST = "\N{REPLACEMENT CHARACTER}"
"""What a decoder leaves in place of bytes that it could not read."""


@dataclass(frozen=True)
class Unread:
    """Stands for a body that the file does not hold as it was sent."""

    why: str


Body = bytes | None | Unread


def request_body(request: Mapping[str, Any], headers: Mapping[str, str]) -> Body:
    """What was sent; None for a request without a body."""
    posted = request.get("postData")
    declared = _size(request.get("bodySize"), headers)
    if not isinstance(posted, dict):
        return Unread("the file leaves out what was sent") if declared else None
    text = posted.get("text")
    if not isinstance(text, str) or (not text and (declared or posted.get("params"))):
        return Unread("the file leaves out what was sent") if declared or posted.get("params") else None
    return _decoded(text, posted.get("encoding"), headers, declared)


def response_body(response: Mapping[str, Any], headers: Mapping[str, str]) -> Body:
    """What came back; empty bytes for an answer without a body."""
    content = response.get("content")
    held: Mapping[str, Any] = content if isinstance(content, dict) else {}
    sizes = [_number(held.get("size")), _size(None, headers)]
    text = held.get("text")
    if isinstance(text, str) and text:
        return _decoded(text, held.get("encoding"), headers, max(sizes))
    if response.get("status") in _BODYLESS:
        return b""
    streamed = "chunked" in headers.get("transfer-encoding", "").lower()
    known_empty = text == "" or _number(held.get("size")) == 0 or headers.get("content-length") == "0"
    if max(sizes) > 0 or (streamed and text is None) or not known_empty:
        return Unread("the file leaves out what was answered")
    return b""


def _size(told: Any, headers: Mapping[str, str]) -> int:
    """How many bytes there were, as far as somebody says so; compressed ones tell nothing about the text."""
    length = headers.get("content-length", "")
    by_header = int(length) if length.isascii() and length.isdigit() and len(length) < 19 else 0
    return max(_number(told), by_header if not headers.get("content-encoding") else min(by_header, 1))


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _decoded(text: str, encoding: Any, headers: Mapping[str, str], size: int) -> Body:
    if encoding not in (None, "", "base64"):
        return Unread(f"the file holds a body in an encoding that is not known here ({str(encoding)[:20]})")
    found = _from_base64(text, headers) if encoding == "base64" else _from_text(text)
    if isinstance(found, bytes) and _is_beyond_reading(found):
        return Unread("a body is too deep, or its numbers are too long, to be read here")
    if isinstance(found, bytes) and len(found) < size and not is_json(found):
        return Unread("the file holds only a part of a body")
    return found


def _from_base64(text: str, headers: Mapping[str, str]) -> bytes | Unread:
    try:
        found = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return Unread("the file holds a body whose base64 is damaged or cut")
    if found.startswith(b"\x1f\x8b") and "gzip" in headers.get("content-encoding", "").lower():
        return _unpacked(found)
    return found


def _unpacked(packed: bytes) -> bytes | Unread:
    try:
        with gzip.GzipFile(fileobj=BytesIO(packed)) as stream:
            found = stream.read(LARGEST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error):
        return Unread("the file holds a compressed body that is damaged or cut")
    return found if len(found) <= LARGEST_UNPACKED else Unread("a compressed body is too large once unpacked")


def _from_text(text: str) -> bytes | Unread:
    if _LOST in text:
        return Unread("the recorder could not read all of a body")
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return Unread("the file holds a binary body as text")


def is_json(body: bytes) -> bool:
    """Whether bytes can be read as JSON."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _is_beyond_reading(body: bytes) -> bool:
    """Whether it is this reader that has to give up, not the body that is malformed."""
    try:
        json.loads(body)
    except RecursionError:
        return True
    except ValueError as error:
        return not isinstance(error, json.JSONDecodeError | UnicodeDecodeError)
    return False
