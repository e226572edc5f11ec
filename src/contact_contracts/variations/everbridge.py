"""Other ways to keep the Everbridge contract: open questions answered otherwise, other forms and statuses."""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from contact_contracts.contract import load_contract
from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact, Mode, is_empty
from contact_contracts.reference.everbridge.seed import CONTACT
from contact_contracts.variations.catalogue import variation

_TEXTS: Final = (
    "middleInitial",
    "suffix",
    "country",
    "timezoneId",
    "businessName",
    "preferredLanguage",
    "ssoUserId",
)
_LISTS: Final = ("paths", "address", "contactAttributes", "groups", "topics")
_TOPICS: Final = (7001, 7002)
_PATH_MEMBERS: Final = ("countryCode", "waitTime", "phoneExt", "quietTimeFrames")
_PHONE: Final = re.compile(r"[+\s().-]*([0-9][+\s().-]*)+")
_LARGE: Final = 9_223_372_036_854_770_000


# Nothing, in other words


@variation("null-for-nothing")
class NullForNothing(EverbridgeRules):
    """Empty fields are null instead of left out."""

    def contact_body(self, contact: Contact) -> Json:
        """All members, null where there is no value."""
        body = {**dict.fromkeys((*_TEXTS, *_LISTS)), **super().contact_body(contact)}
        if body["paths"]:
            body["paths"] = [{**dict.fromkeys(_PATH_MEMBERS), **path} for path in body["paths"]]
        return body


@variation("empty-for-nothing")
class EmptyForNothing(EverbridgeRules):
    """Empty fields are empty arrays and empty text instead of left out."""

    def contact_body(self, contact: Contact) -> Json:
        """All members, empty where there is no value."""
        nothing: Contact = {**dict.fromkeys(_TEXTS, ""), **{name: [] for name in _LISTS}}
        body = {**nothing, **super().contact_body(contact)}
        body["paths"] = [{"quietTimeFrames": [], **path} for path in body["paths"]]
        return body


@variation("names-beside-ids")
class NamesBesideIds(EverbridgeRules):
    """A contact is shown with the names of its record type, groups and paths too."""

    def contact_body(self, contact: Contact) -> Json:
        """Ids, and names."""
        body = super().contact_body(contact)
        record_type = self.directory.record_types.by_id(contact.get("recordTypeId"))
        groups = [self.directory.groups.by_id(one) for one in body.get("groups", [])]
        paths = [{**one, "prompt": self._prompt(one)} for one in body.get("paths", [])]
        named = {"recordTypeName": record_type.name} if record_type else {}
        return {**body, **named, "groupsName": [one.name for one in groups if one], "paths": paths}

    def _prompt(self, path: Mapping[str, Json]) -> str | None:
        found = self.directory.paths.by_id(path["pathId"])
        return found.name if found else None


# Stricter, where the documents are silent


@variation("three-delivery-methods-once-each")
class ThreeDeliveryMethodsOnceEach(EverbridgeRules):
    """An organization with three delivery methods, none of which a contact may have twice."""

    def list_contact_paths(self, call: Call) -> Answer:
        """The first three."""
        return self.page_of(call, [entry.document for entry in self.directory.paths.entries[:3]])

    def replace_paths(self, change: Change) -> list[Json]:
        """As always, unless one of them comes again."""
        paths = super().replace_paths(change)
        found = [path["pathId"] for path in paths]
        if len(set(found)) < len(found):
            raise Refusal(400, "A contact has each path once.")
        return paths


@variation("empty-text-is-refused")
class EmptyTextIsRefused(EverbridgeRules):
    """Whoever wants a field to be empty leaves it out."""

    def check_row(self, call: Call, row: Json) -> None:
        """No row with empty text."""
        super().check_row(call, row)
        self._refuse_empty_text(row)

    def check_body(self, call: Call) -> None:
        """No body with empty text."""
        super().check_body(call)
        self._refuse_empty_text(call.body)

    def _refuse_empty_text(self, body: Json) -> None:
        if isinstance(body, dict) and "" in (body.get(name) for name in _TEXTS):
            raise Refusal(400, "Text must not be empty.")


@variation("unknown-topics-are-passed-over")
class UnknownTopicsArePassedOver(EverbridgeRules):
    """Topics that the organization does not have are not kept, and not refused either."""

    def replace_topics(self, change: Change) -> list[Json]:
        """Those that it has."""
        return [topic for topic in super().replace_topics(change) if topic in _TOPICS]


# Other forms


