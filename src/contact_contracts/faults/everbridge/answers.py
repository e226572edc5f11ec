"""Updates that are carried out and answered wrongly; input that is not refused; servers that fall over."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import CONFORMS, MODIFICATION, is_update
from contact_contracts.reference.calls import Answer, Call
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Contact


@fault("everbridge.answer.modification")
class AnswersWithARoundedId(EverbridgeRules):
    """The id in the answer has passed through a floating-point number."""

    def modification_body(self, call: Call, contact: Contact) -> Json:
        body = super().modification_body(call, contact)
        return {**body, "id": int(float(body["id"]))} if is_update(call) else body


@fault("everbridge.answer.modification", also=(CONFORMS,))
class AnswersWithoutUris(EverbridgeRules):
    """The answer to an update names no URIs."""

    def modification_body(self, call: Call, contact: Contact) -> Json:
        body = super().modification_body(call, contact)
        return {"message": body["message"], "id": body["id"]} if is_update(call) else body


@fault("everbridge.schema.answers-conform", also=(MODIFICATION,))
class AnswersCreated(EverbridgeRules):
    """An update is answered with 201."""

    def modified(self, call: Call, contact: Contact) -> Answer:
        answer = super().modified(call, contact)
        return Answer(201, answer.body) if is_update(call) else answer


@fault("everbridge.schema.answers-conform")
class AnswersAsText(EverbridgeRules):
    """The answer to an update says that it is plain text."""

    def modified(self, call: Call, contact: Contact) -> Answer:
        answer = super().modified(call, contact)
        return Answer(200, answer.body, {"content-type": "text/plain"}) if is_update(call) else answer


@fault("everbridge.schema.no-server-error", also=("everbridge.error.unknown-contact",))
class FallsOverIdsThatAreNoNumbers(EverbridgeRules):
    """An id in the URI that is no number makes the server fail."""

    def contact_by_id(self, call: Call, identifier: str) -> Contact | None:
        return super().contact_by_id(call, str(int(identifier)) if is_update(call) else identifier)


@fault("everbridge.schema.no-server-error", also=("everbridge.schema.bad-input-refused",))
class FallsOverBodiesThatAreNoObjects(EverbridgeRules):
    """A body that is no JSON object makes the server fail."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        return {**body} if is_update(call) else body


@fault("everbridge.schema.bad-input-refused")
class TextsMayBeTooLong(EverbridgeRules):
    """Texts longer than the contract allows are taken."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        tolerated = operation.id == "updateContact" and error.keyword == "maxLength"
        return not tolerated and super().is_breach(operation, error)


@fault("everbridge.schema.bad-input-refused")
class AnyIdTypeWillDo(EverbridgeRules):
    """An idType that does not exist is read as id."""

    def check_parameters(self, call: Call) -> None:
        if not is_update(call):
            super().check_parameters(call)
