"""What the body of an update says, set by set: values, rows and items, before anything follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.rulebook.prediction import Aspect, Value
from contact_contracts.rulebook.sfmc.demands import attribute_values
from contact_contracts.rulebook.sfmc.facts import AttributeSet, Facts
from contact_contracts.rulebook.sfmc.values import normal

Body = dict[str, Json]

PAGE_SETS: Final = frozenset(
    {
        "Email Addresses",
        "Email Demographics",
        "MobileConnect Demographics",
        "MobilePush Demographics",
        "GroupConnect LINE Addresses",
        "GroupConnect LINE Subscriptions",
        "GroupConnect LINE Demographics",
    }
)


@dataclass(frozen=True)
class Sent:
    """One attribute's value on its way to an aspect."""

    aspect: Aspect
    kind: str
    value: Json
    set_number: int
    items: int
    """How many items its set has."""
    entries: int = 1
    """How many sets of the body have the set's name."""


@dataclass
class Touched:
    """What a body says about one set that is known."""

    attributes: AttributeSet
    sent: list[Sent] = field(default_factory=list)
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    items: int = 0
    entries: int = 0
    unclear: bool = False


def is_page_example(body: Body, facts: Facts) -> bool:
    """Whether a body names all the sets of the page's example, and the account has them."""
    return {entry["name"] for entry in body["attributeSets"] if entry["name"] in facts.sets} >= PAGE_SETS


def touched_sets(body: Body, facts: Facts) -> dict[str, Touched]:
    """What a body says of each set that the account has, by the set's name."""
    touched: dict[str, Touched] = {}
    for number, entry in enumerate(body["attributeSets"]):
        attributes = facts.sets.get(entry["name"])
        if attributes is not None:
            _add_entry(touched.setdefault(entry["name"], Touched(attributes)), entry, number)
    return touched


def _add_entry(touched: Touched, entry: Body, number: int) -> None:
    attributes = touched.attributes
    items = entry.get("items") or []
    touched.items += len(items)
    touched.entries += 1
    for position, item in enumerate(items):
        values = {name: value for at, name, value in attribute_values(entry) if at == position}
        if len(values) != len(item.get("values") or []):
            touched.unclear = True  # an attribute named twice in one item
        row = tuple(normal(attributes.types[key], values.get(key)) for key in attributes.keys)
        touched.rows.append(row)
        for name, value in values.items():
            if name in attributes.types and value is not None:
                sent = Sent(attributes.aspect(name, row), attributes.types[name], value, number, len(items))
                touched.sent.append(sent)
