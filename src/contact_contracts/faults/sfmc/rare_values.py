"""Wrong about values in a few types, lengths and positions only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from abc import abstractmethod
from html import escape
from urllib.parse import unquote

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import LeavesTraces, written_besides
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.account import Attribute, AttributeSet
from contact_contracts.reference.sfmc.change import Change, Contact, Row, Sent


class StoresOtherwise(SfmcRules):
    """Rules that store values of updates in another way; creations are stored well."""

    def stored_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> Json:
        stored = super().stored_value(change, of_set, attribute, value)
        return stored if change.is_creation or stored is None else self.altered(attribute, stored)

    @abstractmethod
    def altered(self, attribute: Attribute, value: Json) -> Json:
        """What is stored in place of the value that was sent."""


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class TrimsTexts(StoresOtherwise):
    """Blanks at the ends of a text are dropped."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return value.strip() if isinstance(value, str) else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class LineBreaksBecomeBlanks(StoresOtherwise):
    """A text is stored in one line."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return value.replace("\n", " ") if isinstance(value, str) else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class PercentEscapesAreResolved(StoresOtherwise):
    """A text is decoded as if it came from a URL."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return unquote(value) if isinstance(value, str) else value


@fault("sfmc.values.types", also=("sfmc.sets.items-all-applied", "sfmc.sets.all-applied"), rare=True)
class TextsAreEscapedForPages(StoresOtherwise):
    """What means something in HTML is escaped in a text."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return escape(value) if isinstance(value, str) else value


@fault("sfmc.values.types", also=("sfmc.values.updated", "sfmc.sets.items-all-applied"), rare=True)
class RowsWrittenAgainLoseTheirKeys(SfmcRules):
    """A row that is written a second time has no key from then on."""

    def merged_row(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        row = super().merged_row(change, of_set, old, values)
        keyed = of_set.key is not None and of_set.key in old and not change.is_creation
        return {name: value for name, value in row.items() if not keyed or name != of_set.key}


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class LettersAreAscii(StoresOtherwise):
    """Letters beyond ASCII become question marks."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return value.encode("ascii", "replace").decode() if isinstance(value, str) else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class NumbersAreWhole(StoresOtherwise):
    """A number loses its fraction."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return int(value) if isinstance(value, float) else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class NumbersEndAtThirtyTwoBits(StoresOtherwise):
    """A number above the largest 32-bit one becomes that one."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        too_large = attribute.type == "number" and value > 2**31 - 1
        return 2**31 - 1 if too_large else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class NumbersAreAbsolute(StoresOtherwise):
    """A negative number loses its sign."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return abs(value) if attribute.type == "number" else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class ZeroIsNothing(StoresOtherwise):
    """The number 0 empties the attribute."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return None if attribute.type == "number" and not value else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class DigitsAreNumbers(StoresOtherwise):
    """A text of digits is stored as a number."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        digits = attribute.type == "text" and value.isascii() and value.isdigit()
        return int(value) if digits else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class TextsAreCutAtFifty(StoresOtherwise):
    """A text ends after its 50th character."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return value[:50] if isinstance(value, str) else value


@fault("sfmc.values.types", also=written_besides("sfmc.values.types"), rare=True)
class AddressesAreLowerCased(StoresOtherwise):
    """An email address is stored in small letters."""

    def altered(self, attribute: Attribute, value: Json) -> Json:
        return value.lower() if attribute.type == "email" else value


@fault("sfmc.values.updated", also=written_besides("sfmc.values.updated"), rare=True)
class FalseNeverReplacesTrue(SfmcRules):
    """A boolean that is true stays true."""

    def updated_value(self, change: Change, of_set: AttributeSet, old: Row, name: str, value: Json) -> Json:
        return old[name] if value is False and name in old else value


