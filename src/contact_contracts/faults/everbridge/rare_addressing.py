"""Contacts that are confused or not found for some ids, or on some calls, only."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from typing import ClassVar

from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import (
    REFUSED_KEEPS,
    WRITTEN,
    by_external_id,
    in_update,
    is_update,
    others,
    overwrite,
    refused_target,
)
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact
from contact_contracts.reference.everbridge.seed import CONTACT, EXTERNAL_ID


@fault(
    "everbridge.addressing.body-id-ignored",
    also=("everbridge.addressing.uri-names-the-contact", WRITTEN),
    rare=True,
)
class BodyIdAsTextPicksTheContact(EverbridgeRules):
    """An id in the body decides which contact is updated when it is written as text."""

    def contact_to_change(self, call: Call) -> Contact:
        named = super().contact_to_change(call)
        if is_update(call) and isinstance(call.body.get("id"), str):
            return self.contact_by_id(call, call.body["id"]) or named
        return named


@fault("everbridge.addressing.body-id-ignored", rare=True)
class RefusesABodyIdThatIsNoNumber(EverbridgeRules):
    """An id in the body is refused unless it is a number or text."""

    def contact_to_change(self, call: Call) -> Contact:
        if is_update(call) and isinstance(call.body.get("id"), list | dict | bool):
            raise Refusal(400, "type mismatch exception: id is no number.")
        return super().contact_to_change(call)


@fault("everbridge.addressing.body-id-ignored", rare=True)
class ZeroBodyIdIsANewContact(EverbridgeRules):
    """An id of 0 in the body makes the server look for nobody, and the update is refused."""

    def contact_to_change(self, call: Call) -> Contact:
        zero = is_update(call) and call.body.get("id") == 0 and call.body["id"] is not False
        if zero:
            raise self.unknown_contact(call, "0")
        return super().contact_to_change(call)


class LooksUpOtherwise(EverbridgeRules):
    """Not a fault yet: updates by external id look for what `spelling` makes of it."""

    def contact_by_external_id(self, call: Call, identifier: str) -> Contact | None:
        asked = is_update(call) and by_external_id(call)
        return super().contact_by_external_id(call, self.spelling(identifier) if asked else identifier)

    def spelling(self, identifier: str) -> str:
        """How an external id is looked up."""
        return identifier


@fault("everbridge.addressing.by-external-id", rare=True)
class ExternalIdsEndAtASlash(LooksUpOtherwise):
    """An external id with a slash in it is not found."""

    def spelling(self, identifier: str) -> str:
        return identifier.partition("/")[0]


@fault("everbridge.addressing.by-external-id", rare=True)
class PlusIsASpaceInExternalIds(LooksUpOtherwise):
    """A plus sign in the external id of a URI is read as a space."""

    def spelling(self, identifier: str) -> str:
        return identifier.replace("+", " ")


@fault("everbridge.addressing.by-external-id", also=("everbridge.error.unknown-contact",), rare=True)
class SpacesAreAPlusInExternalIds(LooksUpOtherwise):
    """A space in the external id of a URI is read as a plus sign."""

    def spelling(self, identifier: str) -> str:
        return identifier.replace(" ", "+")


@fault("everbridge.addressing.by-external-id", rare=True)
class PathsAreDecodedLikeForms(EverbridgeRules):
    """A plus sign that stands unencoded in a path is read as a space."""

    def path_to_match(self, path: str) -> str:
        return path.replace("+", "%20")


@fault("everbridge.addressing.by-external-id", rare=True)
class ExternalIdsEndAtASemicolon(LooksUpOtherwise):
    """What follows a semicolon in an external id is taken for a parameter of the path."""

    def spelling(self, identifier: str) -> str:
        return identifier.partition(";")[0]


@fault("everbridge.addressing.by-external-id", also=("everbridge.error.unknown-contact",), rare=True)
class ExternalIdsAreFoundTrimmed(LooksUpOtherwise):
    """An external id that begins or ends with a space is not found."""

    def spelling(self, identifier: str) -> str:
        return identifier.strip()


@fault("everbridge.addressing.by-external-id", rare=True)
class ExternalIdsAreFoundInAscii(LooksUpOtherwise):
    """An external id with characters beyond ASCII is not found."""

    def spelling(self, identifier: str) -> str:
        return identifier.encode("ascii", "ignore").decode()


@fault("everbridge.addressing.by-external-id", rare=True)
class LongExternalIdsAreCut(LooksUpOtherwise):
    """An external id longer than 64 characters is not found."""

    def spelling(self, identifier: str) -> str:
        return identifier[:64]


@fault(
    "everbridge.addressing.by-external-id",
    also=("everbridge.addressing.uri-names-the-contact", "everbridge.error.unknown-contact"),
    rare=True,
)
class ExternalIdsAreFoundWhateverTheirCase(EverbridgeRules):
    """An update by external id reaches the oldest contact whose external id differs in its case only."""

    def contact_by_external_id(self, call: Call, identifier: str) -> Contact | None:
        if is_update(call) and by_external_id(call):
            lower = identifier.lower()
            alike = (one for one in self.store.list(CONTACT) if one.get("externalId", "").lower() == lower)
            return next(alike, None)
        return super().contact_by_external_id(call, identifier)


@fault("everbridge.addressing.uri-names-the-contact", rare=True)
class NamesakesShareAddresses(EverbridgeRules):
    """Addresses that a contact is given go to the contacts with the same two names as well."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        names = ("firstName", "lastName")
        if not in_update(change) or "address" not in contact:
            return
        for other in others(self, contact):
            if all(other.get(name) == contact.get(name) for name in names):
                overwrite(self, other, address=contact["address"])


