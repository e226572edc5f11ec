"""What a recorded write may have changed beyond what its rulebook foresees.

Rulebooks are written for a suite that knows every contact it works on. Where traffic names a contact by something
of which nothing is known yet, that contact may be any of those that are known by another name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from contact_contracts.rulebook.prediction import EXISTS, Belief
from contact_contracts.rulebook.world import EMPTY_WORLD, World

ALIAS = "ext:"
"""How the Everbridge rulebook's keys of external ids begin; what owns one is another key."""
_ELSEWHERE = "(unknown)"
_BY_GROUP = "removeContactsFromGroup"


def after_write(family: str, operation: str, before: World, after: World, addressed: Collection[str]) -> World:
    """The world after a write that was not refused, less what can no longer be relied on."""
    if operation.startswith("create"):
        return _without(after, lambda key, belief: key.startswith(ALIAS) or belief.state.get(EXISTS) is False)
    known = bool(addressed) and all(key in before.contacts for key in addressed)
    if known or family == "bird":
        return after
    if family == "everbridge" and operation != _BY_GROUP:
        return _without(after, lambda key, belief: key.startswith(ALIAS) or belief.is_unknown("externalId"))
    lost = not addressed or _ELSEWHERE in addressed or operation == _BY_GROUP
    return EMPTY_WORLD if lost else after


def without(world: World, touched: Collection[str]) -> World:
    """The world without some contacts, and without what hangs on them or may be another name of theirs."""
    if not all(key in world.contacts for key in touched):
        return EMPTY_WORLD
    return _without(world, lambda key, _: key.startswith(ALIAS) or any(name in key for name in touched))


def _without(world: World, doubtful: Callable[[str, Belief], bool]) -> World:
    kept = {key: belief for key, belief in world.contacts.items() if not doubtful(key, belief)}
    return replace(world, contacts=kept)
