"""Other ways to keep the Marketing Cloud contract: open questions answered otherwise, other forms and statuses."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.account import Attribute, AttributeSet
from contact_contracts.reference.sfmc.change import (
    INVALID,
    MALFORMED,
    Change,
    Contact,
    Failure,
    Row,
    Sent,
    sent_list,
)
from contact_contracts.variations.catalogue import variation

_PAGE_SPELLINGS: Final = ("rowsAffected", "contactID", "responseDateTime")
_LIVE_SPELLINGS: Final = ("rowsAffetcted", "contactId")
_LARGE: Final = 9_223_372_036_854_000_000


# Other forms


@variation("page-spellings")
class PageSpellings(SfmcRules):
    """Answers have the page's spellings only."""

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        """Without the other ones."""
        body = super().result_body(change, contact)
        return {name: value for name, value in body.items() if name not in _PAGE_SPELLINGS}


@variation("live-spellings")
class LiveSpellings(SfmcRules):
    """Answers have the spellings of the live service only."""

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        """Without the page's."""
        body = super().result_body(change, contact)
        return {name: value for name, value in body.items() if name not in _LIVE_SPELLINGS}


@variation("ids-as-text")
class IdsAsText(SfmcRules):
    """Ids are large, and text in answers."""

    def given_id(self, call: Call) -> int:
        """Just within 64 bits."""
        return self.store.next_number("large", _LARGE)

    def result_id(self, change: Change, contact: Contact) -> Json:
        """A number in quotes."""
        return str(contact["id"])

    def values_of(self, contact: Contact, key: str) -> list[Json]:
        """So too when searched for."""
        values = super().values_of(contact, key)
        return [str(one) for one in values] if key == "Contact.Contact ID" else values


@variation("counts-values")
class CountsValues(SfmcRules):
    """The row count is that of the sets that were written."""

    def result_rows(self, change: Change, contact: Contact) -> int:
        """More than one contact's worth."""
        return max(super().result_rows(change, contact), len(sent_list(change.body, "attributeSets")))


@variation("null-for-nothing")
class NullForNothing(SfmcRules):
    """A success has null instead of an empty list of messages."""

    def result_status(self, change: Change) -> dict[str, Json]:
        """No list."""
        return {**super().result_status(change), "resultMessages": None}


@variation("single-rows")
class SingleRows(SfmcRules):
    """Each set holds one row: an item with another key value changes that row."""

    def row_position(self, change: Change, of_set: AttributeSet, rows: Sequence[Row], values: Row) -> int | None:
        """The first row, if there is one."""
        return 0 if rows else None


@variation("booleans-as-text")
class BooleansAsText(SfmcRules):
    """Text that spells a boolean stays text."""

    def boolean_of_text(self, change: Change, attribute: Attribute, text: str) -> Json:
        """As sent."""
        return text


@variation("normalised-phones")
class NormalisedPhones(SfmcRules):
    """Phone numbers lose their punctuation."""

    def stored_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> Json:
        """Digits and a plus sign."""
        if attribute.type == "phone" and isinstance(value, str) and not any(letter.isalpha() for letter in value):
            return "".join(letter for letter in value if letter not in " ().-") or value
        return super().stored_value(change, of_set, attribute, value)


@variation("narrow-values")
class NarrowValues(SfmcRules):
    """Numbers are whole and have 32 bits; texts have one line, and characters of two bytes."""

    def check_value(self, change: Change, of_set: AttributeSet, attribute: Attribute, value: Json) -> None:
        """Refused where there is no room."""
        super().check_value(change, of_set, attribute, value)
        wide = isinstance(value, int | float) and (abs(value) >= 2**31 or value != int(value))
        if wide or (isinstance(value, str) and any(not " " <= char <= "\uffff" for char in value)):
            raise Failure(f"{attribute.name} has no room for such a value.", "OutOfRange")


# Other statuses


@variation("all-refusals-are-4xx")
class AllRefusalsAre4xx(SfmcRules):
    """Nothing fails with HTTP status 200."""

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """400 in the error shape."""
        if isinstance(refusal, Failure):
            refusal = Refusal(400, refusal.message, INVALID)
        return super().refusal_answer(refusal)


@variation("refusals-are-results")
class RefusalsAreResults(SfmcRules):
    """What is refused for its content fails with HTTP status 200; malformed JSON is still a 400."""

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """A result that says FAIL."""
        if refusal.status == 400 and refusal.code != MALFORMED and not isinstance(refusal, Failure):
            return super().refusal_answer(Failure(refusal.message, "Refused"))
        return super().refusal_answer(refusal)


