"""Schemathesis as a source of calls: what the schema half of a contract allows, and what it excludes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import schemathesis
from hypothesis.strategies import SearchStrategy
from schemathesis.core import NotSet
from schemathesis.generation import GenerationMode

from contact_contracts.contract import Contract
from contact_contracts.exchange import Json
from contact_contracts.transport.call import NO_BODY


@dataclass(frozen=True)
class Drawn:
    """The parts of a drawn call that a driver keeps; it fills in the path and the credentials itself."""

    query: tuple[tuple[str, str], ...]
    body: Json
    """A JSON value, bytes, or NO_BODY."""


@cache
def _schema(contract: Contract) -> Any:
    return schemathesis.openapi.from_dict(contract.document)


def calls(contract: Contract, operation_id: str, *, negative: bool) -> SearchStrategy[Drawn]:
    """Calls of an operation that the contract allows, or (negative) that it excludes somewhere."""
    operation = contract.operations[operation_id]
    described = _schema(contract)[operation.path][operation.method]
    mode = GenerationMode.NEGATIVE if negative else GenerationMode.POSITIVE
    path = {parameter.name: "0" for parameter in operation.parameters if parameter.where == "path"}
    cases: SearchStrategy[Any] = described.as_strategy(generation_mode=mode, path_parameters=path)
    return cases.map(_drawn)


def _drawn(case: Any) -> Drawn:
    query = tuple((str(name), value) for name, value in (case.query or {}).items() if isinstance(value, str))
    body = NO_BODY if isinstance(case.body, NotSet) else case.body
    return Drawn(query, _sendable(body))


def _sendable(body: Json) -> Json:
    """The body, or bytes where it holds what JSON text cannot (Schemathesis wraps such values)."""
    if isinstance(body, (dict, list, str, int, float, bool, bytes, type(None))) or body is NO_BODY:
        return body
    return bytes(body) if hasattr(body, "__bytes__") else str(body).encode("utf-8", "replace")
