"""Wrong about attribute sets, items and values."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import is_update, written_besides
from contact_contracts.reference.calls import Call
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.account import Attribute, AttributeSet
from contact_contracts.reference.sfmc.change import Change, Row, Sent


@fault("sfmc.sets.required", also=("sfmc.schema.bad-input-refused",))
class SetsAreOptional(SfmcRules):
    """An update without attribute sets succeeds."""

    def check_sets_given(self, call: Call, body: Sent) -> None:
        if not is_update(call):
            super().check_sets_given(call, body)


@fault("sfmc.sets.name-required", also=("sfmc.schema.bad-input-refused",))
class NamelessSetsAreSkipped(SfmcRules):
    """A set without a name is passed over."""

    def check_set_named(self, call: Call, sent: Sent) -> None:
        if not is_update(call):
            super().check_set_named(call, sent)


@fault("sfmc.sets.all-applied", also=(*written_besides("sfmc.sets.all-applied"), "sfmc.sets.page-example"))
class WritesTheFirstSetOnly(SfmcRules):
    """Of several sets the first one is written."""

    def sets_to_write(self, change: Change) -> Sequence[Sent]:
        sets = super().sets_to_write(change)
        return sets if change.is_creation else sets[:1]


@fault("sfmc.sets.items-all-applied", also=written_besides("sfmc.sets.items-all-applied"))
class WritesTheFirstItemOnly(SfmcRules):
    """Of several items the first one is written."""

    def items_to_write(self, change: Change, of_set: AttributeSet, sent: Sent) -> Sequence[Sent]:
        items = super().items_to_write(change, of_set, sent)
        return items if change.is_creation else items[:1]


@fault("sfmc.sets.page-example")
class BooleansAreNeverText(SfmcRules):
    """An update that spells a boolean as text, as the page does, is refused."""

    def is_boolean_text(self, change: Change, value: Json) -> bool:
        return change.is_creation and super().is_boolean_text(change, value)


@fault("sfmc.sets.page-example", also=written_besides(""))
class SevenSetsAreTooMany(SfmcRules):
    """Beyond the sixth, sets of a body are not written."""

    def sets_to_write(self, change: Change) -> Sequence[Sent]:
        sets = super().sets_to_write(change)
        return sets if change.is_creation else sets[:6]


@fault("sfmc.sets.unsent-kept")
class UnsentSetsAreEmptied(SfmcRules):
    """Sets that the body does not name lose their values."""

    def kept_sets(self, change: Change) -> dict[str, list[Row]]:
        named = {sent["name"] for sent in self.named_sets(change)}
        return {name: rows for name, rows in super().kept_sets(change).items() if name in named}


@fault("sfmc.values.unsent-kept", also=("sfmc.sets.items-all-applied", "sfmc.sets.all-applied"))
class RowsAreReplaced(SfmcRules):
    """Attributes of a row that an item does not name lose their values."""

    def kept_values(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        return {}


@fault("sfmc.values.updated", also=(*written_besides("sfmc.values.updated"), "sfmc.sets.page-example"))
class TheFirstValueStays(SfmcRules):
    """An attribute that has a value keeps it."""

    def updated_value(self, change: Change, of_set: AttributeSet, old: Row, name: str, value: Json) -> Json:
        return old.get(name, value)


@fault("sfmc.values.types", also=(*written_besides("sfmc.values.types"), "sfmc.sets.page-example"))
class NumbersBecomeText(SfmcRules):
    """A number is stored as the text that spells it."""

    def stored_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> Json:
        stored = super().stored_value(change, of_set, attribute, value)
        return (
            str(stored) if attribute.type == "number" and stored is not None and not change.is_creation else stored
        )


@fault("sfmc.values.types", also=(*written_besides("sfmc.values.types"), "sfmc.sets.page-example"))
class BooleansBecomeNumbers(SfmcRules):
    """A boolean is stored as 1 or 0."""

    def stored_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> Json:
        stored = super().stored_value(change, of_set, attribute, value)
        return int(stored) if isinstance(stored, bool) and not change.is_creation else stored