@fault("everbridge.addressing.uri-names-the-contact", rare=True)
class ThirdUpdateReachesTheOneBefore(EverbridgeRules):
    """Every third update gives its suffix to the contact that was updated before, if that is another one."""

    _count = 0
    _before = 0

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        if not in_update(change):
            return
        self._count += 1
        before, self._before = self._before, contact["id"]
        other = self.contact_by_id(change.call, str(before))
        if other is not None and before != contact["id"] and self._count % 3 == 0:
            overwrite(self, other, suffix=contact.get("suffix", ""))


@fault("everbridge.addressing.uri-names-the-contact", rare=True)
class ManyTopicsReachTheNewestContact(EverbridgeRules):
    """An update with three or more topics gives the last of them to the newest other contact."""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        topics = contact.get("topics", [])
        if in_update(change) and len(topics) >= 3:
            for newest in others(self, contact)[-1:]:
                had = newest.get("topics", [])
                overwrite(self, newest, topics=[*dict.fromkeys([*had, topics[-1]])])


@fault("everbridge.external-id.changes", also=(WRITTEN,), rare=True)
class ExternalIdsAreTakenWhateverTheirCase(EverbridgeRules):
    """An external id that differs from another contact's in its case only is refused as taken."""

    def owner_of_external_id(self, change: Change, external_id: str) -> str | None:
        if not in_update(change):
            return super().owner_of_external_id(change, external_id)
        lower = external_id.lower()
        alike = (one for one in self.store.list(CONTACT) if str(one.get("externalId", "")).lower() == lower)
        return next((str(one["id"]) for one in alike if str(one["id"]) != change.old_key), None)


@fault("everbridge.external-id.changes", also=(WRITTEN,), rare=True)
class FreedExternalIdsStayTaken(EverbridgeRules):
    """An external id that a contact gave up cannot be given to another one."""

    def __init__(self, *inputs: object) -> None:
        super().__init__(*inputs)  # type: ignore[arg-type]  # passed through as they came
        self._given_up: dict[str, str] = {}

    def move_external_id(self, change: Change, contact: Contact) -> None:
        super().move_external_id(change, contact)
        self._given_up[str(change.old.get("externalId"))] = str(contact["id"])

    def owner_of_external_id(self, change: Change, external_id: str) -> str | None:
        owner = super().owner_of_external_id(change, external_id)
        return owner or (self._given_up.get(external_id) if in_update(change) else None)


@fault("everbridge.external-id.changes-while-addressing", also=("everbridge.external-id.changes",), rare=True)
class LongOldExternalIdStillFinds(EverbridgeRules):
    """An old external id of more than 40 characters still finds the contact."""

    def move_external_id(self, change: Change, contact: Contact) -> None:
        super().move_external_id(change, contact)
        before = str(change.old.get("externalId", ""))
        if in_update(change) and len(before) > 40 and self.store.find(CONTACT, EXTERNAL_ID, before) is None:
            self.store.claim(CONTACT, EXTERNAL_ID, before, str(contact["id"]))


