"""Wrong about identifiers that belong to several contacts."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.bird.tools import is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Identifier, Strategy


@fault("bird.strategy.default-is-strict-alias")
class FirstAliasIsTheDefault(BirdRules):
    """Without a strategy, identifiers of other contacts are passed over in silence."""

    def default_strategy(self, body: Mapping[str, Json]) -> Strategy:
        return Strategy.FIRST_ALIAS


@fault("bird.strategy.strict-alias-refuses-two-contacts", also=("bird.strategy.default-is-strict-alias",))
class StrictAliasPassesOver(BirdRules):
    """strict_alias skips identifiers of other contacts instead of refusing them."""

    def strict_alias_adds(self, change: Change) -> Sequence[Identifier]:
        return super().strict_alias_adds(change) if change.is_creation else self.first_alias_adds(change)


@fault("bird.strategy.strict-alias-adds-the-rest", also=("bird.strategy.default-is-strict-alias",))
class StrictAliasFindsButDoesNotAdd(BirdRules):
    """Found by identifier, a contact gains none of the free identifiers; conflicts are still refused."""

    def strict_alias_adds(self, change: Change) -> Sequence[Identifier]:
        wanted = super().strict_alias_adds(change)
        return wanted if change.is_creation or is_update(change.call) else ()


@fault("bird.strategy.first-alias-tolerates")
class FirstAliasIsStrict(BirdRules):
    """first_alias refuses identifiers of other contacts."""

    def first_alias_adds(self, change: Change) -> Sequence[Identifier]:
        return super().strict_alias_adds(change)


@fault("bird.strategy.first-adds-none")
class FirstAddsToContactsThatWereFound(BirdRules):
    """With first, a contact that was found by an identifier gains the free ones too."""

    def first_adds_when_found(self, change: Change) -> Sequence[Identifier]:
        return () if is_update(change.call) else self.first_alias_adds(change)


@fault("bird.strategy.first-adds-none-by-id")
class FirstAddsOneById(BirdRules):
    """With first, a contact that is addressed by its id gains the first free identifier."""

    def first_adds_when_found(self, change: Change) -> Sequence[Identifier]:
        return self.first_alias_adds(change)[:1] if is_update(change.call) else ()


@fault("bird.strategy.first-creates")
class FirstCreatesWithEverything(BirdRules):
    """With first, a new contact gets all identifiers."""

    def first_adds_on_creation(self, change: Change) -> Sequence[Identifier]:
        return self.first_alias_adds(change)


@fault("bird.strategy.closed", also=("bird.schema.bad-input-refused",))
class UnknownStrategiesAreTheDefault(BirdRules):
    """A strategy that nobody knows is taken for the default one."""

    def is_strategy(self, change: Change, sent: str) -> bool:
        return True
