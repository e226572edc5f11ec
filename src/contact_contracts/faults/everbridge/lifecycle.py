"""Wrong states that only a sequence of calls shows, and that no narrower clause explains."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import REFUSED_KEEPS, by_external_id, overwrite
from contact_contracts.reference.calls import Answer, Call
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change, Contact
from contact_contracts.reference.everbridge.seed import CONTACT

# A state that changes between two calls looks like the work of whichever update was read around.
_LOOKS_LIKE = ("everbridge.addressing.uri-names-the-contact", "everbridge.batch.others-untouched", REFUSED_KEEPS)


@fault("everbridge.lifecycle.any-sequence")
class UpdatedContactsOutliveTheirDeletion(EverbridgeRules):
    """The first deletion of a contact that was updated is answered and not carried out."""

    _updated: frozenset[int] = frozenset()

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        self._updated |= {contact["id"]}

    def delete_contact(self, call: Call) -> Answer:
        contact = self.contact_to_change(call)
        if contact["id"] not in self._updated:
            return super().delete_contact(call)
        self._updated -= {contact["id"]}
        return self.modified(call, contact)


@fault("everbridge.lifecycle.any-sequence", rare=True)
class DeletedContactsComeBack(EverbridgeRules):
    """A deleted contact can be read again once another contact was updated."""

    _deleted: tuple[Contact, ...] = ()

    def delete_contact(self, call: Call) -> Answer:
        self._deleted = (self.contact_to_change(call),)
        return super().delete_contact(call)

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        for ghost in self._deleted:
            self.store.insert(CONTACT, str(ghost["id"]), ghost)
        self._deleted = ()


@fault("everbridge.lifecycle.any-sequence", rare=True)
class NewContactInheritsGroups(EverbridgeRules):
    """A contact created after a deletion is in the groups of the contact that was deleted."""

    _left: tuple[int, ...] = ()

    def delete_contact(self, call: Call) -> Answer:
        self._left = tuple(self.contact_to_change(call).get("groups", []))
        return super().delete_contact(call)

    def store_new(self, change: Change, contact: Contact) -> None:
        contact["groups"] = [*dict.fromkeys([*contact.get("groups", []), *self._left])]
        self._left = ()
        super().store_new(change, contact)


@fault("everbridge.lifecycle.any-sequence", also=_LOOKS_LIKE, rare=True)
class SecondReadIsStale(EverbridgeRules):
    """The second of two reads in a row shows a contact as it was before its last update."""

    _before: Contact | None = None
    _last: str = ""

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        self._before = change.old

    def answer(self, call: Call) -> Answer:
        again = call.path.get("contactId", "") if call.operation.id == "getContact" else ""
        repeated, self._last = bool(again) and again == self._last, again
        answer = super().answer(call)
        if repeated and self._before and str(self._before["id"]) == again and answer.status == 200:
            return Answer(200, self.found_body(self._before))
        return answer


@fault("everbridge.lifecycle.any-sequence", also=_LOOKS_LIKE, rare=True)
class ReadingByExternalIdWrites(EverbridgeRules):
    """Reading a contact by its external id empties its suffix, after the answer was made."""

    def get_contact(self, call: Call) -> Answer:
        answer = super().get_contact(call)
        if by_external_id(call):
            found = self.contact_by_external_id(call, call.path["contactId"])
            if found is not None:
                overwrite(self, found, suffix="")
        return answer


@fault("everbridge.lifecycle.any-sequence", also=_LOOKS_LIKE, rare=True)
class CreationRevertsTheLastUpdate(EverbridgeRules):
    """A creation puts first name, topics and addresses of the contact updated last back to what they were."""

    _before: Contact | None = None

    def store_changed(self, change: Change, contact: Contact) -> None:
        super().store_changed(change, contact)
        self._before = change.old

    def store_new(self, change: Change, contact: Contact) -> None:
        super().store_new(change, contact)
        before, self._before = self._before, None
        updated = self.contact_by_id(change.call, str(before["id"])) if before else None
        if before is not None and updated is not None:
            overwrite(self, updated, **{name: before.get(name, []) for name in ("firstName", "topics", "address")})


@fault("everbridge.lifecycle.any-sequence", also=_LOOKS_LIKE, rare=True)
class DeletionStripsTheNewestContact(EverbridgeRules):
    """Deleting a contact removes the topics of the newest contact that is left."""

    def delete_contact(self, call: Call) -> Answer:
        answer = super().delete_contact(call)
        for newest in self.store.list(CONTACT)[-1:]:
            overwrite(self, newest, topics=[])
        return answer
