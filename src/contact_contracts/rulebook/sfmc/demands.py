"""Whether an update's body must be taken or refused, and which rules say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.sfmc.facts import CASINGS, AttributeSet, Facts
from contact_contracts.rulebook.sfmc.values import TEXTUAL, fits
from contact_contracts.rulebook.values import is_empty

BAD_INPUT: Final = "schema.bad-input-refused"
NO_ADDRESS: Final = "addressing.key-or-id-required"
NO_SETS: Final = "sets.required"
NO_NAME: Final = "sets.name-required"


@dataclass(frozen=True)
class Demand:
    """What the documents demand for one body."""

    reasons: tuple[str, ...] = ()
    """Rules that ask for a refusal."""
    unclear: bool = False
    """Whether the documents do not say what happens."""
    unknown: bool = False
    """Whether the body names a set or an attribute that is not known to exist."""


def demand(body: Json, facts: Facts) -> Demand:
    """Judge the form of a body; whom it addresses is another matter."""
    if not isinstance(body, dict):
        return Demand((BAD_INPUT,))
    reasons = tuple(
        dict.fromkeys((*_address_faults(body, facts), *_sets_faults(body.get("attributeSets"), facts)))
    )
    unknown = any(_unknown(body, facts))
    if reasons:
        return Demand(reasons, unknown=unknown)
    unclear = any(_unclear_address(body, facts)) or _bad_within(body) or any(_unclear(body, facts))
    return Demand(unclear=unclear, unknown=unknown)


def _address_faults(body: dict[str, Json], facts: Facts) -> Iterator[str]:
    key = body.get("contactKey")
    if key is not None and not isinstance(key, str):
        yield BAD_INPUT
    for casing in facts.casings:
        if _is_no_id(body.get(casing)):
            yield BAD_INPUT
    if all(body.get(name) in (None, "") for name in ("contactKey", *CASINGS)):
        yield NO_ADDRESS


def _unclear_address(body: dict[str, Json], facts: Facts) -> Iterator[bool]:
    """An id of no possible type in a spelling that may not be looked at, and an empty key beside an id."""
    yield from (_is_no_id(body.get(casing)) for casing in CASINGS if casing not in facts.casings)
    yield body.get("contactKey") == ""


def _is_no_id(identifier: Json) -> bool:
    return isinstance(identifier, bool | list | dict)


def _sets_faults(sets: Json, facts: Facts) -> Iterator[str]:
    if sets is None or sets == []:
        yield NO_SETS
    elif not isinstance(sets, list):
        yield BAD_INPUT
    else:
        for entry in sets:
            yield from _set_faults(entry, facts)


def _set_faults(entry: Json, facts: Facts) -> Iterator[str]:
    """What is wrong with a set. What one holds that the account lacks need not be looked at."""
    if not isinstance(entry, dict):
        yield BAD_INPUT
        return
    name = entry.get("name")
    if name is None or name == "":
        yield NO_NAME
    elif not isinstance(name, str):
        yield BAD_INPUT
    elif name not in facts.sets:
        return
    yield from _items_faults(entry.get("items"), facts.sets.get(name) if isinstance(name, str) else None)


def _items_faults(items: Json, known: AttributeSet | None) -> Iterator[str]:
    """Types that the schemas exclude, in items, values, names and values of attributes."""
    if items is not None and not isinstance(items, list):
        yield BAD_INPUT
        return
    for item in items or []:
        values = item.get("values") if isinstance(item, dict) else item
        if not isinstance(item, dict) or not isinstance(values, list | None):
            yield BAD_INPUT
            continue
        if any(_bad_value(value) and not _is_lacking(value, known) for value in values or []):
            yield BAD_INPUT


def _is_lacking(value: Json, known: AttributeSet | None) -> bool:
    """Whether a value is for an attribute that a set of the account lacks."""
    name = value.get("name") if isinstance(value, dict) else None
    return known is not None and isinstance(name, str) and bool(name) and name not in known.types


def _bad_value(entry: Json) -> bool:
    if not isinstance(entry, dict):
        return True
    name, value = entry.get("name"), entry.get("value")
    return not isinstance(name, str | None) or isinstance(value, list | dict)


def attribute_values(entry: dict[str, Json]) -> Iterator[tuple[int, str, Json]]:
    """(position of its item, name, value) of every attribute that a set names, as far as it is well-formed."""
    for number, item in enumerate(_listed(entry.get("items"))):
        for value in _listed(item.get("values")) if isinstance(item, dict) else ():
            name = value.get("name") or "" if isinstance(value, dict) else None
            if isinstance(name, str):
                yield number, name, value.get("value")


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _unclear(body: dict[str, Json], facts: Facts) -> Iterator[bool]:
    """What the documents leave open: a set named twice, nothing to write, no name or value, other types."""
    names = [entry["name"] for entry in body["attributeSets"]]
    yield len(set(names)) < len(names)
    for entry in body["attributeSets"]:
        items = entry.get("items")
        yield is_empty(items) or any(is_empty(item.get("values")) for item in items)
        known = facts.sets.get(entry["name"])
        for _, name, value in attribute_values(entry):
            yield not name or value is None or value == ""
            kind = known.types.get(name) if known else None
            yield kind is not None and not fits(kind, value) and not _usual(kind, value)
        if known is not None:
            yield _lacks_a_key(entry, known.keys)


def _usual(kind: str, value: Json) -> bool:
    """The page itself sends a boolean as text."""
    return kind == "boolean" and value in ("true", "false") and isinstance(value, str)


def _lacks_a_key(entry: dict[str, Json], keys: tuple[str, ...]) -> bool:
    """Whether some item does not say which row it means."""
    for item in entry.get("items") or []:
        named = [value.get("name") for value in item.get("values") or [] if not is_empty(value.get("value"))]
        if any(named.count(key) != 1 for key in keys):
            return True
    return False


def _unknown(body: dict[str, Json], facts: Facts) -> Iterator[bool]:
    for entry in _listed(body.get("attributeSets")):
        name = entry.get("name") if isinstance(entry, dict) else None
        if isinstance(name, str) and name:
            known = facts.sets.get(name)
            yield known is None
            yield known is not None and any(a and a not in known.types for _, a, _ in attribute_values(entry))


def _bad_within(body: dict[str, Json]) -> bool:
    """Whether types are wrong somewhere in the sets; in what the account lacks they may be passed over unseen."""
    return any(any(_items_faults(entry.get("items"), None)) for entry in body["attributeSets"])


def kind_features(kind: str, value: Json) -> Iterator[str]:
    """Names of what is special in a value that must be taken."""
    yield f"a {type(value).__name__} for a {kind} attribute"
    if isinstance(value, str):
        if not value.isascii():
            yield f"non-ASCII {kind}"
        if value != value.strip():
            yield f"{kind} with outer spaces"
        if len(value) > 50:
            yield f"{kind} of {len(value)} characters"
        if kind in TEXTUAL and value.lower() in ("true", "null", "0", "007", "1e5"):
            yield f"{kind} {value}"
    elif not isinstance(value, bool):
        yield "a negative number" if value < 0 else "a number"
        if value in (0, -1) or isinstance(value, float) or abs(value) > 2**31:
            yield f"the number {value}"
    else:
        yield f"the boolean {value}"