@variation("unprocessable")
class Unprocessable(SfmcRules):
    """Wrong content is answered with 422."""

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """Malformed JSON keeps its 400."""
        if refusal.status == 400 and refusal.code != MALFORMED:
            refusal = Refusal(422, refusal.message, refusal.code)
        return super().refusal_answer(refusal)


# Open questions, answered otherwise


@variation("key-wins")
class KeyWins(SfmcRules):
    """Where key and id name different contacts the key decides."""

    def contact_by_disagreeing(self, call: Call, contact: Contact, contact_id: str) -> Contact:
        """The one that the key named."""
        return contact


@variation("id-wins")
class IdWins(SfmcRules):
    """Where key and id name different contacts the id decides."""

    def contact_by_disagreeing(self, call: Call, contact: Contact, contact_id: str) -> Contact:
        """The one that the id names."""
        return self.known_contact(call, contact_id, self.contact_by_id(call, contact_id))


@variation("unknown-keys-establish")
class UnknownKeysEstablish(SfmcRules):
    """An update with an unknown key makes a contact."""

    def update_contacts(self, call: Call) -> Answer:
        """Create what is missing."""
        key = self.sent_key(call, call.body)
        if key is not None and self.contact_by_key(call, key) is None:
            return self.create_contact(call)
        return super().update_contacts(call)


class _OneSpelling(SfmcRules):
    spelling = ""

    def id_members(self, call: Call) -> tuple[str, ...]:
        """One spelling for updates; the other one is like any unknown member."""
        return (self.spelling,)


@variation("takes-contact-id-only")
class TakesContactIdOnly(_OneSpelling):
    """A body's id is read from `contactId`."""

    spelling = "contactId"


@variation("takes-contact-id-capitals-only")
class TakesContactIdCapitalsOnly(_OneSpelling):
    """A body's id is read from `contactID`."""

    spelling = "contactID"


@variation("unknown-sets-are-ignored")
class UnknownSetsAreIgnored(SfmcRules):
    """Sets and attributes that the account lacks are passed over."""

    def named_sets(self, change: Change) -> Sequence[Sent]:
        """Those that the account knows, and of them what it knows."""
        known = [one for one in super().named_sets(change) if one["name"] in self.account.sets]
        return [self._known_part(one) for one in known]

    def _known_part(self, sent: Sent) -> Sent:
        attributes = self.account.sets[sent["name"]].attributes
        items = [
            {**item, "values": [pair for pair in sent_list(item, "values") if pair.get("name") in attributes]}
            for item in sent_list(sent, "items")
        ]
        return {**sent, "items": items}


@variation("a-set-is-named-once")
class ASetIsNamedOnce(SfmcRules):
    """A body that names a set twice is refused."""

    def check_change(self, change: Change) -> None:
        """Before anything is written."""
        super().check_change(change)
        names = [sent["name"] for sent in self.named_sets(change)]
        if len(set(names)) < len(names):
            raise Failure("A set may be named once only.", "DuplicateSet")


@variation("good-sets-are-written")
class GoodSetsAreWritten(SfmcRules):
    """Of good sets beside a bad one the good ones are written, and the answer is a failure."""

    def update_contacts(self, call: Call) -> Answer:
        """Write set by set."""
        self.check_presence(call, call.body)
        contact = self.contact_to_change(call, call.body)
        failures: list[Failure] = []
        change = Change(call, call.body, contact)
        for sent in sent_list(call.body, "attributeSets"):
            change = Change(call, {**call.body, "attributeSets": [sent]}, contact)
            try:
                contact = self.write(change)
            except Failure as failure:
                failures.append(failure)
        if failures:
            return Answer(200, self.failure_body(failures[0]))
        return self.done(Change(call, call.body, contact), contact)


@variation("slow-deletion", keeps_contacts=True)
class SlowDeletion(SfmcRules):
    """A deletion is begun and not finished while anybody looks."""

    def delete_contacts(self, call: Call) -> Answer:
        """Only the promise."""
        self.check_deletion_kind(call.body)
        return Answer(200, self.deletion_body())


@variation("no-right-to-read")
class NoRightToRead(SfmcRules):
    """The caller may write, and is told with 403 that searches are for others."""

    def search_attributes(self, call: Call) -> Answer:
        """Refuse."""
        raise Refusal(403, "This token has no right to read.")
