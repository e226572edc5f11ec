"""Refusals, answers and failures that go wrong for some input, or after some calls, only."""

# ruff: noqa: ARG002, D102 - a rule is handed all it may depend on; the class says what its method does wrong
from __future__ import annotations

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import (
    IDEMPOTENT,
    MODIFICATION,
    REFUSALS_THAT_KEEP,
    REFUSED_KEEPS,
    WRITTEN,
    by_external_id,
    in_update,
    is_update,
    overwrite,
    refused_target,
)
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact

_BAD_INPUT = "everbridge.schema.bad-input-refused"
_NO_SERVER_ERROR = "everbridge.schema.no-server-error"


@fault("everbridge.error.unknown-organization", rare=True)
class NoOrganizationIsABadRequest(EverbridgeRules):
    """An update whose URI leaves the organization empty is answered with 400."""

    def is_own_organization(self, call: Call, organization: str) -> bool:
        empty = not organization and is_update(call)
        return empty or super().is_own_organization(call, organization)


@fault("everbridge.error.unknown-organization", rare=True)
class OrganizationsAreComparedByTheirBeginning(EverbridgeRules):
    """An organization whose number begins like the caller's own is taken for it."""

    def is_own_organization(self, call: Call, organization: str) -> bool:
        alike = is_update(call) and any(organization[:12] == own[:12] for own in self.directory.organizations)
        return alike or super().is_own_organization(call, organization)


@fault("everbridge.error.missing-credentials", rare=True)
class AnyTokenWillDo(EverbridgeRules):
    """User and password are checked, a token is not."""

    def is_bearer(self, authorization: str) -> bool:
        return authorization.lower().startswith("bearer ")


@fault("everbridge.error.missing-credentials", rare=True)
class StrangersLearnWhoExists(EverbridgeRules):
    """An update of a contact that does not exist is answered with 404 whoever asks."""

    def authenticate(self, call: Call) -> None:
        if is_update(call) and self.is_own_organization(call, call.path["organizationId"]):
            self.contact_to_change(call)
        super().authenticate(call)


@fault("everbridge.error.unknown-contact", rare=True)
class DeletedContactsAreGone(EverbridgeRules):
    """An update of a contact that was deleted is answered with 410."""

    _deleted: frozenset[str] = frozenset()

    def delete_contact(self, call: Call) -> Answer:
        self._deleted |= {str(self.contact_to_change(call)["id"])}
        return super().delete_contact(call)

    def unknown_contact(self, call: Call, identifier: str) -> Refusal:
        gone = is_update(call) and identifier in self._deleted
        return Refusal(410, "The contact is gone.") if gone else super().unknown_contact(call, identifier)


@fault("everbridge.error.unknown-contact", rare=True)
class UnknownExternalIdIsABadRequest(EverbridgeRules):
    """An update of an unknown external id is answered with 400."""

    def unknown_contact(self, call: Call, identifier: str) -> Refusal:
        if is_update(call) and by_external_id(call):
            return Refusal(400, "externalId is invalid.")
        return super().unknown_contact(call, identifier)


@fault("everbridge.error.unknown-contact", rare=True)
class UnknownContactsAreABadRequestAlsoForReaders(EverbridgeRules):
    """Updates and reads of an unknown contact are answered with 400."""

    def unknown_contact(self, call: Call, identifier: str) -> Refusal:
        return Refusal(400, f"Contact {identifier} not found.")

    def get_contact(self, call: Call) -> Answer:
        self.contact_to_change(call)
        return super().get_contact(call)


@fault("everbridge.error.unknown-contact", rare=True)
class UnknownContactIsWrittenWithoutAWord(EverbridgeRules):
    """An update of an unknown contact without any list is answered as if it was done."""

    def update_contact(self, call: Call) -> Answer:
        contact = self.find_contact(call, call.path["contactId"])
        if contact is None and not any(isinstance(value, list) for value in call.body.values()):
            return self.modified(call, {"id": 0, "organizationId": int(call.path["organizationId"])})
        return super().update_contact(call)


