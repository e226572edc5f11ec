"""A client library for accessing Salesforce Marketing Cloud contacts."""

from . import errors
from .client import (
    DEFAULT_TIMEOUT,
    Client,
    ClientCredentials,
    Retries,
    bearer,
)
from .types import UNSET, Response, Unset

__version__ = "0.1.0"

__all__ = (
    "DEFAULT_TIMEOUT",
    "UNSET",
    "Client",
    "ClientCredentials",
    "Response",
    "Retries",
    "Unset",
    "bearer",
    "errors",
)
