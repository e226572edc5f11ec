"""Addresses: told apart by everything but their coordinates, in no order, and blamed as a whole.

A contact shows its addresses under ``address``, and under ``address›coordinates`` where each of them lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contact_contracts.exchange import Json
from contact_contracts.rulebook.draft import Draft
from contact_contracts.rulebook.prediction import EMPTY, SUB, Aspect, Clauses, Value
from contact_contracts.rulebook.values import as_number, freeze, is_empty

ADDRESSES: Aspect = "address"
COORDINATES: Aspect = f"{ADDRESSES}{SUB}coordinates"
PLACE = ("locationName", "streetAddress", "country", "city", "state", "postalCode", "suite")

Places = tuple[Value, ...]


def address_aspects(addresses: list[Json]) -> Iterator[tuple[Aspect, Value]]:
    """What a list of addresses shows; nothing for an empty one."""
    known = [address for address in addresses if isinstance(address, dict)]
    if known:
        yield ADDRESSES, _sorted(place(address) for address in known)
        yield COORDINATES, _sorted((place(address), coordinates(address)) for address in known)


def place(address: dict[str, Json]) -> Value:
    """Everything that an address says but its coordinates: (member, value) pairs."""
    return tuple((name, freeze(address[name])) for name in PLACE if not is_empty(address.get(name)))


def coordinates(address: dict[str, Json]) -> Value:
    """(latitude, longitude), or EMPTY."""
    location = address.get("gisLocation")
    if not isinstance(location, dict) or is_empty(location.get("lat")):
        return EMPTY
    return (as_number(location.get("lat")), as_number(location.get("lon")))


def _sorted(values: Iterator[Value]) -> Places:
    return tuple(sorted(values, key=repr))


def draft_addresses(draft: Draft, addresses: list[Json], *, named: bool) -> None:
    """Expect the addresses of a full body; ``named``: the body has the field."""
    if not all(isinstance(address, dict) for address in addresses):
        draft.unclear(ADDRESSES)
        return
    sent = dict(address_aspects(addresses))
    places = sent.get(ADDRESSES, EMPTY)
    if isinstance(places, tuple) and len(set(places)) < len(places):
        draft.unclear(ADDRESSES)
        return
    removed_rule = "replace.address-removed" if named else "replace.addresses-removed"
    _expect_places(draft, places, removed_rule)
    if COORDINATES in sent:
        _expect_coordinates(draft, sent[COORDINATES])


def _expect_places(draft: Draft, places: Value, removed_rule: str) -> None:
    before = draft.before.get(ADDRESSES)
    rules = []
    if _less(places, before):
        rules.append("fields.each-written")
    if _less(before, places):
        rules.append(removed_rule)
    labels = [draft.label(rule) for rule in rules or ["fields.each-written"]]
    clauses = tuple(dict.fromkeys(clause for found, _ in labels for clause in found))

    def blame(observed: Value) -> Clauses:
        return draft.label(_broken_rule(places, before, observed, removed_rule))[0]

    narrower = tuple(clause for _, found in labels for clause in found)
    draft.expect_labelled(ADDRESSES, places, clauses, narrower, telling=bool(rules), blame=blame)


def _less(values: Value, others: Value) -> Counter[Value]:
    """What is among the values and not among the others."""
    return Counter(_items(values)) - Counter(_items(others))


def _items(value: Value) -> Places:
    return value if isinstance(value, tuple) else ()


def _broken_rule(expected: Value, before: Value, observed: Value, removed_rule: str) -> str:
    """An address that is missing was altered or lost; one too many that was there before was not removed."""
    missing, extra = _less(expected, observed), _less(observed, expected)
    stale = _less(before, expected) & extra
    if _fuller(missing, extra, before):
        return "replace.omitted-field-emptied"
    doubled = Counter(_items(expected)) & extra
    if (stale and extra.total() > missing.total()) or (not missing and extra != doubled):
        return removed_rule
    return "fields.each-written"


def _fuller(missing: Counter[Value], extra: Counter[Value], before: Value) -> bool:
    """Whether each wrong address is one that was sent, with more members, which an address had before."""
    known = {member for old in _items(before) for member in _items(old)}
    return missing.total() == extra.total() > 0 and all(
        any(set(_items(sent)) < set(_items(seen)) <= set(_items(sent)) | known for sent in missing)
        for seen in extra
    )


def _expect_coordinates(draft: Draft, expected: Value) -> None:
    """Coordinates that were sent are kept; those left out must not stay, though a server may find its own."""
    sent = _located(expected)
    before = _located(draft.before.get(COORDINATES))

    def wrong(observed: Value) -> list[Value]:
        seen = _located(observed)
        return [known for known, where in sent.items() if known in seen and _is_wrong(known, where, seen[known])]

    def _is_wrong(known: Value, where: Value, seen: Value) -> bool:
        return seen != where if where is not EMPTY else seen is not EMPTY and seen == before.get(known)

    def blame(observed: Value) -> Clauses:
        return draft.label(_rule(any(sent[known] is not EMPTY for known in wrong(observed))))[0]

    rule = _rule(any(where is not EMPTY for where in sent.values()))
    draft.expect(COORDINATES, expected, rule, matches=lambda _, observed: not wrong(observed), blame=blame)


def _rule(given: bool) -> str:
    return "address.coordinates-kept" if given else "replace.omitted-field-emptied"


def _located(value: Value) -> dict[Value, Value]:
    """Place -> coordinates, from the value of the coordinates' aspect."""
    pairs = (pair for pair in _items(value) if isinstance(pair, tuple))
    return {pair[0]: pair[1] for pair in pairs}
