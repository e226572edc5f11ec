"""Wrong about sets, items and rows in a few numbers and combinations only."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import is_update, written_besides
from contact_contracts.reference.calls import Call
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.account import AttributeSet
from contact_contracts.reference.sfmc.change import Change, Contact, Row, Sent, sent_list


@fault(
    "sfmc.sets.all-applied", also=(*written_besides("sfmc.sets.all-applied"), "sfmc.sets.page-example"), rare=True
)
class ThreeSetsAreTooMany(SfmcRules):
    """Of three or more sets the last one is not written."""

    def sets_to_write(self, change: Change) -> Sequence[Sent]:
        sets = super().sets_to_write(change)
        return sets[:-1] if len(sets) > 2 and not change.is_creation else sets


@fault("sfmc.sets.all-applied", also=written_besides("sfmc.sets.all-applied"), rare=True)
class SetsAreWrittenOnce(SfmcRules):
    """A set that a body names twice is written as it was named last."""

    def sets_to_write(self, change: Change) -> Sequence[Sent]:
        return [*{sent["name"]: sent for sent in super().sets_to_write(change)}.values()]


@fault(
    "sfmc.sets.all-applied", also=(*written_besides("sfmc.sets.all-applied"), "sfmc.sets.page-example"), rare=True
)
class ShortSetsEndTheBody(SfmcRules):
    """Sets that follow a set with a single value are not written."""

    def sets_to_write(self, change: Change) -> Sequence[Sent]:
        sets = super().sets_to_write(change)
        ends = [at for at, one in enumerate(sets) if self.is_short(one)]
        return sets[: ends[0] + 1] if ends and not change.is_creation else sets

    def is_short(self, sent: Sent) -> bool:
        return sum(len(sent_list(item, "values")) for item in sent_list(sent, "items")) == 1


@fault("sfmc.sets.items-all-applied", also=written_besides("sfmc.sets.items-all-applied"), rare=True)
class TwoItemsPerSet(SfmcRules):
    """Beyond the second, items of a set are not written."""

    def items_to_write(self, change: Change, of_set: AttributeSet, sent: Sent) -> Sequence[Sent]:
        items = super().items_to_write(change, of_set, sent)
        return items if change.is_creation else items[:2]


@fault(
    "sfmc.sets.items-all-applied",
    also=(*written_besides("sfmc.sets.items-all-applied"), "sfmc.values.unsent-kept"),
    rare=True,
)
class OneRowPerSet(SfmcRules):
    """Every item goes to the first row, whatever its key is."""

    def row_with_key(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], key: Json) -> int | None:
        usual = super().row_with_key(change, of_set, rows, key)
        return 0 if rows and usual is None and not change.is_creation else usual


@fault("sfmc.sets.items-all-applied", also=written_besides("sfmc.sets.items-all-applied"), rare=True)
class LaterRowsAreReadOnly(SfmcRules):
    """An item for the second row of a set, or a later one, changes nothing."""

    def merged_row(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        rows = change.old["sets"].get(of_set.name, [])
        later = of_set.key is not None and old in rows[1:]
        return old if later else super().merged_row(change, of_set, old, values)


@fault("sfmc.values.unsent-kept", also=("sfmc.sets.items-all-applied",), rare=True)
class ThirdRowsReplaceTheOldest(SfmcRules):
    """A set keeps two rows: with a third one the oldest goes."""

    def changed_rows(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], sent: Sent) -> list[Row]:
        changed = super().changed_rows(change, of_set, rows, sent)
        return changed[-2:] if len(changed) > len(rows) and not change.is_creation else changed


@fault("sfmc.sets.unsent-kept", rare=True)
class RelatedSetsAreEmptied(SfmcRules):
    """Writing a set empties those that the body does not name and whose names begin with the same word."""

    def kept_sets(self, change: Change) -> dict[str, list[Row]]:
        named = {sent["name"] for sent in self.named_sets(change)}
        words = {name.split()[0] for name in named if name.split()}
        kept = super().kept_sets(change)
        return {name: rows for name, rows in kept.items() if name in named or name.split()[0] not in words}


@fault("sfmc.sets.unsent-kept", rare=True)
class SecondUpdateDropsASet(SfmcRules):
    """The second update of a contact empties the first of the sets that it does not name."""

    def __init__(self, *bound: Json) -> None:
        super().__init__(*bound)
        self.updates: dict[int, int] = {}

    def kept_sets(self, change: Change) -> dict[str, list[Row]]:
        kept, contact_id = super().kept_sets(change), change.old["id"]
        self.updates[contact_id] = self.updates.get(contact_id, 0) + int(not change.is_creation)
        named = {sent["name"] for sent in self.named_sets(change)}
        unnamed = [name for name in kept if name not in named]
        dropped = unnamed[:1] if self.updates[contact_id] == 2 else []
        return {name: rows for name, rows in kept.items() if name not in dropped}


@fault("sfmc.sets.unsent-kept", rare=True)
class SharedAttributesAreShared(SfmcRules):
    """A value is written to the first rows of other sets too that have an attribute of that name."""

    def changed_contact(self, change: Change) -> Contact:
        contact = super().changed_contact(change)
        sets = contact["sets"]
        for sent in [] if change.is_creation else self.sets_to_write(change):
            for item in sent_list(sent, "items"):
                for name, rows in sets.items():
                    sets[name] = self.with_shared(name, rows, item) if name != sent["name"] else rows
        return contact

    def with_shared(self, name: str, rows: list[Row], item: Sent) -> list[Row]:
        known = self.account.sets[name].attributes
        pairs = [pair for pair in sent_list(item, "values") if pair.get("value") is not None]
        shared = {pair["name"]: pair["value"] for pair in pairs if pair["name"] in known}
        return [{**rows[0], **shared}, *rows[1:]] if rows else rows


@fault("sfmc.values.updated", rare=True)
class RowsAreAddedInsteadOfWrittenAgain(SfmcRules):
    """An item whose key a row has already becomes one row more, with the other values of the old one."""

    def changed_rows(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], sent: Sent) -> list[Row]:
        changed = super().changed_rows(change, of_set, rows, sent)
        replaced = [row for row in rows if row not in changed]
        return changed if of_set.key is None or change.is_creation else [*replaced, *changed]


# What must be refused


@fault("sfmc.sets.required", also=("sfmc.schema.bad-input-refused",), rare=True)
class NoSetsAreEnough(SfmcRules):
    """An empty list of sets is taken, a missing one refused."""

    def check_sets_given(self, call: Call, body: Sent) -> None:
        if body.get("attributeSets") != [] or not is_update(call):
            super().check_sets_given(call, body)


@fault("sfmc.sets.name-required", also=("sfmc.schema.bad-input-refused",), rare=True)
class LaterSetsNeedNoName(SfmcRules):
    """Only the first set needs a name; others without one are passed over."""

    def check_set_named(self, call: Call, sent: Sent) -> None:
        if sent is call.body["attributeSets"][0] or not is_update(call):
            super().check_set_named(call, sent)


@fault("sfmc.sets.name-required", also=("sfmc.schema.bad-input-refused",), rare=True)
class EmptyTextIsAName(SfmcRules):
    """A set whose name is empty text is passed over."""

    def check_set_named(self, call: Call, sent: Sent) -> None:
        if "name" not in sent or not is_update(call):
            super().check_set_named(call, sent)


@fault("sfmc.sets.name-required", also=("sfmc.schema.bad-input-refused",), rare=True)
class NamelessSetsGoToTheFirst(SfmcRules):
    """A set without a name that follows a set with one is taken for the same set."""

    def check_presence(self, call: Call, body: Sent) -> None:
        sets = sent_list(body, "attributeSets") if is_update(call) else []
        for before, sent in pairwise(sets):
            if before.get("name") and not sent.get("name"):
                sent["name"] = before["name"]
        super().check_presence(call, body)
