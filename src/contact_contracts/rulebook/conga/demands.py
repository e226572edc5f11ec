"""What the documents say of a body before it is written: refused, taken, or left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contact_contracts.contract import Operation
from contact_contracts.contract.validation import SchemaError
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.facts import Facts
from contact_contracts.rulebook.conga.fields import (
    COUNTRY_CODES,
    CUSTOM_ENDING,
    DATES,
    DOCUMENTED,
    FLAG,
    FREE_TEXTS,
    KNOWN,
    LOOKUPS,
    MAILS,
    PHONES,
    SYSTEM,
    TEXTS,
)
from contact_contracts.rulebook.conga.moments import is_written_out, moments
from contact_contracts.rulebook.prediction import Value

LONGEST_PLAIN = 255
"""Texts up to this length fit into any ordinary text field; beyond it the documents say nothing."""
ALPHA_2 = 2
"""The length of the codes of countries that everybody takes."""

BAD_INPUT = "schema.bad-input-refused"
_FOLDED = {name.casefold(): name for name in KNOWN}


@dataclass(frozen=True)
class Demand:
    """Rules of refusal, open questions, and members of which nobody can say what becomes of them."""

    reasons: tuple[str, ...] = ()
    open_rules: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    """Members of the body that a server may refuse, or take in a way of its own."""
    doubtful: tuple[str, ...] = ()
    """Members of the body that a server may refuse; when it takes them, they must read back."""

    @property
    def statuses(self) -> frozenset[int]:
        """Statuses that fit the refusal; empty: any 4xx."""
        return frozenset() if BAD_INPUT in self.reasons else frozenset({400})


def demand(operation: Operation, body: dict[str, Json], facts: Facts, own_id: Value | None) -> Demand:
    """Judge a body for a record whose Id is ``own_id`` (None: not known)."""
    reasons = [*_unknown(body, facts), *_excluded(operation, body), *_mismatch(body, own_id)]
    return Demand(
        tuple(dict.fromkeys(reasons)),
        tuple(dict.fromkeys(_open(body))),
        tuple(name for name, value in body.items() if _is_unclear(name, value, facts, own_id)) or _nothing(body),
        tuple(name for name, value in body.items() if _is_doubtful(name, value)),
    )


def _nothing(body: dict[str, Json]) -> tuple[str, ...]:
    """What is unclear of a body that names nothing: whether a server takes it."""
    return () if body else ("(nothing)",)


def _unknown(body: dict[str, Json], facts: Facts) -> Iterator[str]:
    if any(_is_unknown(name, facts) for name in body):
        yield "fields.unknown-refused"


def _is_unknown(name: str, facts: Facts) -> bool:
    """Whether surely no schema has a field; a custom one may exist, unless the run made its name up."""
    if name.casefold() in _FOLDED or name in facts.custom_fields:
        return False
    invented = bool(facts.invented) and name.startswith(facts.invented)
    return invented or not name.casefold().endswith(CUSTOM_ENDING)


def _excluded(operation: Operation, body: dict[str, Json]) -> Iterator[str]:
    for error in operation.validate_body(body):
        name = error.pointer[1:].partition("/")[0]
        if name in body and error.keyword != "propertyNames":
            yield from _wrong_type(name, body[name], error)


def _wrong_type(name: str, value: Json, error: SchemaError) -> Iterator[str]:
    if name == "Id":
        return  # judged as the Id that it is not
    if name == FLAG and value is None:
        yield "fields.bounced-not-null"
    elif name in TEXTS or (name == FLAG and isinstance(value, str)):
        yield "fields.wrong-type-refused"
    elif name in DOCUMENTED and error.pointer:
        yield BAD_INPUT


def _mismatch(body: dict[str, Json], own_id: Value | None) -> Iterator[str]:
    value = body.get("Id")
    if value is None or value == "" or own_id is None:
        return
    if _bare(value) != _bare(own_id):
        yield "id.mismatch-refused"


def _bare(identifier: Json) -> str:
    """An id without what spellings of the same id differ in."""
    return str(identifier).strip().strip("{}").replace("-", "").casefold()


def _open(body: dict[str, Json]) -> Iterator[str]:
    if "Id" in body and body["Id"] is None:
        yield "id.null"
    if SYSTEM & body.keys():
        yield "fields.system-sent-back"
    if "ExternalId" in body:
        yield "external-id.in-body"


def _is_unclear(name: str, value: Json, facts: Facts, own_id: Value | None) -> bool:
    if name == "Id":
        return value == "" or (value is not None and value != own_id)
    if name in SYSTEM or name == "ExternalId" or name in facts.custom_fields:
        return name in facts.custom_fields and not isinstance(value, str)
    if name not in DOCUMENTED:
        return True
    if name in LOOKUPS:
        return isinstance(value, dict) and not _points_to_known(value, facts, name)
    return isinstance(value, str) and name != FLAG and not _is_plausible(name, value)


def _is_doubtful(name: str, value: Json) -> bool:
    """Whether some servers refuse a text for the form that it has."""
    if isinstance(value, str) and any(char < " " for char in value):
        return True
    if name in COUNTRY_CODES:
        return isinstance(value, str) and (value != value.upper() or len(value) != ALPHA_2)
    return name in DATES and is_written_out(value)


def _points_to_known(value: dict[str, Json], facts: Facts, name: str) -> bool:
    known = facts.lookups.get(name, {})
    identifier = value.get("Id")
    return isinstance(identifier, str) and value == {"Id": identifier, "Name": known.get(identifier)}


def _is_plausible(name: str, value: str) -> bool:
    """Whether a field that sounds like an address, a number or a date gets one; other texts are all fine."""
    if name in DATES:
        return bool(moments(value))
    if name in MAILS:
        return value.count("@") == 1 and value.isascii() and " " not in value and not value.startswith("@")
    if name in PHONES:
        return value.startswith("+") and sum(char.isdigit() for char in value) >= 8 and not _has_letters(value)
    return name in FREE_TEXTS and len(value) <= LONGEST_PLAIN and (value == "" or _is_printable(value))


def _has_letters(value: str) -> bool:
    return any(char.isalpha() for char in value)


def _is_printable(value: str) -> bool:
    ordinary = all(char.isprintable() or char in "\n\u00a0\u3000" for char in value)
    return ordinary and bool(value.strip())
