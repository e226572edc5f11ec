"""Values that every module of this package shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import quote

import httpx
from attrs import field, frozen

from .errors import InvalidPathValue

T = TypeVar("T")


class Unset:
    """The type of UNSET: a member or parameter that is left out, which is not the same as None."""

    def __bool__(self) -> Literal[False]:
        """Left out is false."""
        return False

    def __repr__(self) -> str:
        """Name the constant."""
        return "UNSET"

    def __reduce__(self) -> str:
        """Stay the one constant when copied or pickled."""
        return "UNSET"


UNSET: Unset = Unset()


@frozen
class Response(Generic[T]):
    """A successful answer: its body as a model, and everything around it."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T
    http_response: httpx.Response = field(repr=False)
    """What httpx made of it, with the request that was sent. That one holds credentials."""


def path_segment(name: str, value: object) -> str:
    """Write a path value as one segment of a URL; InvalidPathValue when the URL would name something else."""
    text = str(value)
    if text in {"", ".", ".."}:
        raise InvalidPathValue(f"{name} is {text!r}, which would lead to another resource. Give a real value")
    return quote(text, safe="")


def members(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a JSON object; TypeError when a server sent something else, such as an array."""
    if not hasattr(value, "keys"):
        raise TypeError(f"a JSON object was expected, not {type(value).__name__}")
    return dict(value)


def plain(value: Any) -> Any:
    """Return a model as JSON, and anything else as it is: a server's null among models stays null."""
    return value.to_dict() if hasattr(value, "to_dict") else value


__all__ = ["UNSET", "Response", "Unset", "members", "path_segment", "plain"]
