"""One call as every room of the house sees it: a request, the answer to it, or why there is none."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

Json = Any
"""A parsed JSON value: None, bool, int, float, str, list or dict with text keys."""


EXACT: Final = 2**53
"""Up to here every whole number is a float of its own; beyond, 1e+300 is no more exact than it looks."""


class NotJson:
    """Stands where a body could not be read as JSON; equal only to itself."""

    def __repr__(self) -> str:
        """Name the constant rather than an address."""
        return "NOT_JSON"


NOT_JSON: Final = NotJson()

Credential = Literal[
    "default",
    "none",
    "wrong",
    "foreign",
    "restricted",
    "empty",
    "misplaced",
    "cut",
    "longer",
    "altered",
    "recased",
]
"""Whose credentials a request carries: the target's, none, invalid ones, invalid ones of another scheme than the
target's, those of a caller without rights, or one of the almost right."""
ALMOST_RIGHT: Final = frozenset({"empty", "misplaced", "cut", "longer", "altered", "recased"})
"""The target's scheme without a token, its token under another scheme, and its token with a character less, one
more, another one, or its letters in the other case."""
STRANGERS: Final = frozenset({"none", "wrong", "foreign", *ALMOST_RIGHT})
"""Credentials of nobody that a target knows."""


def parse_json(body: bytes | None) -> Json:
    """Return the value in a body, or NOT_JSON when it is empty or malformed."""
    if not body:
        return NOT_JSON
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return NOT_JSON


def parse_answer(body: bytes) -> Json:
    """Like parse_json, but a whole number is an int however it is spelled: JSON knows one kind of number only."""
    try:
        return json.loads(body, parse_float=_number) if body else NOT_JSON
    except (ValueError, RecursionError):
        return NOT_JSON


def _number(text: str) -> int | float:
    number = float(text)
    whole, _, fraction = text.partition(".")
    if math.isfinite(number) and whole.lstrip("-").isdigit() and not fraction.strip("0"):
        return int(whole)  # a float would round ids beyond 2^53
    return int(number) if number.is_integer() and abs(number) <= EXACT else number


@dataclass(frozen=True)
class Request:
    """What was asked. Credentials are named by role and never held."""

    operation: str
    """operationId of the contract; empty when recorded traffic matches no operation."""
    method: str
    url: str
    """Absolute, as sent, query included."""
    path_params: Mapping[str, str] = field(default_factory=dict)
    """Decoded values of the path template."""
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    """Lower-case names; secrets are redacted."""
    body: bytes | None = None
    credential: Credential = "default"

    @cached_property
    def json(self) -> Json:
        """The body as JSON, or NOT_JSON."""
        return parse_json(self.body)

    def query_value(self, name: str) -> str | None:
        """The first value of a query parameter, or None."""
        return next((value for key, value in self.query if key == name), None)

    def query_values(self, name: str) -> tuple[str, ...]:
        """Every value of a repeated query parameter."""
        return tuple(value for key, value in self.query if key == name)


@dataclass(frozen=True)
class Response:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    """Lower-case names."""
    body: bytes
    elapsed_ms: float = 0.0

    @cached_property
    def json(self) -> Json:
        """The body as JSON, or NOT_JSON."""
        return parse_answer(self.body)

    @property
    def content_type(self) -> str:
        """Media type without parameters, in lower case; empty when the header is missing."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def ok(self) -> bool:
        """Whether the status says success (2xx)."""
        return 200 <= self.status < 300


@dataclass(frozen=True)
class Exchange:
    """A request with its answer, or with the reason for having none."""

    number: int
    """Position in the run, from 1."""
    request: Request
    response: Response | None
    trouble: str = ""
    """Why there is no response: refused, timed out, dropped. Empty when there is one."""
    at: str = ""
    """When it was sent: ISO 8601, UTC."""
