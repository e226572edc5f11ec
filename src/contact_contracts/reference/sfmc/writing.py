"""What a body makes of a contact: the documented rules of merging, one method each."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.exchange import Json
from contact_contracts.reference.sfmc.account import Attribute, AttributeSet
from contact_contracts.reference.sfmc.change import (
    CONTACT,
    CONTACT_KEY,
    Change,
    Contact,
    Row,
    Sent,
    same_json,
    sent_list,
)
from contact_contracts.reference.sfmc.checks import CheckRules


class WritingRules(CheckRules):
    """Turns a change into the contact that is stored, and stores it."""

    def write(self, change: Change) -> Contact:
        """Check the whole change, then store the contact that it makes."""
        self.check_change(change)
        contact = self.changed_contact(change)
        if change.is_creation:
            self.store_new(change, contact)
        else:
            self.store_changed(change, contact)
        return contact

    def changed_contact(self, change: Change) -> Contact:
        """The contact as it is after the change."""
        sets = self.kept_sets(change)
        for sent in self.sets_to_write(change):
            of_set = self.known_set(change, sent["name"])
            sets[of_set.name] = self.changed_rows(change, of_set, sets.get(of_set.name, []), sent)
        return {"id": change.old["id"], "key": change.old["key"], "sets": sets}

    # Sets

    def kept_sets(self, change: Change) -> dict[str, list[Row]]:
        """The contact's rows to begin with: sets that the body does not name stay."""
        return {**change.old["sets"]}

    def sets_to_write(self, change: Change) -> Sequence[Sent]:
        """Every set of the body in its order, also one that is named twice."""
        return self.named_sets(change)

    def changed_rows(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], sent: Sent) -> list[Row]:
        """The rows of a set after all items that were sent for it."""
        changed = [*rows]
        for item in self.items_to_write(change, of_set, sent):
            self.apply_item(change, of_set, changed, item)
        return changed

    def items_to_write(self, change: Change, of_set: AttributeSet, sent: Sent) -> Sequence[Sent]:
        """Every item of a set in its order. Without items there is nothing to do, and no need to refuse."""
        return sent_list(sent, "items")

    # Rows

    def apply_item(self, change: Change, of_set: AttributeSet, rows: list[Row], item: Sent) -> None:
        """Write one item into the row that it belongs to; `rows` is changed."""
        values = self.item_values(change, of_set, item)
        if not values:
            return
        position = self.row_position(change, of_set, rows, values)
        if position is None:
            rows.append(self.merged_row(change, of_set, {}, values))
        else:
            rows[position] = self.merged_row(change, of_set, rows[position], values)

    def item_values(self, change: Change, of_set: AttributeSet, item: Sent) -> Row:
        """The values of an item as they are stored; sent twice, the last one counts.

        An attribute without the member `value` says nothing, so it is left alone.
        """
        return {
            pair["name"]: self.stored_value(change, of_set, of_set.attributes[pair["name"]], pair["value"])
            for pair in sent_list(item, "values")
            if "value" in pair
        }

    def row_position(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], values: Row) -> int | None:
        """Which row an item changes, or None for a new one.

        In a set with a key attribute it is the row with that value. Without a value for it, and in sets that
        hold a single row, it is the first row.
        """
        key = None if of_set.key is None else values.get(of_set.key)
        if key is None:
            return 0 if rows else None
        return self.row_with_key(change, of_set, rows, key)

    def row_with_key(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], key: Json) -> int | None:
        """The position of the row whose key attribute has that value, or None."""
        name = of_set.key or ""
        return next((at for at, row in enumerate(rows) if same_json(row.get(name), key)), None)

    def merged_row(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        """A row after an item: attributes that were not sent stay, null empties, the others are new."""
        kept = self.kept_values(change, of_set, old, values)
        updated = {name: self.updated_value(change, of_set, old, name, values[name]) for name in values}
        return {name: value for name, value in {**kept, **updated}.items() if value is not None}

    def kept_values(self, change: Change, of_set: AttributeSet, old: Row, values: Row) -> Row:
        """Attributes of the row that the item does not name."""
        return {name: value for name, value in old.items() if name not in values}

    # Values

    def updated_value(self, change: Change, of_set: AttributeSet, old: Row, name: str, value: Json) -> Json:
        """An attribute that is sent again takes the new value."""
        return value

    def stored_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> Json:
        """A value is kept as it was sent; only a boolean that was spelled as text becomes a boolean."""
        if attribute.type == "boolean" and isinstance(value, str):
            return self.boolean_of_text(change, attribute, value)
        return value

    def boolean_of_text(self, change: Change, attribute: Attribute, text: str) -> Json:
        """Which boolean a text spells."""
        return text.lower() == "true"

    # Storing

    def store_new(self, change: Change, contact: Contact) -> None:
        """Keep a new contact, and make it known by its key."""
        self.store.insert(CONTACT, str(contact["id"]), contact)
        self.store.claim(CONTACT, CONTACT_KEY, contact["key"], str(contact["id"]))

    def store_changed(self, change: Change, contact: Contact) -> None:
        """Keep a contact in place of what it was; no other contact changes."""
        self.store.replace(CONTACT, str(contact["id"]), contact)
