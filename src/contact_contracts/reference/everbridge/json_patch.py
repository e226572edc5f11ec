"""JSON Patch (RFC 6902): a list of operations applied to a JSON value."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

from contact_contracts.exchange import Json


class PatchError(Exception):
    """A patch that cannot be applied; the text names the operation by its position, from 1."""


def apply_patch(value: Json, operations: Sequence[Mapping[str, Json]]) -> Json:
    """The value after all operations; the value that is passed in stays as it is. Raises PatchError."""
    patched = copy.deepcopy(value)
    for number, operation in enumerate(operations, 1):
        try:
            patched = _apply(patched, operation)
        except (LookupError, ValueError, TypeError) as trouble:
            raise PatchError(f"patch operation {number} ({operation.get('op')}): {trouble}") from trouble
    return patched


def _apply(root: Json, operation: Mapping[str, Json]) -> Json:
    name, path = operation["op"], _parse(operation["path"])
    match name:
        case "add":
            return _add(root, path, copy.deepcopy(operation["value"]))
        case "remove":
            return _remove(root, path)
        case "replace":
            return _replace(root, path, copy.deepcopy(operation["value"]))
        case "copy":
            return _add(root, path, copy.deepcopy(_get(root, _parse(operation["from"]))))
        case "move":
            return _move(root, _parse(operation["from"]), path)
        case "test":
            return _test(root, path, operation["value"])
    raise ValueError("there is no such operation")


def _parse(pointer: str) -> list[str]:
    if pointer and not pointer.startswith("/"):
        raise ValueError(f"{pointer!r} is no JSON pointer")
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _get(value: Json, path: Sequence[str]) -> Json:
    for part in path:
        value = value[_place(value, part)]
    return value


def _place(holder: Json, part: str, *, past_the_end: bool = False) -> str | int:
    """The key or the index that a pointer's part means in its holder; LookupError when there is none."""
    if isinstance(holder, dict):
        if part not in holder and not past_the_end:
            raise LookupError(f"there is no member {part!r}")
        return part
    if not isinstance(holder, list):
        raise LookupError(f"{part!r} lies in a value without members")  # noqa: TRY004 - about the pointer
    if part == "-" and past_the_end:
        return len(holder)
    index = _index(part)
    if index >= len(holder) + past_the_end:
        raise LookupError(f"there is no element {part}")
    return index


def _index(part: str) -> int:
    if not (part.isascii() and part.isdigit()) or (part != "0" and part.startswith("0")) or len(part) > 9:
        raise LookupError(f"{part!r} is no index")
    return int(part)


def _add(root: Json, path: Sequence[str], value: Json) -> Json:
    if not path:
        return value
    holder = _get(root, path[:-1])
    place = _place(holder, path[-1], past_the_end=True)
    if isinstance(holder, list):
        holder.insert(int(place), value)
    else:
        holder[place] = value
    return root


def _remove(root: Json, path: Sequence[str]) -> Json:
    if not path:
        raise ValueError("the whole contact cannot be removed by a patch")
    holder = _get(root, path[:-1])
    del holder[_place(holder, path[-1])]
    return root


def _replace(root: Json, path: Sequence[str], value: Json) -> Json:
    if not path:
        return value
    holder = _get(root, path[:-1])
    holder[_place(holder, path[-1])] = value
    return root


def _move(root: Json, source: Sequence[str], path: Sequence[str]) -> Json:
    if len(source) < len(path) and path[: len(source)] == source:
        raise ValueError("a value cannot move into itself")
    value = _get(root, source)
    return root if source == path else _add(_remove(root, source), path, value)


def _test(root: Json, path: Sequence[str], expected: Json) -> Json:
    found = _get(root, path)
    if not _same(found, expected):
        raise ValueError("the value is another one")
    return root


def _same(one: Json, other: Json) -> bool:
    """Equality as JSON has it: unlike in Python, true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return bool(one == other)
