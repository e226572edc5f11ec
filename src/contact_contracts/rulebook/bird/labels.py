"""Names of clauses, and of the things that hang on a contact and are believed of on their own."""

from __future__ import annotations

from functools import lru_cache

from contact_contracts.rulebook.prediction import Clauses, Feature

FAMILY = "bird"

_REFUSALS = frozenset(
    {
        "accounts.not-empty",
        "accounts.uuid",
        "error.missing-credentials",
        "error.unknown-contact",
        "error.unknown-workspace",
        "error.workspace-uuid",
        "lists.uuid",
        "schema.bad-input-refused",
        "strategy.closed",
        "strategy.strict-alias-refuses-two-contacts",
    }
)
"""Rules that only ask for refusals: to take a call that keeps them shows nothing."""
_IDENTIFIERS = "'s identifiers"
_READ_ONLY = "'s read-only attributes"
_ANSWERED = " as answered"


def clause(rule: str) -> str:
    """The clause's id."""
    return f"{FAMILY}.{rule}"


@lru_cache(maxsize=256)
def label(rule: str) -> tuple[Clauses, Clauses]:
    """The clauses of a rule; none is narrower."""
    return (clause(rule),), ()


@lru_cache(maxsize=4096)
def feature(name: str, rule: str) -> Feature:
    """A feature of a request, by the clause that says that it must be taken."""
    return Feature(name, clause(rule), twin=rule in _REFUSALS)


def identifiers_of(contact: str) -> str:
    """The key under which a contact's identifiers are believed; another operation shows them."""
    return contact + _IDENTIFIERS


def owner_in(key: str) -> str:
    """The contact whose identifiers a key stands for."""
    return key.removesuffix(_IDENTIFIERS)


def read_only_of(contact: str) -> str:
    """The key under which it is noted what a contact's read-only attributes must not become."""
    return contact + _READ_ONLY


def is_read_only_key(key: str) -> bool:
    """Whether a key stands for read-only attributes."""
    return key.endswith(_READ_ONLY)


def answered(contact: str) -> str:
    """The key under which the last answer to an update is remembered, until a read is compared with it."""
    return contact + _ANSWERED
