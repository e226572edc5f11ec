"""A client library for accessing Bird contacts."""

from . import errors
from .client import (
    DEFAULT_TIMEOUT,
    Client,
    Retries,
    access_key,
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
    "access_key",
    "bearer",
    "errors",
)
