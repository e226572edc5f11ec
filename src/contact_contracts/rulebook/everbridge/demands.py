"""Whether a contact body must be taken or refused, and which rules say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.rulebook.everbridge.facts import Facts, id_of, resolve
from contact_contracts.rulebook.everbridge.names import READ_ONLY, questionable
from contact_contracts.rulebook.everbridge.quiet_time import (
    broken_rules,
    frame_features,
    has_empty_frames,
    has_frames,
    unclear_frames,
)
from contact_contracts.rulebook.everbridge.replacement import REQUIRED, Body
from contact_contracts.rulebook.everbridge.state import SCALARS
from contact_contracts.rulebook.prediction import EMPTY, SUB, Belief
from contact_contracts.rulebook.values import as_int, coercible, is_empty, pointed

SURE = frozenset({"type", "enum", "maxLength", "minimum", "maximum"})
"""Schema keywords whose violation the documents surely exclude; others may be a server's choice."""

KINDS = frozenset({"record_types", "groups", "attributes", "paths"})
"""What exists in an organization, as the facts call it."""
ARRAYS = ("paths", "address", "contactAttributes", "topics", "groups", "groupsName")


@dataclass(frozen=True)
class Demand:
    """What the documents demand for one body."""

    reasons: tuple[str, ...] = ()
    """Rules that ask for a refusal."""
    open_rule: str = ""
    """The open clause that the body touches, if it is the only thing in the way."""
    unclear: bool = False
    """Whether the documents do not say what happens."""
    strange: bool = False
    """Whether the body has what some servers refuse: names that may not exist, empty text. Taken, it is clear."""


def _surely_wrong(error: SchemaError, body: Json) -> bool:
    """Whether no server may take it. Frames have rules of their own; some servers read "5" as a number."""
    if error.keyword == "anyOf" and error.pointer.endswith("/status"):
        return True  # one of two letters, or null
    if error.keyword not in SURE or "quietTimeFrames/" in error.pointer:
        return False
    return error.keyword != "type" or not coercible(pointed(body, error.pointer))


def demand(operation: Operation, body: Json, facts: Facts, *, taken: bool, row: bool = False) -> Demand:
    """Judge one contact body. ``taken``: its external id belongs to another contact."""
    sent = [body] if row else body
    errors = operation.validate_body(sent)
    if not isinstance(body, dict) or any(_surely_wrong(error, sent) for error in errors):
        return Demand(("schema.bad-input-refused",))
    reasons = list(broken_rules(body))
    zone = body.get("timezoneId")
    if has_frames(body) and "timezoneId" not in body:
        reasons.append("quiet-time.needs-timezone")
    if taken:
        reasons.append("external-id.taken-is-refused")
    no_zone = has_frames(body) and "timezoneId" in body and is_empty(zone)
    unclear = bool(errors) or no_zone or questionable(body) or _unclear(body, facts)
    blank = any(body.get(name) == "" for name in SCALARS)
    strange = not unclear and (blank or _names_unknown(body, facts, facts.partial))
    return Demand(tuple(reasons), _open_rule(body), unclear, strange)


def _open_rule(body: Body) -> str:
    if "id" in body and body["id"] is None:
        return "several"  # nulls may be refused, and an id must be ignored
    rules = []
    if any(is_empty(body.get(name)) for name in REQUIRED) or not _names_record_type(body):
        rules.append("required-fields")
    if any(name in body and body[name] is None for name in (*SCALARS, *ARRAYS)):
        rules.append("fields.null")
    if has_empty_frames(body) and is_empty(body.get("timezoneId")):
        rules.append("quiet-time.empty-without-timezone")
    return rules[0] if len(rules) == 1 else "several" if rules else ""


def _names_record_type(body: Body) -> bool:
    return not is_empty(body.get("recordTypeId")) or not is_empty(body.get("recordTypeName"))


def _unclear(body: Body, facts: Facts) -> bool:
    return (
        unclear_frames(body)
        or any(not isinstance(body.get(name, []), list | None) for name in ARRAYS)
        or _names_unknown(body, facts, KINDS - facts.partial)
        or _unclear_members(body)
        or _names_twice(_pairs(body.get("contactAttributes"), "orgAttrId", "name"), facts.attributes)
        or _names_twice(_pairs(body.get("paths"), "pathId", "prompt"), facts.paths)
    )


