"""A client library for accessing Everbridge contacts."""

from . import errors
from .client import (
    DEFAULT_TIMEOUT,
    Client,
    Retries,
    basic,
    bearer,
)
from .types import UNSET, Response, Unset

__version__ = "0.1.0"

__all__ = (
    "DEFAULT_TIMEOUT",
    "UNSET",
    "Client",
    "Response",
    "Retries",
    "Unset",
    "basic",
    "bearer",
    "errors",
)
