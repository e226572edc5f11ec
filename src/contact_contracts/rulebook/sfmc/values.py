"""Attribute values in comparable form: with their type where they fit the declared one, else as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import unescape
from typing import Final
from unicodedata import combining, normalize

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EMPTY, Value
from contact_contracts.rulebook.values import as_number, delivery_value, freeze, is_empty

Matches = Callable[[Value, Value], bool]
TEXTUAL: Final = frozenset({"text", "email", "phone", "date"})
_LONGEST_COUNTRY_CODE: Final = 3
_WIDEST: Final = 0xFFFF
"""The last character of the plane that two bytes hold."""
_QUOTING: Final = "'\"\\"
_REPLACEMENTS: Final = "?\ufffd"
_DATE_FORMATS: Final = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y")


class Rows(frozenset[Value]):
    """Different values of one attribute that a set without a key shows in several rows."""


def fits(kind: str, value: Json) -> bool:
    """Whether a value is of the type that its attribute declares."""
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, str)


def delicate(kind: str, value: Json) -> bool:
    """Whether a right server may have no room for a value that fits: it says so then, and stores nothing else."""
    if isinstance(value, str):
        edge = any(char < " " or ord(char) > _WIDEST for char in value)
        return edge or (kind == "date" and "T" in value)
    return kind == "number" and (isinstance(value, float) or abs(value) >= 2**31)


def normal(kind: str, value: Json) -> Value:
    """A value in comparable form: nothing is EMPTY, telephone numbers lose punctuation, line breaks are alike."""
    if is_empty(value):
        return EMPTY
    if kind == "phone":
        return delivery_value(value)
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return freeze(value)


def comparison(kind: str, value: Json) -> Matches | None:
    """How a value that was sent compares with one that is read; None for equality."""
    if not fits(kind, value):
        return _same_number if kind == "number" else _same_text
    return {"date": _same_moment, "phone": _same_phone}.get(kind)


def in_some_row(matches: Matches | None) -> Matches:
    """A comparison that is content when one of several rows shows the value."""

    def shown(expected: Value, observed: Value) -> bool:
        seen = observed if isinstance(observed, Rows) else (observed,)
        return any(_equal(expected, one) if matches is None else matches(expected, one) for one in seen)

    return shown


def _equal(expected: Value, observed: Value) -> bool:
    if isinstance(expected, bool) or isinstance(observed, bool):
        return expected is observed
    return expected == observed


def alike(one: Value, other: Value) -> bool:
    """Whether one value may be what is left of another that is stored carelessly."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(int(one)) == abs(int(other))
    first, second = folded(str(one)), folded(str(other))
    return first.startswith(second) or second.startswith(first) or _recoded(str(one), str(other))


def _recoded(left: str, text: str) -> bool:
    """Whether a text is what a poorer encoding leaves of another one."""
    same_length = len(left) == len(text)
    return same_length and all(a == b or a in _REPLACEMENTS for a, b in zip(left, text, strict=True))


def folded(text: str) -> str:
    """A text without what careless storage loses or adds: case, accents, blanks, quotation marks, and escapes."""
    whole = normalize("NFKD", _unescaped(text))
    plain = "".join(char for char in whole if not combining(char))
    return "".join(char for char in plain.casefold() if not (char.isspace() or char in _QUOTING))


def _unescaped(text: str) -> str:
    """A text without the escapes of HTML, however often it was escaped."""
    while (once := unescape(text)) != text:
        text = once
    return text


def _same_text(expected: Value, observed: Value) -> bool:
    return _text(expected) == _text(observed)


def _same_number(expected: Value, observed: Value) -> bool:
    return _text(expected) == _text(observed) or as_number(expected) == as_number(observed)


def _text(value: Value) -> str:
    if isinstance(value, bool) or (isinstance(value, str) and value.lower() in ("true", "false")):
        return str(value).lower()
    return "" if value is EMPTY else str(value)


def _same_phone(expected: Value, observed: Value) -> bool:
    """Telephone numbers, to which a server may add the code of their country."""
    if expected == observed or not (isinstance(expected, str) and isinstance(observed, str)):
        return expected == observed
    code = observed.removesuffix(expected)
    return expected.isdigit() and code.isdigit() and len(code) <= _LONGEST_COUNTRY_CODE


def _same_moment(expected: Value, observed: Value) -> bool:
    """Dates in any usual form; where only one names an offset, the clock times are compared.

    A date need not keep the time of the day that came with it.
    """
    one, other = _moment(expected), _moment(observed)
    if one is None or other is None:
        return expected == observed
    if one.tzinfo is not None and other.tzinfo is not None:
        return one == other
    one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return other in (one, one.replace(hour=0, minute=0, second=0, microsecond=0))


def _moment(value: Value) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return next((found for form in _DATE_FORMATS if (found := _parsed(value, form))), None)


def _parsed(value: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(value, form)
    except ValueError:
        return None
