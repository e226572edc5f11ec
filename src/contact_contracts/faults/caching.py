"""Answers to reads that are kept too long, for any family's rules."""

from __future__ import annotations

from typing import ClassVar

from contact_contracts.reference.calls import Answer, Call
from contact_contracts.reference.rules import FamilyRules

READS = frozenset({"getContact", "getContactByExternalId", "listContactIdentifiers", "searchAttributes"})

Question = tuple[object, ...]


class KeepsAnswers(FamilyRules):
    """Rules that remember what a read showed the last time it was asked for."""

    stale_every: ClassVar[int] = 1
    """Of how many reads one is answered with what is remembered."""

    def handle(self, call: Call) -> Answer:
        """Answer, now and then out of date; what is remembered is brought up to date all the same."""
        fresh = super().handle(call)
        if call.operation.id not in READS or fresh.status != 200:
            return fresh
        state = self.__dict__
        kept: dict[Question, Answer] = state.setdefault("_kept", {})
        question = (call.operation.id, *sorted(call.path.items()), call.query, call.raw_body)
        old, kept[question] = kept.get(question, fresh), fresh
        state["_reads"] = state.get("_reads", 0) + 1
        return old if state["_reads"] % self.stale_every == 0 else fresh