@fault("everbridge.error.missing-credentials", also=(REFUSED_KEEPS,), rare=True)
class StrangersAreObeyed(EverbridgeRules):
    """An update without good credentials is answered with 401 and carried out."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        if is_update(call) and answer.status == 401 and not self.is_authorized(call):
            with self.store.transaction():
                self.check_scope(call)
                self.check_body(call)
                self.perform(call)
        return answer


@fault("everbridge.error.shape", rare=True)
class UnauthorizedIsForbiddenInTheBody(EverbridgeRules):
    """The status in the body of a 401 is 403."""

    def error_body(self, refusal: Refusal) -> Json:
        status = 403 if refusal.status == 401 else refusal.status
        return {"status": status, "message": refusal.message}


@fault("everbridge.error.shape", rare=True)
class NotFoundHasNoStatus(EverbridgeRules):
    """The body of a 404 has no status."""

    def error_body(self, refusal: Refusal) -> Json:
        whole = {"status": refusal.status, "message": refusal.message}
        return {"message": refusal.message} if refusal.status == 404 else whole


@fault(REFUSED_KEEPS, also=REFUSALS_THAT_KEEP, rare=True)
class RefusedUpdatesJoinGroups(EverbridgeRules):
    """A refused update has joined the groups that it names by id."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        contact = refused_target(self, call, answer)
        sent = call.body.get("groups") if contact is not None else None
        if contact is not None and isinstance(sent, list):
            with self.store.transaction():
                known = [one for one in sent if isinstance(one, int) and self.directory.groups.by_id(one)]
                overwrite(self, contact, groups=[*dict.fromkeys([*contact.get("groups", []), *known])])
        return answer


@fault(REFUSED_KEEPS, also=REFUSALS_THAT_KEEP, rare=True)
class RefusedUpdatesEmptyTheSuffix(EverbridgeRules):
    """A refused update that leaves the suffix out has emptied it."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        contact = refused_target(self, call, answer)
        if contact is not None and "suffix" in contact and "suffix" not in call.body:
            with self.store.transaction():
                overwrite(self, contact, suffix="")
        return answer


class RemembersRefusals(EverbridgeRules):
    """Not a fault yet: knows whether the last update of one contact was refused, and what it sent."""

    refused: Json = None
    """The body of the last update if it was refused with 400, else None."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        if is_update(call):
            self.refused = call.body if answer.status == 400 and isinstance(call.body, dict) else None
        return answer


@fault("everbridge.replace.topics-removed", also=(IDEMPOTENT,), rare=True)
class TopicsStayAfterARefusal(RemembersRefusals):
    """The update after a refused one removes no topics that it leaves out."""

    def replace_topics(self, change: Change) -> list[Json]:
        if in_update(change) and self.refused is not None and "topics" not in change.body:
            return [*change.old.get("topics", [])]
        return super().replace_topics(change)


@fault("everbridge.replace.omitted-field-emptied", also=(IDEMPOTENT,), rare=True)
class RefusedFieldsComeLater(RemembersRefusals):
    """A business name that a refused update sent is stored by the next update that leaves it out."""

    def omitted_field_value(self, change: Change, name: str) -> Json:
        if in_update(change) and name == "businessName" and self.refused is not None:
            late = self.refused.get(name)
            return late if isinstance(late, str) else None
        return super().omitted_field_value(change, name)


@fault("everbridge.groups.joined", also=(WRITTEN, IDEMPOTENT), rare=True)
class NoGroupIsJoinedAfterARefusal(RemembersRefusals):
    """The update after a refused one joins no groups that are given by id."""

    def groups_by_id(self, change: Change, groups: list[Json]) -> list[int]:
        joined = super().groups_by_id(change, groups)
        return [] if in_update(change) and self.refused is not None else joined


@fault(MODIFICATION, rare=True)
class AnswerEchoesTheBodyId(EverbridgeRules):
    """The id in the answer is the one in the body, where that is a number."""

    def modification_body(self, call: Call, contact: Contact) -> Json:
        body = super().modification_body(call, contact)
        sent = call.body.get("id") if is_update(call) else None
        return {**body, "id": sent} if isinstance(sent, int) and not isinstance(sent, bool) else body


@fault(MODIFICATION, rare=True)
class AnswerNamesTheLastCreatedContact(EverbridgeRules):
    """An update by external id is answered with the id of the contact that was created last."""

    _created = 0

    def store_new(self, change: Change, contact: Contact) -> None:
        super().store_new(change, contact)
        self._created = contact["id"]

    def modification_body(self, call: Call, contact: Contact) -> Json:
        body = super().modification_body(call, contact)
        wrong = is_update(call) and by_external_id(call) and self._created
        return {**body, "id": self._created} if wrong else body


