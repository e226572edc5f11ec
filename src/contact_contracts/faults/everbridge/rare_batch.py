"""Batches in which some rows go wrong: the last, the ones after a failure, those of a kind."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from collections.abc import Mapping, Sequence

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import EACH_ROW, REFUSED_KEEPS, by_external_id, overwrite
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact, Mode
from contact_contracts.reference.everbridge.checks import BATCH
from contact_contracts.reference.everbridge.directory import Entry
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID

_REPORTED = "everbridge.batch.bad-row-reported"


@fault(EACH_ROW, rare=True)
class LastOfThreeRowsIsSkipped(EverbridgeRules):
    """The last of three or more rows is said to be done and is not."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        skipped = number == len(call.body) >= 3
        return None if skipped else super().batch_row_result(call, number, row)


@fault(EACH_ROW, rare=True)
class RowOfTheSameFamilyIsSkipped(EverbridgeRules):
    """A row whose last name the row before it has as well is passed over."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        before = call.body[number - 2] if number > 1 else None
        if isinstance(before, dict) and isinstance(row, dict) and before.get("lastName") == row.get("lastName"):
            return None
        return super().batch_row_result(call, number, row)


@fault(EACH_ROW, rare=True)
class RowsKeepTheirExternalId(EverbridgeRules):
    """In a batch addressed by id no external id changes."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        if name == "externalId" and change.is_batch and not by_external_id(change.call):
            return change.old.get(name, value)
        return super().stored_field_value(change, name, value)


