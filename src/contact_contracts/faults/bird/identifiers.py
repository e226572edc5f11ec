"""Wrong about identifiers: adding, removing and counting them."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact, Identifier
from contact_contracts.reference.calls import Call

_ADDING: Final = ("bird.strategy.strict-alias-adds-the-rest", "bird.strategy.first-alias-tolerates")


@fault("bird.identifiers.added", also=_ADDING)
class AddsTheFirstIdentifierOnly(BirdRules):
    """Of several identifiers to add, one is added."""

    def with_added_identifiers(self, change: Change, wanted: Sequence[Identifier], now: str) -> list[Identifier]:
        return super().with_added_identifiers(change, wanted if change.is_creation else wanted[:1], now)


@fault("bird.partial.unsent-kept", also=("bird.identifiers.added", *_ADDING))
class OneIdentifierPerKey(BirdRules):
    """A new email address takes the place of the one that the contact had."""

    def with_added_identifiers(self, change: Change, wanted: Sequence[Identifier], now: str) -> list[Identifier]:
        result = super().with_added_identifiers(change, wanted, now)
        latest = {one["key"]: one for one in result}
        return result if change.is_creation or not wanted else [*latest.values()]


@fault("bird.identifiers.removed")
class NeverRemovesIdentifiers(BirdRules):
    """removeIdentifiers is taken and forgotten."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        return [*identifiers]


@fault("bird.identifiers.removed", also=("bird.partial.unsent-kept",))
class RemovesByKeyOnly(BirdRules):
    """Removing one identifier removes all of its key except the one that is named."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        sent = change.body.get("removeIdentifiers", ())
        removed = {(one["key"], one["value"]) for one in sent}
        keys = {one["key"] for one in sent}
        return [one for one in identifiers if one["key"] not in keys or (one["key"], one["value"]) in removed]


@fault("bird.identifiers.counted")
class CountsKeysInsteadOfIdentifiers(BirdRules):
    """Two identifiers of one key count once."""

    def identifier_count(self, call: Call, contact: Contact) -> int:
        return len({one["key"] for one in contact["identifiers"]})


@fault("bird.identifiers.add-twice")
class AddsWhatIsThereAlready(BirdRules):
    """An identifier that is sent again is on the contact twice."""

    def has_already(self, change: Change, identifiers: Sequence[Identifier], wanted: Identifier) -> bool:
        return change.is_creation and super().has_already(change, identifiers, wanted)
