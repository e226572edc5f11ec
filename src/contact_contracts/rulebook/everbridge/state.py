"""An Everbridge contact as a flat state: what an answer shows, in the form that predictions use."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Hashable, Iterator

from contact_contracts.exchange import Json
from contact_contracts.rulebook.everbridge.addresses import address_aspects
from contact_contracts.rulebook.everbridge.facts import Facts, resolve
from contact_contracts.rulebook.prediction import SUB, Aspect, State, Value
from contact_contracts.rulebook.values import as_int, as_set, delivery_value, freeze, is_empty

TEXTS = (
    "externalId",
    "firstName",
    "lastName",
    "middleInitial",
    "suffix",
    "country",
    "timezoneId",
    "businessName",
    "preferredLanguage",
    "ssoUserId",
    "status",
)
NUMBERS = ("individualAccountId", "accountId")
SCALARS = (*TEXTS, *NUMBERS)
PATH_TEXTS = ("countryCode", "phoneExt")
PATH_FLAGS = ("skipValidation", "pathEnable")


def scalar(name: str, value: Json) -> Value:
    """A scalar field's value in comparable form."""
    return as_int(value) if name in NUMBERS else freeze(value)


def flatten(contact: Json, facts: Facts) -> State:
    """The state that a contact in an answer shows."""
    if not isinstance(contact, dict):
        return {}
    state: dict[Aspect, Value] = {}
    if not is_empty(contact.get("id")):
        state["id"] = as_int(contact["id"])
    for name in SCALARS:
        if not is_empty(contact.get(name)):
            state[name] = scalar(name, contact[name])
    record_type = resolve(facts.record_types, contact.get("recordTypeId"), contact.get("recordTypeName"))
    if not is_empty(record_type):
        state["recordType"] = record_type
    state.update(_paths(contact.get("paths"), facts))
    state.update(address_aspects(_items(contact.get("address"))))
    state.update(_attributes(contact.get("contactAttributes"), facts))
    state.update({f"topic[{as_int(topic)}]": True for topic in _items(contact.get("topics"))})
    state.update({f"group[{group}]": True for group in _groups(contact, facts)})
    return state


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _groups(contact: dict[str, Json], facts: Facts) -> Iterator[Hashable]:
    ids = [as_int(group) for group in _items(contact.get("groups"))]
    yield from ids
    for name in _items(contact.get("groupsName")):
        if not (ids and facts.may_exist("groups", None, name)):  # a name that is not known may be that of an id
            yield resolve(facts.groups, None, name)


def _paths(paths: Json, facts: Facts) -> Iterator[tuple[Aspect, Value]]:
    order = []
    for path in _items(paths):
        if isinstance(path, dict):
            key = resolve(facts.paths, path.get("pathId"), path.get("prompt"))
            order.append(key)
            yield from path_aspects(f"path[{key}]", path)
    if order:
        yield "paths", tuple(order)


def path_aspects(key: Aspect, path: dict[str, Json]) -> Iterator[tuple[Aspect, Value]]:
    """The aspects of one path, empty ones left out."""
    yield key, True
    if not is_empty(path.get("value")):
        yield f"{key}{SUB}value", delivery_value(path["value"])
    if not is_empty(path.get("waitTime")):
        yield f"{key}{SUB}waitTime", as_int(path["waitTime"])
    for name in (*PATH_TEXTS, *PATH_FLAGS):
        if not is_empty(path.get(name)):
            yield f"{key}{SUB}{name}", freeze(path[name])
    if not is_empty(path.get("quietTimeFrames")):
        yield f"{key}{SUB}quietTimeFrames", frames(path["quietTimeFrames"])


Frame = namedtuple("Frame", ["name", "days", "fromHour", "fromMin", "toHour", "toMin"])
"""A quiet-time frame; its members have their names on the wire."""


def frames(value: Json) -> Value:
    """Quiet-time frames without order."""
    return tuple(sorted((_frame(frame) for frame in _items(value)), key=repr))


def _frame(frame: Json) -> Value:
    if not isinstance(frame, dict):
        return freeze(frame)
    times = tuple(as_int(frame.get(name)) for name in ("fromHour", "fromMin", "toHour", "toMin"))
    days = as_set(as_int(day) for day in _items(frame.get("days")))
    return Frame(frame.get("name") or "", days, *times)


def _attributes(attributes: Json, facts: Facts) -> Iterator[tuple[Aspect, Value]]:
    for attribute in _items(attributes):
        if isinstance(attribute, dict) and not is_empty(attribute.get("values")):
            key = resolve(facts.attributes, attribute.get("orgAttrId"), attribute.get("name"))
            yield f"attribute[{key}]", as_set(freeze(value) for value in _items(attribute["values"]))
