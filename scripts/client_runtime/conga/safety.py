"""What a failed call to Conga may mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from .checks import Checks

if TYPE_CHECKING:
    from .errors import ApiError

_ID_SENT: Final = (
    "The body names an Id, and Conga refuses an update whose Id is not that of the record in the path; no update "
    "changes an Id. Leave Id out, or read the record and send the Id that it has"
)


class _CongaChecks(Checks):
    """Explains a refused update that names an Id."""

    def explanation(self, request: Mapping[str, Any], failure: ApiError) -> str:
        """Say what Conga makes of an Id in a body."""
        body = request.get("json")
        names_id = isinstance(body, dict) and "Id" in body
        refused = failure.status_code in {400, 409, 422}
        return _ID_SENT if refused and names_id and request["method"] == "PUT" else ""


FAMILY_CHECKS: Final[Checks] = _CongaChecks()
"""What a client looks at unless told otherwise."""
