"""What is looked at before a call and after it, as each family has ways to hurt data or to fail unnoticed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .errors import ApiError
    from .types import Response


class Checks:
    """What a client looks at. These look at nothing; derive from them to look at something of your own."""

    def before(self, request: Mapping[str, Any], path: str) -> None:
        """Raise or warn when a request had better not be sent.

        Args:
            request: What httpx is about to be given: method, url, and where there are any, params and json.
            path: The template of the path.
        """

    def after(self, answer: Response[Any], path: str) -> None:
        """Raise when an answer that looks like a success is none."""

    def explanation(self, request: Mapping[str, Any], failure: ApiError) -> str:  # noqa: ARG002 - for families
        """Say what may be the matter with a request that failed; nothing when the answer says enough."""
        return ""


NO_CHECKS: Final = Checks()
"""Looks at nothing: pass `checks=NO_CHECKS` to a client to switch off what its family looks at."""
