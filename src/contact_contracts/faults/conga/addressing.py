"""Wrong about which record is updated, and about the Id in a body."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from uuid import uuid4

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import is_update
from contact_contracts.reference.calls import Call
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT
from contact_contracts.reference.conga.fields import EXTERNAL_ID, ID, SERVER_MEMBERS


@fault("conga.addressing.by-external-id")
class UpdatesTheNewestRecordToo(CongaRules):
    """What is sent for one record is written to the newest other one as well."""

    def store_changed(self, change: Change, record: Record) -> None:
        super().store_changed(change, record)
        others = [one for one in self.store.list(CONTACT) if one[ID] != change.key]
        if others:
            sent = {name: record[name] for name in change.body if name in record and name not in SERVER_MEMBERS}
            self.store.replace(CONTACT, others[-1][ID], {**others[-1], **sent})


@fault("conga.addressing.unknown")
class UpdateMakesWhatIsMissing(CongaRules):
    """An update of an external id that no record has makes that record."""

    def unknown_external_id(self, call: Call, external_id: str) -> str:
        if not is_update(call):
            return super().unknown_external_id(call, external_id)
        key = self.new_key(call)
        self.store.insert(CONTACT, key, {ID: key, EXTERNAL_ID: external_id, "IsEmailBounced": False})
        self.store.claim(CONTACT, EXTERNAL_ID, external_id, key)
        return key


@fault("conga.id.matching-accepted")
class NoIdInTheBody(CongaRules):
    """A body with an Id is refused, be it the record's own."""

    def is_own_id(self, change: Change, sent: Json) -> bool:
        return False


@fault("conga.id.mismatch-refused")
class IdInTheBodyIsIgnored(CongaRules):
    """Another record's Id in the body makes no difference."""

    def is_own_id(self, change: Change, sent: Json) -> bool:
        return not change.is_creation


@fault("conga.id.never-changes", also=("conga.id.matching-accepted",))
class EveryVersionHasAnId(CongaRules):
    """An update without an Id gives the record a new one."""

    def id_after(self, change: Change) -> Json:
        keeps = change.is_creation or ID in change.body
        return super().id_after(change) if keeps else str(uuid4())


@fault("conga.id.never-changes", also=("conga.id.mismatch-refused", "conga.schema.bad-input-refused"))
class IdInTheBodyIsTaken(CongaRules):
    """An Id in the body becomes the record's."""

    def is_own_id(self, change: Change, sent: Json) -> bool:
        return isinstance(sent, str) and not change.is_creation

    def id_after(self, change: Change) -> Json:
        return change.body.get(ID) or super().id_after(change)


@fault(
    "conga.id.absent-updates",
    also=(
        "conga.fields.each-writable",
        "conga.fields.null-clears",
        "conga.fields.lookup",
        "conga.payload.on-request",
    ),
)
class NoIdNoUpdate(CongaRules):
    """A body without Id is answered with success and changes nothing."""

    def changed_record(self, change: Change) -> Record:
        ignored = not change.is_creation and ID not in change.body
        return change.old if ignored else super().changed_record(change)
