"""A Bird contact as a flat state: what an answer shows, in the form that predictions use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, Facts
from contact_contracts.rulebook.bird.instants import instant
from contact_contracts.rulebook.prediction import EMPTY, Aspect, State, Value
from contact_contracts.rulebook.values import as_int, is_empty

COUNT = "identifierCount"
ANONYMOUS = "isAnonymous"
DISPLAY = "computedDisplayName"
COMPUTED = (COUNT, ANONYMOUS, DISPLAY)
"""Members that the server derives; absent ones are shown as empty."""
CREATED, UPDATED = "~createdAt", "~updatedAt"
"""Memory of times; they are judged by their own rules."""
AS_SHOWN = " as any answer shows it"
"""Ends the key under which the world knows that this target shows a derived member at all."""
LISTED = "~listed"
BODY_ID = "~id in a body"
"""Memory: the id that an update carried in its body."""
LOST = "~lost "
IDENTIFIER = "identifier["
PROPERTY = "property "
ATTRIBUTE = "attribute["


@dataclass(frozen=True, slots=True)
class Flag:
    """A boolean that equals no number, also inside an array."""

    value: bool

    def __repr__(self) -> str:
        """As JSON writes it."""
        return "true" if self.value else "false"


def attribute_value(value: Json) -> Value:
    """An attribute's value: types stay apart, 1 and 1.0 are the same, arrays keep their order."""
    if isinstance(value, bool):
        return Flag(value)
    if isinstance(value, list):
        return tuple(attribute_value(item) for item in value)
    if isinstance(value, dict):
        return frozenset((key, attribute_value(item)) for key, item in value.items())
    return value  # type: ignore[no-any-return]  # what is left of JSON is hashable


def digits(text: str) -> str:
    """The digits of a telephone number, because servers may strip or add punctuation."""
    return "".join(char for char in text if char.isdigit())


def attribute(key: str) -> Aspect:
    """The aspect of an attribute."""
    return f"{ATTRIBUTE}{key}]"


def blank(key: str) -> Aspect:
    """Memory: the attribute is empty text."""
    return f"~text[{key}]"


def read_only(key: str) -> Aspect:
    """Memory: the value of a read-only attribute."""
    return f"~read-only[{key}]"


def identifier(key: Json, value: Json) -> Aspect:
    """The aspect that says that an identifier is there, as a server may normalise it."""
    text = value
    if isinstance(value, str) and key in (PHONE, EMAIL):
        text = digits(value) if key == PHONE else value.casefold()
    return f"{IDENTIFIER}{key}={text}]"


def lost(aspect: Aspect) -> Aspect:
    """Memory: the contact had an identifier and lost it."""
    return f"{LOST}{aspect}"


def identifier_aspects(state: State) -> list[Aspect]:
    """The identifiers that are there."""
    return [name for name, value in state.items() if name.startswith(IDENTIFIER) and value is not EMPTY]


def properties_of(aspect: Aspect, properties: Json) -> Iterator[tuple[str, Aspect, Value]]:
    """(name, aspect, value) of what else is said of an identifier; what is empty is not said."""
    for name, value in properties.items() if isinstance(properties, dict) else ():
        if not is_empty(value):
            yield name, f"{PROPERTY}{name} of {aspect}", attribute_value(value)


def property_shown(name: str) -> str:
    """The key under which the world knows that this target shows a property of identifiers at all."""
    return f"{PROPERTY}{name}{AS_SHOWN}"


def has_key(aspect: Aspect, key: str) -> bool:
    """Whether an identifier's aspect has a key."""
    return aspect.startswith(f"{IDENTIFIER}{key}=")


def members(prefix: str, values: Json) -> Iterator[Aspect]:
    """The aspects of lists, accounts or companies; UUIDs in lower case."""
    for value in values if isinstance(values, list) else []:
        yield f"{prefix}{value if prefix == 'company[' else str(value).lower()}]"


def repeated(prefix: str) -> Aspect:
    """How aspects begin that say that an answer names a list, an account or a company more than once."""
    return f"repeated {prefix}"


def _repeats(prefix: str, values: Json) -> Iterator[Aspect]:
    """The aspects of what is named more than once."""
    times = Counter(members(prefix, values))
    start = repeated(prefix)
    return (start + aspect.removeprefix(prefix) for aspect, number in times.items() if number > 1)


def flatten(contact: Json, facts: Facts) -> dict[Aspect, Value]:
    """The state that a contact in an answer shows, without its identifiers."""
    if not isinstance(contact, dict):
        return {}
    state: dict[Aspect, Value] = {"id": str(contact.get("id"))}
    state.update(_attributes(contact, facts))
    for prefix, name in (("list[", "listIds"), ("account[", "accountIds"), ("company[", "companyRefs")):
        state.update((aspect, True) for aspect in members(prefix, contact.get(name)))
        state.update((aspect, True) for aspect in _repeats(prefix, contact.get(name)))
    for name in COMPUTED:
        if not is_empty(contact.get(name)):
            state[name] = as_int(contact[name]) if name == COUNT else contact[name]
    for aspect, name in ((CREATED, "createdAt"), (UPDATED, "updatedAt")):
        state[aspect] = instant(contact.get(name))
    return state


def _attributes(contact: dict[str, Json], facts: Facts) -> Iterator[tuple[Aspect, Value]]:
    attributes = contact.get("attributes")
    mirrors = facts.identifier_keys | set(_featured_keys(contact))
    for key, value in (attributes if isinstance(attributes, dict) else {}).items():
        if key in mirrors:
            continue
        if key in facts.read_only:
            yield read_only(key), attribute_value(value)
        elif key in facts.attributes and value == "":
            yield blank(key), ""
        elif key in facts.attributes and not is_empty(value):
            yield attribute(key), attribute_value(value)


def _featured(contact: dict[str, Json]) -> list[dict[str, Json]]:
    featured = contact.get("featuredIdentifiers")
    return [item for item in (featured if isinstance(featured, list) else []) if isinstance(item, dict)]


def _featured_keys(contact: dict[str, Json]) -> Iterator[str]:
    return (str(item.get("key")) for item in _featured(contact))


def answered_state(contact: Json, facts: Facts) -> dict[Aspect, Value]:
    """Like ``flatten``, with what only a comparison of two answers can judge."""
    state = flatten(contact, facts)
    if not isinstance(contact, dict):
        return state
    state.update((name[1:], state[name]) for name in (CREATED, UPDATED) if state[name] is not None)
    if not is_empty(contact.get("workspaceId")):
        state["workspaceId"] = str(contact["workspaceId"]).lower()
    if _featured(contact):
        state["featuredIdentifiers"] = frozenset(
            identifier(i.get("key"), i.get("value")) for i in _featured(contact)
        )
    return state


def listed_identifiers(results: Json) -> dict[Aspect, Value]:
    """The state that a list of identifiers shows, and the memory that it was listed, be it empty."""
    state: dict[Aspect, Value] = {LISTED: True}
    state.update((identifier(item.get("key"), item.get("value")), True) for item in _objects(results))
    return state


def listed_properties(results: Json) -> Iterator[tuple[str, Aspect, Value]]:
    """(name, aspect, value) of all that a list of identifiers says of them."""
    for item in _objects(results):
        yield from properties_of(identifier(item.get("key"), item.get("value")), item.get("properties"))


def pairs(items: Json) -> list[tuple[str, str]]:
    """(key, value) of each identifier in a body."""
    return [(str(i.get("key")), str(i.get("value"))) for i in _objects(items)]


def _objects(items: Json) -> Iterable[dict[str, Json]]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
