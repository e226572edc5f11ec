"""Which clause a rule rests on, and which narrower clauses would explain that it is broken."""

from __future__ import annotations

from functools import lru_cache

from contact_contracts.rulebook.prediction import Clauses, Feature

FAMILY = "conga"
CLEARED_LOOKUP = "fields.lookup (null)"
"""Null for a lookup: a server that ignores every null breaks the clause on null only."""


def clause(rule: str) -> str:
    """The clause's id."""
    return f"{FAMILY}.{rule}"


@lru_cache(maxsize=256)
def label(rule: str) -> tuple[Clauses, Clauses]:
    """The clauses of a rule, and narrower ones."""
    if rule == CLEARED_LOOKUP:
        return (clause("fields.lookup"),), (clause("fields.null-clears"),)
    return (clause(rule),), ()


@lru_cache(maxsize=8192)
def feature(name: str, rule: str) -> Feature:
    """A feature of a request, by the clause that says that it must be taken."""
    return Feature(name, clause(rule))
