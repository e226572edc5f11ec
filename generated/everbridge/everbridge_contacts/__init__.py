"""A client library for accessing Everbridge contacts."""

from . import errors
from .client import DEFAULT_TIMEOUT, Client, Retries, basic, bearer
from .everbridge import AsyncEverbridgeClient, EverbridgeClient
from .facade import MissingSettings
from .types import UNSET, Response, Unset

__version__ = "0.1.0+ece81a6bf4a9"

__all__ = (
    "AsyncEverbridgeClient",
    "Client",
    "DEFAULT_TIMEOUT",
    "EverbridgeClient",
    "MissingSettings",
    "Response",
    "Retries",
    "UNSET",
    "Unset",
    "basic",
    "bearer",
    "errors",
)
