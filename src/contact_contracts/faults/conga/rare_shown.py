"""Wrong about the record in an answer, and about the Id and unknown fields beside others, in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

import re

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.fields import ID

LOOKUPS = ("Account", "Owner")
SHORT = 100


@fault("conga.payload.on-request", also=("conga.payload.is-the-record",), rare=True)
class TheRecordIsShownInShort(CongaRules):
    """Long texts of the record in an answer are cut."""

    def payload(self, change: Change, record: Record) -> Json:
        shown = self.record_body(record)
        return {name: text[:SHORT] if isinstance(text, str) else text for name, text in shown.items()}


@fault("conga.payload.is-the-record", also=("conga.payload.on-request",), rare=True)
class TheRecordShowsPhonesOtherwise(CongaRules):
    """Telephone numbers of the record in an answer lose the punctuation that a read shows."""

    def payload(self, change: Change, record: Record) -> Json:
        shown = self.record_body(record)
        phones = {name: re.sub(r"[ ()-]", "", text) for name, text in shown.items() if name.endswith("Phone")}
        return {**shown, **phones}


@fault("conga.payload.on-request", rare=True)
class TheSecondUpdateShowsNothing(CongaRules):
    """The second update of a record shows no record, asked for or not."""

    def update_data(self, change: Change, record: Record) -> Json:
        return None if record["ETag"] == "3" else super().update_data(change, record)


@fault("conga.id.matching-accepted", rare=True)
class OwnIdsAreRefusedBesideAccounts(CongaRules):
    """A body with an account and the record's own Id is refused."""

    def check_id(self, change: Change) -> None:
        super().check_id(change)
        if ID in change.body and "Account" in change.body and not change.is_creation:
            raise Refusal(400, "Id cannot be set.")


@fault("conga.id.absent-updates", rare=True)
class LookupsNeedAnId(CongaRules):
    """A body with an account or an owner is refused without the record's Id."""

    def check_id(self, change: Change) -> None:
        super().check_id(change)
        if ID not in change.body and any(name in change.body for name in LOOKUPS) and not change.is_creation:
            raise Refusal(400, "Id is missing.")


@fault("conga.payload.is-the-record", also=("conga.payload.on-request",), rare=True)
class TheRecordShowsItsOldTag(CongaRules):
    """The record in an answer has the ETag of before the update."""

    def payload(self, change: Change, record: Record) -> Json:
        shown = self.record_body(record)
        return shown if change.is_creation else {**shown, "ETag": change.old["ETag"]}


@fault("conga.fields.unknown-refused", rare=True)
class UnknownObjectsArePassedOver(CongaRules):
    """An unknown field is refused unless it holds an object."""

    def is_known(self, change: Change, name: str) -> bool:
        return isinstance(change.body[name], dict) or super().is_known(change, name)


@fault("conga.fields.unknown-refused", rare=True)
class LockingLetsUnknownFieldsPass(CongaRules):
    """An unknown field is not refused where the query speaks of locking."""

    def is_known(self, change: Change, name: str) -> bool:
        asks = change.call.query_value("EnforceOptimisticLocking") is not None
        return asks or super().is_known(change, name)
