"""A client library for accessing Conga contacts."""

from . import errors
from .checks import NO_CHECKS, Checks
from .client import DEFAULT_TIMEOUT, Client, Retries, bearer
from .conga import AsyncCongaClient, CongaClient
from .facade import MissingSettings
from .types import UNSET, Response, Unset

__version__ = "0.1.0+e07ae9b13908"

__all__ = (
    "AsyncCongaClient",
    "Checks",
    "Client",
    "CongaClient",
    "DEFAULT_TIMEOUT",
    "MissingSettings",
    "NO_CHECKS",
    "Response",
    "Retries",
    "UNSET",
    "Unset",
    "bearer",
    "errors",
)
