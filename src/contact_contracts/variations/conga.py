"""Other ways to keep the Conga contract: open questions answered otherwise, other forms."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from uuid import uuid4

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.directory import Named
from contact_contracts.reference.conga.fields import FIELDS, SERVER_MEMBERS, Kind
from contact_contracts.variations.catalogue import variation

_NULLABLE: Final = tuple(name for name, kind in FIELDS.items() if kind is not Kind.FLAG)
_TEXTS: Final = tuple(name for name, kind in FIELDS.items() if kind is Kind.TEXT)
_PHONES: Final = ("Phone", "HomePhone", "MobilePhone", "OtherPhone", "AssistantPhone", "Fax")
_DATES: Final = ("Birthdate", "EmailBouncedDate")
_PUNCTUATION: Final = re.compile(r"[\s().-]")


# Nothing, in other words


@variation("null-for-nothing")
class NullForNothing(CongaRules):
    """Fields without a value are null, and so are members of the envelope that have nothing to say."""

    def record_body(self, record: Record) -> Json:
        """All fields."""
        return {**dict.fromkeys(_NULLABLE), **super().record_body(record)}

    def envelope(self, status: int, success: bool, **members: Json) -> dict[str, Json]:
        """All members, but no record that nobody asked for."""
        nothing = dict.fromkeys(
            ("RecordCount", "Data", "Errors", "Warnings", "Profile", "TotalTime", "NextCursor")
        )
        return {**nothing, **super().envelope(status, success, **members)}


@variation("empty-for-nothing")
class EmptyForNothing(CongaRules):
    """Text fields without a value are empty text; an envelope without errors has an empty list of them."""

    def record_body(self, record: Record) -> Json:
        """All text fields."""
        return {**dict.fromkeys(_TEXTS, ""), **super().record_body(record)}

    def envelope(self, status: int, success: bool, **members: Json) -> dict[str, Json]:
        """Lists, perhaps empty ones."""
        return {
            "Errors": [],
            "Warnings": [],
            "HasMoreRecords": False,
            **super().envelope(status, success, **members),
        }


# Other forms


@variation("normalised-phones")
class NormalisedPhones(CongaRules):
    """Phone numbers lose their punctuation."""

    def written_value(self, change: Change, name: str, value: Json) -> Json:
        """Digits and a plus sign; a text that holds something else stays."""
        plain = isinstance(value, str) and name in _PHONES and re.fullmatch(r"[+\d\s().-]*\d[+\d\s().-]*", value)
        return _PUNCTUATION.sub("", value) if plain else super().written_value(change, name, value)


@variation("other-times")
class OtherTimes(CongaRules):
    """Dates are shown with a time of day, times with an offset and more digits."""

    def record_body(self, record: Record) -> Json:
        """The same dates, written in another way."""
        body = super().record_body(record)
        for name in _DATES:
            if re.fullmatch(r"\d{4}-\d\d-\d\d", str(body.get(name, ""))):
                body[name] = f"{body[name]}T00:00:00"
        for name in ("CreatedDate", "ModifiedDate"):
            body[name] = str(body[name]).replace("Z", "0000+00:00")
        return body


@variation("sent-names-are-kept")
class SentNamesAreKept(CongaRules):
    """A lookup keeps the Name that was sent with it."""

    def lookup_value(self, change: Change, name: str, value: Named) -> Json:
        """As sent; without a Name, the other record's own."""
        found = super().lookup_value(change, name, value)
        return {**found, "Name": value.get("Name") or found["Name"]}


@variation("counts-records")
class CountsRecords(CongaRules):
    """An update is answered with a count and timings, with or without a record."""

    def envelope(self, status: int, success: bool, **members: Json) -> dict[str, Json]:
        """More members."""
        told = {"RecordCount": int(success), "TotalTime": 12.5, "HasMoreRecords": False}
        return {**told, **super().envelope(status, success, **members)}


# Open questions, answered otherwise


