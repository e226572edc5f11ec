"""Wrong about answers, times, names and refusals in a few cases only."""

# ruff: noqa: ARG002, D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from datetime import datetime, timedelta

from contact_contracts.exchange import Json
from contact_contracts.faults.bird.tools import LeavesTraces, Reaching, Remembers, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.addressing import is_uuid
from contact_contracts.reference.bird.answers import values_of
from contact_contracts.reference.bird.change import Change, Contact
from contact_contracts.reference.bird.contact_rules import utc_now
from contact_contracts.reference.bird.seed import WORKSPACE_ID, contact_kind
from contact_contracts.reference.calls import Answer, Call, Refusal


@fault("bird.times.updated-advances", rare=True)
class UpdatedAtHasWholeSeconds(BirdRules):
    """updatedAt is cut to whole seconds, and so lies before a createdAt of the same second."""

    def updated_at(self, change: Change, now: str) -> str:
        return str(change.old["updatedAt"]) if change.is_creation else f"{now[:19]}.000000Z"


@fault("bird.times.updated-advances", rare=True)
class NamelessUpdatesGoBack(BirdRules):
    """An update that sends no attributes sets updatedAt to when the contact was made, less a second."""

    def updated_at(self, change: Change, now: str) -> str:
        if change.is_creation or change.body.get("attributes"):
            return super().updated_at(change, now)
        made = datetime.fromisoformat(change.old["createdAt"]) - timedelta(seconds=1)
        return made.isoformat(timespec="microseconds").replace("+00:00", "Z")


@fault("bird.times.created-constant", rare=True)
class ListsMakeAContactNew(BirdRules):
    """Setting listIds moves createdAt to the time of the update."""

    def created_at(self, change: Change, now: str) -> str:
        return now if "listIds" in change.body else super().created_at(change, now)


@fault("bird.answer.reads-back", rare=True)
class AnswersWithAFreshTime(BirdRules):
    """updatedAt in the answer is the time of the answer, not the one that is stored."""

    def shown_times(self, call: Call, contact: Contact) -> dict[str, Json]:
        times = super().shown_times(call, contact)
        return {**times, "updatedAt": utc_now()} if is_update(call) else times


@fault("bird.answer.reads-back", also=("bird.attributes.written",), rare=True)
class AnswersWithSortedArrays(BirdRules):
    """The answer to an update has arrays of texts in the order of the alphabet."""

    def shown_attributes(self, call: Call, contact: Contact) -> dict[str, Json]:
        shown = super().shown_attributes(call, contact)
        return {key: self.in_order(value) for key, value in shown.items()} if is_update(call) else shown

    def in_order(self, value: Json) -> Json:
        texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return sorted(value) if texts else value


@fault("bird.addressing.body-id-has-no-effect", rare=True)
class BodyIdBecomesAnAttribute(BirdRules):
    """An id in the body, if it is text, is stored as an attribute."""

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        sent = None if change.is_creation else change.body.get("id")
        return {**super().changed_attributes(change), **({"id": sent} if isinstance(sent, str) and sent else {})}


@fault("bird.addressing.path-id", rare=True)
class SharedListsShareAttributes(Reaching):
    """Attributes are written to the newest other contact too if both are on one list."""

    def write(self, change: Change) -> Contact:
        contact = super().write(change)
        other, sent = self.newest_other(change), change.body.get("attributes", {})
        if other and {*contact["listIds"]} & {*other["listIds"]} and not change.is_creation:
            values = {key: value for key, value in sent.items() if value is not None}
            self.put({**other, "attributes": {**other["attributes"], **values}})
        return contact


# Names


@fault("bird.display-name.attribute-first", rare=True)
class NamesAreCut(BirdRules):
    """A computed display name ends after its 100th character."""

    def name_from_display_name(self, call: Call, contact: Contact) -> str | None:
        name = super().name_from_display_name(call, contact)
        return None if name is None else name[:100]


