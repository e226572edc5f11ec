"""Batches that do something else than one update for each row."""

# ruff: noqa: ARG002, D102 - a rule is handed all it may depend on; the class says what is wrong
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import EACH_ROW, by_external_id, names_both, others, overwrite
from contact_contracts.reference.calls import Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact, Mode
from contact_contracts.reference.everbridge.directory import Entry
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID


@fault("everbridge.batch.updates-each", also=("everbridge.batch.bad-row-reported",))
class WritesTheFirstRowOnly(EverbridgeRules):
    """Only the first row of a batch is carried out; the others are said to be."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        return super().batch_row_result(call, number, row) if number == 1 else None


@fault("everbridge.batch.updates-each")
class RowIdBeatsExternalId(EverbridgeRules):
    """With idType=externalId a row's id, where it has one, says which contact is meant."""

    def row_contact(self, call: Call, row: Contact) -> Contact:
        by_id = self.contact_by_id(call, str(row.get("id"))) if by_external_id(call) else None
        return by_id or super().row_contact(call, row)


@fault("everbridge.batch.full-replaces", also=(EACH_ROW,))
class FullBatchesArePartial(EverbridgeRules):
    """With updateType=full, what a row leaves out stays."""

    def batch_mode(self, call: Call) -> Mode:
        return Mode.PARTIAL if call.query_value("updateType") == "full" else super().batch_mode(call)


@fault("everbridge.batch.full-replaces", also=(EACH_ROW,))
class FullBatchesKeepLists(EverbridgeRules):
    """With updateType=full, lists that a row leaves out stay."""

    def omitted_list(self, change: Change, name: str) -> list[Json]:
        if change.is_batch and change.call.query_value("updateType") == "full":
            return [*change.old.get(name, [])]
        return super().omitted_list(change, name)


@fault("everbridge.batch.others-untouched")
class BatchSpillsOntoTheNewest(EverbridgeRules):
    """The newest contact that no row names gets the last name of each row."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        if change.is_batch:
            unnamed = [one for one in others(self, contact) if not is_named(one, change.call.body)]
            for newest in unnamed[-1:]:
                overwrite(self, newest, lastName=contact.get("lastName", ""))


def is_named(contact: Contact, rows: Sequence[Json]) -> bool:
    """Whether a row of a batch says the id or the external id of a contact."""
    named = [row.get(member) for row in rows if isinstance(row, dict) for member in ("id", "externalId")]
    return contact["id"] in named or contact.get("externalId") in named


@fault("everbridge.batch.groups-never-left", also=(EACH_ROW,))
class BatchesReplaceGroups(EverbridgeRules):
    """The groups of a row take the place of those that its contact is in."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        return [*dict.fromkeys(named)] if change.is_batch else super().merge_groups(change, named)


@fault("everbridge.batch.id-beats-name", also=(EACH_ROW,))
class RowRecordTypeNameBeatsId(EverbridgeRules):
    """In a batch the record type's name decides when both are sent."""

    def record_type_by_id(self, change: Change, record_type_id: Json) -> Entry:
        by_id = super().record_type_by_id(change, record_type_id)
        if not change.is_batch:
            return by_id
        return self.directory.record_types.by_name(change.body.get("recordTypeName")) or by_id


@fault("everbridge.batch.id-beats-name", also=(EACH_ROW,))
class RowGroupNamesBeatIds(EverbridgeRules):
    """In a batch the names of groups decide when both are sent."""

    def resolve_group_ids(self, change: Change) -> list[int]:
        if change.is_batch and names_both(change.body, "groups", "groupsName"):
            return self.groups_by_name(change, change.body["groupsName"])
        return super().resolve_group_ids(change)


@fault("everbridge.batch.id-beats-name", also=(EACH_ROW,))
class RowAttributeNameBeatsId(EverbridgeRules):
    """In a batch the attribute's name decides when both are sent."""

    def resolve_attribute(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_attribute(change, sent)
        if not change.is_batch:
            return by_id
        return self.directory.attributes.by_name(sent.get("name")) or by_id


@fault("everbridge.batch.id-beats-name", also=(EACH_ROW,))
class RowPromptBeatsPathId(EverbridgeRules):
    """In a batch the prompt decides when both are sent."""

    def resolve_path(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_path(change, sent)
        if not change.is_batch:
            return by_id
        return self.directory.paths.by_name(sent.get("prompt")) or by_id


@fault("everbridge.batch.quiet-time-kept", also=(EACH_ROW,))
class BatchesDropQuietTimes(EverbridgeRules):
    """In a batch a path sent without quiet times loses those it had."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        return [] if change.is_batch else super().frames_when_absent(change, path)


@fault("everbridge.batch.quiet-time-needs-timezone", also=(EACH_ROW,))
class RowsNeedNoTimezone(EverbridgeRules):
    """In a batch quiet times without a time zone are taken."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        if not change.is_batch:
            super().check_quiet_time_has_timezone(change)


@fault(
    "everbridge.batch.external-id-taken",
    also=(
        "everbridge.answer.modification",
        "everbridge.external-id.taken-is-refused",
        "everbridge.fields.each-written",
        EACH_ROW,
    ),
)
class RowsTakeExternalIdsOver(EverbridgeRules):
    """A row takes the external id of another contact from it, and succeeds."""

    def check_external_id_free(self, change: Change) -> None:
        if not change.is_batch:
            return super().check_external_id_free(change)
        sent = str(change.body.get("externalId", ""))
        if self.owner_of_external_id(change, sent) not in (None, change.old_key):
            self.store.release(CONTACT, EXTERNAL_ID, sent)
        return None


@fault("everbridge.batch.bad-row-reported")
class CountsRowsFromZero(EverbridgeRules):
    """Failed rows are numbered from 0."""

    def failed_row_text(self, row: int, reason: str) -> str:
        return super().failed_row_text(row - 1, reason)


@fault("everbridge.batch.bad-row-reported")
class CodeSaysAllDone(EverbridgeRules):
    """The code is 100 although rows failed."""

    def batch_code(self, rows: int, failed: int) -> int:
        return 100


@fault("everbridge.batch.bad-row-reported")
class NamesNoFailedRow(EverbridgeRules):
    """The answer to a batch with failed rows has no data."""

    def batch_body(self, rows: int, failures: Mapping[int, str]) -> Json:
        body = super().batch_body(rows, failures)
        return {"message": body["message"], "code": body["code"]}


@fault("everbridge.batch.unknown-organization")
class BatchOrganizationIsNotFound(EverbridgeRules):
    """A batch for an unknown organization is answered with 404."""

    def check_scope(self, call: Call) -> None:
        known = self.is_own_organization(call, call.path["organizationId"])
        if call.operation.id == "updateContactsBatch" and not known:
            raise Refusal(404, "There is no such organization.")
        super().check_scope(call)


@fault("everbridge.batch.unknown-organization")
class BatchWithoutOrganizationIsABadRequest(EverbridgeRules):
    """A batch whose URI leaves the organization empty is answered with 400."""

    def is_own_organization(self, call: Call, organization: str) -> bool:
        empty = not organization and call.operation.id == "updateContactsBatch"
        return empty or super().is_own_organization(call, organization)
