"""Wrong about identifiers in a few values, positions and sequences only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from contact_contracts.faults.bird.tools import LeavesTraces, Reaching, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact, Identifier, Strategy, same
from contact_contracts.reference.bird.contact_rules import identities
from contact_contracts.reference.bird.seed import IDENTIFIER, contact_kind
from contact_contracts.reference.calls import Call, Refusal

FREE_IS_ADDED: Final = (
    "bird.identifiers.added",
    "bird.strategy.default-is-strict-alias",
    "bird.strategy.first-alias-tolerates",
)
"""What a server breaks too that takes a free identifier for another contact's."""

_ADDING: Final = ("bird.strategy.strict-alias-adds-the-rest", "bird.strategy.first-alias-tolerates")


@fault("bird.identifiers.added", also=_ADDING, rare=True)
class ValuesAreCutAtTwoHundredAndFifty(BirdRules):
    """The value of an identifier is stored up to its 250th character."""

    def stored_identifier(self, change: Change, sent: Identifier, now: str) -> Identifier:
        stored = super().stored_identifier(change, sent, now)
        return stored if change.is_creation else {**stored, "value": stored["value"][:250]}


@fault("bird.identifiers.added", also=_ADDING, rare=True)
class KeysOfSixtyThree(BirdRules):
    """A key of 64 characters, the longest that is allowed, loses its last one."""

    def stored_identifier(self, change: Change, sent: Identifier, now: str) -> Identifier:
        stored = super().stored_identifier(change, sent, now)
        return stored if change.is_creation else {**stored, "key": stored["key"][:63]}


@fault("bird.identifiers.added", also=_ADDING, rare=True)
class LongestValueIsRefused(BirdRules):
    """An identifier whose value has 500 characters, which is allowed, is refused."""

    def check_update(self, change: Change) -> None:
        super().check_update(change)
        if any(len(one["value"]) >= 500 for one in change.offered) and not change.is_creation:
            raise Refusal(422, "An identifier's value is too long.")


@fault("bird.identifiers.added", also=_ADDING, rare=True)
class TwoIdentifiersPerCall(BirdRules):
    """Of three or more identifiers to add, the last one is forgotten."""

    def with_added_identifiers(self, change: Change, wanted: Sequence[Identifier], now: str) -> list[Identifier]:
        forgets = len(wanted) > 2 and is_update(change.call)
        return super().with_added_identifiers(change, wanted[:-1] if forgets else wanted, now)


@fault("bird.identifiers.added", also=_ADDING, rare=True)
class RemovingForgetsAdding(BirdRules):
    """A body that removes identifiers adds none."""

    def with_added_identifiers(self, change: Change, wanted: Sequence[Identifier], now: str) -> list[Identifier]:
        removes = change.body.get("removeIdentifiers") and not change.is_creation
        return super().with_added_identifiers(change, () if removes else wanted, now)


@fault("bird.identifiers.added", also=(*_ADDING, "bird.strategy.strict-alias-refuses-two-contacts"), rare=True)
class RemovedIdentifiersStayTaken(BirdRules):
    """An identifier that a contact lost can be given to no other."""

    def move_identities(self, change: Change, contact: Contact) -> None:
        both = [*contact["identifiers"], *change.old["identifiers"]]
        super().move_identities(change, {**contact, "identifiers": both})


@fault("bird.identifiers.removed", rare=True)
class RemovesTwoAtMost(BirdRules):
    """Beyond the second, identifiers to remove stay."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        removed = change.body.get("removeIdentifiers", ())[:2]
        return [one for one in identifiers if not any(same(one, other) for other in removed)]


@fault("bird.identifiers.removed", rare=True)
class TheLastIdentifierStays(BirdRules):
    """A contact never loses its last identifier."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        return super().without_removed_identifiers(change, identifiers) or [*identifiers[-1:]]


