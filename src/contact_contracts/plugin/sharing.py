"""What the worker processes of one run have to share: the pace of calls, and contacts that somebody else made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from contact_contracts.target import Targets


def keep_named_contacts_together(
    items: Iterable[pytest.Item], families: Sequence[set[str]], targets: Targets
) -> None:
    """Have one worker run all tests of a family whose target file names contacts.

    Two workers that changed the same contact would each see what the other did, and blame the server for it.
    ``families`` has the families of each item's clauses.
    """
    for item, concerned in zip(items, families, strict=True):
        for family in sorted(concerned.intersection(targets.families)):
            if targets.family(family).named_contacts:
                item.add_marker(pytest.mark.xdist_group(family))
                break


def shared_pace(targets: Targets, workers: int) -> Targets:
    """The targets with each one's request rate divided among so many workers."""
    slower: dict[str, Any] = {}
    for name in targets.families:
        target = targets.family(name)
        rate = target.max_requests_per_second
        if rate is not None:
            slower[name] = target.model_copy(update={"max_requests_per_second": rate / workers})
    return targets.model_copy(update=slower)


def node_of(item: pytest.Item) -> str:
    """The item's node id as a user writes it, without the group that a worker appends to it."""
    marker = item.get_closest_marker("xdist_group")
    return item.nodeid.removesuffix(f"@{marker.args[0]}") if marker is not None else item.nodeid
