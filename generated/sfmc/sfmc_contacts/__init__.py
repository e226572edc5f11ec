"""A client library for accessing Salesforce Marketing Cloud contacts."""

from . import errors
from .client import DEFAULT_TIMEOUT, Client, ClientCredentials, Retries, bearer
from .facade import MissingSettings
from .marketing_cloud import AsyncMarketingCloudClient, MarketingCloudClient
from .types import UNSET, Response, Unset

__version__ = "0.1.0+4ed5693c318f"

__all__ = (
    "AsyncMarketingCloudClient",
    "Client",
    "ClientCredentials",
    "DEFAULT_TIMEOUT",
    "MarketingCloudClient",
    "MissingSettings",
    "Response",
    "Retries",
    "UNSET",
    "Unset",
    "bearer",
    "errors",
)