@fault("bird.display-name.attribute-first", rare=True)
class ShortNamesAreNone(BirdRules):
    """A display name of one character gives way to the first name."""

    def name_from_display_name(self, call: Call, contact: Contact) -> str | None:
        name, other = super().name_from_display_name(call, contact), self.name_from_first_name(call, contact)
        return other if name is not None and len(name) < 2 and other else name


@fault("bird.display-name.first-name-second", rare=True)
class FirstNameNeedsALastName(BirdRules):
    """The first name counts only for contacts that have a last name too."""

    def name_from_first_name(self, call: Call, contact: Contact) -> str | None:
        complete = contact["attributes"].get("lastName")
        return super().name_from_first_name(call, contact) if complete else None


@fault("bird.display-name.email-third", rare=True)
class TwoAddressesAreAmbiguous(BirdRules):
    """A contact with several email addresses is called by its phone number."""

    def name_from_email_address(self, call: Call, contact: Contact) -> str | None:
        addresses = values_of(contact, "emailaddress")
        phone = self.name_from_phone_number(call, contact)
        return phone if phone and len(addresses) > 1 else super().name_from_email_address(call, contact)


@fault("bird.display-name.phone-fourth", rare=True)
class OtherKeysBeatPhoneNumbers(BirdRules):
    """A contact with an identifier of a key of the caller's own is called by that instead of its phone number."""

    def name_from_phone_number(self, call: Call, contact: Contact) -> str | None:
        known = ("emailaddress", "phonenumber", "visitorid")
        own = [one["value"] for one in contact["identifiers"] if one["key"] not in known]
        phone = super().name_from_phone_number(call, contact)
        return own[0] if phone and own else phone


# Refusals


@fault("bird.error.missing-credentials", rare=True)
class AnyTokenWillDo(BirdRules):
    """The scheme of the Authorization header is checked, and what follows it is not."""

    def is_authorized(self, call: Call) -> bool:
        scheme = call.headers.get("authorization", "").partition(" ")[0]
        return scheme.lower() in ("accesskey", "bearer")


@fault("bird.error.missing-credentials", rare=True)
class KeysMayGoOn(BirdRules):
    """A key is good if it begins with the right one."""

    def is_access_key(self, authorization: str) -> bool:
        return authorization.startswith(f"AccessKey {self.credentials.token}")


@fault("bird.error.missing-credentials", rare=True)
class KeysAreComparedWithoutCase(BirdRules):
    """Upper and lower case of a key are the same."""

    def is_access_key(self, authorization: str) -> bool:
        return authorization.casefold() == f"AccessKey {self.credentials.token}".casefold()


@fault("bird.error.missing-credentials", rare=True)
class KeysFitEveryScheme(BirdRules):
    """The right key is good whatever scheme stands before it."""

    def is_access_key(self, authorization: str) -> bool:
        return authorization.rpartition(" ")[2] == self.credentials.token


@fault("bird.error.missing-credentials", rare=True)
class OnlyAccessKeysAreChecked(BirdRules):
    """An access key must be right, a bearer token may be any."""

    def is_bearer(self, authorization: str) -> bool:
        return authorization.lower().startswith("bearer ")


@fault("bird.error.missing-credentials", also=("bird.error.refused-changes-nothing",), rare=True)
class StrangersUpdateUnseen(BirdRules):
    """An update without credentials is carried out, then answered with 401."""

    def answer(self, call: Call) -> Answer:
        if not is_update(call) or self.is_authorized(call):
            return super().answer(call)
        known = {**call.headers, "authorization": f"Bearer {self.credentials.token}"}
        done = super().answer(Call(call.operation, call.path, call.query, known, call.raw_body, call.base_url))
        return done if done.status == 404 else self.refusal_answer(self.unauthorized(call))


@fault("bird.error.unknown-workspace", rare=True)
class NothingToDoNeedsNoWorkspace(BirdRules):
    """An empty update succeeds in a workspace that does not exist."""

    def workspace_of(self, call: Call) -> str:
        idle = is_update(call) and call.raw_body == b"{}" and is_uuid(call.path["workspaceId"])
        return WORKSPACE_ID if idle else super().workspace_of(call)


