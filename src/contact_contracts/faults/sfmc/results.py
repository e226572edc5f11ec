"""Wrong about the answer to an update that succeeds."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from typing import Any

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.change import Change, Contact


@fault("sfmc.answer.shape")
class ForgetsTheTypeOfContact(SfmcRules):
    """The answer to an update lacks contactTypeID."""

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        body = super().result_body(change, contact)
        return body if change.is_creation else {name: body[name] for name in body if name != "contactTypeID"}


@fault("sfmc.answer.shape", also=("sfmc.schema.answers-conform",))
class TypeOfContactIsText(SfmcRules):
    """contactTypeID is text."""

    def result_type_id(self, change: Change, contact: Contact) -> Json:
        kind = super().result_type_id(change, contact)
        return kind if change.is_creation else str(kind)


@fault("sfmc.answer.status-ok")
class SuccessHasAMessage(SfmcRules):
    """An update that succeeds says so in resultMessages."""

    def result_status(self, change: Change) -> dict[str, Json]:
        status = super().result_status(change)
        note = {"message": "Done.", "resultType": "Info", "resultClass": "Contact", "resultCode": "Done"}
        return status if change.is_creation else {**status, "resultMessages": [note]}


@fault("sfmc.answer.status-ok", also=("sfmc.sets.page-example",))
class SuccessHasErrors(SfmcRules):
    """An update that succeeds is OK and has errors all the same."""

    def result_status(self, change: Change) -> dict[str, Json]:
        return {**super().result_status(change), "hasErrors": not change.is_creation}


@fault("sfmc.answer.echo")
class EchoesTheIdAsKey(SfmcRules):
    """For a contact that was addressed by its id, the answer's key is that id."""

    def result_key(self, change: Change, contact: Contact) -> Json:
        return self.sent_key(change.call, change.body) or str(contact["id"])


@fault("sfmc.answer.echo")
class EchoesShortIds(SfmcRules):
    """The id in the answer has lost what exceeds 32 bits."""

    def result_id(self, change: Change, contact: Contact) -> Json:
        return contact["id"] if change.is_creation else contact["id"] & 0xFFFF_FFFF


@fault("sfmc.answer.not-new")
class EveryKeyIsNew(SfmcRules):
    """isNewContactKey is always true."""

    def is_new_key(self, change: Change) -> Json:
        return True


@fault("sfmc.answer.rows")
class CountsNoRows(SfmcRules):
    """An update always counts no rows."""

    def result_rows(self, change: Change, contact: Contact) -> int:
        return super().result_rows(change, contact) if change.is_creation else 0


@fault("sfmc.answer.message-ids")
class EveryCallHasTheSameName(SfmcRules):
    """requestServiceMessageID is made once, and the same for all calls."""

    first: Json = None

    def request_message_id(self, change: Change) -> Json:
        self.first = self.first or super().request_message_id(change)
        return self.first


@fault("sfmc.answer.message-ids")
class MessageIdsAreNumbered(SfmcRules):
    """serviceMessageID is a running number instead of a UUID."""

    number = 0

    def service_message_id(self, change: Change) -> Json:
        self.number += 1
        return f"message-{self.number}"
