"""Which clause a rule rests on, and which narrower clauses would explain that it is broken."""

from __future__ import annotations

from functools import lru_cache

from contact_contracts.rulebook.prediction import Clauses, Feature

FAMILY = "conga"
CLEARED_LOOKUP = "fields.lookup (null)"
"""Null for a lookup: a server that ignores every null breaks the clause on null only."""

CUSTOM = "lifecycle.any-sequence (custom field)"
"""No clause speaks of custom fields alone; what goes wrong with documented ones, too, is that one's breach."""
OF_ALL_FIELDS = ("fields.each-writable", "fields.unsent-kept", "id.absent-updates", "addressing.by-external-id")


def clause(rule: str) -> str:
    """The clause's id."""
    return f"{FAMILY}.{rule}"


@lru_cache(maxsize=256)
def label(rule: str) -> tuple[Clauses, Clauses]:
    """The clauses of a rule, and narrower ones."""
    if rule == CLEARED_LOOKUP:
        return (clause("fields.lookup"),), (clause("fields.null-clears"),)
    if rule == CUSTOM:
        return (clause("lifecycle.any-sequence"),), tuple(clause(narrower) for narrower in OF_ALL_FIELDS)
    return (clause(rule),), ()


@lru_cache(maxsize=8192)
def feature(name: str, rule: str, *, twin: bool = False) -> Feature:
    """A feature of a request, by the clause that says that it must be taken, or as a refusal's legal twin."""
    return Feature(name, clause(rule), twin)
