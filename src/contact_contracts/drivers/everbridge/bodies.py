"""Pieces of Everbridge contact bodies, and strategies that put them together.

Leaves come from pools made once per run, in which every documented boundary has its place; what Hypothesis draws
are small edits of a body, which is cheap and leaves most of a contact as the call before left it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import cycle, islice, product
from typing import Final

from hypothesis import strategies as st

from contact_contracts.drivers.everbridge.discovery import Delivery, Inventory
from contact_contracts.drivers.text import shapes
from contact_contracts.exchange import Json

Body = dict[str, Json]
Edit = tuple[str, Json]


class _Omit:
    """In an edit: leave the field out."""

    def __repr__(self) -> str:
        return "OMIT"


OMIT: Final = _Omit()

LENGTHS = {
    "firstName": 100,
    "lastName": 100,
    "middleInitial": 1,
    "suffix": 10,
    "businessName": 60,
}
COUNTRIES = ("US", "CN", "GB", "DE", "BR", "IN")
ZONES = ("America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Sydney", "America/Argentina/Ushuaia")
HOURS = (0, 1, 11, 12, 13, 22, 23)
MINUTES = (0, 1, 15, 29, 30, 31, 58, 59)
"""One more than the hours, so that no hour always goes with one minute."""
DAYS = ([1], [7], [2, 6], [1, 7], [3, 4, 5], [1, 2, 3, 4, 5, 6, 7], [6], [4], [2], [5], [3])
EMPTY: Final[tuple[Json, ...]] = (None, "", [])


def frame(days: Sequence[Json], start: tuple[Json, Json], end: tuple[Json, Json], name: str = "quiet") -> Body:
    """A quiet-time frame; start and end are (hour, minute)."""
    return {
        "name": name,
        "days": list(days),
        "fromHour": start[0],
        "fromMin": start[1],
        "toHour": end[0],
        "toMin": end[1],
    }


def frame_pool() -> list[Body]:
    """Legal frames: every hour and minute of the pools at either end, every set of days, some past midnight."""
    hours, minutes, days = cycle(HOURS), cycle(MINUTES), cycle(DAYS)
    names = cycle(("quiet", "Nacht 🌙", "q" * 40, " spaced "))
    frames = []
    for _ in range(44):
        start = (next(hours), next(minutes))
        end = (next(hours), next(minutes))
        if start == end:
            end = (end[0], (end[1] + 1) % 60)
        frames.append(frame(next(days), start, end, next(names)))
    return frames


class Bodies:
    """Strategies for one target's contacts."""

    def __init__(self, inventory: Inventory, optional: Mapping[str, Sequence[Json]]) -> None:
        self.inventory = inventory
        self.optional = optional
        self.facts = inventory.facts

    # -- leaves ------------------------------------------------------------------------------------------

    @cached_property
    def frames(self) -> list[Body]:
        """Legal quiet-time frames."""
        return frame_pool()

    @cached_property
    def scalars(self) -> dict[str, tuple[Json, ...]]:
        """Field -> values worth sending, for every scalar field but the external id."""
        pools: dict[str, tuple[Json, ...]] = {name: shapes(most) for name, most in LENGTHS.items()}
        places: dict[str, tuple[Json, ...]] = {"country": COUNTRIES, "timezoneId": ZONES}
        return {**pools, **places, **{name: tuple(values) for name, values in self.optional.items()}}

    @cached_property
    def scalar_edits(self) -> list[Edit]:
        """Every scalar with every value of its pool, and each one left out where that is legal."""
        edits = [(name, value) for name, values in self.scalars.items() for value in values]
        optional = [name for name in self.scalars if name not in ("firstName", "lastName")]
        emptied = [(name, "") for name in ("middleInitial", "suffix", "businessName")]
        return edits + emptied * 2 + [(name, OMIT) for name in optional] * 5

    def path_pool(self, *, framed: bool = True) -> list[Body]:
        """Paths over all delivery methods, ways of naming them, and optional members."""
        frames = cycle(self._frame_lists()) if framed else cycle([None])
        extras = cycle(_path_extras())
        pool = []
        for turn, delivery in product(range(6), self.inventory.deliveries):
            path = delivery.path(turn, turn)
            extra = next(extras)
            path.update({n: v for n, v in extra.items() if n != "phoneExt" or delivery.telephone})
            chosen = next(frames)
            if chosen is not None:
                path["quietTimeFrames"] = chosen
            pool.append(path)
        return pool

    def _frame_lists(self) -> Iterator[list[Body] | None]:
        taken = iter(cycle(self.frames))
        for size in islice(cycle((None, 1, None, 2, 0, None, 3, 1)), 40):
            yield None if size is None else list(islice(taken, size))

    def path_id(self, path: Body) -> int:
        """Which delivery method a path means."""
        if "pathId" in path:
            return int(path["pathId"])
        return next(key for key, prompt in self.facts.paths.items() if prompt == path["prompt"])

    def paths(self, *, least: int = 0, framed: bool = True) -> st.SearchStrategy[list[Body]]:
        """0 to 6 paths, each delivery method once."""
        pool = self.path_pool(framed=framed)
        if not pool:
            return st.just([])
        most = min(6, len(self.inventory.deliveries))
        return st.lists(st.sampled_from(pool), min_size=min(least, most), max_size=most, unique_by=self.path_id)

    @cached_property
    def address_pool(self) -> list[Body]:
        """Addresses that differ in everything but coordinates, some of them by little."""
        places: tuple[Body, ...] = (
            {"gisLocation": {"lat": 38.897676, "lon": -77.036529}},
            {"city": "Zürich", "postalCode": "8001"},
            {"gisLocation": {"lat": -33.856784, "lon": 151.215297}, "suite": "Apt 4 b"},
            {"state": "Île-de-France", "gisLocation": {"lat": 0.000001, "lon": 0.0}},
            {"gisLocation": {"lat": 0.0, "lon": 179.999999}, "city": " spaced ", "postalCode": "SW1A 1AA"},
            {"suite": "0", "postalCode": "00501"},
            {"gisLocation": {"lat": 0.0, "lon": 0.0}},
            {"gisLocation": {"lat": -90.0, "lon": -179.5}, "suite": "South"},
            {
                "city": "Reykjavík",
                "state": "IS-1",
                "suite": "3. hæð",
                "postalCode": "101",
                "gisLocation": {"lat": 64.146582, "lon": -21.94264},
            },
        )
        return [
            {"locationName": f"{name} {turn}", "streetAddress": street, "country": country, **place}
            for turn, (place, name, street, country) in enumerate(
                zip(
                    places * 3,
                    cycle(("Home", "Büro", "Work 日本", "x" * 50)),
                    cycle(("1 Main St", "Straße des 17. Juni 135", "3/F, No. 5 “Tower”", "PO Box 7")),
                    cycle(COUNTRIES),
                    strict=False,
                )
            )
        ]

    def full_addresses(self) -> list[Body]:
        """Addresses with every member."""
        return [address for address in self.address_pool if {"suite", "state", "gisLocation"} <= address.keys()]

    def crowded(self, turn: int) -> Body:
        """Arrays with as much as there is, every member of every item, and another item first in each turn."""
        deliveries = [*self.inventory.deliveries[turn:], *self.inventory.deliveries[:turn]][:6]
        paths = [self._full_path(delivery, turn + at) for at, delivery in enumerate(deliveries)]
        attributes = {self.attribute_id(attribute): attribute for attribute in self.attribute_pool()[turn:]}
        return {
            "paths": paths,
            "address": [*self.full_addresses()[turn:], *self.full_addresses()[:turn]],
            "contactAttributes": list(attributes.values())[:5],
            "topics": list(self.inventory.topics)[:: -1 if turn % 2 else 1],
            "timezoneId": ZONES[turn % len(ZONES)],
        }

    def _full_path(self, delivery: Delivery, turn: int) -> Body:
        at = (turn * 2) % (len(self.frames) - 2)
        members: Body = {
            "waitTime": 1 + turn,
            "skipValidation": turn % 2 == 0,
            "pathEnable": turn % 3 == 0,
            "quietTimeFrames": self.frames[at : at + 2],
        }
        return {**delivery.path(turn), **members, **({"phoneExt": f"0{turn}"} if delivery.telephone else {})}

    def addresses(self, *, least: int = 0) -> st.SearchStrategy[list[Body]]:
        """Up to 5 addresses."""
        return st.lists(
            st.sampled_from(self.address_pool),
            min_size=least,
            max_size=5,
            unique_by=lambda address: str(address["locationName"]),
        )

    def attribute_pool(self) -> list[Body]:
        """Attributes by id, by name and by both, with one to three values."""
        pool = []
        for turn, (at, (key, values)) in product(range(4), enumerate(self.inventory.attribute_values.items())):
            chosen = list(values or shapes(40))
            start = (turn * 5 + at * 7) % len(chosen)
            size = (1, 2, 1, 3)[turn] if len(chosen) > 2 else 1
            picked = list(dict.fromkeys((chosen + chosen)[start : start + size]))
            if size == 2 and not values:
                picked = list(dict.fromkeys((picked[0], picked[0].swapcase())))  # two values all the same
            pool.append({**self._attribute_name(key, turn), "values": picked})
        return pool

    def _attribute_name(self, key: int, turn: int) -> Body:
        name = self.facts.attributes[key]
        return ({"orgAttrId": key}, {"name": name}, {"orgAttrId": key, "name": name})[turn % 3]

    def attribute_id(self, attribute: Body) -> int:
        """Which attribute is meant."""
        if "orgAttrId" in attribute:
            return int(attribute["orgAttrId"])
        return next(key for key, name in self.facts.attributes.items() if name == attribute["name"])

    def attributes(self, *, least: int = 0) -> st.SearchStrategy[list[Body]]:
        """Up to 5 attributes, each once."""
        pool = self.attribute_pool()
        if not pool:
            return st.just([])
        return st.lists(st.sampled_from(pool), min_size=least, max_size=5, unique_by=self.attribute_id)

    def topics(self, *, least: int = 0) -> st.SearchStrategy[list[int]]:
        """Up to 5 topic ids."""
        return _some(self.inventory.topics, least)

    def groups(self, *, least: int = 0) -> st.SearchStrategy[list[int]]:
        """Up to 5 group ids."""
        return _some(self.inventory.groups, least)

    def rich(self, turn: int = 0) -> Body:
        """Something in every field and array, so that whatever is lost shows."""
        scalars = {name: values[(turn * 3 + 1) % len(values)] for name, values in self.scalars.items()}
        paths = self.path_pool()
        first = [path for path in paths[turn:] + paths[:turn] if "quietTimeFrames" in path][:1]
        return {
            **scalars,
            "paths": first,
            "address": self.address_pool[turn % 5 : turn % 5 + 2],
            "contactAttributes": self.attribute_pool()[:2],
            "topics": (list(self.inventory.topics) * 2)[turn % 4 : turn % 4 + 3],
            "groups": list(self.inventory.groups[:2]),
        }

    # -- edits -------------------------------------------------------------------------------------------

    def edits(self, *, most: int = 6) -> st.SearchStrategy[list[Edit]]:
        """A few changes to a contact's body."""
        scalar = st.sampled_from(self.scalar_edits)
        return st.lists(st.one_of(scalar, scalar, scalar, *self.array_edits()), min_size=1, max_size=most)

    def array_edits(self) -> list[st.SearchStrategy[Edit]]:
        """Changes to each of the array fields, leaving them out included."""
        arrays: dict[str, st.SearchStrategy[list[Json]]] = {
            "paths": self.paths(),
            "address": self.addresses(),
            "contactAttributes": self.attributes(),
            "topics": self.topics(),
            "groups": self.groups(),
        }
        return [
            st.one_of(values, values, values, st.just(OMIT)).map(_edit(name)) for name, values in arrays.items()
        ]


