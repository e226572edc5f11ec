"""Wrong about addresses, payloads and refusals in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

import re
from uuid import uuid4

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import LeavesTraces, is_update
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT
from contact_contracts.reference.conga.fields import BOUNCED, EXTERNAL_ID, ID, SERVER_MEMBERS, Kind


@fault("conga.addressing.unknown", rare=True)
class UnknownIsMadeUnseen(CongaRules):
    """An update of an external id that no record has is answered with 404, and makes a record all the same."""

    def answer(self, call: Call) -> Answer:
        result = super().answer(call)
        if is_update(call) and result.status == 404:
            with self.store.transaction():
                self.make(call.path["externalId"])
        return result

    def make(self, external_id: str) -> None:
        record: Record = {ID: str(uuid4()), EXTERNAL_ID: external_id, BOUNCED: False, "ETag": "1"}
        self.store.insert(CONTACT, record[ID], record)
        self.store.claim(CONTACT, EXTERNAL_ID, external_id, record[ID])


@fault("conga.addressing.unknown", rare=True)
class UnknownIsFine(CongaRules):
    """An update of an external id that no record has succeeds if it asks for no payload, and does nothing."""

    def update_contact_by_external_id(self, call: Call) -> Answer:
        try:
            return super().update_contact_by_external_id(call)
        except Refusal as refusal:
            if refusal.status != 404 or self.wants_payload(call):
                raise
            return Answer(200, self.envelope(200, True))


@fault("conga.addressing.by-external-id", also=("conga.addressing.unknown",), rare=True)
class BlanksAroundExternalIdsAreDropped(CongaRules):
    """An update of an external id with blanks at its ends changes the record that has it without them."""

    def find_external_id(self, call: Call, external_id: str) -> str | None:
        return super().find_external_id(call, external_id.strip() if is_update(call) else external_id)


@fault("conga.addressing.by-external-id", rare=True)
class ExternalIdsArePlain(CongaRules):
    """A record whose external id has other characters than letters, digits, hyphens and dots cannot be updated."""

    def find_external_id(self, call: Call, external_id: str) -> str | None:
        odd = is_update(call) and re.fullmatch(r"[\w.-]+", external_id, re.ASCII) is None
        return None if odd else super().find_external_id(call, external_id)


@fault("conga.addressing.by-external-id", rare=True)
class SharedAccountsShareTexts(CongaRules):
    """Texts are written to every other record that has the same Account, too."""

    def store_changed(self, change: Change, record: Record) -> None:
        super().store_changed(change, record)
        for other in self.store.list(CONTACT):
            shares = record.get("Account") and other.get("Account") == record["Account"]
            if shares and other[ID] != change.key:
                self.store.replace(CONTACT, other[ID], {**other, **self.texts(change)})

    def texts(self, change: Change) -> Record:
        kinds = self.directory.fields
        return {name: value for name, value in change.body.items() if value and kinds.get(name) is Kind.TEXT}


@fault("conga.id.mismatch-refused", also=("conga.addressing.by-external-id",), rare=True)
class IdBeatsExternalId(CongaRules):
    """The Id of another record in the body sends the update to that record."""

    def update(self, call: Call, key: str) -> Answer:
        sent = call.body.get(ID)
        other = isinstance(sent, str) and self.store.get(CONTACT, sent) is not None
        return super().update(call, sent if other else key)


@fault("conga.id.mismatch-refused", rare=True)
class OnlyIdsOfOthersAreRefused(CongaRules):
    """An Id in the body that no record has makes no difference."""

    def is_own_id(self, change: Change, sent: Json) -> bool:
        unused = not change.is_creation and isinstance(sent, str) and self.store.get(CONTACT, sent) is None
        return unused or super().is_own_id(change, sent)


@fault("conga.id.mismatch-refused", also=("conga.error.refused-changes-nothing",), rare=True)
class MismatchIsNoticedLate(LeavesTraces):
    """With another record's Id in the body, nulls still clear although the call is refused."""

    def leave_trace(self, change: Change) -> None:
        if change.body.get(ID) not in (None, change.old[ID]):
            cleared = [name for name, value in change.body.items() if value is None and name != BOUNCED]
            self.keep(change, {**change.old, **dict.fromkeys(cleared)})


