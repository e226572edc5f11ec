"""Reads request bodies: JSON and nothing but JSON, whole numbers exact."""

from __future__ import annotations

import json
import math
from typing import Final

from contact_contracts.exchange import Json

_LARGEST: Final = 2**64
_SURROGATE: Final = b"\\ud"


def read_json(body: bytes) -> Json:
    """The value in a body.

    Raises ValueError, in words fit for an answer, when the body is empty, no JSON, not UTF-8, too deeply
    nested, or holds a number or a text that no other JSON reader would understand.
    """
    if not body:
        raise ValueError("the body is missing")
    try:
        value = json.loads(body.decode(), parse_float=_number, parse_constant=_no_constant)
    except UnicodeDecodeError as trouble:
        raise ValueError("the body is not UTF-8") from trouble
    except RecursionError as trouble:
        raise ValueError("the body is nested too deeply") from trouble
    if _SURROGATE in body.lower():
        _check_text(value)
    return value


def _number(text: str) -> int | float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"the number {text[:20]} is too large")
    # 5.0 is the integer 5 in JSON Schema; kept as int it also stays one in SQL and in answers.
    return int(number) if number.is_integer() and abs(number) < _LARGEST else number


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _check_text(value: Json) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as trouble:
        raise ValueError("a text holds half a character (a lone surrogate)") from trouble