def ids_of_every_type(own: str, other: str, external_id: str, nobody: int) -> list[Json]:
    """The contact's own id, another's, nobody's, and what is no id at all."""
    numbers = [int(own), int(other), nobody, 0, -1, 1.5]
    texts = [own, other, external_id, "abc", ""]
    return [*numbers, True, False, None, [], [int(other)], {"id": int(other)}, *texts]


def _edit(name: str) -> Callable[[Json], Edit]:
    return lambda value: (name, value)


def _some(ids: Sequence[int], least: int) -> st.SearchStrategy[list[int]]:
    if not ids:
        return st.just([])
    return st.lists(st.sampled_from(list(ids)), min_size=least, max_size=5, unique=True)


def _path_extras() -> list[Body]:
    return [
        {},
        {"waitTime": 5},
        {"phoneExt": "0123"},
        {"skipValidation": True, "waitTime": 0},
        {"pathEnable": False},
        {"waitTime": 60, "phoneExt": "9", "skipValidation": False, "pathEnable": True},
        {},
    ]


MEMBERS: Final = {
    "paths": (
        *("pathId", "prompt", "value", "countryCode", "waitTime", "phoneExt", "skipValidation", "pathEnable"),
        "quietTimeFrames",
    ),
    "address": (
        *("locationName", "streetAddress", "country", "city", "state", "postalCode", "suite"),
        "gisLocation",
    ),
    "contactAttributes": ("orgAttrId", "name", "values"),
    **dict.fromkeys(
        ("id", "externalId", "recordTypeId", "timezoneId", *LENGTHS, "country", "groups", "topics"), ()
    ),
    **dict.fromkeys(("createdDate", "createdName", "lastModifiedDate", "lastModifiedName", "organizationId"), ()),
    **dict.fromkeys(("accountId", "individualAccountId", "preferredLanguage", "status"), ()),
}
"""What a body may say of a contact, and what of each item of its arrays."""


def sent_back(shown: Body) -> Body:
    """A contact as it was shown, made into a body: without what is empty or not in the documents."""
    body: Body = {}
    for name, members in MEMBERS.items():
        value = shown.get(name)
        if members and isinstance(value, list):
            value = [{m: item[m] for m in members if item.get(m) not in EMPTY} for item in value]
        if value not in EMPTY:
            body[name] = value
    return body


def apply(body: Body, edits: Sequence[Edit]) -> Body:
    """The body with edits applied; a time zone is added where frames ask for one."""
    changed = dict(body)
    for name, value in edits:
        if value is OMIT:
            changed.pop(name, None)
        else:
            changed[name] = value
    if "timezoneId" not in changed and any("quietTimeFrames" in path for path in changed.get("paths", [])):
        changed["timezoneId"] = ZONES[len(changed.get("paths", [])) % len(ZONES)]
    return changed
