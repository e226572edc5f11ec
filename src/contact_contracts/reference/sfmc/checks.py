"""What a body must fulfil before anything of it is written."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.sfmc.account import Attribute, AttributeSet
from contact_contracts.reference.sfmc.addressing import AddressingRules
from contact_contracts.reference.sfmc.change import MISSING, Change, Failure, Sent, sent_list

WRITERS: Final = {"updateContacts", "createContact"}
"""Operations whose bodies are contacts."""
_LEFT_TO_RULES: Final = {
    "": {"anyOf", "required"},
    "/attributeSets": {"minItems"},
    "/attributeSets/#": {"required"},
    "/attributeSets/#/name": {"minLength"},
}
"""Breaches of the schema, by place, that methods of their own refuse: no key or id, no sets, no name."""
_POSITION: Final = re.compile(r"/\d+")


class CheckRules(AddressingRules):
    """Each check raises a Refusal, and none writes."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        """What must be there at all is judged by the rules below, not by the schema."""
        place = _POSITION.sub("/#", error.pointer)
        return operation.id not in WRITERS or error.keyword not in _LEFT_TO_RULES.get(place, ())

    def check_presence(self, call: Call, body: Sent) -> None:
        """What every body must have, whichever contact it is about."""
        self.check_sets_given(call, body)
        for sent in sent_list(body, "attributeSets"):
            self.check_set_named(call, sent)

    def check_sets_given(self, call: Call, body: Sent) -> None:
        """Without attribute sets there is nothing to write."""
        if not sent_list(body, "attributeSets"):
            raise Refusal(400, "attributeSets is required.", MISSING)

    def check_set_named(self, call: Call, sent: Sent) -> None:
        """A set without a name could be any."""
        if not sent.get("name"):
            raise Refusal(400, "attributeSets.name is required.", MISSING)

    def check_change(self, change: Change) -> None:
        """Whether the account knows everything that is to be written."""
        for sent in self.named_sets(change):
            self.check_set(change, sent)

    def named_sets(self, change: Change) -> Sequence[Sent]:
        """The sets of the body that can be looked up; the others have been refused by then."""
        return [sent for sent in sent_list(change.body, "attributeSets") if sent.get("name")]

    def check_set(self, change: Change, sent: Sent) -> None:
        """The set, its attributes and their values; done for all sets before the first one is written.

        Open in the documents: what becomes of good sets beside a bad one. Read here: nothing is written.
        """
        found = self.known_set(change, sent["name"])
        for item in sent_list(sent, "items"):
            for pair in sent_list(item, "values"):
                attribute = self.known_attribute(change, found, pair.get("name"))
                self.check_value(change, found, attribute, pair.get("value"))

    def known_set(self, change: Change, name: str) -> AttributeSet:
        """Open in the documents. Read here: a set that the account lacks is refused."""
        found = self.account.sets.get(name)
        if found is None:
            raise Failure(f"The account has no attribute set {name}.", "UnknownAttributeSet", change.old["key"])
        return found

    def known_attribute(self, change: Change, of_set: AttributeSet, name: Json) -> Attribute:
        """Open in the documents. Read here: an attribute that the set lacks, or without a name, is refused."""
        found = of_set.attributes.get(name)
        if found is None:
            raise Failure(
                f"{of_set.name} has no attribute {name or 'without a name'}.",
                "UnknownAttribute",
                change.old["key"],
            )
        return found

    def check_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> None:
        """A value of another type than the declared one is refused; null fits every type, and empties."""
        if value is not None and not self.fits_type(change, attribute, value):
            raise Failure(
                f"{of_set.name}, {attribute.name}: the value must be of type {attribute.type}.",
                "AttributeValueInvalid",
                change.old["key"],
            )

    def fits_type(self, change: Change, attribute: Attribute, value: Json) -> bool:
        """Whether a value has the attribute's declared type; a boolean may be spelled as text."""
        if attribute.type == "boolean":
            return isinstance(value, bool) or self.is_boolean_text(change, value)
        if attribute.type == "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        return isinstance(value, str)

    def is_boolean_text(self, change: Change, value: Json) -> bool:
        """The page's own example sends a boolean as the text "true"."""
        return isinstance(value, str) and value.lower() in ("true", "false")
