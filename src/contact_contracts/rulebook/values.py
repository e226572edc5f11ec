"""Putting JSON values into a form in which only what the contract speaks of can differ."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from contact_contracts.exchange import Json

_INTEGER = re.compile(r"-?[0-9]{1,100}")  # longer ones Python refuses to convert, and nobody means a number


def is_empty(value: Json) -> bool:
    """Whether a value stands for nothing: absent, null, empty text, array or object."""
    return value is None or (isinstance(value, (str, list, dict)) and not value)


def as_int(value: Json) -> Hashable:
    """An integer where the value is one, numeric text and whole floats included; else the value frozen."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        return int(value)
    return freeze(value)


def as_number(value: Json) -> Hashable:
    """A number, numeric text included, rounded as coordinates are printed (six digits)."""
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return freeze(value)


def coercible(value: Json) -> bool:
    """Whether lenient servers read a value as one of another type: booleans, and text like a number or boolean."""
    if isinstance(value, str):
        text = value.strip().lower()
        return text in ("true", "false", "yes", "no", "on", "off") or _is_number(text)
    return isinstance(value, bool)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def pointed(value: Json, pointer: str) -> Json:
    """What a JSON pointer leads to; None where it leads nowhere."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value


def freeze(value: Json) -> Hashable:
    """A hashable twin of a JSON value; objects lose their order, arrays keep it."""
    if isinstance(value, dict):
        return frozenset((key, freeze(member)) for key, member in value.items())
    if isinstance(value, list):
        return tuple(freeze(member) for member in value)
    return value  # type: ignore[no-any-return]  # what is left of JSON is hashable


def as_set(values: Iterable[Hashable]) -> tuple[Hashable, ...]:
    """Values in an order that does not depend on how they were given, without repetitions."""
    return tuple(sorted(set(values), key=repr))


def delivery_value(value: Json) -> Hashable:
    """A delivery value; telephone numbers lose their punctuation, because servers may normalise them."""
    if not isinstance(value, str) or any(char.isalpha() or char == "@" for char in value):
        return freeze(value)
    digits = "".join(char for char in value if char.isdigit())
    return digits if len(digits) >= 5 else value
