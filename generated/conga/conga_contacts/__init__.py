"""A client library for accessing Conga contacts."""

from . import errors
from .client import (
    DEFAULT_TIMEOUT,
    Client,
    Retries,
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
    "bearer",
    "errors",
)
