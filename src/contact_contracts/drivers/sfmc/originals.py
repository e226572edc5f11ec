"""What contacts of the target file held before the run, and which of their values may be written at all.

An update can empty a text by sending an empty one, but neither a number, a boolean nor a date, and it can take no
row away. What could not be put back is therefore never written to a contact that is somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import EMPTY, Aspect, State, Value
from contact_contracts.rulebook.sfmc.facts import AttributeSet, Facts
from contact_contracts.rulebook.sfmc.state import Found, flatten
from contact_contracts.rulebook.sfmc.values import fits, normal

Body = dict[str, Json]
CANNOT_BE_EMPTIED: Final = frozenset({"number", "boolean", "date"})


@dataclass(frozen=True)
class Original:
    """One contact as it was: every value just as it was shown, and the rows of its sets."""

    facts: Facts
    """The readable sets, with telephone numbers as plain text: their punctuation is to be put back too."""
    state: State
    rows: Mapping[str, tuple[Mapping[str, Json], ...]] = field(default_factory=dict)
    """Name of a set with keys -> the key values of each of its rows."""

    def spared(self, body: Json) -> Json:
        """The body without what could not be put back; anything that is no proper set stays as it is."""
        if not isinstance(body, dict) or not isinstance(body.get("attributeSets"), list):
            return body
        kept = [left for entry in body["attributeSets"] for left in self._set(entry)]
        return {**body, "attributeSets": kept}

    def may_write(self, set_name: str, attribute: str, row: Mapping[str, Json]) -> bool:
        """Whether a value of a row can be put back later."""
        attributes = self.facts.sets.get(set_name)
        if attributes is None or attribute not in attributes.types:
            return attributes is not None
        if attributes.keys and row_of(attributes, row) not in self._rows(attributes):
            return False
        old = self.state.get(attributes.aspect(attribute, row_of(attributes, row)), EMPTY)
        if old is EMPTY:
            return attributes.types[attribute] not in CANNOT_BE_EMPTIED
        return isinstance(old, str | int | float) and fits(attributes.types[attribute], old)

    def _rows(self, attributes: AttributeSet) -> set[tuple[Value, ...]]:
        return {row_of(attributes, row) for row in self.rows.get(attributes.name, ())}

    def _set(self, entry: Json) -> Iterator[Json]:
        """The set with what may be written of it; nothing when all of that is gone."""
        name = entry.get("name") if isinstance(entry, dict) else None
        items = entry.get("items") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not isinstance(items, list) or not items:
            yield entry
            return
        kept = [left for item in items for left in self._item(name, item)]
        if kept:
            yield {**entry, "items": kept}

    def _item(self, set_name: str, item: Json) -> Iterator[Json]:
        values = item.get("values") if isinstance(item, dict) else None
        if not isinstance(values, list) or not values:
            yield item
            return
        named = [value for value in values if isinstance(value, dict) and isinstance(value.get("name"), str)]
        row = {value["name"]: value.get("value") for value in named}
        kept = [v for v in values if v not in named or self.may_write(set_name, v["name"], row)]
        attributes = self.facts.sets.get(set_name)
        keys = attributes.keys if attributes else ()
        if any(value not in named or value["name"] not in keys for value in kept) or (kept and kept == values):
            yield {**item, "values": kept}


def original(facts: Facts, shown: list[Found]) -> Original:
    """A contact as the entries of a search show it."""
    return as_it_was(facts, flatten(shown, as_shown(facts)))


def as_it_was(facts: Facts, state: State) -> Original:
    """A contact whose every value is known."""
    plain = as_shown(facts)
    rows = {name: tuple(_key_values(s, state)) for name, s in plain.sets.items() if s.keys}
    return Original(plain, state, rows)


def as_shown(facts: Facts) -> Facts:
    """The readable sets, telephone numbers being compared as text."""
    sets = {
        name: replace(s, types={a: "text" if kind == "phone" else kind for a, kind in s.types.items()})
        for name, s in facts.sets.items()
        if name in facts.readable
    }
    return replace(facts, sets=sets)


def row_of(attributes: AttributeSet, values: Mapping[str, Json]) -> tuple[Value, ...]:
    """What tells a row apart, in comparable form."""
    return tuple(normal(attributes.types[key], values.get(key)) for key in attributes.keys)


def _key_values(attributes: AttributeSet, state: State) -> Iterator[Mapping[str, Json]]:
    """The key values of each row whose keys are all shown."""
    for prefix in rows_in(attributes, state):
        values = {key: state.get(f"{prefix}.{key}", EMPTY) for key in attributes.keys}
        if all(isinstance(value, str | int | float) for value in values.values()):
            yield values


def rows_in(attributes: AttributeSet, state: State) -> list[Aspect]:
    """How the aspects of each row of a set begin."""
    if not attributes.keys:
        return [attributes.name]
    owned = (aspect for aspect in state if attributes.owns(aspect))
    return sorted({_row_prefix(attributes, aspect) for aspect in owned})


def _row_prefix(attributes: AttributeSet, aspect: Aspect) -> Aspect:
    """The part of an aspect before its attribute; a dot may be part of the row's key."""
    name = next(n for n in attributes.types if aspect.endswith(f"].{n}"))
    return aspect.removesuffix(f".{name}")