@fault(_NO_SERVER_ERROR, also=(WRITTEN,), rare=True)
class FallsOverEmoji(EverbridgeRules):
    """A first name with a character beyond the basic plane makes the server fail."""

    def stored_field_value(self, change: Change, name: str, value: Json) -> Json:
        if name == "firstName" and in_update(change) and any(ord(one) > 0xFFFF for one in value):
            raise OverflowError("the column holds three bytes for each character")
        return value


@fault(_NO_SERVER_ERROR, also=(WRITTEN,), rare=True)
class FallsOverPathsWithoutValue(EverbridgeRules):
    """A path without a value but with a country makes the server fail."""

    def check_change(self, change: Change) -> None:
        super().check_change(change)
        for path in change.body.get("paths", []) if in_update(change) else []:
            if path.get("countryCode"):
                path["value"].strip()


@fault(_NO_SERVER_ERROR, also=(_BAD_INPUT,), rare=True)
class FallsOverMalformedBodies(EverbridgeRules):
    """A body of an update that is no JSON makes the server fail."""

    def read_body(self, call: Call) -> Json:
        try:
            return super().read_body(call)
        except Refusal as refusal:
            raise Refusal(500 if is_update(call) else refusal.status, refusal.message) from refusal


@fault(_BAD_INPUT, rare=True)
class AnyStatusWillDo(EverbridgeRules):
    """A status that is neither A nor D is taken."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        tolerated = operation.id == "updateContact" and error.pointer == "/status"
        return not tolerated and super().is_breach(operation, error)


@fault(_BAD_INPUT, rare=True)
class NumbersPassForNames(EverbridgeRules):
    """A number or a list is taken for a first name."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        tolerated = operation.id == "updateContact" and error.pointer == "/firstName" and error.keyword == "type"
        return not tolerated and super().is_breach(operation, error)


@fault(_BAD_INPUT, rare=True)
class OneCharacterMoreIsTaken(EverbridgeRules):
    """A suffix of eleven characters is taken."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        suffix = operation.id == "updateContact" and error.pointer == "/suffix" and error.keyword == "maxLength"
        return not suffix and super().is_breach(operation, error)


@fault(_BAD_INPUT, rare=True)
class FlagsAreNotChecked(EverbridgeRules):
    """Anything is taken for a flag of a path."""

    def is_breach(self, operation: Operation, error: SchemaError) -> bool:
        flag = error.pointer.endswith(("/skipValidation", "/pathEnable"))
        tolerated = operation.id == "updateContact" and flag
        return not tolerated and super().is_breach(operation, error)


@fault(_BAD_INPUT, rare=True)
class CutsFractionsOfIds(EverbridgeRules):
    """An update's ids of topics and groups lose what comes after their decimal point."""

    def read_body(self, call: Call) -> Json:
        body = super().read_body(call)
        if not (is_update(call) and isinstance(body, dict)):
            return body
        listed = {name: body[name] for name in ("topics", "groups") if isinstance(body.get(name), list)}
        return {**body, **{name: [whole(each) for each in ids] for name, ids in listed.items()}}


def whole(value: Json) -> Json:
    """A number without its fraction; anything else as it is."""
    return int(value) if isinstance(value, float) else value


@fault("everbridge.schema.answers-conform", rare=True)
class GroupsAreCountedInText(EverbridgeRules):
    """The list of groups writes its total count as text."""

    def list_groups(self, call: Call) -> Answer:
        answer = super().list_groups(call)
        page = answer.body["page"]
        return Answer(200, {**answer.body, "page": {**page, "totalCount": str(page["totalCount"])}})


@fault("everbridge.schema.answers-conform", also=(MODIFICATION,), rare=True)
class AnswerByExternalIdHasNoMessage(EverbridgeRules):
    """The answer to an update by external id has no message."""

    def modification_body(self, call: Call, contact: Contact) -> Json:
        body = super().modification_body(call, contact)
        silent = is_update(call) and by_external_id(call)
        return {name: body[name] for name in body if name != "message" or not silent}
