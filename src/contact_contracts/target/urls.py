"""Base URLs: where a target lives."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def _base_url(url: str) -> str:
    """Return the URL without a trailing slash; a path prefix stays."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise PydanticCustomError("base_url", "expected an http or https URL with a host")
    if parts.username is not None:
        raise PydanticCustomError("base_url", "a URL here must not carry credentials; use auth")
    if parts.query or parts.fragment:
        raise PydanticCustomError("base_url", "a base URL ends before any query or fragment")
    return url.rstrip("/")


HttpUrl = Annotated[str, AfterValidator(_base_url)]
