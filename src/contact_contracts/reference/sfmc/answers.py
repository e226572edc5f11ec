"""How the Marketing Cloud family words its answers, one method for each documented member."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from uuid import uuid4

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Refusal
from contact_contracts.reference.rules import FamilyRules
from contact_contracts.reference.sfmc.account import Account, load_account
from contact_contracts.reference.sfmc.change import Change, Contact, Failure


class SfmcAnswers(FamilyRules):
    """Bodies of answers."""

    @cached_property
    def account(self) -> Account:
        """What the account has defined."""
        return load_account(self.store)

    # Success

    def done(self, change: Change, contact: Contact) -> Answer:
        """A contact was written."""
        return Answer(200, self.result_body(change, contact))

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        """Both spellings of the row count and of the id: callers know one or the other."""
        rows, contact_id = self.result_rows(change, contact), self.result_id(change, contact)
        return {
            **self.result_status(change),
            "rowsAffetcted": rows,
            "rowsAffected": rows,
            "contactKey": self.result_key(change, contact),
            "contactId": contact_id,
            "contactID": contact_id,
            "contactTypeID": self.result_type_id(change, contact),
            "isNewContactKey": self.is_new_key(change),
            "requestServiceMessageID": self.request_message_id(change),
            "responseDateTime": now_text(),
            "serviceMessageID": self.service_message_id(change),
        }

    def result_status(self, change: Change) -> dict[str, Json]:
        """Success: OK, no errors, no messages."""
        return {"operationStatus": "OK", "hasErrors": False, "resultMessages": []}

    def result_rows(self, change: Change, contact: Contact) -> int:
        """The page counts 1 for seven sets, so this counts contacts: 1, or 0 when nothing was to be written."""
        return 1 if change.is_creation or self.writes_anything(change) else 0

    def writes_anything(self, change: Change) -> bool:
        """Whether any value was sent."""
        items = (item for one in change.body.get("attributeSets") or [] for item in one.get("items") or [])
        return any(item.get("values") for item in items)

    def result_key(self, change: Change, contact: Contact) -> Json:
        """The key of the contact that was written, also when it was addressed by its id."""
        return contact["key"]

    def result_id(self, change: Change, contact: Contact) -> Json:
        """The id of the contact that was written, a number."""
        return contact["id"]

    def result_type_id(self, change: Change, contact: Contact) -> Json:
        """The kind of contact; there is one kind."""
        return 0

    def is_new_key(self, change: Change) -> Json:
        """True for a creation only: an update finds its contact."""
        return change.is_creation

    def request_message_id(self, change: Change) -> Json:
        """Names this call: a UUID that no other call has."""
        return new_message_id()

    def service_message_id(self, change: Change) -> Json:
        """Names the answer: a UUID too."""
        return new_message_id()

    # Failure

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """A failure goes out with HTTP status 200, all else in the error shape."""
        if isinstance(refusal, Failure):
            return Answer(200, self.failure_body(refusal))
        return super().refusal_answer(refusal)

    def failure_body(self, failure: Failure) -> dict[str, Json]:
        """The members of a success, as far as there is something to say."""
        return {
            **self.failure_status(failure),
            "rowsAffetcted": 0,
            "rowsAffected": 0,
            "contactKey": failure.key,
            "isNewContactKey": False,
            "requestServiceMessageID": new_message_id(),
            "responseDateTime": now_text(),
            "serviceMessageID": new_message_id(),
        }

    def failure_status(self, failure: Failure) -> dict[str, Json]:
        """Failure: FAIL, errors, and why."""
        return {
            "operationStatus": "FAIL",
            "hasErrors": True,
            "resultMessages": self.failure_messages(failure),
        }

    def failure_messages(self, failure: Failure) -> list[Json]:
        """At least one message."""
        return [
            {
                "message": failure.message,
                "resultType": "Error",
                "resultClass": "Contact",
                "resultCode": failure.code,
            }
        ]

    def error_body(self, refusal: Refusal) -> Json:
        """What a 4xx says; the code is 0 where the vendor has none of its own."""
        return {"message": refusal.message, "errorcode": refusal.code or 0, "documentation": ""}


def new_message_id() -> str:
    """A fresh UUID."""
    return str(uuid4())


def now_text() -> str:
    """The time of the answer: ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
