"""A client library for accessing Bird contacts."""

from . import errors
from .bird import AsyncBirdClient, BirdClient
from .checks import NO_CHECKS, Checks
from .client import DEFAULT_TIMEOUT, Client, Retries, access_key, bearer
from .facade import MissingSettings
from .safety import WrongNumberOfIds
from .types import UNSET, Response, Unset

__version__ = "0.1.0+b0a6c843f355"

__all__ = (
    "AsyncBirdClient",
    "BirdClient",
    "Checks",
    "Client",
    "DEFAULT_TIMEOUT",
    "MissingSettings",
    "NO_CHECKS",
    "Response",
    "Retries",
    "UNSET",
    "Unset",
    "WrongNumberOfIds",
    "access_key",
    "bearer",
    "errors",
)
