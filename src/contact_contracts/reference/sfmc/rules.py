"""The operations of the Marketing Cloud family, and how bad input is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from contact_contracts.contract import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.rules import describe
from contact_contracts.reference.sfmc.answers import new_message_id, now_text
from contact_contracts.reference.sfmc.change import (
    CONTACT,
    INVALID,
    MALFORMED,
    MISSING,
    WRONG_TYPE,
    Change,
    Contact,
    Failure,
    Sent,
)
from contact_contracts.reference.sfmc.search import SearchRules
from contact_contracts.reference.sfmc.seed import CONTACT_COUNTER, FIRST_CONTACT
from contact_contracts.reference.sfmc.tokens import TokenRules
from contact_contracts.reference.sfmc.writing import WritingRules

_ERROR_CODES: Final = {"type": WRONG_TYPE, "required": MISSING, "json": MALFORMED}
_INT64: Final = 2**63


class SfmcRules(TokenRules, SearchRules, WritingRules):
    """Answers like Marketing Cloud. Where its documents are silent or disagree, the method names its reading."""

    family = "sfmc"

    # With what

    def read_body(self, call: Call) -> Json:
        """The body as JSON; one that is none gets the code for malformed bodies."""
        try:
            return super().read_body(call)
        except Refusal as refusal:
            raise self.malformed(call, refusal) from refusal

    def malformed(self, call: Call, refusal: Refusal) -> Refusal:  # noqa: ARG002 - for those that override it
        """What a caller whose body is not JSON is told."""
        return Refusal(400, refusal.message, MALFORMED)

    def bad_body(self, errors: Sequence[SchemaError]) -> Refusal:
        """The code tells a wrong type from something missing and from a bad value."""
        return Refusal(400, describe(errors[0]), _ERROR_CODES.get(errors[0].keyword, INVALID))

    def bad_parameters(self, errors: Sequence[SchemaError]) -> Refusal:
        """A parameter can only have a bad value."""
        return Refusal(400, describe(errors[0]), INVALID)

    # Contacts

    def update_contacts(self, call: Call) -> Answer:
        """Write what the body names to the contact that it names."""
        self.check_presence(call, call.body)
        change = Change(call, call.body, self.contact_to_change(call, call.body))
        return self.done(change, self.write(change))

    def create_contact(self, call: Call) -> Answer:
        """Make a contact with a key that is free."""
        self.check_presence(call, call.body)
        change = Change(call, call.body, self.contact_to_create(call, call.body), is_creation=True)
        return self.done(change, self.write(change))

    def contact_to_create(self, call: Call, body: Sent) -> Contact:
        """A contact without attributes, whose key and id nobody has."""
        key = self.sent_key(call, body)
        if key is None:
            raise Refusal(400, "contactKey is required for a new contact.", MISSING)
        if self.contact_by_key(call, key) is not None:
            raise Failure(f"contactKey {key} is in use.", "ContactKeyInUse", key)
        return {"id": self.new_id(call, key, self.sent_id(call, body)), "key": key, "sets": {}}

    def new_id(self, call: Call, key: str, sent: str | None) -> int:
        """The id that was sent if it is free, or else one that the server gives."""
        if sent is None:
            return self.given_id(call)
        if not (sent.isascii() and sent.isdigit() and sent == str(int(sent[:20])) and 0 < int(sent) < _INT64):
            raise Refusal(400, f"contactID {sent[:40]} is no positive 64-bit number.", INVALID)
        if self.contact_by_id(call, sent) is not None:
            raise Failure(f"contactID {sent} is in use.", "ContactIdInUse", key)
        return int(sent)

    def given_id(self, call: Call) -> int:
        """The next id that no caller has chosen before."""
        while True:
            number = self.store.next_number(CONTACT_COUNTER, FIRST_CONTACT)
            if self.contact_by_id(call, str(number)) is None:
                return number

    def delete_contacts(self, call: Call) -> Answer:
        """Remove contacts by keys, or by ids when the query says so; those that do not exist are no error.

        The vendor finishes later; here they are gone when the answer arrives.
        """
        self.check_deletion_kind(call.body)
        find = self.contact_by_id if call.query_value("type") == "ids" else self.contact_by_key
        for named in call.body["values"]:
            contact = find(call, str(named))
            if contact is not None:
                self.store.delete(CONTACT, str(contact["id"]))
        return Answer(200, self.deletion_body())

    def check_deletion_kind(self, body: Sent) -> None:
        """Nothing but whole contacts can be removed here; what asks for less must not remove more."""
        kind = body.get("DeleteOperationType", "ContactAndAttributes")
        if kind != "ContactAndAttributes":
            raise Refusal(400, f"DeleteOperationType {kind} is not offered.", INVALID)

    def deletion_body(self) -> dict[str, Json]:
        """The answer to a deletion: it has begun, and has a number."""
        return {
            "operationInitiated": True,
            "operationID": self.store.next_number("operation"),
            "operationStatus": "OK",
            "hasErrors": False,
            "resultMessages": [],
            "requestServiceMessageID": new_message_id(),
            "responseDateTime": now_text(),
            "serviceMessageID": new_message_id(),
        }
