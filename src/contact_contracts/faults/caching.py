"""Answers to reads that are kept too long, for any family's rules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from contact_contracts.reference.calls import Answer, Call
from contact_contracts.reference.rules import FamilyRules

READS = frozenset({"getContact", "getContactByExternalId", "listContactIdentifiers", "searchAttributes"})

Question = tuple[object, ...]


class KeepsAnswers(FamilyRules):
    """Rules that remember what a read showed the last time it was asked for."""

    stale_every: ClassVar[int] = 1
    """Of how many reads one is answered with what is remembered."""
    _kept: Mapping[Question, Answer] = MappingProxyType({})
    _reads: int = 0

    def handle(self, call: Call) -> Answer:
        """Answer, now and then out of date; what is remembered is brought up to date all the same."""
        fresh = super().handle(call)
        if call.operation.id not in READS or fresh.status != 200:
            return fresh
        question = (call.operation.id, *sorted(call.path.items()), call.query, call.raw_body)
        old = self._kept.get(question, fresh)
        self._kept = {**self._kept, question: fresh}
        self._reads += 1
        return old if self._reads % self.stale_every == 0 else fresh
