"""Wrong about refusals, about the contract as a whole, and about what calls have to do with each other."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contact_contracts.contract import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.sfmc.tools import LeavesTraces, Remembers, is_update
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.account import AttributeSet
from contact_contracts.reference.sfmc.change import Change, Contact, Failure, Sent


@fault("sfmc.failure.reported")
class FailsWithoutAMessage(SfmcRules):
    """A failure does not say why."""

    def failure_messages(self, failure: Failure) -> list[Json]:
        return []


@fault("sfmc.failure.reported")
class FailsWithoutErrors(SfmcRules):
    """A failure has messages and the status FAIL, and claims to have no errors."""

    def failure_status(self, failure: Failure) -> dict[str, Json]:
        return {**super().failure_status(failure), "hasErrors": False}


@fault("sfmc.error.missing-credentials")
class StrangersMayUpdate(SfmcRules):
    """An update without an Authorization header is carried out."""

    def needs_credentials(self, call: Call) -> bool:
        stranger = is_update(call) and "authorization" not in call.headers
        return super().needs_credentials(call) and not stranger


@fault("sfmc.error.shape")
class ErrorsHaveNoCode(SfmcRules):
    """An error has a message only."""

    def error_body(self, refusal: Refusal) -> Json:
        return {"message": refusal.message, "documentation": ""}


@fault("sfmc.error.malformed")
class MalformedIsUnprocessable(SfmcRules):
    """A body that is no JSON is answered with 422."""

    def malformed(self, call: Call, refusal: Refusal) -> Refusal:
        usual = super().malformed(call, refusal)
        return Refusal(422, usual.message, usual.code)


@fault("sfmc.error.refused-changes-nothing", also=("sfmc.sets.name-required", "sfmc.schema.bad-input-refused"))
class GoodSetsBesideANamelessOneStay(LeavesTraces):
    """Beside a set without a name, the sets with one are written although the call is refused."""

    def leave_trace(self, call: Call, refusal: Refusal) -> None:
        if not isinstance(refusal, Failure):
            change = Change(call, call.body, self.contact_to_change(call, call.body))
            self.check_change(change)
            self.put(self.changed_contact(change))


@fault("sfmc.schema.answers-conform")
class AnswersOfMilliseconds(SfmcRules):
    """responseDateTime is a number."""

    def result_body(self, change: Change, contact: Contact) -> dict[str, Any]:
        return {**super().result_body(change, contact), "responseDateTime": 1_700_000_000_000}


@fault("sfmc.schema.no-server-error")
class StumblesOverSetsWithoutItems(SfmcRules):
    """A set that has a name and no items is met with a crash."""

    def items_to_write(self, change: Change, of_set: AttributeSet, sent: Sent) -> Sequence[Sent]:
        items: Sequence[Sent] = sent["items"]
        return items


@fault("sfmc.schema.no-server-error", also=("sfmc.schema.bad-input-refused",))
class StumblesOverBodiesThatAreNoObject(SfmcRules):
    """A body that is JSON but no object is met with a crash."""

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        call.body.get("contactKey")
        return super().body_errors(call)


@fault("sfmc.schema.bad-input-refused")
class StrangeIdsAreIgnored(SfmcRules):
    """Beside a key, an id that is neither number nor text is passed over."""

    def body_errors(self, call: Call) -> Sequence[SchemaError]:
        found = super().body_errors(call)
        if not is_update(call):
            return found
        return [one for one in found if not one.pointer.startswith(("/contactId", "/contactID"))]

    def sent_id(self, call: Call, body: Sent) -> str | None:
        plain = {name: value for name, value in body.items() if not isinstance(value, bool | dict)}
        ids = {name: plain.get(name) for name in self.id_members(call)}
        return super().sent_id(call, {name: one for name, one in ids.items() if not isinstance(one, list)})


@fault("sfmc.lifecycle.any-sequence")
class CreationUndoesTheLastUpdate(Remembers):
    """Making a contact turns the contact that was updated last back to what it was."""

    def store_new(self, change: Change, contact: Contact) -> None:
        super().store_new(change, contact)
        if self.before is not None:
            self.put(self.before)
