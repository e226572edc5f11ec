"""Which contact identifiers lead to, and which of them it gets: the three strategies."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.reference.bird.change import Change, Identifier, Strategy, same
from contact_contracts.reference.bird.checks import CheckRules
from contact_contracts.reference.calls import Call, Refusal


class IdentifierRules(CheckRules):
    """Finds by identifiers, adds and removes them."""

    def strategy_of(self, body: Mapping[str, Json]) -> Strategy:
        """The strategy that the body names, or the default one; an unknown one is refused elsewhere."""
        sent = body.get("strategy")
        known = (strategy for strategy in Strategy if strategy == sent)
        return next(known, None) or self.default_strategy(body)

    def default_strategy(self, body: Mapping[str, Json]) -> Strategy:
        """What holds when a body names none."""
        return Strategy.STRICT_ALIAS

    def identifiers_in_body(self, body: Mapping[str, Json]) -> tuple[Identifier, ...]:
        """What the body wants to add. Open in the documents: the older `identifiers` is read as the same."""
        return (*body.get("identifiers", ()), *body.get("addIdentifiers", ()))

    # Finding a contact by identifiers

    def owner_found(self, call: Call, workspace: str, offered: Sequence[Identifier]) -> str | None:
        """The id of the contact that the identifiers lead to, or None when one is to be made.

        Open in the documents. Read here: the identifier of the URI has the highest priority, then those of
        the body follow in their order.
        """
        owners = [self.owner_of(workspace, one) for one in offered]
        found = [one for one in dict.fromkeys(owners) if one is not None]
        return found[0] if found else None

    # What is added

    def identifiers_to_add(self, change: Change) -> Sequence[Identifier]:
        """Those of the offered identifiers that the contact gets, by the strategy that is named."""
        match self.strategy_of(change.body):
            case Strategy.STRICT_ALIAS:
                return self.strict_alias_adds(change)
            case Strategy.FIRST_ALIAS:
                return self.first_alias_adds(change)
            case Strategy.FIRST:
                return self.first_adds(change)

    def strict_alias_adds(self, change: Change) -> Sequence[Identifier]:
        """All; one that belongs to another contact spoils the whole call."""
        for one in change.offered:
            if self.belongs_to_another(change, one):
                raise self.conflict(change, one)
        return change.offered

    def first_alias_adds(self, change: Change) -> Sequence[Identifier]:
        """Those that nobody else has."""
        return [one for one in change.offered if not self.belongs_to_another(change, one)]

    def first_adds(self, change: Change) -> Sequence[Identifier]:
        """None; only a contact that is made for the call gets the first one."""
        return self.first_adds_on_creation(change) if change.is_creation else self.first_adds_when_found(change)

    def first_adds_when_found(self, change: Change) -> Sequence[Identifier]:
        """A contact that exists, found by id or by identifier, gets no identifier."""
        return ()

    def first_adds_on_creation(self, change: Change) -> Sequence[Identifier]:
        """A new contact gets the first identifier only."""
        return change.offered[:1]

    def belongs_to_another(self, change: Change, identifier: Identifier) -> bool:
        """Whether another contact has an identifier."""
        return self.owner_of(change.workspace, identifier) not in (None, change.old["id"])

    def conflict(self, change: Change, identifier: Identifier) -> Refusal:
        """What is said of an identifier that another contact has."""
        return Refusal(409, f"The {identifier['key']} {identifier['value']} belongs to another contact.")

    # The identifiers after the change

    def changed_identifiers(self, change: Change, now: str) -> list[Identifier]:
        """Added first, then removed. Open in the documents: one that is added and removed at once is gone."""
        added = self.with_added_identifiers(change, self.identifiers_to_add(change), now)
        return self.without_removed_identifiers(change, added)

    def with_added_identifiers(self, change: Change, wanted: Sequence[Identifier], now: str) -> list[Identifier]:
        """What the contact has, then what it has not yet, each once."""
        result: list[Identifier] = [*change.old["identifiers"]]
        for one in wanted:
            if not self.has_already(change, result, one):
                result.append(self.stored_identifier(change, one, now))
        return result

    def has_already(self, change: Change, identifiers: Sequence[Identifier], wanted: Identifier) -> bool:
        """Whether an identifier is among those that are there; it is then left as it is."""
        return any(same(one, wanted) for one in identifiers)

    def stored_identifier(self, change: Change, sent: Identifier, now: str) -> Identifier:
        """An identifier as it was sent, and when."""
        kept = {name: sent[name] for name in ("key", "value", "properties") if name in sent}
        return {**kept, "createdAt": now}

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        """What remains. Open in the documents: removing one that is not there does nothing."""
        removed = change.body.get("removeIdentifiers", ())
        return [one for one in identifiers if not any(same(one, other) for other in removed)]
