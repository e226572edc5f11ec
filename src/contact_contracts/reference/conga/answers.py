"""How the Conga family words its answers."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from http import HTTPStatus

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga.change import Change, Record, without_nulls
from contact_contracts.reference.rules import FamilyRules

_PAYLOAD_FLAG = "IncludeRecordPayloadInResponse"


class CongaAnswers(FamilyRules):
    """Bodies of answers, one method each."""

    def envelope(self, status: int, success: bool, **members: Json) -> dict[str, Json]:
        """What every body is wrapped in; members that are null are left out."""
        return without_nulls({"Success": success, **members, "StatusCode": self.status_word(status)})

    def status_word(self, status: int) -> str:
        """The HTTP status as one word, such as NotFound."""
        return HTTPStatus(status).phrase.title().replace(" ", "") if status != HTTPStatus.OK else "OK"

    def error_body(self, refusal: Refusal) -> Json:
        """No success, and why."""
        return self.envelope(refusal.status, False, Errors=self.error_messages(refusal))

    def error_messages(self, refusal: Refusal) -> list[Json]:
        """What went wrong: one entry."""
        return [{"Message": refusal.message}]

    def updated(self, change: Change, record: Record) -> Answer:
        """A record was updated."""
        return Answer(200, self.envelope(200, True, Data=self.update_data(change, record)))

    def update_data(self, change: Change, record: Record) -> Json:
        """The record as it is now if the call asked for it, else nothing."""
        return self.payload(change, record) if self.wants_payload(change.call) else None

    def created(self, change: Change, record: Record) -> Answer:
        """A record was made."""
        return Answer(201, self.envelope(201, True, Data=self.creation_data(change, record)))

    def creation_data(self, change: Change, record: Record) -> Json:
        """The new Id, or the record if the call asked for it."""
        return self.payload(change, record) if self.wants_payload(change.call) else record["Id"]

    def payload(self, change: Change, record: Record) -> Json:
        """The record as a read would show it."""
        return self.record_body(record)

    def wants_payload(self, call: Call) -> bool:
        """Whether the call asks for the record."""
        flag = call.query_value(_PAYLOAD_FLAG)
        return self.payload_by_default(call) if flag is None else self.is_true(call, flag)

    def payload_by_default(self, call: Call) -> bool:
        """Whoever does not ask for the record does not get it."""
        return False

    def is_true(self, call: Call, flag: str) -> bool:
        """What a flag says; the contract has let nothing but true and false pass, in any case of letters."""
        return flag.lower() == "true"

    def found(self, call: Call, record: Record) -> Answer:
        """A record was read: a list of one."""
        return Answer(200, self.envelope(200, True, RecordCount=1, Data=[self.record_body(record)]))

    def record_body(self, record: Record) -> Json:
        """A record as callers see it: members that are null are left out."""
        return without_nulls(record)

    def deleted(self, call: Call, record: Record) -> Answer:
        """A record was removed."""
        return Answer(200, self.envelope(200, True, Data=True))
