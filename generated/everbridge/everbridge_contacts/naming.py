"""Ids and the names that stand for them: given together, the id decides, and the name has no effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

OF_CONTACT: Final = (("recordTypeId", "recordTypeName"), ("groups", "groupsName"))
"""Members of a contact that stand for the same thing: the id, and the name."""
OF_ELEMENT: Final = {"paths": ("pathId", "prompt"), "contactAttributes": ("orgAttrId", "name")}
"""The same for the elements of a contact's arrays."""


class IdAndName(UserWarning):
    """An id and a name are given together; Everbridge goes by the id, whatever the name says."""


def given_together(contact: Mapping[str, Any]) -> Iterator[str]:
    """Name each place of a contact's JSON where an id and a name are given together."""
    for of_id, name in OF_CONTACT:
        if _given(contact, of_id) and _given(contact, name):
            yield f"{of_id} and {name}"
    for array, (of_id, name) in OF_ELEMENT.items():
        for position, element in enumerate(elements(contact, array)):
            if _given(element, of_id) and _given(element, name):
                yield f"{array}[{position}].{of_id} and .{name}"


def without_needless_names(
    contact: Mapping[str, Any], read: Mapping[str, Any], named: Mapping[str, Any]
) -> dict[str, Any]:
    """Return a contact's JSON with an id or a name for each thing, never both.

    The name goes, for the id decides. But where somebody put another name on what was read and left its id, the
    name is what they mean, and the id goes. What they `named` themselves, with both, goes by its id as ever.
    """
    settled = dict(contact)
    for pair in OF_CONTACT:
        settled = _settled(settled, [] if pair[0] in named else [read], *pair)
    for array, pair in OF_ELEMENT.items():
        if isinstance(contact.get(array), list):
            known = [] if array in named else elements(read, array)
            settled[array] = [
                _settled(cast("Mapping[str, Any]", one), known, *pair) if isinstance(one, Mapping) else one
                for one in listed(contact[array])
            ]
    return settled


def elements(contact: Mapping[str, Any], array: str) -> list[Mapping[str, Any]]:
    """Return those elements of an array that are objects."""
    found = listed(contact.get(array))
    return [cast("Mapping[str, Any]", one) for one in found if isinstance(one, Mapping)]


def listed(value: object) -> list[Any]:
    """Return the elements of an array; nothing is an empty one."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else []


def same_thing(one: Mapping[str, Any], other: Mapping[str, Any], of_id: str, name: str) -> bool:
    """Tell whether two elements are about the same thing, by their ids or, without both ids, by their names."""
    if _given(one, of_id) and _given(other, of_id):
        return bool(one[of_id] == other[of_id])
    return _given(one, name) and one[name] == other.get(name)


def _settled(written: Mapping[str, Any], read: list[Mapping[str, Any]], of_id: str, name: str) -> dict[str, Any]:
    if not (_given(written, of_id) and _given(written, name)):
        return dict(written)
    before = [one for one in read if one.get(of_id) == written[of_id]]
    renamed = bool(before) and all(one.get(name) != written[name] for one in before)
    unwanted = of_id if renamed else name
    return {key: value for key, value in written.items() if key != unwanted}


def _given(contact: Mapping[str, Any], member: str) -> bool:
    return contact.get(member) not in (None, "", [])
