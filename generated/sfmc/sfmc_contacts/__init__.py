"""A client library for accessing Salesforce Marketing Cloud contacts."""

from . import errors
from .checks import NO_CHECKS, Checks
from .client import DEFAULT_TIMEOUT, Client, ClientCredentials, Retries, bearer
from .facade import MissingSettings
from .marketing_cloud import AsyncMarketingCloudClient, MarketingCloudClient
from .sets import attribute_sets
from .types import UNSET, Response, Unset

__version__ = "0.1.0+4ed5693c318f"

__all__ = (
    "AsyncMarketingCloudClient",
    "Checks",
    "Client",
    "ClientCredentials",
    "DEFAULT_TIMEOUT",
    "MarketingCloudClient",
    "MissingSettings",
    "NO_CHECKS",
    "Response",
    "Retries",
    "UNSET",
    "Unset",
    "attribute_sets",
    "bearer",
    "errors",
)