def _names_twice(mentioned: list[tuple[Json, Json]], names: Mapping[int, str]) -> bool:
    """Whether the same thing is named more than once, by its id or by its name."""
    found = [
        repr(resolve(names, None if is_empty(identifier) else identifier, name)) for identifier, name in mentioned
    ]
    return len(set(found)) < len(found)


def _names_unknown(body: Body, facts: Facts, kinds: frozenset[str]) -> bool:
    """Whether the body names something of these kinds that is not known to exist."""
    mentions = [
        ("record_types", [(body.get("recordTypeId"), body.get("recordTypeName"))]),
        ("groups", [(i, None) for i in body.get("groups") or []]),
        ("groups", [(None, name) for name in body.get("groupsName") or []]),
        ("attributes", _pairs(body.get("contactAttributes"), "orgAttrId", "name")),
        ("paths", _pairs(body.get("paths"), "pathId", "prompt")),
    ]
    pairs = [(getattr(facts, kind), mentioned) for kind, mentioned in mentions if kind in kinds]
    return any(
        (not is_empty(identifier) and as_int(identifier) not in names)
        or (not is_empty(name) and id_of(names, name) is None)
        for names, mentioned in pairs
        for identifier, name in mentioned
    )


def _pairs(items: Json, identifier: str, name: str) -> list[tuple[Json, Json]]:
    return [(item.get(identifier), item.get(name)) for item in items or [] if isinstance(item, dict)]


def _unclear_members(body: Body) -> bool:
    """Whether an array holds something incomplete, repeated or null."""
    paths = [path for path in body.get("paths") or [] if isinstance(path, dict)]
    keys = [path.get("pathId") or path.get("prompt") for path in paths]
    attributes = [item for item in body.get("contactAttributes") or [] if isinstance(item, dict)]
    named = [item.get("orgAttrId") or item.get("name") for item in attributes]
    places = [item for item in body.get("address") or [] if isinstance(item, dict)]
    return (
        None in keys
        or None in named
        or any(is_empty(item) for name in ("groups", "groupsName", "topics") for item in body.get(name) or [])
        or any(value is None for item in (*paths, *attributes, *places) for value in item.values())
        or any(is_empty(path.get("value")) for path in paths)
        or any(is_empty(item.get("values")) for item in attributes)
        or any(is_empty(place.get(n)) for place in places for n in ("locationName", "streetAddress", "country"))
        or ("groups" in body and not body["groups"] and bool(body.get("groupsName")))
    )


def features(body: Body, before: Belief) -> Iterator[tuple[str, str]]:
    """(name, rule) of everything in a legal body that a right server must take."""
    yield "a contact", "fields.each-written"
    yield from _scalar_features(body, before)
    yield from _named_features(body)
    if any(before.get(f"group[{as_int(group)}]") is not EMPTY for group in body.get("groups") or []):
        yield "a group joined before", "groups.joined"
    yield from frame_features(body)
    yield from _timezone_features(body, before)
    yield from _array_features(body)


def _scalar_features(body: Body, before: Belief) -> Iterator[tuple[str, str]]:
    for name in SCALARS:
        value = body.get(name)
        if is_empty(value):
            yield f"no {name}", "replace.omitted-field-emptied"
        elif isinstance(value, str):
            yield from _text_features(name, value)
        else:
            yield f"{name} given", "fields.each-written"
    yield from ((f"{name} sent back", "fields.each-written") for name in READ_ONLY if name in body)
    external_id = body.get("externalId")
    if before.get("externalId") not in (EMPTY, external_id) and not before.is_unknown("externalId"):
        yield "a new externalId", "external-id.changes"
    if not is_empty(external_id) and before.get("externalId") == external_id:
        yield "the externalId it has", "external-id.taken-is-refused"


def _text_features(name: str, value: str) -> Iterator[tuple[str, str]]:
    yield f"{name} given", "fields.each-written"
    for kind in kinds_of_text(value):
        yield f"{name} with {kind}", "fields.each-written"


