"""Which clause a rule rests on, for a call on one contact and for a row of a batch."""

from __future__ import annotations

from functools import lru_cache

from contact_contracts.rulebook.prediction import Clauses, Feature

FAMILY = "everbridge"

_BATCH = {
    "groups.never-left": "batch.groups-never-left",
    "groups.id-beats-name": "batch.id-beats-name",
    "record-type.id-beats-name": "batch.id-beats-name",
    "attribute.id-beats-name": "batch.id-beats-name",
    "path.id-beats-prompt": "batch.id-beats-name",
    "quiet-time.kept-when-absent": "batch.quiet-time-kept",
    "quiet-time.needs-timezone": "batch.quiet-time-needs-timezone",
    "external-id.taken-is-refused": "batch.external-id-taken",
    "required-fields": "required-fields",
    "schema.bad-input-refused": "schema.bad-input-refused",
}
"""Rules that the clauses state for a batch in words of their own."""

_REFUSALS = frozenset(
    {
        "quiet-time.needs-timezone",
        "external-id.taken-is-refused",
        "error.unknown-organization",
        "error.unknown-contact",
        "error.missing-credentials",
        "schema.bad-input-refused",
    }
)
"""Rules that only say what is refused."""

_BATCH_BAD_INPUT = ("quiet-time.days", "quiet-time.hours", "quiet-time.minutes")


def clause(rule: str) -> str:
    """The clause's id."""
    return f"{FAMILY}.{rule}"


def single(rule: str) -> tuple[Clauses, Clauses]:
    """A rule of updateContact."""
    return (clause(rule),), ()


@lru_cache(maxsize=256)
def batched(rule: str) -> tuple[Clauses, Clauses]:
    """A rule of one batch row. What updateContact breaks too is no breach of "as updateContact does"."""
    if rule in _BATCH:
        return (clause(_BATCH[rule]),), ()
    if rule.startswith("replace."):
        return (clause("batch.full-replaces"),), ()
    return (clause("batch.updates-each"),), tuple(dict.fromkeys((clause(rule), clause("fields.each-written"))))


def refusal(rule: str, *, batch: bool) -> str:
    """The clause that asks for a refusal."""
    if not batch:
        return clause(rule)
    return clause("schema.bad-input-refused") if rule in _BATCH_BAD_INPUT else clause(_BATCH.get(rule, rule))


@lru_cache(maxsize=4096)
def feature(name: str, rule: str, *, batch: bool) -> Feature:
    """A feature of a request, by the clause that says that it must be taken."""
    (found, *_), narrower = (batched if batch else single)(rule)
    name = f"{name} in a batch" if batch else name
    return Feature(name, found, twin=rule in _REFUSALS, narrower=narrower)


def explained_by(rule: str, *, batch: bool) -> Clauses:
    """What explains that a rule's refusal did not come, where it is violated in the same run."""
    if not batch:
        return ()
    if rule in _BATCH_BAD_INPUT:
        return (clause(rule),)
    # Frames need no other time zone where the one from before was not emptied.
    return (clause("batch.full-replaces"),) if rule == "quiet-time.needs-timezone" else ()
