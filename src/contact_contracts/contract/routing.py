"""From a method and a path to the operation that it means."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from contact_contracts.contract.model import Operation

Match = tuple[Operation, dict[str, str]]


def match_operation(operations: Iterable[Operation], method: str, path: str) -> Match | None:
    """Find the operation for a raw path without base URL or query; values come back percent-decoded.

    Literal segments beat parameters. A trailing slash is tolerated where the contract has none.
    """
    candidates = [operation for operation in operations if operation.method == method.upper()]
    found = _best(candidates, path)
    if found is None and path.endswith("/"):
        found = _best(candidates, path[:-1])
    return found


def _best(candidates: list[Operation], path: str) -> Match | None:
    segments = path.split("/")
    fits = [(operation, _values(operation, segments)) for operation in candidates]
    matches = [(operation, values) for operation, values in fits if values is not None]
    return min(matches, key=lambda found: _parameter_places(found[0].path), default=None)


def _values(operation: Operation, segments: list[str]) -> dict[str, str] | None:
    template = operation.path.split("/")
    if len(template) != len(segments):
        return None
    may_be_empty = {parameter.name: parameter.may_be_empty for parameter in operation.parameters}
    values: dict[str, str] = {}
    for expected, segment in zip(template, segments, strict=True):
        if not expected.startswith("{"):
            if unquote(segment) != expected:
                return None
            continue
        name = expected[1:-1]
        if not segment and not may_be_empty.get(name, False):
            return None
        values[name] = unquote(segment)
    return values


def _parameter_places(template: str) -> tuple[bool, ...]:
    # False sorts before True, from the left: a literal segment wins over a parameter in the same place.
    return tuple(segment.startswith("{") for segment in template.split("/"))