@fault("bird.identifiers.removed", rare=True)
class VisitorsStay(BirdRules):
    """Identifiers with the key visitorid are never removed."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        left = super().without_removed_identifiers(change, identifiers)
        return [one for one in identifiers if one in left or one["key"] == "visitorid"]


@fault("bird.identifiers.add-twice", rare=True)
class TwinsInOneBodyAreBothAdded(BirdRules):
    """An identifier that one body names twice is on the contact twice."""

    def has_already(self, change: Change, identifiers: Sequence[Identifier], wanted: Identifier) -> bool:
        return super().has_already(change, change.old["identifiers"], wanted)


@fault("bird.identifiers.counted", rare=True)
class VisitorsAreNotCounted(BirdRules):
    """Identifiers with the key visitorid are left out of the count, unless there are no others."""

    def identifier_count(self, call: Call, contact: Contact) -> int:
        others = [one for one in contact["identifiers"] if one["key"] != "visitorid"]
        return len(others or contact["identifiers"])


@fault("bird.identifiers.counted", rare=True)
class CountsFourAtMost(BirdRules):
    """From the fifth on, identifiers are not counted."""

    def identifier_count(self, call: Call, contact: Contact) -> int:
        return min(len(contact["identifiers"]), 4)


@fault("bird.anonymous.false-otherwise", rare=True)
class TheFirstIdentifierDecides(BirdRules):
    """A contact whose oldest identifier is a visitorid is anonymous whatever else it has."""

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        return not contact["identifiers"] or not self.makes_known(contact, contact["identifiers"][0])


@fault("bird.anonymous.visitor-only", rare=True)
class TwoVisitsMakeKnown(BirdRules):
    """A contact with two visitorid identifiers counts as known."""

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        return len(contact["identifiers"]) < 2 and super().is_anonymous(call, contact)


@fault("bird.anonymous.without-identifiers", rare=True)
class OnceKnownAlwaysKnown(BirdRules):
    """A contact that loses its last identifier does not become anonymous again."""

    def is_anonymous(self, call: Call, contact: Contact) -> bool:
        was_known = contact.get("wasKnown", False) and not contact["identifiers"]
        return not was_known and super().is_anonymous(call, contact)

    def changed_contact(self, change: Change) -> Contact:
        return {**super().changed_contact(change), "wasKnown": bool(change.old["identifiers"])}


# Identifiers of other contacts


@fault(
    "bird.strategy.strict-alias-refuses-two-contacts", also=("bird.strategy.default-is-strict-alias",), rare=True
)
class OnlyTheFirstIdentifierIsChecked(BirdRules):
    """strict_alias looks for the owner of the first identifier; others of other contacts are skipped."""

    def strict_alias_adds(self, change: Change) -> Sequence[Identifier]:
        first = change.offered[:1] if is_update(change.call) else change.offered[:2]
        if any(self.belongs_to_another(change, one) for one in first):
            return super().strict_alias_adds(change)
        return self.first_alias_adds(change)


@fault("bird.strategy.strict-alias-adds-the-rest", also=FREE_IS_ADDED, rare=True)
class OwnersAreFoundByValue(Reaching):
    """An identifier counts as another contact's although the same value has another key there."""

    def belongs_to_another(self, change: Change, identifier: Identifier) -> bool:
        return identifier["value"] in (one["value"] for one in self.of_others(change))


@fault("bird.partial.unsent-kept", also=("bird.identifiers.removed",), rare=True)
class RemovalIgnoresCase(BirdRules):
    """Removing an identifier takes away what differs from it in the case of letters."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        left = super().without_removed_identifiers(change, identifiers)
        sent = change.body.get("removeIdentifiers", ())
        gone = {(one["key"], one["value"].casefold()) for one in sent}
        return [one for one in left if (one["key"], one["value"].casefold()) not in gone]


@fault("bird.strategy.strict-alias-adds-the-rest", also=FREE_IS_ADDED, rare=True)
class OwnersAreFoundInAnyCase(Reaching):
    """An identifier counts as another contact's although its letters are of the other case."""

    def belongs_to_another(self, change: Change, identifier: Identifier) -> bool:
        folded = (identifier["key"], identifier["value"].casefold())
        return folded in ((one["key"], one["value"].casefold()) for one in self.of_others(change))


@fault("bird.strategy.strict-alias-adds-the-rest", also=FREE_IS_ADDED, rare=True)
class OwnersAreFoundByABeginning(Reaching):
    """An identifier counts as another contact's although what that has only begins like it."""

    def belongs_to_another(self, change: Change, identifier: Identifier) -> bool:
        alike = (one["value"] for one in self.of_others(change) if one["key"] == identifier["key"])
        return any(value.startswith(identifier["value"]) for value in alike)


@fault("bird.error.missing-credentials", rare=True)
class StrangersHearOfConflicts(Reaching):
    """Whose an identifier is gets looked up before the credentials of the call."""

    def authenticate(self, call: Call) -> None:
        if is_update(call) and not self.is_authorized(call):
            try:
                sent = self.identifiers_in_body(self.read_body(call))
            except (Refusal, AttributeError, TypeError):
                sent = ()
            owners = {self.owner_of(call.path["workspaceId"], one) for one in sent}
            if owners - {None, call.path["contactId"]}:
                raise Refusal(409, "An identifier belongs to another contact.")
        super().authenticate(call)


@fault(
    "bird.strategy.strict-alias-refuses-two-contacts",
    also=("bird.strategy.default-is-strict-alias", "bird.error.refused-changes-nothing"),
    rare=True,
)
class ConflictsStillAddCompanies(LeavesTraces):
    """A call that is refused because of an identifier's owner adds its company references all the same."""

    def leave_trace(self, change: Change) -> None:
        if any(self.belongs_to_another(change, one) for one in change.offered):
            sent = change.body.get("addCompanyRefs", [])
            new = [one for one in sent if one not in change.old["companyRefs"]]
            self.put({**change.old, "companyRefs": [*change.old["companyRefs"], *new]})


