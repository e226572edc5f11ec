"""Wrong about refusals, about the contract as a whole, and about what calls have to do with each other."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from collections.abc import Sequence

from contact_contracts.contract import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import LeavesTraces, Remembers, is_update
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT
from contact_contracts.reference.conga.fields import SERVER_MEMBERS, Kind


@fault("conga.error.bad-request")
class BodiesThatAreNoObjectAreUnprocessable(CongaRules):
    """A body that is JSON but no object is answered with 422."""

    def bad_body(self, errors: Sequence[SchemaError]) -> Refusal:
        return Refusal(422, super().bad_body(errors).message)


@fault("conga.error.forbidden")
class EverybodyMayUpdate(CongaRules):
    """A caller without permission on the object may update all the same."""

    def has_permission(self, call: Call, authorization: str) -> bool:
        return is_update(call) or super().has_permission(call, authorization)


@fault("conga.error.forbidden")
class ForbiddenIsNotFound(CongaRules):
    """To a caller without permission the record seems not to exist."""

    def check_scope(self, call: Call) -> None:
        if not self.has_permission(call, call.headers.get("authorization", "")):
            raise self.not_found(call, "name")


@fault("conga.error.missing-credentials")
class StrangersMayUpdate(CongaRules):
    """An update without an Authorization header is carried out."""

    def needs_credentials(self, call: Call) -> bool:
        return not is_update(call) or "authorization" in call.headers


@fault("conga.error.shape")
class ErrorsClaimSuccess(CongaRules):
    """An error answer has Success true."""

    def error_body(self, refusal: Refusal) -> Json:
        return {**super().error_body(refusal), "Success": True}


@fault("conga.error.shape")
class ErrorsAreOneText(CongaRules):
    """An error answer has its message beside Errors instead of in it."""

    def error_body(self, refusal: Refusal) -> Json:
        return self.envelope(refusal.status, False, Message=refusal.message)


@fault(
    "conga.error.refused-changes-nothing",
    also=(
        "conga.fields.wrong-type-refused",
        "conga.fields.unknown-refused",
        "conga.fields.bounced-not-null",
        "conga.id.mismatch-refused",
        "conga.schema.bad-input-refused",
    ),
)
class RefusedUpdatesLeaveTexts(LeavesTraces):
    """Texts that are good by themselves are stored although the rest of the body is refused."""

    def leave_trace(self, change: Change) -> None:
        good = {name: value for name, value in change.body.items() if self.is_good_text(name, value)}
        self.keep(change, {**change.old, **good})

    def is_good_text(self, name: str, value: Json) -> bool:
        return self.directory.fields.get(name) is Kind.TEXT and isinstance(value, str)


@fault("conga.schema.no-server-error", also=("conga.fields.wrong-type-refused", "conga.schema.bad-input-refused"))
class StumblesOverTextForALookup(CongaRules):
    """A text or a number for Account or Owner is met with a crash."""

    def is_of_kind(self, change: Change, name: str, kind: Kind, value: Json) -> bool:
        return kind is Kind.LOOKUP or super().is_of_kind(change, name, kind, value)


@fault("conga.schema.bad-input-refused")
class AnyFlagWillDo(CongaRules):
    """A query parameter that should be a boolean may be any text."""

    def parameter_errors(self, call: Call) -> Sequence[SchemaError]:
        return [] if is_update(call) else super().parameter_errors(call)


@fault("conga.lifecycle.any-sequence")
class NewRecordsLeakIntoOldOnes(Remembers):
    """The fields that a new record is made with are written to the record that was updated last."""

    def store_new(self, change: Change, record: Record) -> None:
        super().store_new(change, record)
        last = self.last_record()
        if last is not None:
            sent = {name: value for name, value in record.items() if name not in SERVER_MEMBERS}
            self.store.replace(CONTACT, last["Id"], {**last, **sent})
