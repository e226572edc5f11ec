"""Whether a body must be taken or refused, and which rules say so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from contact_contracts.contract import Operation, SchemaError
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.attributes import names_read_only, sent_attributes
from contact_contracts.rulebook.bird.facts import PHONE, Facts
from contact_contracts.rulebook.bird.identifiers import FIRST, FIRST_ALIAS, Body
from contact_contracts.rulebook.bird.memberships import COMPANIES, KINDS, Kind, combined, repeats_or_idles, there
from contact_contracts.rulebook.bird.state import identifier, members, pairs
from contact_contracts.rulebook.prediction import EMPTY, Belief
from contact_contracts.rulebook.values import is_empty

SURE = frozenset({"type", "enum", "minLength", "maxLength", "minItems", "maxItems", "format", "required", "anyOf"})
BAD_INPUT = "schema.bad-input-refused"
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_PLAIN_NAME = re.compile(r"[A-Za-z][\w-]{0,24}", re.ASCII)
_HEX = re.compile(r"[0-9a-f]{32}")
USUAL_LENGTH = 150
"""Characters of the longest text that every attribute must take: displayName's limit in a creation."""
STATED = frozenset(
    {"allowWritingReadOnly", "strategy", "attributes", "addIdentifiers", "removeIdentifiers", "identifiers"}
    | {field for kind in KINDS for field in kind.fields}
)
"""Members of a body that the documents name."""
SHOWN_ONLY = frozenset(
    {
        "createdAt",
        "updatedAt",
        "workspaceId",
        "computedDisplayName",
        "identifierCount",
        "isAnonymous",
        "featuredIdentifiers",
    }
)
"""Members of an answer, which a server may refuse in a body or pass over."""
MOST_MEMBERS = 10
"""Of lists or accounts in one member of one body; the whole of a contact's may be limited likewise."""


def broken_rules(operation: Operation, body: Json) -> list[str]:
    """The rules that ask for a refusal of a body; what a lenient reader might take is left out."""
    errors = operation.validate_body(body)
    found = (_rule(error, _at(body, error.pointer)) for error in errors if error.keyword in SURE)
    return list(dict.fromkeys(rule for rule in found if rule))


def is_excluded(operation: Operation, body: Json) -> bool:
    """Whether the contract does not know such a body, be it surely refused or not."""
    return bool(operation.validate_body(body))


def _at(body: Json, pointer: str) -> Json:
    value = body
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def _rule(error: SchemaError, value: Json) -> str:
    field = error.pointer.split("/")[1] if error.pointer else ""
    if value is None or field == "identifiers":
        return ""
    if field == "strategy":
        return "strategy.closed" if isinstance(value, str) else BAD_INPUT
    kind = next((kind.name for kind in KINDS if field in kind.fields), "")
    if error.keyword == "format":
        return "" if _may_be_uuid(value) else f"{kind}.uuid"
    return {"maxItems": f"{kind}.at-most-ten", "minItems": f"{kind}.not-empty"}.get(error.keyword, BAD_INPUT)


def _may_be_uuid(value: Json) -> bool:
    """Whether some library reads the text as a UUID: without hyphens, in braces, as a URN."""
    text = str(value).strip().lower().removeprefix("urn:uuid:").strip("{}").replace("-", "")
    return bool(_HEX.fullmatch(text))


def open_rule(body: Body, identifiers: Belief) -> str:
    """The open clause that a body touches; empty when there is none, ``several`` when there are more."""
    rules = {f"{kind.name}.combined" for kind in combined(body)}
    values = sent_attributes(body).values()
    rules |= {"partial.null-clears"} if any(value is None for value in values) else set()
    rules |= {"attributes.empty-text"} if "" in values else set()
    adds = pairs(body.get("addIdentifiers"))
    for pair in pairs(body.get("removeIdentifiers")):
        if pair in adds or (identifiers.get(identifier(*pair)) is EMPTY and not identifiers.is_unknown("")):
            rules.add("identifiers.removing-absent")
    return next(iter(rules)) if len(rules) == 1 else "several" if rules else ""


def unclear(body: Body, facts: Facts, before: Belief, identifiers: Belief) -> bool:
    """Whether a body holds what the documents do not settle, or what the target may not know."""
    return (
        any(value is None for name, value in body.items() if name in STATED)
        or body.get("allowWritingReadOnly") is True  # allowed to flows and journeys only
        or "identifiers" in body
        or names_read_only(body, facts)
        or _unclear_attributes(body, facts)
        or _unclear_memberships(body, facts, before)
        or _unclear_identifiers(body, identifiers)
        or any(name in facts.attributes or name in SHOWN_ONLY for name in body)
    )


def _unclear_attributes(body: Body, facts: Facts) -> bool:
    sent = sent_attributes(body)
    arrays = [value for value in sent.values() if isinstance(value, list)]
    texts = (text for value in sent.values() for text in (value if isinstance(value, list) else [value]))
    return (
        any(key not in facts.attributes or key in facts.own_attributes for key in sent)
        or any(_is_mixed(value) or _has_blanks(value) for value in arrays)
        or any(isinstance(text, str) and is_unusual(text) for text in texts)
    )


def is_unusual(text: str) -> bool:
    """Whether a server may refuse an attribute's text: the documents neither limit it nor say what it may hold."""
    return len(text) > USUAL_LENGTH or any(unicodedata.category(char) == "Cc" for char in text)


def _has_blanks(values: list[Json]) -> bool:
    """Whether a server may find that an array holds nothing in some place."""
    return any(isinstance(value, str) and not value.strip() for value in values)


def _is_mixed(values: list[Json]) -> bool:
    return len({"number" if type(value) in (int, float) else type(value).__name__ for value in values}) > 1


