"""Wrong about refusals, and about what calls have to do with each other, in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from contact_contracts.contract import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import Remembers, is_update
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change
from contact_contracts.reference.conga.checks import CONTACT


@fault("conga.error.missing-credentials", rare=True)
class AnyTokenWillDo(CongaRules):
    """Any bearer token is good."""

    def is_full_token(self, authorization: str) -> bool:
        return authorization.lower().startswith("bearer ")


def _trusted(call: Call, token: str) -> Call:
    headers = {**call.headers, "authorization": f"Bearer {token}"}
    return Call(call.operation, call.path, call.query, headers, call.raw_body, call.base_url)


@fault("conga.error.missing-credentials", also=("conga.error.refused-changes-nothing",), rare=True)
class StrangersUpdateUnseen(CongaRules):
    """An update without good credentials is carried out, then answered with 401."""

    def answer(self, call: Call) -> Answer:
        if is_update(call) and not self.is_authorized(call):
            super().answer(_trusted(call, self.credentials.token))
        return super().answer(call)


@fault("conga.error.forbidden", also=("conga.error.refused-changes-nothing",), rare=True)
class ForbiddenUpdatesAreDone(CongaRules):
    """An update by a caller without permission is carried out, then answered with 403."""

    def answer(self, call: Call) -> Answer:
        if is_update(call) and self.is_restricted_token(call.headers.get("authorization", "")):
            super().answer(_trusted(call, self.credentials.token))
        return super().answer(call)


@fault("conga.error.forbidden", rare=True)
class ForbiddenMayAskForThePayload(CongaRules):
    """A caller without permission may send an update that asks for the payload."""

    def has_permission(self, call: Call, authorization: str) -> bool:
        asks = is_update(call) and bool(call.query_values("IncludeRecordPayloadInResponse"))
        return asks or super().has_permission(call, authorization)


@fault("conga.error.shape", rare=True)
class NotFoundSaysNothing(CongaRules):
    """The answer about a record that does not exist has no messages."""

    def error_messages(self, refusal: Refusal) -> list[Json]:
        return [] if refusal.status == 404 else super().error_messages(refusal)


@fault("conga.error.shape", rare=True)
class UnauthorizedIsAProblemDocument(CongaRules):
    """The answer to a stranger has title and detail instead of Errors."""

    def error_body(self, refusal: Refusal) -> Json:
        if refusal.status != 401:
            return super().error_body(refusal)
        return {"title": "Unauthorized", "status": 401, "detail": refusal.message}


@fault("conga.error.bad-request", also=("conga.schema.bad-input-refused",), rare=True)
class NullIsAnEmptyBody(CongaRules):
    """A body of null counts as an empty object."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        return {} if body is None and is_update(call) else body


@fault("conga.error.bad-request", also=("conga.schema.bad-input-refused",), rare=True)
class OneObjectInAnArrayIsABody(CongaRules):
    """An array is taken for its first element."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        wrapped = is_update(call) and isinstance(body, list) and body
        return body[0] if wrapped and isinstance(body[0], dict) else body


@fault("conga.error.bad-request", rare=True)
class MalformedIsAMediaTypeMatter(CongaRules):
    """A body that cannot be read as JSON is answered with 415."""

    def read_body(self, call: Call) -> Json:
        try:
            return super().read_body(call)
        except Refusal as refusal:
            raise Refusal(415, refusal.message) from refusal


@fault("conga.schema.no-server-error", rare=True)
class StumblesOverEmptyBodies(CongaRules):
    """An empty object is met with a crash."""

    def check_change(self, change: Change) -> None:
        if not change.is_creation:
            min(change.body)
        super().check_change(change)


@fault("conga.schema.no-server-error", also=("conga.fields.each-writable",), rare=True)
class StumblesOverPercent(CongaRules):
    """A text with a percent sign and nothing to format is met with a crash."""

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        return value % () if isinstance(value, str) and "%" in value and not change.is_creation else value


@fault("conga.schema.bad-input-refused", rare=True)
class LockingFlagMayBeAnything(CongaRules):
    """EnforceOptimisticLocking may be any text."""

    def parameter_errors(self, call: Call) -> list[SchemaError]:
        found = super().parameter_errors(call)
        return [one for one in found if not (is_update(call) and "EnforceOptimisticLocking" in one.pointer)]


@fault("conga.lifecycle.any-sequence", rare=True)
class DeletionUndoesTheLastUpdate(Remembers):
    """Deleting a record turns another one, which was updated last, back to what it was."""

    def remove(self, call: Call, key: str) -> Answer:
        answer = super().remove(call, key)
        if self.last is not None and self.last_record() is not None:
            self.store.replace(CONTACT, self.last.key, self.last.old)
        return answer