@variation("normalised-phones")
class NormalisedPhones(EverbridgeRules):
    """Delivery values that are phone numbers are stored as digits only."""

    def path_destination(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        """Punctuation goes from what is not an address."""
        destination = super().path_destination(change, sent)
        value = destination["value"]
        if isinstance(value, str) and _PHONE.fullmatch(value):
            destination["value"] = "".join(letter for letter in value if letter.isdigit())
        return destination


@variation("large-ids")
class LargeIds(EverbridgeRules):
    """Contacts get ids of 19 digits, just within 64 bits."""

    def store_new(self, change: Change, contact: Contact) -> None:
        """As always, under another number."""
        contact["id"] = self.store.next_number("large", _LARGE)
        contact["organizationId"] = int(change.call.path["organizationId"])
        contact["createdDate"] = contact["lastModifiedDate"]
        contact["createdName"] = self.credentials.user
        self.store.insert(CONTACT, str(contact["id"]), contact)
        self.move_external_id(change, contact)


# Other statuses


@variation("unprocessable")
class Unprocessable(EverbridgeRules):
    """A broken rule is answered with 422, a taken external id with 409."""

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """400 is kept for bodies that are no JSON."""
        if refusal.status == 400 and "JSON" not in refusal.message:
            status = 409 if "already exists" in refusal.message else 422
            refusal = Refusal(status, refusal.message, refusal.code, refusal.headers)
        return super().refusal_answer(refusal)


@variation("numeric-ids-only")
class NumericIdsOnly(EverbridgeRules):
    """A contact id in the path that is no integer is answered with 400."""

    def contact_to_change(self, call: Call) -> Contact:
        """Refuse what cannot be an id."""
        named = call.path["contactId"]
        if call.query_value("idType") != "externalId" and not named.lstrip("-").isdigit():
            raise Refusal(400, f"type mismatch exception: {named}")
        return super().contact_to_change(call)


# Open questions, answered otherwise


@variation("refuses-null")
class RefusesNull(EverbridgeRules):
    """Null for a field is refused."""

    def without_nulls(self, call: Call, body: Json) -> Json:
        """Nothing is dropped; in a batch only the row itself is refused, elsewhere the call."""
        rows = body if isinstance(body, list) else [body]
        if any(_holds_null(row) for row in rows):
            raise Refusal(400, "null is no value here")
        return body


def _holds_null(value: Json) -> bool:
    if isinstance(value, dict):
        return any(member is None or _holds_null(member) for member in value.values())
    return isinstance(value, list) and any(one is None or _holds_null(one) for one in value)


@variation("partial-by-default")
class PartialByDefault(EverbridgeRules):
    """A batch without `updateType` is partial."""

    def batch_mode(self, call: Call) -> Mode:
        """Full only on request."""
        return Mode.FULL if call.query_value("updateType") == "full" else Mode.PARTIAL


@variation("all-or-nothing")
class AllOrNothing(EverbridgeRules):
    """One bad row keeps the whole batch from being written; the answer names the bad rows."""

    def update_contacts_batch(self, call: Call) -> Answer:
        """Write all rows, and undo that when one was bad."""
        answer = super().update_contacts_batch(call)
        if answer.body["code"] == 100:
            return answer
        raise _Undone({**answer.body, "code": 300})

    def refusal_answer(self, refusal: Refusal) -> Answer:
        """An undone batch is still answered with 200."""
        return Answer(200, refusal.code) if isinstance(refusal, _Undone) else super().refusal_answer(refusal)


class _Undone(Refusal):
    def __init__(self, body: Json) -> None:
        super().__init__(200, "undone", body)


@variation("refuses-whole-batches")
class RefusesWholeBatches(EverbridgeRules):
    """A batch with a row that the contract excludes is refused as a whole with 400."""

    def update_contacts_batch(self, call: Call) -> Answer:
        """Look at all rows first."""
        for row in call.body:
            self.check_row(call, row)
            self.check_row_bounds(call, row)
        return super().update_contacts_batch(call)

    def check_row_bounds(self, call: Call, row: Json) -> None:
        """What the contract says about days, hours and minutes, which the rules judge row by row."""
        operation = load_contract("everbridge").operations["updateContactsBatch"]
        errors = [error for error in operation.validate_body([row]) if error.keyword in ("minimum", "maximum")]
        if errors:
            raise Refusal(400, errors[0].message)


@variation("requires-nothing")
class RequiresNothing(EverbridgeRules):
    """Names, external id and record type may be left out, and are emptied then."""

    def check_required_fields(self, change: Change) -> None:
        """Nothing is required."""


@variation("empty-quiet-times-need-a-timezone")
class EmptyQuietTimesNeedATimezone(EverbridgeRules):
    """An empty list of quiet times without a time zone is refused as well."""

    def check_quiet_time_has_timezone(self, change: Change) -> None:
        """Whatever is said of quiet times needs a time zone."""
        speaks = any("quietTimeFrames" in path for path in change.body.get("paths", []))
        if speaks and is_empty(change.body.get("timezoneId")):
            raise Refusal(400, "timezoneId is required when quietTimeFrames is present.")


@variation("creation-is-strict")
class CreationIsStrict(EverbridgeRules):
    """Creating with an external id that exists is refused."""

    def create_contact(self, call: Call) -> Answer:
        """Never replace on creation."""
        if self.contact_by_external_id(call, call.body.get("externalId", "")) is not None:
            raise Refusal(400, "External ID already exists.")
        return super().create_contact(call)


@variation("coarse-times")
class CoarseTimes(EverbridgeRules):
    """Times are kept to the second."""

    def now(self, change: Change) -> int:
        """Whole seconds, in milliseconds."""
        return super().now(change) // 1000 * 1000


@variation("read-only-members-shown")
class ReadOnlyMembersShown(EverbridgeRules):
    """A contact is shown with members that only the server writes."""

    def contact_body(self, contact: Contact) -> Any:
        """More than anybody sent."""
        more = {"uploadProcessing": False, "registedDate": contact["createdDate"], "registedName": "x"}
        return {**super().contact_body(contact), **more}
