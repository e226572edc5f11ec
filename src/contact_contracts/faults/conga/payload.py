"""Wrong about the record in the answer."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from dataclasses import replace

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.calls import Answer, Call
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record


@fault("conga.payload.on-request")
class NeverShowsTheRecord(CongaRules):
    """An answer to an update has no record, asked for or not."""

    def update_data(self, change: Change, record: Record) -> Json:
        return None


@fault("conga.payload.on-request")
class ShowsTheIdForTheRecord(CongaRules):
    """Whoever asks for the record gets its Id."""

    def update_data(self, change: Change, record: Record) -> Json:
        return record["Id"] if self.wants_payload(change.call) else None


@fault("conga.payload.off-by-default")
class ShowsTheRecordUnasked(CongaRules):
    """Whoever does not say whether they want the record gets it."""

    def payload_by_default(self, call: Call) -> bool:
        return call.operation.method == "PUT"


@fault("conga.payload.off-when-false")
class AnyFlagAsksForTheRecord(CongaRules):
    """The mere presence of the flag asks for the record, whatever it says."""

    def wants_payload(self, call: Call) -> bool:
        return call.query_value("IncludeRecordPayloadInResponse") is not None


@fault("conga.payload.is-the-record", also=("conga.payload.on-request",))
class ShowsTheRecordOfBefore(CongaRules):
    """The record in the answer is what it was before the update."""

    def payload(self, change: Change, record: Record) -> Json:
        return super().payload(change, record if change.is_creation else change.old)


@fault("conga.schema.answers-conform")
class StatusCodeIsANumber(CongaRules):
    """The StatusCode of a successful update is a number."""

    def updated(self, change: Change, record: Record) -> Answer:
        answer = super().updated(change, record)
        return replace(answer, body={**answer.body, "StatusCode": answer.status})


@fault("conga.schema.answers-conform")
class ErrorsOfASuccessAreText(CongaRules):
    """The Errors of a successful update are empty text instead of a list or nothing."""

    def updated(self, change: Change, record: Record) -> Answer:
        answer = super().updated(change, record)
        return replace(answer, body={**answer.body, "Errors": ""})
