"""A Conga contact as a flat state: what an answer shows, in the form that predictions use."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.facts import Facts
from contact_contracts.rulebook.conga.fields import DATES, DOCUMENTED, FLAG, LOOKUPS, PHONES, TEXTS
from contact_contracts.rulebook.conga.moments import same_moment
from contact_contracts.rulebook.prediction import EMPTY, SUB, Aspect, State, Value
from contact_contracts.rulebook.values import delivery_value, freeze, is_empty

OWN_IDS = ("Id", "ExternalId", "ETag")
"""What tells a record, and its version, from others."""
NO_ID = "(no Id)"
"""What a lookup points to that shows a Name alone; it is not empty."""
FLAG_SHOWN = f"{FLAG} is shown"


def id_key(contact: str) -> str:
    """The key under which a contact's Id is watched, apart from what updates do to its fields."""
    return f"id:{contact}"


def payload_key(contact: str) -> str:
    """The key of the record that the answer to a contact's last update showed."""
    return f"{contact} as its payload showed it"  # reports say it


def name_of(lookup: Aspect) -> Aspect:
    """The aspect of a lookup's name."""
    return f"{lookup}{SUB}Name"


def matcher(aspect: Aspect) -> Callable[[Value, Value], bool] | None:
    """How an aspect's values are compared, where equality does not do."""
    return same_moment if aspect in DATES else None


def scalar(field: str, value: Json) -> Value:
    """A field's value in comparable form; EMPTY for null and empty text, and for a flag that is not set."""
    if value is None or value == "" or (field == FLAG and value is False):
        return EMPTY
    return delivery_value(value) if field in PHONES else freeze(value)


def lookup_id(value: Json) -> Value:
    """The id that a lookup points to; EMPTY for none."""
    if isinstance(value, dict):
        identifier = value.get("Id")
        return EMPTY if is_empty(identifier) else freeze(identifier)
    return EMPTY if value is None else freeze(value)


def flatten(record: Json, facts: Facts) -> State:
    """The state that a record in an answer shows."""
    return dict(_aspects(record, facts)) if isinstance(record, dict) else {}


def _aspects(record: dict[str, Json], facts: Facts) -> Iterator[tuple[Aspect, Value]]:
    for field in (*TEXTS, FLAG, *facts.custom_fields):
        value = scalar(field, record.get(field))
        if value is not EMPTY:
            yield field, value
    for field in LOOKUPS:
        yield from _lookup(field, record.get(field))


def _lookup(field: str, shown: Json) -> Iterator[tuple[Aspect, Value]]:
    value = shown[0] if isinstance(shown, list) and len(shown) == 1 else shown  # its form is the schema's business
    identifier = lookup_id(value)
    name = value.get("Name") if isinstance(value, dict) else None
    if identifier is EMPTY and is_empty(name):
        return
    yield field, NO_ID if identifier is EMPTY else identifier
    if not is_empty(name):
        yield name_of(field), freeze(name)


def flatten_whole(record: dict[str, Json], facts: Facts) -> State:
    """The state that a record shows, to the letter, with its ids, and with whether the flag is there: false is not
    nothing."""
    own: State = {name: str(record[name]) for name in OWN_IDS if not is_empty(record.get(name))}
    flag: State = {} if record.get(FLAG) is None else {FLAG_SHOWN: True}
    phones: State = {
        f"{name}{SUB}as written": record[name] for name in PHONES if isinstance(record.get(name), str)
    }
    return {**flatten(record, facts), **phones, **own, **flag}


def record_in(body: Json, external_id: str = "") -> dict[str, Json] | None:
    """The record in an answer's Data, which is the record itself or a list of one."""
    data = body.get("Data") if isinstance(body, dict) else None
    if isinstance(data, list):
        found = [record for record in data if isinstance(record, dict)]
        own = [record for record in found if record.get("ExternalId") == external_id]
        data = next(iter(own or found), None)
    return data if isinstance(data, dict) and data else None


def looks_like_a_record(value: Json) -> bool:
    """Whether somewhere in a value there is what can only be a contact's record."""
    if isinstance(value, list):
        return any(looks_like_a_record(item) for item in value)
    if not isinstance(value, dict):
        return False
    known = [name for name in value if name in DOCUMENTED]
    return len(known) > 1 or "ExternalId" in value or any(looks_like_a_record(item) for item in value.values())