def _unclear_memberships(body: Body, facts: Facts, before: Belief) -> bool:
    for kind in KINDS:
        named = {aspect for field in kind.given(body) for aspect in members(kind.prefix, body[field])}
        if not named.issubset(members(kind.prefix, list(kind.known(facts)))):
            return True
        if len(kind.given(body)) == 1 and repeats_or_idles(kind, body, before):
            return True
        if kind is not COMPANIES and len(_together(kind, body, before)) > MOST_MEMBERS:
            return True  # "the list of list ids for the contact" has ten at most, which may hold of its whole
    return False


def _together(kind: Kind, body: Body, before: Belief) -> set[str]:
    """What a contact is in after an addition, or more."""
    return {*members(kind.prefix, body[kind.add]), *there(before, kind)} if kind.add in body else set()


def _unclear_identifiers(body: Body, identifiers: Belief) -> bool:
    adds, removes = pairs(body.get("addIdentifiers")), pairs(body.get("removeIdentifiers"))
    if len(set(adds)) < len(adds) or len(set(removes)) < len(removes):
        return True
    if any(value != value.strip() for _, value in adds):
        return True  # which a server may think a slip; one that takes it keeps it
    if any(key == PHONE and not _E164.fullmatch(value) for key, value in adds):
        return True
    return any(identifiers.is_unknown(identifier(*pair)) for pair in removes)


def features(
    body: Body, query: tuple[str, ...], before: Belief, identifiers: Belief, taken: int
) -> Iterator[tuple[str, str]]:
    """(name, rule) of everything in a legal body that a right server must take."""
    if not body:
        yield "an empty body", "partial.empty-body"
    for key, value in sent_attributes(body).items():
        yield from _attribute_features(key, value)
    yield from _strategy_features(body, taken)
    yield from _identifier_features(body, identifiers)
    yield from _membership_features(body)
    if len(_together(COMPANIES, body, before)) > MOST_MEMBERS:
        yield f"{COMPANIES.add} beyond {MOST_MEMBERS} in all", COMPANIES.rule(COMPANIES.add)
    if query:
        yield f"{min(len(query), 2)} attribute keys in the query", "attributes.query-adds-empty"
    for name, value in body.items():
        if name not in STATED:
            yield f"a {type(value).__name__} as a property of the caller's own", "attributes.other-properties"
            if not _PLAIN_NAME.fullmatch(name):
                yield f"the property {name[:24]}", "attributes.other-properties"
    yield "an update", "schema.answers-conform"
    yield "a body within the contract", "schema.answers-conform"  # the most general clause has most features


def _attribute_features(key: str, value: Json) -> Iterator[tuple[str, str]]:
    kind = type(value).__name__
    if isinstance(value, list):
        kind = f"list of {type(value[0]).__name__ if value else 'nothing'}"
        yield f"an array of {min(len(value), 3)}", "attributes.written"
    yield f"a {kind} attribute", "attributes.written"
    if key in ("displayName", "firstName"):
        yield f"the attribute {key}", "attributes.written"
    if isinstance(value, str):
        if not value.isascii():
            yield "a non-ASCII attribute", "attributes.written"
        if value != value.strip():
            yield "an attribute with outer spaces", "attributes.written"
        if len(value) > 50:
            yield f"an attribute of {len(value)} characters", "attributes.written"
    elif is_empty(value) or not value:
        yield f"the attribute value {value!r}", "attributes.written"


def _identifier_features(body: Body, identifiers: Belief) -> Iterator[tuple[str, str]]:
    for item in body.get("addIdentifiers") or []:
        key, value = item["key"], item["value"]
        had = identifiers.get(identifier(key, value)) is not EMPTY
        yield (
            ("an identifier that is there", "identifiers.add-twice")
            if had
            else (f"adding {key}", "identifiers.added")
        )
        if item.get("properties"):
            yield "properties of an identifier", "identifiers.added"
        for name, text in (("key", key), ("value", value)):
            length = f" of {len(text)} characters" if len(text) in (1, 64, 500) else ""
            if length:
                yield f"an identifier's {name}{length}", "identifiers.added"
            if not text.isascii():
                yield f"an identifier's non-ASCII {name}{length}", "identifiers.added"
    for key, _ in pairs(body.get("removeIdentifiers")):
        yield f"removing {key}", "identifiers.removed"


def _strategy_features(body: Body, taken: int) -> Iterator[tuple[str, str]]:
    strategy = body.get("strategy")
    if strategy == FIRST_ALIAS:
        yield (f"first_alias over {min(taken, 2)} taken identifiers", "strategy.first-alias-tolerates")
    elif strategy == FIRST:
        yield "strategy first", "strategy.first-adds-none-by-id"
    elif strategy is not None:
        yield "adding with strict_alias", "strategy.strict-alias-adds-the-rest"
        if body.get("addIdentifiers"):
            yield "identifiers of one contact", "strategy.strict-alias-refuses-two-contacts"
    if strategy is not None:
        yield f"strategy {strategy}", "strategy.closed"


def _membership_features(body: Body) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for field in kind.given(body):
            number = len(body[field])
            yield field, kind.rule(field)
            if kind is COMPANIES:
                if number > MOST_MEMBERS:
                    yield f"more than {MOST_MEMBERS} in {field}", kind.rule(field)
            elif number == MOST_MEMBERS:
                yield f"{MOST_MEMBERS} in {field}", f"{kind.name}.at-most-ten"
            else:
                yield f"ids in {field}", f"{kind.name}.uuid"
            if number == 1 and field == "accountIds":
                yield "1 in accountIds", "accounts.not-empty"
