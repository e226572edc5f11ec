"""What the worker processes of one run have to share: the pace of calls, and contacts that somebody else made."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # xdist carries no types

from contact_contracts.contract import FAMILIES
from contact_contracts.target import Targets


class FamilyScheduling(LoadScopeScheduling):  # type: ignore[misc]  # as above
    """Gives all tests of some families to one worker each, and spreads the others one by one.

    Two workers that changed the same contact would each see what the other did, and blame the server for it.
    The controller knows nothing of a test but its id, so a family's tests are those below a folder of its name;
    tests that are below no family's folder may be of any.
    """

    def __init__(self, config: pytest.Config, log: Any, families: frozenset[str]) -> None:
        super().__init__(config, log)
        self._families = families

    def _split_scope(self, nodeid: str) -> str:
        folders = PurePath(nodeid.partition("::")[0]).parent.parts
        family = next((folder for folder in folders if folder in FAMILIES), "")
        return nodeid if family and family not in self._families else family


def shared_pace(targets: Targets, workers: int) -> Targets:
    """The targets with each one's request rate divided among so many workers."""
    slower: dict[str, Any] = {}
    for name in targets.families:
        target = targets.family(name)
        rate = target.max_requests_per_second
        if rate is not None:
            slower[name] = target.model_copy(update={"max_requests_per_second": rate / workers})
    return targets.model_copy(update=slower)
