"""What in an update a clause says must be taken, as fine as it can be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import DOCUMENTED, LOOKUPS
from contact_contracts.rulebook.conga.labels import feature
from contact_contracts.rulebook.prediction import Feature

_SPECIAL = {
    " ": "a space",
    "/": "a slash",
    "%": "a percent sign",
    "+": "a plus",
    "?": "a question mark",
    "#": "a hash",
}

_PLAIN: Final = "-"
"""What an external id may hold beside letters and digits without being special."""

TWINS: Final = tuple(
    feature(name, rule, twin=True)
    for name, rule in (
        ("an external id that a record has", "addressing.unknown"),
        ("no Id of another record", "id.mismatch-refused"),
        ("known fields only", "fields.unknown-refused"),
        ("values of the fields' types", "fields.wrong-type-refused"),
        ("no null for the flag", "fields.bounced-not-null"),
        ("a body that is an object", "error.bad-request"),
        ("a caller with permission", "error.forbidden"),
        ("the credentials", "error.missing-credentials"),
        ("input within the schemas", "schema.bad-input-refused"),
    )
)
"""What every legal call has right, as the legal twin of a call that has it wrong."""


def features(
    external_id: str, body: dict[str, Json], flags: Mapping[str, str], *, url: str = ""
) -> tuple[Feature, ...]:
    """The features of a call; ``flags`` holds what its boolean parameters say, ``url`` how the path is written."""
    found = [
        *_address(external_id, url.partition("?")[0]),
        *_identifier(body),
        *_flags(flags),
        *_id_and_flags(body, flags),
        *_id_and_lookups(body),
    ]
    for name, value in body.items():
        found += _field(name, value)
    return tuple(dict.fromkeys((*found, *TWINS)))


def _address(external_id: str, written: str) -> Iterator[Feature]:
    for char in sorted({char for char in external_id if char.isascii() and not char.isalnum()} - {_PLAIN}):
        words = _SPECIAL.get(char, char)
        yield feature(f"an external id with {words}", "addressing.by-external-id")
    if "+" in external_id and "+" in written:
        yield feature("an external id with a plus that is not encoded", "addressing.by-external-id")
    if not external_id.isascii():
        yield feature("an external id beyond ASCII", "addressing.by-external-id")


def _identifier(body: dict[str, Json]) -> Iterator[Feature]:
    if "Id" not in body:
        yield feature("no Id" if body else "no member at all", "id.absent-updates")
        return
    yield feature("the record's own Id", "id.matching-accepted")
    if len(body) == 1:
        yield feature("nothing but the record's own Id", "id.matching-accepted")
    elif (place := list(body).index("Id")) > 0:
        last = place == len(body) - 1
        yield feature(f"the record's own Id {'last' if last else 'in the middle'}", "id.matching-accepted")


def _flags(flags: Mapping[str, str]) -> Iterator[Feature]:
    for name, value in flags.items():
        if name == "IncludeRecordPayloadInResponse" and value == "true":
            yield feature(f"{name}=true", "payload.on-request")
        elif name == "IncludeRecordPayloadInResponse" and value == "false":
            yield feature(f"{name}=false", "payload.off-when-false")
        elif value == "false":
            yield feature(f"{name}=false", "schema.answers-conform")


def _id_and_flags(body: dict[str, Json], flags: Mapping[str, str]) -> Iterator[Feature]:
    """Each is taken alone, and so is the one beside the other."""
    if "Id" in body:
        for name, value in flags.items():
            if value in ("true", "false"):
                yield feature(f"the record's own Id with {name}={value}", "id.matching-accepted")


def _id_and_lookups(body: dict[str, Json]) -> Iterator[Feature]:
    """A lookup beside the record's own Id is no other Id, and needs none."""
    for name in LOOKUPS:
        if name in body and "Id" in body:
            yield feature(f"the record's own Id with {name}", "id.matching-accepted")
        elif name in body:
            yield feature(f"no Id with {name}", "id.absent-updates")


def _field(name: str, value: Json) -> Iterator[Feature]:
    if name in LOOKUPS:
        yield feature(f"{name} null" if value is None else name, "fields.lookup")
    elif name in DOCUMENTED and value is None:
        yield feature(f"{name} null", "fields.null-clears")
    elif name in DOCUMENTED:
        yield feature(name, "fields.each-writable")
        yield feature(f"{name}: {value!r}", "fields.each-writable")
    elif name != "Id":
        yield feature(name, "fields.unknown-refused", twin=True)
