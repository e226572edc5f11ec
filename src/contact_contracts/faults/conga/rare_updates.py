"""Wrong about whole updates: those of one form are lost, or find a record that they do not name."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.conga.tools import Remembers, is_update
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT
from contact_contracts.reference.conga.fields import EXTERNAL_ID, FIELDS, ID, SERVER_MEMBERS

MANY: Final = 11
ENOUGH_TO_TELL: Final = 12
"""Characters that a beginning must have to find a record."""


class LosesFields(CongaRules):
    """Rules that drop some of the fields of an update, and answer as if all were well."""

    def changed_record(self, change: Change) -> Record:
        record = super().changed_record(change)
        if change.is_creation:
            return record
        return {**record, **{name: change.old.get(name) for name in self.lost(change, self.fields_of(change))}}

    def fields_of(self, change: Change) -> list[str]:
        """The fields that the body names, in its order."""
        return [name for name in change.body if name not in SERVER_MEMBERS]

    @abstractmethod
    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        """Fields of the body that are not written."""


# What an update has beside its fields


@fault("conga.id.matching-accepted", rare=True)
class OwnIdCostsTheLastField(LosesFields):
    """With the record's own Id in the body, the last of several fields is not written."""

    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        return fields[-1:] if ID in change.body and len(fields) > 1 else ()


@fault("conga.payload.on-request", rare=True)
class ShownRecordsAreNotWritten(LosesFields):
    """An update that asks for the record changes nothing, and shows it so."""

    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        return fields if self.wants_payload(change.call) else ()


# How much it has


@fault("conga.id.absent-updates", also=("conga.addressing.by-external-id",), rare=True)
class ManyFieldsAreTooMany(LosesFields):
    """An update of eleven fields or more changes nothing."""

    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        return fields if len(fields) >= MANY else ()


@fault("conga.fields.each-writable", also=("conga.id.absent-updates",), rare=True)
class OnePartOfAnAddressPerCall(LosesFields):
    """Of several parts of the mailing address the first one is written."""

    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        return [name for name in fields if name.startswith("Mailing")][1:]


@fault(
    "conga.id.absent-updates",
    also=("conga.addressing.by-external-id", "conga.fields.each-writable"),
    rare=True,
)
class UpdateAfterARefusalIsLost(LosesFields):
    """The update that follows a refused one changes nothing."""

    refused = False

    def answer(self, call: Call) -> Answer:
        result = super().answer(call)
        if is_update(call):
            self.refused = result.status >= 400
        return result

    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        return fields if self.refused else ()


@fault("conga.lifecycle.any-sequence", rare=True)
class CustomFieldsAreLost(LosesFields):
    """Fields that an organization added are taken, and never written."""

    def lost(self, change: Change, fields: list[str]) -> Iterable[str]:
        return [name for name in fields if name not in FIELDS]


@fault("conga.fields.each-writable", rare=True)
class CountryCodesAreUpperCased(CongaRules):
    """A country code is stored in upper case."""

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        is_code = name.endswith("CountryCode") and isinstance(value, str) and not change.is_creation
        return value.upper() if is_code else super().written_value(change, name, value)


# Which record it finds


@fault("conga.addressing.unknown", also=("conga.addressing.by-external-id",), rare=True)
class IdsAreExternalIds(CongaRules):
    """An update finds a record by its Id where the external id belongs."""

    def find_external_id(self, call: Call, external_id: str) -> str | None:
        found = super().find_external_id(call, external_id)
        is_id = found is None and is_update(call) and self.store.get(CONTACT, external_id) is not None
        return external_id if is_id else found


@fault("conga.addressing.unknown", also=("conga.addressing.by-external-id",), rare=True)
class BeginningsFindRecords(CongaRules):
    """An update finds the only record whose external id begins as the one in the URI."""

    def find_external_id(self, call: Call, external_id: str) -> str | None:
        found = super().find_external_id(call, external_id)
        if found is not None or not is_update(call) or len(external_id) < ENOUGH_TO_TELL:
            return found
        like = [one[ID] for one in self.store.list(CONTACT) if str(one.get(EXTERNAL_ID)).startswith(external_id)]
        return like[0] if len(like) == 1 else None


@fault("conga.addressing.unknown", rare=True)
class RemovedRecordsTakeUpdates(CongaRules):
    """An update of the external id of a removed record succeeds, and does nothing."""

    def __init__(self, *bound: Any) -> None:
        super().__init__(*bound)
        self.removed: set[Json] = set()

    def remove(self, call: Call, key: str) -> Answer:
        self.removed.add(self.stored(key).get(EXTERNAL_ID))
        return super().remove(call, key)

    def update_contact_by_external_id(self, call: Call) -> Answer:
        try:
            return super().update_contact_by_external_id(call)
        except Refusal as refusal:
            if refusal.status != 404 or call.path["externalId"] not in self.removed:
                raise
            return Answer(200, self.envelope(200, True))


@fault(
    "conga.addressing.by-external-id",
    also=("conga.addressing.unknown", "conga.error.refused-changes-nothing"),
    rare=True,
)
class UnknownChangesTheLastRecord(Remembers):
    """An update of an external id that no record has is answered with 404, and empties the last record's Title."""

    def answer(self, call: Call) -> Answer:
        result = super().answer(call)
        if is_update(call) and result.status == 404:
            with self.store.transaction():
                self.empty_title(self.last_record())
        return result

    def empty_title(self, record: Record | None) -> None:
        if record is not None:
            self.store.replace(CONTACT, record[ID], {name: record[name] for name in record if name != "Title"})


# What an answer lacks


@fault("conga.payload.is-the-record", "conga.payload.on-request", rare=True)
class PayloadLacksTheId(CongaRules):
    """A record in the answer to an update lacks its Id."""

    def payload(self, change: Change, record: Record) -> Json:
        return {name: value for name, value in super().payload(change, record).items() if name != ID}