def kinds_of_text(value: str) -> Iterator[str]:
    """What is special about a text that must be taken."""
    if not value.isascii():
        yield "non-ASCII text"
    if value != value.strip():
        yield "outer spaces"
    if " " in value.strip():
        yield "inner spaces"
    yield from (f"the character {char}" for char in "%+&?#/\\@;=" if char in value)
    if len(value) > 50:
        yield f"{len(value)} characters"


def _named_features(body: Body) -> Iterator[tuple[str, str]]:
    yield from _pair("record-type", "recordTypeId", "recordTypeName", body, "id-beats-name", "by-name")
    if body.get("groups"):
        rule = "groups.id-beats-name" if body.get("groupsName") else "groups.joined"
        yield ("groups and groupsName" if body.get("groupsName") else "groups"), rule
    elif body.get("groupsName"):
        yield "groupsName alone", "groups.by-name"
        yield from _kinds_of_names(body["groupsName"], "groupsName", "groups.by-name")
        yield f"{len(body['groupsName'])} names of groups", "groups.by-name"
    attributes = [
        _pair("attribute", "orgAttrId", "name", a, "id-beats-name", "by-name")
        for a in _all(body, "contactAttributes")
    ]
    paths = [
        _pair("path", "pathId", "prompt", path, "id-beats-prompt", "by-prompt") for path in _all(body, "paths")
    ]
    for found in (attributes, paths):
        yield from _counted(name for names in found for name in names)


def _all(body: Body, name: str) -> list[Body]:
    return body.get(name) or []


def _counted(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each feature, and how often it occurs where it does so more than once."""
    for (name, rule), times in Counter(found).items():
        yield name, rule
        if times > 1:
            yield f"{name}, more than once", rule


def _pair(kind: str, identifier: str, name: str, item: Body, both: str, by_name: str) -> Iterator[tuple[str, str]]:
    has_id, has_name = not is_empty(item.get(identifier)), not is_empty(item.get(name))
    if has_id and has_name:
        yield f"{identifier} and {name}", f"{kind}.{both}"
        yield f"{identifier} {item[identifier]!r} and {name} {item[name]!r}", f"{kind}.{both}"  # may disagree
    elif has_name:
        yield f"{name} alone", f"{kind}.{by_name}"
        yield from _kinds_of_names([item[name]], name, f"{kind}.{by_name}")


def _kinds_of_names(names: list[Json], member: str, rule: str) -> Iterator[tuple[str, str]]:
    for name in names:
        yield f"{member} {name!r}", rule
        yield from ((f"{member} with {kind}", rule) for kind in kinds_of_text(str(name)))


def _timezone_features(body: Body, before: Belief) -> Iterator[tuple[str, str]]:
    framed = has_frames(body)
    zoned = not is_empty(body.get("timezoneId"))
    if framed and zoned:
        yield "frames with a time zone", "quiet-time.needs-timezone"
    elif not zoned:
        yield "neither frames nor time zone", "quiet-time.needs-timezone"
    if has_empty_frames(body):
        yield "an empty array of frames", "quiet-time.removed-when-empty"
    kept = any(aspect.endswith(f"{SUB}quietTimeFrames") for aspect in before.state)
    if kept and body.get("paths") and not framed:
        yield "a path without quietTimeFrames", "quiet-time.kept-when-absent"
        if not zoned and any(_keeps_frames(path, before) for path in body["paths"]):
            yield "a path that keeps its frames, and no time zone", "quiet-time.needs-timezone"


def _keeps_frames(path: Body, before: Belief) -> bool:
    """Whether a path surely has frames that it is to keep; one that is named by its prompt alone may."""
    aspect = f"path[{as_int(path.get('pathId'))}]{SUB}quietTimeFrames"
    return before.confirmed and "quietTimeFrames" not in path and before.get(aspect) is not EMPTY


def _array_features(body: Body) -> Iterator[tuple[str, str]]:
    for name, rule in (
        ("paths", "replace.omitted-paths-removed"),
        ("address", "replace.addresses-removed"),
        ("contactAttributes", "replace.attributes-cleared"),
        ("topics", "replace.topics-removed"),
        ("groups", "groups.never-left"),
    ):
        if name not in body:
            yield f"no {name}", rule
        else:
            yield f"{len(body[name])} {name}", "fields.each-written"
    for place in body.get("address") or []:
        if place.get("gisLocation"):
            yield "gisLocation", "address.coordinates-kept"
