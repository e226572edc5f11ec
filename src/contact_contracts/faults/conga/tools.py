"""What several faults of the family need: who is meant, and how finished and refused calls leave traces."""

from __future__ import annotations

from abc import abstractmethod

from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.conga import CongaRules
from contact_contracts.reference.conga.change import Change, Record
from contact_contracts.reference.conga.checks import CONTACT

UPDATE = "updateContactByExternalId"


def is_update(call: Call) -> bool:
    """Whether a call is the update that the family is about."""
    return call.operation.id == UPDATE


class Remembers(CongaRules):
    """Rules that know which record was updated last, and what it was before."""

    last: Change | None = None

    def store_changed(self, change: Change, record: Record) -> None:
        """Store, and remember."""
        super().store_changed(change, record)
        self.last = change

    def last_record(self) -> Record | None:
        """The record that was updated last, as it is now; None when there is none any more."""
        return None if self.last is None else self.store.get(CONTACT, self.last.key)


class LeavesTraces(CongaRules):
    """Rules that still do something after an update was refused and rolled back."""

    refused_change: Change | None = None
    refusal: Refusal | None = None

    def check_change(self, change: Change) -> None:
        """Remember what was refused."""
        try:
            super().check_change(change)
        except Refusal as refusal:
            self.refused_change, self.refusal = change, refusal
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

    def keep(self, change: Change, record: Record) -> None:
        """Store a record behind everybody's back."""
        self.store.replace(
            CONTACT, change.key, {name: record[name] for name in record if record[name] is not None}
        )
