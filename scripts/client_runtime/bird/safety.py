"""What is looked at before a call to Bird."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import Any, Final

from .checks import Checks

MOST_IDS: Final = 10
"""How many ids Bird takes in one list of lists or accounts."""

_LIMITED: Final = (
    *("addToLists", "removeFromLists", "listIds"),
    *("addToAccounts", "removeFromAccounts", "accountIds"),
)
_UPDATES: Final = (
    "/workspaces/{workspace_id}/contacts/{contact_id}",
    "/workspaces/{workspace_id}/contacts/identifiers/{identifier_key}/{identifier_value}",
)


class WrongNumberOfIds(ValueError):
    """An update names more lists or accounts than Bird takes at once, or an empty list of accounts."""


class _BirdChecks(Checks):
    """Refuses updates that Bird refuses because of the number of lists or accounts in them."""

    def before(self, request: Mapping[str, Any], path: str) -> None:
        """Raise WrongNumberOfIds, so that nothing is sent."""
        if path not in _UPDATES or request["method"] != "PATCH":
            return
        body: Mapping[str, object] = request["json"]
        for name in _LIMITED:
            ids = body.get(name)
            if isinstance(ids, Sized) and len(ids) > MOST_IDS:
                raise WrongNumberOfIds(
                    f"{name} has {len(ids)} ids, and Bird takes {MOST_IDS} at once. Spread them over several calls"
                )
        if body.get("accountIds") == []:
            raise WrongNumberOfIds(
                "accountIds is empty, and Bird takes 1 to 10. To remove accounts, name them in removeFromAccounts"
            )


FAMILY_CHECKS: Final[Checks] = _BirdChecks()
"""What a client looks at unless told otherwise."""