@fault("bird.error.shape", rare=True)
class UnauthorizedIsOneText(BirdRules):
    """The answer to a call without credentials is a text instead of an object."""

    def error_body(self, refusal: Refusal) -> Json:
        return refusal.message if refusal.status == 401 else super().error_body(refusal)


@fault("bird.error.shape", rare=True)
class NotFoundHasNoCode(BirdRules):
    """The answer about a contact that does not exist has a message only."""

    def error_body(self, refusal: Refusal) -> Json:
        return {"message": refusal.message} if refusal.status == 404 else super().error_body(refusal)


@fault(
    "bird.error.refused-changes-nothing",
    also=("bird.schema.bad-input-refused", "bird.strategy.strict-alias-refuses-two-contacts"),
    rare=True,
)
class RefusedUpdatesRemoveIdentifiers(LeavesTraces):
    """removeIdentifiers is carried out even when the rest of the body is refused."""

    def leave_trace(self, change: Change) -> None:
        left = self.without_removed_identifiers(change, change.old["identifiers"])
        contact = {**change.old, "identifiers": left}
        self.put(contact)
        self.move_identities(change, contact)


@fault("bird.schema.no-server-error", also=("bird.attributes.written",), rare=True)
class StumblesOverEmptyArrays(BirdRules):
    """An attribute that is an empty array is met with a crash."""

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        if isinstance(value, list) and not change.is_creation:
            return [value[0], *value[1:]]
        return value


@fault("bird.schema.answers-conform", also=("bird.identifiers.counted", "bird.answer.reads-back"), rare=True)
class NoIdentifiersAreNoNumber(BirdRules):
    """For a contact without identifiers the answer to an update has an empty text as identifierCount."""

    def update(self, change: Change) -> Answer:
        answer = super().update(change)
        if not answer.body["identifierCount"]:
            answer.body["identifierCount"] = ""
        return answer


@fault("bird.schema.bad-input-refused", rare=True)
class IdentifiersNeedNoKey(BirdRules):
    """An identifier to remove that lacks a key or a value is passed over."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        removed = body.get("removeIdentifiers") if isinstance(body, dict) else None
        if not isinstance(removed, list):
            return body
        complete = [one for one in removed if not isinstance(one, dict) or {"key", "value"} <= one.keys()]
        return {**body, "removeIdentifiers": complete}


@fault("bird.error.unknown-contact", rare=True)
class DeletedContactsAreGone(BirdRules):
    """Updating a contact that was deleted is answered with 410 instead of 404."""

    def __init__(self, *bound: Json) -> None:
        super().__init__(*bound)
        self.deleted: set[str] = set()

    def delete_contact(self, call: Call) -> Answer:
        answer = super().delete_contact(call)
        self.deleted.add(call.path["contactId"])
        return answer

    def unknown_contact(self, call: Call, named: str) -> Refusal:
        usual = super().unknown_contact(call, named)
        return Refusal(410, usual.message) if is_update(call) and named in self.deleted else usual


# What calls have to do with each other


@fault("bird.lifecycle.any-sequence", rare=True)
class DeletionSpoilsAnother(Remembers):
    """Deleting a contact takes another one, which was updated last, off all lists and companies."""

    def delete_contact(self, call: Call) -> Answer:
        answer = super().delete_contact(call)
        last = self.before and self.store.get(contact_kind(self.before["workspaceId"]), self.before["id"])
        if last:
            self.put({**last, "listIds": [], "companyRefs": [], "attributes": {}})
        return answer


@fault("bird.times.created-constant", rare=True)
class CreatedWhenCallersSay(BirdRules):
    """`createdAt` among the other properties of a body is written."""

    def created_at(self, change: Change, now: str) -> str:
        return str(change.body.get("createdAt") or super().created_at(change, now))
