"""What is looked at after a call to Marketing Cloud."""

from __future__ import annotations

from typing import Any, Final

from . import errors
from .checks import Checks
from .models.result import Result
from .types import Response


class _MarketingCloudChecks(Checks):
    """Raises when the body says that an operation failed although the status is 200."""

    def after(self, answer: Response[Any], path: str) -> None:
        """Raise OperationFailed; its `parsed` is the whole result, with the messages."""
        result = answer.parsed
        if not isinstance(result, Result):
            return
        if str(result.operation_status).upper() == "FAIL" or result.has_errors is True:
            raise errors.failed(answer.http_response, path, result)


FAMILY_CHECKS: Final[Checks] = _MarketingCloudChecks()
"""What a client looks at unless told otherwise."""
