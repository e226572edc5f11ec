"""Wrong about what an update leaves alone, and about attributes."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change
from contact_contracts.reference.calls import Call, Refusal

_DOCUMENTED: Final = {
    "allowWritingReadOnly",
    "strategy",
    "attributes",
    "addIdentifiers",
    "removeIdentifiers",
    "identifiers",
    "addToLists",
    "removeFromLists",
    "listIds",
    "addToAccounts",
    "removeFromAccounts",
    "accountIds",
    "addCompanyRefs",
    "removeCompanyRefs",
    "companyRefs",
}


@fault("bird.partial.unsent-kept")
class AttributesAreReplaced(BirdRules):
    """Sending some attributes takes the others away."""

    def unsent_attributes(self, change: Change) -> dict[str, Json]:
        return {} if "attributes" in change.body else super().unsent_attributes(change)


@fault("bird.partial.empty-body")
class RefusesAnEmptyBody(BirdRules):
    """A body that names nothing is refused."""

    def check_update(self, change: Change) -> None:
        super().check_update(change)
        if not change.body:
            raise Refusal(422, "The body names nothing to change.")


@fault("bird.attributes.written")
class NumbersBecomeText(BirdRules):
    """A number is stored as the text that spells it."""

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return str(value) if is_number and not change.is_creation else value


@fault("bird.attributes.written")
class ArraysAreJoined(BirdRules):
    """An array is stored as one text with commas."""

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        return ",".join(map(str, value)) if isinstance(value, list) and not change.is_creation else value


@fault("bird.attributes.other-properties")
class RefusesOtherProperties(BirdRules):
    """A property that the documents do not name is refused."""

    def check_update(self, change: Change) -> None:
        super().check_update(change)
        unknown = [] if change.is_creation else sorted(change.body.keys() - _DOCUMENTED)
        if unknown:
            raise Refusal(422, f"Unknown: {', '.join(unknown)}.")


# Read-only attributes


@fault("bird.read-only.refused")
class ReadOnlyIsCheckedWithTheFlagOnly(BirdRules):
    """Read-only attributes are guarded only in bodies that speak of writing them."""

    def may_write_read_only(self, change: Change) -> bool:
        return "allowWritingReadOnly" not in change.body and not change.is_creation


@fault("bird.read-only.flag-needs-flow")
class EverybodyIsAFlow(BirdRules):
    """Whoever sends the flag may write read-only attributes."""

    def is_flow_or_journey(self, call: Call) -> bool:
        return True
