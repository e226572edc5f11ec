"""Text from a target made fit to show: no control characters, no surprises for terminals, XML or browsers."""

from __future__ import annotations

import json
import unicodedata
from typing import Final

from contact_contracts.exchange import NOT_JSON, parse_json

_KEPT: Final = frozenset("\n\t")
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that are shown as escapes: controls, direction marks, surrogates, unassigned."""


def printable(text: str) -> str:
    """Return the text with characters that nobody can see, or that act on a terminal, written as escapes."""
    if text.isprintable():
        return text
    return "".join(char if _shown(char) else _escape(char) for char in text)


def _shown(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char) not in _UNSAFE


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def body_text(body: bytes | None) -> str:
    """Return a body to read: JSON on several lines where that loses nothing, else as it came."""
    if not body:
        return "(no body)"
    text = body.decode("utf-8", errors="backslashreplace")
    value = parse_json(body)
    if value is NOT_JSON or not isinstance(value, dict | list) or not _same_in_compact_form(text, value):
        return printable(text)
    return printable(json.dumps(value, indent=2, ensure_ascii=False))


def _same_in_compact_form(text: str, value: object) -> bool:
    """Whether the value written anew is the text again: no member twice, no number reshaped."""
    forms = (
        json.dumps(value, separators=separators, ensure_ascii=ascii_only)
        for separators in ((",", ":"), (", ", ": "))
        for ascii_only in (False, True)
    )
    return text.strip() in forms