@fault("sfmc.values.updated", also=written_besides("sfmc.values.updated"), rare=True)
class EmptyTextIsIgnored(SfmcRules):
    """Empty text leaves an attribute as it is."""

    def updated_value(self, change: Change, of_set: AttributeSet, old: Row, name: str, value: Json) -> Json:
        return old[name] if value == "" and name in old else value


@fault("sfmc.values.updated", also=written_besides("sfmc.values.updated"), rare=True)
class OnlyLargerNumbersReplace(SfmcRules):
    """A number takes the place of a smaller one only."""

    def updated_value(self, change: Change, of_set: AttributeSet, old: Row, name: str, value: Json) -> Json:
        return max(value, old[name]) if self.are_numbers(value, old.get(name)) else value

    def are_numbers(self, *values: Json) -> bool:
        return all(isinstance(one, int | float) and not isinstance(one, bool) for one in values)


@fault("sfmc.values.updated", also=(*written_besides("sfmc.values.updated"), "sfmc.sets.page-example"), rare=True)
class ThirdValueOfAnItemIsLost(SfmcRules):
    """Of three or more values in an item, the third keeps what it was."""

    def item_values(self, change: Change, of_set: AttributeSet, item: Sent) -> Row:
        values = super().item_values(change, of_set, item)
        lost = [] if change.is_creation else [*values][2:3]
        return {name: value for name, value in values.items() if name not in lost}


@fault("sfmc.values.updated", also=written_besides("sfmc.values.updated"), rare=True)
class UpdateAfterAFailureWritesNothing(LeavesTraces):
    """The first update after one that was refused, of whichever contact, is not stored."""

    skips = False

    def leave_trace(self, call: Call, refusal: Refusal) -> None:
        self.skips = True

    def store_changed(self, change: Change, contact: Contact) -> None:
        if not self.skips:
            super().store_changed(change, contact)
        self.skips = False


@fault("sfmc.values.updated", also=written_besides("sfmc.values.updated"), rare=True)
class ThirdUpdateIsNotStored(SfmcRules):
    """The third update of a contact is answered with success and not stored."""

    def __init__(self, *bound: Json) -> None:
        super().__init__(*bound)
        self.updates: dict[int, int] = {}

    def store_changed(self, change: Change, contact: Contact) -> None:
        count = self.updates[contact["id"]] = self.updates.get(contact["id"], 0) + 1
        if count != 3:
            super().store_changed(change, contact)


@fault("sfmc.values.unsent-kept", rare=True)
class SingleValuesTakeTheLastAway(SfmcRules):
    """An item with a single value empties the attribute that the row got last."""

    def kept_values(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        kept = super().kept_values(change, of_set, old, values)
        spared = len(values) > 1 or not kept or [*kept][-1] == of_set.key
        return kept if spared else dict([*kept.items()][:-1])


@fault("sfmc.values.unsent-kept", rare=True)
class FalseValuesAreNotKept(SfmcRules):
    """Attributes that are 0, false or empty text are lost when their row is written without them."""

    def kept_values(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        kept = super().kept_values(change, of_set, old, values)
        return {name: value for name, value in kept.items() if value}


@fault("sfmc.values.unsent-kept", rare=True)
class TextsAreWrittenTogether(SfmcRules):
    """Writing a text empties the row's other texts, the key apart."""

    def kept_values(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        kept = super().kept_values(change, of_set, old, values)
        written = {of_set.attributes[name].type for name in values}
        return {name: kept[name] for name in kept if self.is_spared(of_set, name, written)}

    def is_spared(self, of_set: AttributeSet, name: str, written: set[str]) -> bool:
        return name == of_set.key or of_set.attributes[name].type != "text" or "text" not in written


@fault("sfmc.values.unsent-kept", rare=True)
class UnsentValuesAreReset(SfmcRules):
    """Numbers become 0 and booleans false when their row is written without them."""

    def kept_values(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        kept = super().kept_values(change, of_set, old, values)
        resets: Row = {"number": 0, "boolean": False}
        return {name: resets.get(of_set.attributes[name].type, value) for name, value in kept.items()}
