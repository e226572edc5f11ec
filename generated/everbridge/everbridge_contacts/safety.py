"""What is looked at before a call to Everbridge."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from .checks import Checks
from .errors import InvalidPathValue
from .naming import IdAndName, given_together
from .quiet_times import MissingTimeZone, without_time_zone

_ONE: Final = "/contacts/{organization_id}/{contact_id}"
_BATCH: Final = "/contacts/{organization_id}/batch"
_NEW: Final = "/contacts/{organization_id}"
_PACKAGE: Final = __name__.partition(".")[0]


class _EverbridgeChecks(Checks):
    """Refuses quiet times without a time zone, and warns of ids and names that are given together."""

    def before(self, request: Mapping[str, Any], path: str) -> None:
        """Raise or warn before a contact is written."""
        if request["method"] not in {"PUT", "POST"} or path not in {_ONE, _BATCH, _NEW}:
            return
        if path == _ONE and str(request["url"]).endswith("/batch"):
            raise InvalidPathValue("contact_id is 'batch', and that URL replaces many contacts. Use its other id")
        if path != _BATCH:
            _look_at(request["json"], "", full=True)
            return
        full = cast("Mapping[str, Any]", request.get("params") or {}).get("updateType") != "partial"
        for number, row in enumerate(request["json"]):
            _look_at(row, f"row {number}: ", full=full)


def refuse_rows(checks: Checks, rows: Iterable[Mapping[str, Any]], *, full: bool) -> None:
    """Raise before the first chunk of a batch what a later one would raise, when others were sent already."""
    if isinstance(checks, _EverbridgeChecks):
        for number, row in enumerate(rows):
            _refuse_quiet_times_without_zone(row, f"row {number}: ", full=full)


def _refuse_quiet_times_without_zone(contact: Mapping[str, Any], where: str, *, full: bool) -> None:
    # A partial update leaves the time zone as it is, so that it need not be sent again.
    for place in without_time_zone(contact) if full else ():
        raise MissingTimeZone(f"{where}{place} is given, but no timezoneId, which Everbridge demands then. Set it")


def _look_at(contact: Mapping[str, Any], where: str, *, full: bool) -> None:
    _refuse_quiet_times_without_zone(contact, where, full=full)
    together = ", ".join(given_together(contact))
    if together:
        said = f"{where}{together} are given together; Everbridge goes by the id. Leave one of them out"
        warnings.warn(said, IdAndName, stacklevel=_callers_level())


def _callers_level() -> int:
    """Return how far up the caller is who is not part of this package: the warning is about their line."""
    frame, level = inspect.currentframe(), 0
    while frame is not None and str(frame.f_globals.get("__name__")).startswith(_PACKAGE):
        frame, level = frame.f_back, level + 1
    return level


FAMILY_CHECKS: Final[Checks] = _EverbridgeChecks()
"""What a client looks at unless told otherwise."""
