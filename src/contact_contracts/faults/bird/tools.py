"""What several faults of the family need: who is meant, and how a refused or a finished call leaves traces."""

from __future__ import annotations

from abc import abstractmethod

from contact_contracts.reference.bird import BirdRules
from contact_contracts.reference.bird.change import Change, Contact, Identifier, Membership
from contact_contracts.reference.bird.seed import contact_kind
from contact_contracts.reference.calls import Answer, Call, Refusal

UPDATE = "updateContact"


def is_update(call: Call) -> bool:
    """Whether a call is the update that the family is about."""
    return call.operation.id == UPDATE


def adds(change: Change, membership: Membership, meant: Membership) -> bool:
    """Whether an update adds to the membership that is meant."""
    return membership is meant and meant.adding in change.body and not change.is_creation


class Reaching(BirdRules):
    """Rules that can reach contacts other than the one that a call is about."""

    def newest_other(self, change: Change) -> Contact | None:
        """The contact of the workspace that was made last, the changed one apart."""
        others = self.others(change)
        return others[-1] if others else None

    def others(self, change: Change) -> list[Contact]:
        """The contacts of the workspace in the order in which they were made, the changed one apart."""
        return [one for one in self.store.list(contact_kind(change.workspace)) if one["id"] != change.old["id"]]

    def of_others(self, change: Change) -> list[Identifier]:
        """Their identifiers."""
        return [identifier for other in self.others(change) for identifier in other["identifiers"]]

    def put(self, contact: Contact) -> None:
        """Store a contact behind everybody's back."""
        self.store.replace(contact_kind(contact["workspaceId"]), contact["id"], contact)


class LeavesTraces(Reaching):
    """Rules that still do something after an update was refused and rolled back."""

    refused_change: Change | None = None

    def update(self, change: Change) -> Answer:
        """Remember what was refused."""
        try:
            return super().update(change)
        except Refusal:
            self.refused_change = change
            raise

    def answer(self, call: Call) -> Answer:
        """Answer, then leave the trace."""
        self.refused_change = None
        result = super().answer(call)
        if self.refused_change is not None and not self.refused_change.is_creation:
            with self.store.transaction():
                self.leave_trace(self.refused_change)
        return result

    @abstractmethod
    def leave_trace(self, change: Change) -> None:
        """What remains of a refused change."""


class Remembers(Reaching):
    """Rules that know which contact was updated last, and what it was before."""

    before: Contact | None = None

    def write(self, change: Change) -> Contact:
        """Store, and remember updates."""
        contact = super().write(change)
        if not change.is_creation:
            self.before = change.old
        return contact