@variation("null-id-is-refused")
class NullIdIsRefused(CongaRules):
    """An Id of null counts as another id."""

    def is_null_id_accepted(self, change: Change) -> bool:
        """It is none of the record's."""
        return False


@variation("system-members-are-refused")
class SystemMembersAreRefused(CongaRules):
    """Members that the server writes are refused in a body, like unknown fields."""

    def is_known(self, change: Change, name: str) -> bool:
        """An Id, an external id and the tag for locking are taken."""
        refused = set(SERVER_MEMBERS) - {"Id", "ExternalId", "ETag"}
        return name not in refused and super().is_known(change, name)


@variation("external-id-is-writable")
class ExternalIdIsWritable(CongaRules):
    """An ExternalId in a body becomes the record's."""

    def is_external_id_writable(self, change: Change) -> bool:
        """It is a field like others."""
        return True


@variation("external-id-is-refused")
class ExternalIdIsRefused(CongaRules):
    """An ExternalId in the body of an update is refused."""

    def is_known(self, change: Change, name: str) -> bool:
        """Only a new record takes one."""
        return (name != "ExternalId" or change.is_creation) and super().is_known(change, name)


@variation("locking-is-ignored")
class LockingIsIgnored(CongaRules):
    """Optimistic locking is not offered: an old tag is no reason to refuse."""

    def is_stale(self, change: Change) -> bool:
        """Nothing is ever stale."""
        return False


@variation("stale-is-a-failed-precondition")
class StaleIsAFailedPrecondition(CongaRules):
    """An old tag is answered with 412."""

    def check_lock(self, change: Change) -> None:
        """The same check, another status."""
        if self.wants_lock(change) and self.is_stale(change):
            raise Refusal(412, "stale")


@variation("several-messages")
class SeveralMessages(CongaRules):
    """A refusal has several messages, with codes."""

    def error_messages(self, refusal: Refusal) -> list[Json]:
        """More than one."""
        return [{"Message": refusal.message, "Code": "E1"}, {"Message": "See the documentation."}]


@variation("empty-bodies-are-refused")
class EmptyBodiesAreRefused(CongaRules):
    """A body without any member is refused: no document says that there may be nothing to change."""

    def check_change(self, change: Change) -> None:
        """One check more."""
        super().check_change(change)
        if not change.body:
            raise Refusal(400, "There is nothing to change.")


@variation("strangers-are-told-nothing")
class StrangersAreToldNothing(CongaRules):
    """A caller without credentials gets a 401 of which no page says what is in it."""

    def error_body(self, refusal: Refusal) -> Json:
        """Nothing, to a stranger."""
        return {} if refusal.status == 401 else super().error_body(refusal)


# External ids of new records: no page says that their maker may choose them


@variation("external-ids-are-given")
class ExternalIdsAreGiven(CongaRules):
    """A new record gets an external id from the server, whatever its body says."""

    def create_contact(self, call: Call) -> Answer:
        """One in the body is passed over."""
        return super().create_contact(replace(call, body={**call.body, "ExternalId": str(uuid4())}))


@variation("external-ids-cannot-be-chosen")
class ExternalIdsCannotBeChosen(ExternalIdsAreGiven):
    """A body that brings an external id is refused, that of a new record included."""

    def create_contact(self, call: Call) -> Answer:
        """Only without one."""
        if "ExternalId" in call.body:
            raise Refusal(400, "The external id cannot be chosen.")
        return super().create_contact(call)

    def is_known(self, change: Change, name: str) -> bool:
        """An update takes none either."""
        return (name != "ExternalId" or change.is_creation) and super().is_known(change, name)


@variation("country-codes-have-two-letters")
class CountryCodesHaveTwoLetters(CongaRules):
    """A country's code that is not of two letters is refused, as no page says of which list it is."""

    def check_change(self, change: Change) -> None:
        """One check more."""
        super().check_change(change)
        for name in ("MailingCountryCode", "OtherCountryCode"):
            if change.body.get(name) and not re.fullmatch(r"[A-Z]{2}", change.body[name]):
                raise Refusal(400, f"{name} is no code of two letters.")
