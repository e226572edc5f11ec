"""Wrong about an update because of the calls before it, or because of what contacts have in common."""

# ruff: noqa: D102 - the docstring of a fault says what it does; its methods ignore what they should heed
from __future__ import annotations

from abc import abstractmethod

from contact_contracts.exchange import Json
from contact_contracts.faults.bird.tools import LeavesTraces, Reaching, is_update
from contact_contracts.faults.catalogue import fault
from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact
from contact_contracts.reference.bird.seed import contact_kind
from contact_contracts.reference.calls import Answer, Call, Refusal

CONFLICT = 409


@fault("bird.addressing.path-id", also=("bird.lifecycle.any-sequence",), rare=True)
class TheThirdUpdateIsLost(BirdRules):
    """The third update of each contact is answered and not stored."""

    updates: dict[str, int] | None = None

    def write(self, change: Change) -> Contact:
        if change.is_creation:
            return super().write(change)
        self.updates = self.updates or {}
        contact: str = change.old["id"]
        self.updates[contact] = self.updates.get(contact, 0) + 1
        return change.old if self.updates[contact] == 3 else super().write(change)


@fault("bird.addressing.path-id", rare=True)
class ListsShareAttributes(Reaching):
    """Attributes are written to every contact that is in a list of the one that is updated."""

    def update(self, change: Change) -> Answer:
        answer = super().update(change)
        sent = change.body.get("attributes", {})
        lists = set(answer.body.get("listIds", ()))
        for other in self.others(change) if sent and is_update(change.call) else ():
            if lists.intersection(other["listIds"]):
                kept = {key: value for key, value in {**other["attributes"], **sent}.items() if value is not None}
                self.put({**other, "attributes": kept})
        return answer


@fault("bird.addressing.path-id", also=("bird.lifecycle.any-sequence",), rare=True)
class TheCallRightAfterAConflictIsLost(LeavesTraces):
    """An update right after a conflict, about the same contact and with no call between, is not stored."""

    status = 0
    conflicting = ""
    skips = ""

    def answer(self, call: Call) -> Answer:
        self.skips, self.conflicting = self.conflicting, ""
        return super().answer(call)

    def leave_trace(self, change: Change) -> None:
        self.conflicting = change.old["id"] if self.status == CONFLICT else ""

    def update(self, change: Change) -> Answer:
        try:
            return super().update(change)
        except Refusal as refusal:
            self.status = refusal.status
            raise

    def write(self, change: Change) -> Contact:
        return change.old if change.old["id"] == self.skips and not change.is_creation else super().write(change)


class KeepsWhatIsAlike(BirdRules):
    """Not a fault yet: an attribute keeps its value if `alike` says so of the new one."""

    def stored_attribute(self, change: Change, key: str, value: Json) -> Json:
        old: Json = change.old["attributes"].get(key)
        return old if self.alike(old, value) else super().stored_attribute(change, key, value)

    @abstractmethod
    def alike(self, old: Json, new: Json) -> bool:
        """Whether a value is taken for the one that is there."""


@fault("bird.attributes.written", rare=True)
class EqualIsTheSame(KeepsWhatIsAlike):
    """An attribute whose new value equals the old one, true being 1, keeps the old one."""

    def alike(self, old: Json, new: Json) -> bool:
        return bool(old == new)


@fault("bird.attributes.written", rare=True)
class TextsInAnotherCaseAreTheSame(KeepsWhatIsAlike):
    """A text that differs from the one before in upper and lower case only is not stored."""

    def alike(self, old: Json, new: Json) -> bool:
        return isinstance(old, str) and isinstance(new, str) and old.casefold() == new.casefold()


@fault("bird.attributes.written", rare=True)
class FalseNeverFollowsTrue(KeepsWhatIsAlike):
    """A boolean attribute that is true stays true."""

    def alike(self, old: Json, new: Json) -> bool:
        return old is True and new is False


@fault("bird.companies.added", rare=True)
class ToAddNoCompanyTakesAllAway(BirdRules):
    """An empty addCompanyRefs takes the contact out of all companies."""

    def write(self, change: Change) -> Contact:
        contact = super().write(change)
        if change.body.get("addCompanyRefs") != [] or change.is_creation:
            return contact
        emptied = {**contact, "companyRefs": []}
        self.store.replace(contact_kind(contact["workspaceId"]), contact["id"], emptied)
        return emptied


@fault("bird.read-only.refused", also=("bird.read-only.flag-needs-flow",), rare=True)
class ReadOnlyAttributesAreOpenByIdentifier(BirdRules):
    """An update by identifier may write read-only attributes, mirrors apart."""

    def is_read_only(self, change: Change, key: str) -> bool:
        return super().is_read_only(change, key) and (is_update(change.call) or self.is_mirror(change, key))


@fault("bird.partial.unsent-kept", also=("bird.partial.empty-body",), rare=True)
class WholeNamesBecomeDisplayNames(BirdRules):
    """Where there is a first and a last name and no display name, an update stores the two as displayName."""

    def changed_attributes(self, change: Change) -> dict[str, Json]:
        attributes = super().changed_attributes(change)
        first, last = attributes.get("firstName"), attributes.get("lastName")
        whole = {"displayName": f"{first} {last}"} if first and last and not change.is_creation else {}
        return {**whole, **attributes}