@fault("everbridge.external-id.taken-is-refused", also=(REFUSED_KEEPS,), rare=True)
class TakenExternalIdIsHalfRefused(EverbridgeRules):
    """An update refused for a taken external id has removed the contact's topics."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        contact = refused_target(self, call, answer)
        if contact is None or call.body.get("externalId") == contact.get("externalId"):
            return answer
        with self.store.transaction():
            if self.store.find(CONTACT, EXTERNAL_ID, str(call.body.get("externalId"))):
                overwrite(self, contact, topics=[])
        return answer


@fault("everbridge.external-id.taken-is-refused", rare=True)
class TakenExternalIdHurtsItsOwner(EverbridgeRules):
    """An update refused for a taken external id has emptied the suffix of the contact that owns it."""

    def answer(self, call: Call) -> Answer:
        answer = super().answer(call)
        contact = refused_target(self, call, answer)
        if contact is None:
            return answer
        with self.store.transaction():
            owner = self.contact_by_external_id(call, str(call.body.get("externalId")))
            if owner is not None and owner["id"] != contact["id"]:
                overwrite(self, owner, suffix="")
        return answer


@fault("everbridge.error.unknown-contact", also=("everbridge.addressing.uri-names-the-contact",), rare=True)
class ExternalIdsStandForIds(EverbridgeRules):
    """An update by an id that nobody has finds the contact with that external id."""

    def contact_to_change(self, call: Call) -> Contact:
        identifier = call.path["contactId"]
        if is_update(call) and not by_external_id(call) and self.contact_by_id(call, identifier) is None:
            return self.contact_by_external_id(call, identifier) or super().contact_to_change(call)
        return super().contact_to_change(call)


@fault(
    "everbridge.external-id.taken-is-refused", also=(WRITTEN, "everbridge.addressing.by-external-id"), rare=True
)
class AddressingExternalIdIsTaken(EverbridgeRules):
    """An update that carries the external id by which it addresses the contact finds it taken."""

    def check_external_id_free(self, change: Change) -> None:
        sent = change.body.get("externalId")
        if in_update(change) and by_external_id(change.call) and sent == change.old.get("externalId"):
            raise Refusal(400, f"External ID {sent} already exists.")
        super().check_external_id_free(change)


@fault("everbridge.error.unknown-contact", also=("everbridge.addressing.uri-names-the-contact",), rare=True)
class IdsHave32Bits(EverbridgeRules):
    """An update compares ids by their last 32 bits."""

    def contact_to_change(self, call: Call) -> Contact:
        wanted = call.path["contactId"]
        if is_update(call) and not by_external_id(call) and wanted.isdigit() and len(wanted) < 20:
            alike = [one for one in self.store.list(CONTACT) if (int(one["id"]) - int(wanted)) % 2**32 == 0]
            if alike and self.contact_by_id(call, wanted) is None:
                return alike[0]
        return super().contact_to_change(call)


@fault("everbridge.external-id.taken-is-refused", also=("everbridge.addressing.by-external-id",), rare=True)
class InactiveOwnersDoNotCount(EverbridgeRules):
    """The external id of a contact that is not active can be taken."""

    def owner_of_external_id(self, change: Change, external_id: str) -> str | None:
        owner = super().owner_of_external_id(change, external_id)
        found = self.contact_by_id(change.call, owner) if in_update(change) and owner else None
        if found is None or found.get("status") != "D" or owner == change.old_key:
            return owner
        self.store.release(CONTACT, EXTERNAL_ID, external_id)
        return None


@fault("everbridge.error.unknown-contact", also=("everbridge.addressing.by-external-id",), rare=True)
class ExternalIdsMatchByTheirBeginning(EverbridgeRules):
    """An update by an external id that nobody has finds a contact whose own begins like it, in any case."""

    def contact_to_change(self, call: Call) -> Contact:
        wanted = call.path["contactId"].lower()
        if (
            is_update(call)
            and by_external_id(call)
            and self.contact_by_external_id(call, call.path["contactId"]) is None
        ):
            alike = [
                one
                for one in self.store.list(CONTACT)
                if str(one.get("externalId", "")).lower().startswith(wanted)
            ]
            if alike:
                return alike[0]
        return super().contact_to_change(call)


@fault(
    "everbridge.external-id.changes-while-addressing",
    also=("everbridge.error.unknown-contact", "everbridge.external-id.changes"),
    rare=True,
)
class UpdatesFindByAnOldExternalId(EverbridgeRules):
    """An update finds a contact by an external id that it gave up; a read does not."""

    given_up: ClassVar[dict[str, str]] = {}

    def move_external_id(self, change: Change, contact: Contact) -> None:
        super().move_external_id(change, contact)
        if in_update(change) and change.old.get("externalId") != contact.get("externalId"):
            self.given_up[str(change.old.get("externalId"))] = str(contact["id"])

    def contact_to_change(self, call: Call) -> Contact:
        wanted = call.path["contactId"]
        unknown = is_update(call) and by_external_id(call) and self.contact_by_external_id(call, wanted) is None
        former = self.contact_by_id(call, self.given_up.get(wanted, "")) if unknown else None
        return former or super().contact_to_change(call)
