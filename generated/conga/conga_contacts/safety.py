"""What is looked at after a call to Conga."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from . import errors
from .checks import Checks
from .types import Response

_ID_SENT: Final = (
    "The body names an Id, and Conga refuses an update whose Id is not that of the record in the path; no update "
    "changes an Id. Leave Id out, or read the record and send the Id that it has"
)


class _CongaChecks(Checks):
    """Raises when the body says that an operation failed although the status is 200; explains refused Ids."""

    def after(self, answer: Response[Any], path: str) -> None:
        """Raise OperationFailed; its `parsed` is the whole envelope, with the messages."""
        if getattr(answer.parsed, "success", None) is False:
            raise errors.failed(answer.http_response, path, answer.parsed)

    def explanation(self, request: Mapping[str, Any], failure: errors.ApiError) -> str:
        """Say what Conga makes of an Id in a body."""
        body = request.get("json")
        names_id = isinstance(body, dict) and "Id" in body
        refused = failure.status_code in {400, 409, 422}
        return _ID_SENT if refused and names_id and request["method"] == "PUT" else ""


FAMILY_CHECKS: Final[Checks] = _CongaChecks()
"""What a client looks at unless told otherwise."""
