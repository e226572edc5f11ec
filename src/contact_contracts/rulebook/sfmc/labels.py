"""Names of clauses, and which clause explains a breach of another."""

from __future__ import annotations

from typing import Final

from contact_contracts.rulebook.prediction import Clauses, Feature

FAMILY: Final = "sfmc"


def clause(rule: str) -> str:
    """The clause's id."""
    return f"{FAMILY}.{rule}"


BY_KEY: Final = "addressing.by-key"
BY_ID: Final = "addressing.by-id"
BOTH: Final = "addressing.both-agreeing"
DISAGREEING: Final = "addressing.both-disagreeing"
UNKNOWN: Final = "addressing.unknown"
ID_CASING: Final = "addressing.id-casing"
EXACT: Final = "addressing.key-is-exact"
UPDATED: Final = "values.updated"
KEPT_ATTRIBUTE: Final = "values.unsent-kept"
KEPT_SET: Final = "sets.unsent-kept"
TYPES: Final = "values.types"
ALL_SETS: Final = "sets.all-applied"
ALL_ITEMS: Final = "sets.items-all-applied"
PAGE_EXAMPLE: Final = "sets.page-example"
ANY_SEQUENCE: Final = "lifecycle.any-sequence"

_NARROWER: Final = {
    ALL_SETS: (UPDATED, TYPES),
    ALL_ITEMS: (UPDATED, TYPES, ALL_SETS),
    BY_KEY: (UPDATED, ALL_SETS, ALL_ITEMS),
    BY_ID: (UPDATED, ALL_SETS, ALL_ITEMS, BY_KEY),
    BOTH: (UPDATED, ALL_SETS, ALL_ITEMS, BY_KEY, BY_ID),
    PAGE_EXAMPLE: (UPDATED, TYPES, ALL_SETS, ALL_ITEMS, BY_KEY, BY_ID, BOTH),
}


def narrower(rule: str) -> Clauses:
    """Clauses that, violated in the same run, explain why this rule's value did not arrive."""
    return tuple(clause(name) for name in _NARROWER.get(rule, ()))


def label(rule: str) -> tuple[Clauses, Clauses]:
    """A rule as drafts want it."""
    return (clause(rule),), ()


def feature(name: str, rule: str, *, twin: bool = False) -> Feature:
    """A feature of a request, by the clause that says that it must be taken, or that refuses calls without it."""
    return Feature(name, clause(rule), twin)
