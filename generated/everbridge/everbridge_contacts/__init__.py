"""A client library for accessing Everbridge contacts."""

from . import errors
from .batches import Outcome, RowResult
from .changing import ChangedMeanwhile
from .checks import NO_CHECKS, Checks
from .client import DEFAULT_TIMEOUT, Client, Retries, basic, bearer
from .differences import Difference
from .everbridge import AsyncEverbridgeClient, AsyncPreparedChange, EverbridgeClient, PreparedChange
from .facade import MissingSettings
from .naming import IdAndName
from .quiet_times import Day, MissingTimeZone, quiet_time, set_quiet_times
from .types import UNSET, Response, Unset

__version__ = "0.1.0+ece81a6bf4a9"

__all__ = (
    "AsyncEverbridgeClient",
    "AsyncPreparedChange",
    "ChangedMeanwhile",
    "Checks",
    "Client",
    "DEFAULT_TIMEOUT",
    "Day",
    "Difference",
    "EverbridgeClient",
    "IdAndName",
    "MissingSettings",
    "MissingTimeZone",
    "NO_CHECKS",
    "Outcome",
    "PreparedChange",
    "Response",
    "Retries",
    "RowResult",
    "UNSET",
    "Unset",
    "basic",
    "bearer",
    "errors",
    "quiet_time",
    "set_quiet_times",
)
