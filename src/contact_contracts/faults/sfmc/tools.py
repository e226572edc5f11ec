"""What several faults of the family need: who is meant, and how finished and refused calls leave traces."""

from __future__ import annotations

from abc import abstractmethod

from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.sfmc import SfmcRules
from contact_contracts.reference.sfmc.change import CONTACT, Change, Contact

UPDATE = "updateContacts"
_WRITTEN = (
    "sfmc.values.updated",
    "sfmc.values.types",
    "sfmc.sets.items-all-applied",
    "sfmc.sets.all-applied",
)


def written_besides(clause: str) -> tuple[str, ...]:
    """The clauses that, like the one given, promise that a value which was sent reads back."""
    return tuple(one for one in _WRITTEN if one != clause)


def is_update(call: Call) -> bool:
    """Whether a call is the update that the family is about."""
    return call.operation.id == UPDATE


class Reaching(SfmcRules):
    """Rules that can reach contacts other than the one that a call is about."""

    def newest_other(self, contact: Contact) -> Contact | None:
        """The contact that was made last, the given one apart."""
        others = [one for one in self.store.list(CONTACT) if one["id"] != contact["id"]]
        return others[-1] if others else None

    def put(self, contact: Contact) -> None:
        """Store a contact behind everybody's back; one that is gone stays gone."""
        self.store.replace(CONTACT, str(contact["id"]), contact)


class Remembers(Reaching):
    """Rules that know which contact was updated last, and what it was before."""

    before: Contact | None = None

    def store_changed(self, change: Change, contact: Contact) -> None:
        """Store, and remember."""
        super().store_changed(change, contact)
        self.before = change.old


class LeavesTraces(Reaching):
    """Rules that still do something after an update was refused and rolled back."""

    refusal: Refusal | None = None

    def update_contacts(self, call: Call) -> Answer:
        """Remember why an update was refused."""
        try:
            return super().update_contacts(call)
        except Refusal as refusal:
            self.refusal = refusal
            raise

    def answer(self, call: Call) -> Answer:
        """Answer, then leave the trace; what cannot be left behind is not."""
        self.refusal = None
        result = super().answer(call)
        if self.refusal is not None:
            try:
                with self.store.transaction():
                    self.leave_trace(call, self.refusal)
            except Refusal:
                return result
        return result

    @abstractmethod
    def leave_trace(self, call: Call, refusal: Refusal) -> None:
        """What remains of a refused call."""
