"""What a contact must fulfil before anything of it is written."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Refusal
from contact_contracts.reference.everbridge.change import Change, is_empty
from contact_contracts.reference.everbridge.references import ReferenceRules
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID

_REQUIRED: Final = ("firstName", "lastName", "externalId")
BATCH: Final = "updateContactsBatch"
WRITERS: Final = {"updateContact", "createContact", BATCH}
"""Operations whose bodies are contacts."""
_INT64: Final = 2**63
_INT32: Final = 2**31

Frame = Mapping[str, Any]
"""A quiet time as sent."""


class CheckRules(ReferenceRules):
    """Each check raises a Refusal, and none writes."""

    def check_change(self, change: Change) -> None:
        """All checks, in the order in which a caller hears of them."""
        self.check_required_fields(change)
        self.check_integers(change)
        for frame in self.sent_frames(change):
            self.check_frame(change, frame)
        self.check_quiet_time_has_timezone(change)
        self.check_external_id_free(change)

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        """The rules below judge the bounds of quiet times and the need for a time zone, not the schema."""
        of_contact = error.pointer.count("/") <= (operation.id == BATCH)
        needs_member = error.keyword == "required" and of_contact and operation.id in WRITERS
        bounds = error.keyword in ("minimum", "maximum") and "/quietTimeFrames/" in error.pointer
        return not (needs_member or bounds)

    def check_required_fields(self, change: Change) -> None:
        """Open in the documents. Read here: without names, external id or record type the call is refused.

        A partial update may leave out what the contact has already. Empty text counts as sent.
        """
        missing = [name for name in _REQUIRED if not self.is_given(change, name)]
        if not (self.is_given(change, "recordTypeId") or self.is_given(change, "recordTypeName")):
            missing.append("recordTypeId or recordTypeName")
        if missing:
            raise Refusal(400, f"{missing[0]} is required.")

    def is_given(self, change: Change, name: str) -> bool:
        """Whether the body says something about a field, or a partial update finds it on the contact."""
        return name in change.body or (change.keeps_omitted and name in change.old)

    def check_integers(self, change: Change) -> None:
        """Integers have 64 bits, waiting times 32; the schema can only name that as a format."""
        sent = [change.body.get(name) for name in ("recordTypeId", "individualAccountId", "accountId")]
        sent += change.body.get("groups", []) + change.body.get("topics", [])
        sent += [one.get("orgAttrId") for one in change.body.get("contactAttributes", [])]
        sent += [path.get("pathId") for path in change.body.get("paths", [])]
        waits = [path.get("waitTime") for path in change.body.get("paths", [])]
        if not (fits(sent, _INT64) and fits(waits, _INT32)):
            raise Refusal(400, "type mismatch exception: an integer is out of range.")

    def sent_frames(self, change: Change) -> Iterator[Frame]:
        """Every quiet time of the body."""
        for path in change.body.get("paths", []):
            yield from path.get("quietTimeFrames", [])

    def check_frame(self, change: Change, frame: Frame) -> None:
        """Days, hours and minutes of one quiet time."""
        self.check_days(change, frame)
        self.check_hours(change, frame)
        self.check_minutes(change, frame)

    def check_days(self, change: Change, frame: Frame) -> None:
        """1 is Sunday, 7 is Saturday."""
        for day in frame.get("days", []):
            if not self.is_day(change, day):
                raise Refusal(400, f"quietTimeFrames day {day} is invalid; days are 1 to 7.")

    def is_day(self, change: Change, day: int) -> bool:
        """Whether a number names a day of the week."""
        return 1 <= day <= 7

    def check_hours(self, change: Change, frame: Frame) -> None:
        """The clock has 24 hours."""
        for name in ("fromHour", "toHour"):
            if not self.is_hour(change, name, frame.get(name, 0)):
                raise Refusal(400, f"quietTimeFrames {name} {frame[name]} is invalid; hours are 0 to 23.")

    def is_hour(self, change: Change, name: str, hour: int) -> bool:
        """Whether a number is an hour of the day; `name` says whether it begins or ends the quiet time."""
        return 0 <= hour <= 23

    def check_minutes(self, change: Change, frame: Frame) -> None:
        """The hour has 60 minutes."""
        for name in ("fromMin", "toMin"):
            if not self.is_minute(change, name, frame.get(name, 0)):
                raise Refusal(400, f"quietTimeFrames {name} {frame[name]} is invalid; minutes are 0 to 59.")

    def is_minute(self, change: Change, name: str, minute: int) -> bool:
        """Whether a number is a minute of the hour; `name` says whether it begins or ends the quiet time."""
        return 0 <= minute <= 59

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        """Quiet times that are sent need a time zone in the same body. An empty list of them needs none."""
        if any(self.sent_frames(change)) and not self.names_timezone(change):
            raise Refusal(400, "timezoneId is required when quietTimeFrames is present.")

    def names_timezone(self, change: Change) -> bool:
        """Whether the body has a time zone."""
        return not is_empty(change.body.get("timezoneId"))

    def check_external_id_free(self, change: Change) -> None:
        """An external id that another contact has cannot be taken."""
        sent = change.body.get("externalId")
        if is_empty(sent) or sent == change.old.get("externalId"):
            return
        owner = self.owner_of_external_id(change, str(sent))
        if owner is not None and owner != change.old_key:
            raise Refusal(400, f"External ID {sent} already exists.")

    def owner_of_external_id(self, change: Change, external_id: str) -> str | None:
        """The id of the contact that has an external id, as text."""
        return self.store.find(CONTACT, EXTERNAL_ID, external_id)


def fits(numbers: list[Json], bound: int) -> bool:
    """Whether every number that is there lies within plus or minus the bound."""
    return all(number is None or -bound <= number < bound for number in numbers)
