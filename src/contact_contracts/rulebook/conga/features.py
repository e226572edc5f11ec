"""What in an update a clause says must be taken, as fine as it can be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def features(external_id: str, body: dict[str, Json], flags: Mapping[str, str]) -> tuple[Feature, ...]:
    """The features of a call; ``flags`` holds what its boolean parameters say."""
    found = [*_address(external_id), *_identifier(body), *_flags(flags)]
    for name, value in body.items():
        found += _field(name, value)
    return tuple(dict.fromkeys(found))


def _address(external_id: str) -> Iterator[Feature]:
    for char, words in _SPECIAL.items():
        if char in external_id:
            yield feature(f"an external id with {words}", "addressing.by-external-id")
    if not external_id.isascii():
        yield feature("an external id beyond ASCII", "addressing.by-external-id")


def _identifier(body: dict[str, Json]) -> Iterator[Feature]:
    if "Id" in body:
        yield feature("the record's own Id", "id.matching-accepted")
    else:
        yield feature("no Id", "id.absent-updates")


def _flags(flags: Mapping[str, str]) -> Iterator[Feature]:
    for name, value in flags.items():
        if name == "IncludeRecordPayloadInResponse" and value == "true":
            yield feature(f"{name}=true", "payload.on-request")
        elif name == "IncludeRecordPayloadInResponse" and value == "false":
            yield feature(f"{name}=false", "payload.off-when-false")
        elif value == "false":
            yield feature(f"{name}=false", "schema.answers-conform")


def _field(name: str, value: Json) -> Iterator[Feature]:
    if name in LOOKUPS:
        yield feature(f"{name} null" if value is None else name, "fields.lookup")
    elif name in DOCUMENTED and value is None:
        yield feature(f"{name} null", "fields.null-clears")
    elif name in DOCUMENTED:
        yield feature(name, "fields.each-writable")
        yield feature(f"{name}: {value!r}", "fields.each-writable")
    elif name != "Id":
        yield feature(name, "fields.unknown-refused")