@fault("conga.id.matching-accepted", rare=True)
class IdAloneIsTooLittle(CongaRules):
    """The record's own Id is refused in a body that holds nothing else."""

    def check_id(self, change: Change) -> None:
        super().check_id(change)
        if [*change.body] == [ID] and not change.is_creation:
            raise Refusal(400, "There is nothing to change.")


@fault("conga.id.matching-accepted", rare=True)
class IdMustComeFirst(CongaRules):
    """The record's own Id is refused unless it is the first member of the body."""

    def is_own_id(self, change: Change, sent: Json) -> bool:
        return next(iter(change.body)) == ID and super().is_own_id(change, sent)


@fault("conga.id.never-changes", also=("conga.id.matching-accepted", "conga.id.mismatch-refused"), rare=True)
class ThirdVersionHasAnotherId(CongaRules):
    """The second update of a record gives it a new Id."""

    def id_after(self, change: Change) -> Json:
        return str(uuid4()) if change.old.get("ETag") == "2" else super().id_after(change)


# The record in the answer


@fault("conga.payload.on-request", rare=True)
class LockingHidesThePayload(CongaRules):
    """With EnforceOptimisticLocking the record is not shown."""

    def wants_payload(self, call: Call) -> bool:
        return call.query_value("EnforceOptimisticLocking") is None and super().wants_payload(call)


@fault("conga.payload.on-request", rare=True)
class NothingChangedNothingShown(CongaRules):
    """An update that sends what the record has shows no record."""

    def update_data(self, change: Change, record: Record) -> Json:
        same = {name: value for name, value in record.items() if name not in SERVER_MEMBERS}
        before = {name: value for name, value in change.old.items() if name not in SERVER_MEMBERS}
        return None if same == before else super().update_data(change, record)


@fault("conga.payload.off-by-default", rare=True)
class TheFlagIsRemembered(CongaRules):
    """Who asked for the record once gets it with the next update too."""

    asked = False

    def wants_payload(self, call: Call) -> bool:
        asked, self.asked = self.asked, super().wants_payload(call)
        return self.asked or (asked and not call.query and is_update(call))


@fault("conga.payload.off-when-false", rare=True)
class FalseCountsWhenTheBodyHasAnId(CongaRules):
    """With the flag false and an Id in the body, the record is shown."""

    def wants_payload(self, call: Call) -> bool:
        flagged = call.query_value("IncludeRecordPayloadInResponse") is not None
        return (flagged and is_update(call) and ID in call.body) or super().wants_payload(call)


@fault("conga.payload.is-the-record", also=("conga.payload.on-request",), rare=True)
class PayloadLacksFalse(CongaRules):
    """A record in an answer lacks IsEmailBounced when it is false."""

    def payload(self, change: Change, record: Record) -> Json:
        return {name: value for name, value in record.items() if value or name != BOUNCED}


@fault("conga.payload.is-the-record", also=("conga.payload.on-request",), rare=True)
class PayloadIsWhatWasSent(CongaRules):
    """A record in an answer has the fields of the body only."""

    def payload(self, change: Change, record: Record) -> Json:
        return {name: value for name, value in record.items() if name in SERVER_MEMBERS or name in change.body}


@fault("conga.schema.answers-conform", also=("conga.payload.is-the-record", "conga.payload.on-request"), rare=True)
class PayloadFlattensLookups(CongaRules):
    """A record in an answer has the Id of its Owner in place of the Owner."""

    def payload(self, change: Change, record: Record) -> Json:
        owner = record.get("Owner")
        return {**record, "Owner": owner["Id"]} if owner and not change.is_creation else record
