"""Pieces of Bird bodies, and strategies for small edits that fit what a contact is believed to be.

An edit says what kind of change to make; ``body`` turns edits into a body for one contact, naming for removal only
what is there, and for adding only what is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import cycle, islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from hypothesis import strategies as st

from contact_contracts.drivers.bird.names import as_json
from contact_contracts.drivers.text import shapes
from contact_contracts.exchange import Json
from contact_contracts.rulebook.bird.facts import EMAIL, PHONE, VISITOR
from contact_contracts.rulebook.bird.memberships import KINDS, Kind

if TYPE_CHECKING:
    from contact_contracts.drivers.bird.driver import Bird, Body

NUMBERS: tuple[Json, ...] = (
    0,
    1,
    1.0,
    -1,
    7,
    1.5,
    -0.25,
    0.1,
    100,
    2147483648,
    9007199254740991,
    -9007199254740991,
    123456.789,
    0.0000001,
    1234567.25,
    -98765432.5,
)
"""Numbers that are cut, rounded, re-typed or taken for nothing; all of them fit a double."""
LONGEST = 100
"""Characters of the longest attribute text that every target must take; the documents set no limit."""
LIKE_OTHERS = ("2001-02-03T04:05:06Z", "007", "1e3")
"""Texts that look like values of other types."""
UNUSUAL = (
    "line one\nline two",
    "carriage\r\nreturn and line feed",
    "a tab\there",
    "".join("abcdefghij"[at % 10] for at in range(300)),
    "".join("éßñ漢Ж"[at % 5] for at in range(2000)),
    "%41%2B &eacute; \\u0041",
)
"""Texts that a target may refuse; one that takes them keeps them."""

Verb = Literal["attribute", "add", "remove", "set", "identify", "release"]


class Edit(NamedTuple):
    """One change: a verb, what it is about, and a value or a number to choose by."""

    verb: Verb
    name: str
    value: Json


class Bodies:
    """Bodies for one target's contacts."""

    def __init__(self, bird: Bird) -> None:
        self.bird = bird
        self.inventory = bird.inventory

    # -- attributes --------------------------------------------------------------------------------------

    @cached_property
    def attribute_pool(self) -> list[tuple[str, Json]]:
        """Every attribute with every value worth sending."""
        return [(key, value) for key, kind in self.inventory.attributes for value in self.values(kind)]

    def values(self, kind: str) -> Sequence[Json]:
        """Values of one kind."""
        texts = (*shapes(LONGEST), *LIKE_OTHERS)
        if kind == "text":
            return texts
        if kind == "number":
            return NUMBERS
        if kind == "boolean":
            return (True, False)
        sources: dict[str, Sequence[Json]] = {
            "texts": texts,
            "numbers": (0, *NUMBERS[3:]),
            "booleans": (True, False),
        }
        return list(_arrays(sources[kind]))

    def plain(self, turn: int) -> Body:
        """A few attributes that differ from turn to turn, by which to see whether a body was applied."""
        keys = self.inventory.keys("text")
        return {key: f"turn {turn} of {key}" for key in keys if key != "displayName"} | {
            "displayName": f"Turn {turn}"
        }

    # -- memberships -------------------------------------------------------------------------------------

    def known(self, kind: Kind) -> tuple[str, ...]:
        """What there is of a kind."""
        found: tuple[str, ...] = getattr(self.inventory, kind.name)
        return found

    @property
    def identifier_keys(self) -> tuple[str, ...]:
        """Identifier keys that the target takes."""
        return (EMAIL, PHONE, VISITOR, *self.inventory.custom_keys)

    # -- edits -------------------------------------------------------------------------------------------

    def edits(self, *, most: int = 5) -> st.SearchStrategy[list[Edit]]:
        """A few changes."""
        return st.lists(st.sampled_from(self._edit_pool), min_size=1, max_size=most)

    @cached_property
    def _edit_pool(self) -> list[Edit]:
        pool = [Edit("attribute", key, value) for key, value in self.attribute_pool]
        share = max(4, len(pool) // 8)
        pool += islice(cycle(self._membership_edits()), share * 3 if any(map(self.known, KINDS)) else 0)
        identities = [Edit("identify", key, 0) for key in self.identifier_keys]
        releases = [Edit("release", "", number) for number in range(4)]
        return pool + list(islice(cycle([*identities, *releases]), share * 2))

    def _membership_edits(self) -> list[Edit]:
        verbs: tuple[Verb, ...] = ("add", "remove", "set", "add")
        return [
            Edit(verb, kind.name, number)
            for kind in KINDS
            if self.known(kind)
            for number in range(12)
            for verb in verbs
        ]

    def body(self, key: str, edits: Sequence[Edit]) -> Body:
        """The body that makes the edits on a contact; of each kind of membership only the last one counts."""
        body: Body = {}
        attributes = {edit.name: edit.value for edit in edits if edit.verb == "attribute"}
        if attributes:
            body["attributes"] = attributes
        for kind in KINDS:
            wanted = [e for e in edits if e.name == kind.name and e.verb in ("add", "remove", "set")]
            if wanted:
                body.update(self._membership(key, kind, wanted[-1]))
        adds = [self.bird.names.fresh(edit.name) for edit in edits if edit.verb == "identify"]
        there = self.bird.pairs(key)
        gone = {there[edit.value % len(there)] for edit in edits if edit.verb == "release" and there}
        body |= {"addIdentifiers": as_json(adds)} if adds else {}
        return body | ({"removeIdentifiers": as_json(sorted(gone))} if gone else {})

    def _membership(self, key: str, kind: Kind, edit: Edit) -> Body:
        there = set(self.bird.members(key, kind))
        known = list(self.known(kind))
        pool = {
            "add": [name for name in known if not {name, name.lower()} & there],
            "remove": [name for name in known if {name, name.lower()} & there],
            "set": known,
        }[edit.verb]
        chosen = _some(pool, int(edit.value))
        if not chosen and edit.verb != "set":
            return {}
        if not chosen and kind.name == "accounts":
            return {}
        return {dict(zip(("add", "remove", "set"), kind.fields, strict=True))[edit.verb]: chosen}


def _arrays(values: Sequence[Json]) -> Iterator[list[Json]]:
    """Arrays of none, of many, with a value twice, and of one to three, until each value was in one."""
    yield []
    yield list(values[:12])
    yield [values[0], values[1], values[0]]
    for at in range(len(values)):
        size = 1 + at % 3
        yield list(dict.fromkeys((list(values) * 2)[at : at + min(size, len(values))]))


def _some(pool: Sequence[str], number: int) -> list[str]:
    """0 to 4 of a pool, others for other numbers."""
    size = min(number % 5, len(pool))
    start = (number * 3) % max(1, len(pool))
    return [pool[(start + step) % len(pool)] for step in range(size)]