@fault(EACH_ROW, rare=True)
class RowsShareTheFirstPath(EverbridgeRules):
    """The first path of a row is that of the first row of the batch that has one of the same id."""

    def path_destination(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().path_destination(change, sent)
        paths = [row["paths"][0] for row in change.call.body if has_paths(row)] if change.is_batch else []
        same = [one for one in paths if one.get("pathId") is not None and one["pathId"] == sent.get("pathId")]
        return {**stored, "value": same[0].get("value")} if same else stored


def has_paths(row: Json) -> bool:
    """Whether a row of a batch has paths that look like paths."""
    paths = row.get("paths") if isinstance(row, dict) else None
    return isinstance(paths, list) and bool(paths) and isinstance(paths[0], dict)


@fault(EACH_ROW, rare=True)
class RowFieldsAreAscii(EverbridgeRules):
    """In a batch characters of a first name beyond ASCII become question marks."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        if name == "firstName" and change.is_batch:
            return value.encode("ascii", "replace").decode()
        return super().stored_field_value(change, name, value)


@fault("everbridge.batch.full-replaces", also=(EACH_ROW,), rare=True)
class LastRowIsPartial(EverbridgeRules):
    """What the last of several rows leaves out stays."""

    def row_change(self, call: Call, number: int, row: Contact) -> Change:
        change = super().row_change(call, number, row)
        partial = number == len(call.body) > 1 and call.query_value("updateType") == "full"
        return Change(call, row, change.old, Mode.PARTIAL, number) if partial else change


@fault("everbridge.batch.full-replaces", also=(EACH_ROW,), rare=True)
class OmittedSuffixComesFromTheRowBefore(EverbridgeRules):
    """A row without a suffix gets that of the row before it."""

    def omitted_field_value(self, change: Change, name: str) -> Json:
        if change.row is None or change.row == 1 or name != "suffix" or change.keeps_omitted:
            return super().omitted_field_value(change, name)
        before = change.call.body[change.row - 2]
        suffix = before.get("suffix") if isinstance(before, dict) else None
        return suffix if isinstance(suffix, str) else None


@fault("everbridge.batch.full-replaces", also=(EACH_ROW,), rare=True)
class RowsByExternalIdKeepAddresses(EverbridgeRules):
    """With idType=externalId a full batch keeps addresses that a row leaves out."""

    def replace_addresses(self, change: Change) -> list[Json]:
        if change.is_batch and by_external_id(change.call) and "address" not in change.body:
            return [*change.old.get("address", [])]
        return super().replace_addresses(change)


@fault("everbridge.batch.groups-never-left", also=(EACH_ROW,), rare=True)
class RowsWithoutGroupsLeaveThem(EverbridgeRules):
    """The contact of a row without groups leaves its groups, from the second row on."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        omitted = not {"groups", "groupsName"} & {*change.body}
        if change.row is not None and change.row > 1 and omitted:
            return []
        return super().merge_groups(change, named)


@fault("everbridge.batch.groups-never-left", also=(EACH_ROW,), rare=True)
class RowsWithGroupsLeaveTheOthers(EverbridgeRules):
    """With idType=externalId the groups of a row take the place of those its contact is in."""

    def merge_groups(self, change: Change, named: Sequence[int]) -> list[int]:
        if change.is_batch and by_external_id(change.call) and named:
            return [*dict.fromkeys(named)]
        return super().merge_groups(change, named)


@fault("everbridge.batch.id-beats-name", also=(EACH_ROW,), rare=True)
class SecondRowPromptBeatsPathId(EverbridgeRules):
    """From the second row on a path's prompt decides when both are sent."""

    def resolve_path(self, change: Change, sent: Mapping[str, Json]) -> Entry:
        by_id = super().resolve_path(change, sent)
        if change.row is None or change.row == 1:
            return by_id
        return self.directory.paths.by_name(sent.get("prompt")) or by_id


@fault("everbridge.batch.quiet-time-kept", also=(EACH_ROW,), rare=True)
class SecondRowDropsQuietTimes(EverbridgeRules):
    """From the second row on a path sent without quiet times loses those it had."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        later = change.row is not None and change.row > 1
        return [] if later else super().frames_when_absent(change, path)


@fault("everbridge.batch.quiet-time-kept", also=(EACH_ROW,), rare=True)
class OneQuietPathOfARowIsKept(EverbridgeRules):
    """In a batch only the first of a contact's paths keeps quiet times that are not sent."""

    def frames_when_absent(self, change: Change, path: Entry) -> list[Json]:
        first = change.old.get("paths", [{}])[:1]
        lost = change.is_batch and not any(one.get("pathId") == path.id for one in first)
        return [] if lost else super().frames_when_absent(change, path)


@fault("everbridge.batch.quiet-time-needs-timezone", also=(EACH_ROW,), rare=True)
class TimezoneOfAnotherRowWillDo(EverbridgeRules):
    """A row's quiet times need no time zone when another row of the batch has one."""

    def names_timezone(self, change: Change) -> bool:
        rows = change.call.body if change.is_batch else []
        any_row = any(row.get("timezoneId") for row in rows if isinstance(row, dict))
        return any_row or super().names_timezone(change)


@fault("everbridge.batch.quiet-time-needs-timezone", also=(EACH_ROW, REFUSED_KEEPS), rare=True)
class RowWithoutTimezoneIsHalfRefused(EverbridgeRules):
    """A row refused for its quiet times has changed the last name of its contact."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        if change.is_batch and not self.names_timezone(change) and any(self.sent_frames(change)):
            overwrite(self, change.old, lastName=change.body.get("lastName", ""))
        super().check_quiet_time_has_timezone(change)


@fault("everbridge.batch.external-id-taken", also=(EACH_ROW, REFUSED_KEEPS), rare=True)
class RowTakingAnExternalIdIsHalfRefused(EverbridgeRules):
    """A row refused for a taken external id has changed the first name of its contact."""

    def check_external_id_free(self, change: Change) -> None:
        owner = self.owner_of_external_id(change, str(change.body.get("externalId", "")))
        if change.is_batch and owner not in (None, change.old_key):
            overwrite(self, change.old, firstName=change.body.get("firstName", ""))
        super().check_external_id_free(change)


@fault(_REPORTED, rare=True)
class OnlyTheFirstFailureIsNamed(EverbridgeRules):
    """Of several failed rows only the first is named."""

    def batch_body(self, rows: int, failures: Mapping[int, str]) -> Json:
        body = super().batch_body(rows, failures)
        return {**body, "data": body["data"][:1]} if failures else body


@fault(_REPORTED, rare=True)
class FailuresAreNumberedAmongThemselves(EverbridgeRules):
    """Failed rows are numbered by their place among the failed rows."""

    def batch_body(self, rows: int, failures: Mapping[int, str]) -> Json:
        return super().batch_body(rows, dict(enumerate(failures.values(), 1)))


@fault(_REPORTED, rare=True)
class LastRowDecidesOnTheCode(EverbridgeRules):
    """The code is 100 when the last row was done, whatever became of the others."""

    def batch_body(self, rows: int, failures: Mapping[int, str]) -> Json:
        body = super().batch_body(rows, failures)
        return body if rows in failures else {**body, "code": 100}


@fault("everbridge.schema.bad-input-refused", also=(EACH_ROW,), rare=True)
class RowTextsMayBeTooLong(EverbridgeRules):
    """In a batch texts longer than the contract allows are taken."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        tolerated = operation.id == BATCH and error.keyword == "maxLength"
        return not tolerated and super().is_breach(operation, error)


@fault("everbridge.schema.bad-input-refused", also=(EACH_ROW,), rare=True)
class LaterFirstNamesMayBeTooLong(EverbridgeRules):
    """From the second row of a batch on, first names longer than the contract allows are cut and taken."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        if number == 1 or not isinstance(row, dict):
            return super().batch_row_result(call, number, row)
        first = row.get("firstName")
        if isinstance(first, str):
            row["firstName"] = first[:100]
        return super().batch_row_result(call, number, row)


@fault("everbridge.schema.answers-conform", rare=True)
class FailedBatchesHaveNoMessage(EverbridgeRules):
    """The answer to a batch with several failed rows has no message."""

    def batch_body(self, rows: int, failures: Mapping[int, str]) -> Json:
        body = super().batch_body(rows, failures)
        return {name: body[name] for name in body if name != "message" or len(failures) < 2}


@fault("everbridge.batch.others-untouched", also=(EACH_ROW,), rare=True)
class UnknownRowsHitTheNeighbour(EverbridgeRules):
    """A row with an unknown id is refused and empties the suffix of the newest contact with a smaller id."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        result = super().batch_row_result(call, number, row)
        wanted = row.get("id") if isinstance(row, dict) and not by_external_id(call) else None
        if result is not None and isinstance(wanted, int) and self.contact_by_id(call, str(wanted)) is None:
            smaller = [one for one in self.store.list(CONTACT) if one["id"] < wanted]
            for neighbour in smaller[-1:]:
                overwrite(self, neighbour, suffix="")
        return result


@fault("everbridge.error.missing-credentials", also=(REFUSED_KEEPS,), rare=True)
class BatchesByStrangersAreDone(EverbridgeRules):
    """A batch without good credentials is answered with 401 and carried out."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        if call.operation.id == BATCH and answer.status == 401 and not self.is_authorized(call):
            with self.store.transaction():
                self.check_scope(call)
                self.check_body(call)
                self.perform(call)
        return answer


@fault(EACH_ROW, rare=True)
class RowIdsMustBeNumbersAtAnyRate(EverbridgeRules):
    """A row addressed by its external id fails when it carries an id that is no number."""

    def row_identifier(self, call: Call, row: Contact) -> str:
        identifier = row.get("id", 0)
        if by_external_id(call) and (not isinstance(identifier, int) or isinstance(identifier, bool)):
            raise Refusal(400, "type mismatch exception: id is no number.")
        return super().row_identifier(call, row)


class RowsAreFoundOtherwise(EverbridgeRules):
    """Not a fault yet: a row's external id finds the oldest contact whose `spelling` is the same."""

    def row_contact(self, call: Call, row: Contact) -> Contact:
        if not by_external_id(call):
            return super().row_contact(call, row)
        wanted = self.spelling(self.row_identifier(call, row))
        alike = (one for one in self.store.list(CONTACT) if self.spelling(one.get("externalId", "")) == wanted)
        return next(alike, None) or super().row_contact(call, row)

    def spelling(self, external_id: str) -> str:
        """What an external id is compared by."""
        return external_id


@fault(EACH_ROW, also=("everbridge.batch.others-untouched",), rare=True)
class RowsAreFoundWhateverTheirCase(RowsAreFoundOtherwise):
    """A row finds the oldest contact whose external id differs from its own in its case only."""

    def spelling(self, external_id: str) -> str:
        return external_id.lower()


@fault(EACH_ROW, also=("everbridge.batch.others-untouched",), rare=True)
class RowsAreFoundByTheBeginning(RowsAreFoundOtherwise):
    """A row finds the oldest contact whose external id has the same first 64 characters."""

    def spelling(self, external_id: str) -> str:
        return external_id[:64]


@fault("everbridge.schema.bad-input-refused", rare=True)
class RowsThatAreNoContactsArePassedOver(EverbridgeRules):
    """A row that is no JSON object is passed over without a word."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        return super().batch_row_result(call, number, row) if isinstance(row, dict) else None


@fault("everbridge.schema.bad-input-refused", rare=True)
class OneContactMakesABatch(EverbridgeRules):
    """A batch whose body is one contact instead of an array is carried out."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        return [body] if call.operation.id == BATCH and isinstance(body, dict) else body


@fault(_REPORTED, rare=True)
class RowsForNobodyAreDone(EverbridgeRules):
    """A row whose contact does not exist is passed over, and said to be done."""

    def batch_row_result(self, call: Call, number: int, row: Json) -> str | None:
        known = not isinstance(row, dict) or self.find_contact(call, self.row_identifier(call, row)) is not None
        return super().batch_row_result(call, number, row) if known else None


@fault("everbridge.batch.external-id-taken", also=(EACH_ROW,), rare=True)
class RowsMaySwapIntoEachOther(EverbridgeRules):
    """A row may take the external id of a contact that is in the batch as well."""

    def check_external_id_free(self, change: Change) -> None:
        sent = change.body.get("externalId")
        owner = self.owner_of_external_id(change, str(sent)) if change.is_batch else None
        if owner is not None and owner != change.old_key and owner in _ids(change.call.body):
            self.store.release(CONTACT, EXTERNAL_ID, str(sent))
            return
        super().check_external_id_free(change)


def _ids(rows: Sequence[Json]) -> list[str]:
    return [str(row.get("id")) for row in rows if isinstance(row, dict)]


@fault("everbridge.batch.full-replaces", also=(EACH_ROW,), rare=True)
class OmittedInitialOfLaterRowsComesFromTheRowBefore(EverbridgeRules):
    """From the third row on, a row without a middle initial gets that of the row before it."""

    def omitted_field_value(self, change: Change, name: str) -> Json:
        if change.row is None or change.row < 3 or name != "middleInitial" or change.keeps_omitted:
            return super().omitted_field_value(change, name)
        before = change.call.body[change.row - 2]
        initial = before.get(name) if isinstance(before, dict) else None
        return initial if isinstance(initial, str) else None
