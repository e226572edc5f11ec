"""Groups that are left, or not joined."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change


@fault(
    "everbridge.groups.joined",
    also=(
        "everbridge.groups.id-beats-name",
        WRITTEN,
    ),
)
class IgnoresGroupIds(EverbridgeRules):
    """Groups that are given by id are not joined."""

    def groups_by_id(self, change: Change, groups: list[Json]) -> list[int]:
        joined = super().groups_by_id(change, groups)
        return [] if in_update(change) else joined


@fault("everbridge.groups.never-left")
class ReplacesGroups(EverbridgeRules):
    """The groups of the body take the place of the groups that the contact is in."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        return [*dict.fromkeys(named)] if in_update(change) else super().merge_groups(change, named)


@fault("everbridge.groups.never-left")
class EmptyGroupsEndMemberships(EverbridgeRules):
    """An empty array of groups takes the contact out of all of them."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        emptied = in_update(change) and change.body.get("groups") == []
        return [*named] if emptied else super().merge_groups(change, named)


@fault("everbridge.groups.never-left")
class OmittedGroupsEndMemberships(EverbridgeRules):
    """A body without groups takes the contact out of all of them."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        omitted = in_update(change) and not {"groups", "groupsName"} & {*change.body}
        return [] if omitted else super().merge_groups(change, named)