@fault(
    "bird.strategy.strict-alias-refuses-two-contacts",
    also=("bird.strategy.default-is-strict-alias", "bird.strategy.first-alias-tolerates"),
    rare=True,
)
class UpdatedIdentifiersAreNotClaimed(BirdRules):
    """An identifier that an update added can be added to another contact as well."""

    def move_identities(self, change: Change, contact: Contact) -> None:
        if change.is_creation:
            super().move_identities(change, contact)
            return
        for gone in identities(change.old["identifiers"]) - identities(contact["identifiers"]):
            self.store.release(contact_kind(change.workspace), IDENTIFIER, gone)


@fault("bird.strategy.first-alias-tolerates", rare=True)
class FirstAliasStopsAtAConflict(BirdRules):
    """first_alias adds nothing that follows an identifier of another contact."""

    def first_alias_adds(self, change: Change) -> Sequence[Identifier]:
        taken = [at for at, one in enumerate(change.offered) if self.belongs_to_another(change, one)]
        return change.offered[: taken[0]] if taken else change.offered


@fault("bird.strategy.first-alias-tolerates", also=("bird.addressing.path-id",), rare=True)
class FirstAliasTakesAway(Reaching):
    """first_alias takes identifiers away from the contacts that have them."""

    def first_alias_adds(self, change: Change) -> Sequence[Identifier]:
        for one in change.offered:
            if not self.belongs_to_another(change, one):
                continue
            contact = self.contact_by_id(change.workspace, str(self.owner_of(change.workspace, one)))
            if contact is not None:
                self.take(contact, one)
        return change.offered

    def take(self, contact: Contact, identifier: Identifier) -> None:
        left = [one for one in contact["identifiers"] if not same(one, identifier)]
        self.put({**contact, "identifiers": left})
        super().move_identities(self.giving(contact), {**contact, "identifiers": left})

    def giving(self, contact: Contact) -> Change:
        call = Call(self.contract.operations["updateContact"], {}, (), {}, b"", "", {})
        return Change(call, {}, contact, ())


@fault("bird.strategy.default-is-strict-alias", rare=True)
class DefaultDependsOnTheNumber(BirdRules):
    """Without a strategy, a single identifier of another contact is refused, and several are passed over."""

    def strict_alias_adds(self, change: Change) -> Sequence[Identifier]:
        tolerant = "strategy" not in change.body and len(change.offered) > 1 and not change.is_creation
        return self.first_alias_adds(change) if tolerant else super().strict_alias_adds(change)


@fault("bird.strategy.closed", also=("bird.schema.bad-input-refused",), rare=True)
class StrategiesInCapitals(BirdRules):
    """A strategy may be written in capitals, and is then the default one."""

    def is_strategy(self, change: Change, sent: str) -> bool:
        return super().is_strategy(change, sent.lower())


@fault("bird.identifiers.removed", rare=True)
class FirstRemovesNone(BirdRules):
    """With first, removeIdentifiers has no effect."""

    def without_removed_identifiers(self, change: Change, identifiers: Sequence[Identifier]) -> list[Identifier]:
        if self.strategy_of(change.body) is Strategy.FIRST:
            return [*identifiers]
        return super().without_removed_identifiers(change, identifiers)


@fault("bird.strategy.first-adds-none", also=("bird.strategy.first-adds-none-by-id",), rare=True)
class FirstAddsNewKeys(BirdRules):
    """With first, a contact that is there gains free identifiers of keys that it has not."""

    def first_adds_when_found(self, change: Change) -> Sequence[Identifier]:
        had = {one["key"] for one in change.old["identifiers"]}
        return [one for one in self.first_alias_adds(change) if one["key"] not in had]


# What else is said of an identifier


@fault("bird.partial.unsent-kept", rare=True)
class PropertiesAreForgotten(BirdRules):
    """The next update of a contact forgets the properties of its identifiers."""

    def with_added_identifiers(self, change: Change, wanted: Sequence[Identifier], now: str) -> list[Identifier]:
        bare = [{name: one[name] for name in one if name != "properties"} for one in change.old["identifiers"]]
        return super().with_added_identifiers(
            replace(change, old={**change.old, "identifiers": bare}), wanted, now
        )


@fault("bird.identifiers.added", rare=True)
class PropertiesAreThoseOfTheFirst(BirdRules):
    """An identifier gets the properties of the one that the contact got first."""

    def stored_identifier(self, change: Change, sent: Identifier, now: str) -> Identifier:
        stored = super().stored_identifier(change, sent, now)
        first = [one["properties"] for one in change.old["identifiers"] if one.get("properties")][:1]
        return {**stored, "properties": first[0]} if first and "properties" in stored else stored
