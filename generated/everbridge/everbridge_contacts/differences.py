"""What a full update changes about a contact, and above all what it removes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, cast

from attrs import frozen

from .naming import OF_ELEMENT, elements, listed, same_thing

WITHOUT_EFFECT: Final = frozenset(
    {"id", "createdDate", "lastModifiedDate", "createdName", "lastModifiedName", "organizationId"}
)
"""Members that the server writes; sent back, they have no effect."""

# Memberships are never ended by an update, and quiet times stay when they are left out.
_GROUPS: Final = ("groups", "groupsName")
_KEPT_IN_PATHS: Final = "quietTimeFrames"
_NAMES_OF_IDS: Final = {"recordTypeId": "recordTypeName", "recordTypeName": "recordTypeId"}


@frozen
class Difference:
    """One place of a contact that an update changes. Empty, null and missing are all the same: None."""

    place: str
    """Such as `suffix` or `paths[phone].value`."""
    before: Any
    after: Any

    @property
    def kind(self) -> Literal["added", "changed", "removed"]:
        """What happens to the value."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    def __str__(self) -> str:
        """Say it in a line."""
        if self.before is None:
            return f"{self.place}: {self.after!r} added"
        if self.after is None:
            return f"{self.place}: {self.before!r} removed"
        return f"{self.place}: {self.before!r} becomes {self.after!r}"


def differences(read: Mapping[str, Any], written: Mapping[str, Any]) -> list[Difference]:
    """Return what changes when a contact that reads like the one is replaced by the other, both as JSON."""
    found = [*_in_members(read, written)]
    for array in OF_ELEMENT:
        found += _in_array(array, read, written)
    found += _in_sets(read, written)
    return found


def _in_members(read: Mapping[str, Any], written: Mapping[str, Any]) -> Iterator[Difference]:
    apart = {*WITHOUT_EFFECT, *_GROUPS, *OF_ELEMENT, "address", "topics"}
    for name in [*read, *(name for name in written if name not in read)]:
        if name in apart:
            continue
        before, after = _value(read, name), _value(written, name)
        twin = _NAMES_OF_IDS.get(name)
        # An id that is sent without its name, or the other way round, leaves the other to the server.
        if before != after and not (after is None and twin and _value(written, twin) is not None):
            yield Difference(name, before, after)


def _in_array(array: str, read: Mapping[str, Any], written: Mapping[str, Any]) -> Iterator[Difference]:
    of_id, name = OF_ELEMENT[array]
    before, after = elements(read, array), elements(written, array)
    order: list[int] = []
    for one in after:
        position = next((at for at, old in enumerate(before) if same_thing(one, old, of_id, name)), None)
        if position is None:
            yield Difference(f"{array}[{_label(one, of_id, name)}]", None, dict(one))
            continue
        order.append(position)
        yield from _in_element(f"{array}[{_label(before[position], of_id, name)}]", before[position], one, array)
    for position, old in enumerate(before):
        if position not in order:
            yield Difference(f"{array}[{_label(old, of_id, name)}]", dict(old), None)
    if array == "paths" and order != sorted(order):
        labels = [_label(before[at], of_id, name) for at in order]
        yield Difference("order of paths", [_label(before[at], of_id, name) for at in sorted(order)], labels)


def _in_element(place: str, old: Mapping[str, Any], new: Mapping[str, Any], array: str) -> Iterator[Difference]:
    for member in [*old, *(member for member in new if member not in old)]:
        kept = array == "paths" and member == _KEPT_IN_PATHS and new.get(member) is None
        if member in OF_ELEMENT[array] or kept:
            continue
        before, after = _value(old, member), _value(new, member)
        if array == "contactAttributes" and member == "values":
            before, after = _sorted(before), _sorted(after)
        if before != after:
            yield Difference(f"{place}.{member}", before, after)


def _in_sets(read: Mapping[str, Any], written: Mapping[str, Any]) -> Iterator[Difference]:
    """Places, topics and groups have no order and no parts that keep their own identity."""
    for array in ("address", "topics", *_GROUPS):
        before, after = _listed(read, array), _listed(written, array)
        for value in before:
            if value not in after and array not in _GROUPS:
                yield Difference(array, value, None)
        for value in after:
            if value not in before:
                yield Difference(array, None, value)


def _listed(contact: Mapping[str, Any], array: str) -> list[Any]:
    return [_bare(value) for value in listed(contact.get(array))]


def _value(contact: Mapping[str, Any], member: str) -> Any:
    value = _bare(contact.get(member))
    return None if value in ("", [], {}) else value


def _bare(value: Any) -> Any:
    """Return a value without its null members, which mean nothing."""
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return {name: _bare(inner) for name, inner in pairs if inner is not None}
    if isinstance(value, list):
        return [_bare(inner) for inner in listed(cast("object", value))]
    return value


def _sorted(value: Any) -> Any:
    return sorted(listed(cast("object", value)), key=str) if isinstance(value, list) else value


def _label(element: Mapping[str, Any], of_id: str, name: str) -> Any:
    return element.get(name) or element.get(of_id)
