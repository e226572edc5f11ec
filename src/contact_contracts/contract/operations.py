"""Reads the operations out of an OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from contact_contracts.contract.document import resolve
from contact_contracts.contract.errors import ContractError
from contact_contracts.contract.model import Operation, ResponseSpec
from contact_contracts.contract.parameters import Parameter

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ROLES = {"subject": True, "supporting": False}


def read_operations(file: Path, document: Mapping[str, Any]) -> dict[str, Operation]:
    """Return the operations by operationId; ContractError when the document lacks what they need."""
    operations: dict[str, Operation] = {}
    for place, path, method, item, node in each_operation(document):
        try:
            operation = _operation(document, path, method, item, node)
        except (KeyError, TypeError, AttributeError) as trouble:
            raise ContractError(
                file,
                place,
                f"the operation cannot be read ({trouble})",
                "Mend what is missing or misspelt there",
            ) from trouble
        if operation.id in operations:
            raise ContractError(file, place, f"repeats {operation.id}", "Give each operation an id of its own")
        operations[operation.id] = operation
    if not operations:
        raise ContractError(file, "/paths", "holds no operation", "Describe at least one")
    return operations


def each_operation(
    document: Mapping[str, Any],
) -> Iterator[tuple[str, str, str, Mapping[str, Any], Mapping[str, Any]]]:
    """Yield JSON pointer, path, method, path item and operation node, in the document's order."""
    for path, item in (document.get("paths") or {}).items():
        for method in METHODS:
            if isinstance(item, Mapping) and isinstance(item.get(method), Mapping):
                escaped = path.replace("~", "~0").replace("/", "~1")
                yield f"/paths/{escaped}/{method}", path, method, item, item[method]


def _operation(
    document: Mapping[str, Any], path: str, method: str, item: Mapping[str, Any], node: Mapping[str, Any]
) -> Operation:
    body = resolve(document, node.get("requestBody") or {})
    media_type, schema = _content(body)
    components = document.get("components") or {}
    return Operation(
        id=node["operationId"],
        method=method.upper(),
        path=path,
        starred=_ROLES[node["x-role"]],
        parameters=_parameters(document, [*(item.get("parameters") or []), *(node.get("parameters") or [])]),
        request_media_type=media_type,
        request_schema=None if schema is None else {**schema, "components": components},
        request_required=bool(body.get("required")),
        responses={
            str(status): _response(document, str(status), response)
            for status, response in node["responses"].items()
        },
        summary=str(node.get("summary") or ""),
    )


def _parameters(document: Mapping[str, Any], nodes: list[Any]) -> tuple[Parameter, ...]:
    found: dict[tuple[str, str], Parameter] = {}
    for raw in nodes:
        node = resolve(document, raw)
        schema = resolve(document, node["schema"])
        # A parameter of the operation replaces one of the path item that has its name and place.
        found[node["name"], node["in"]] = Parameter(
            name=node["name"],
            where=node["in"],
            required=bool(node.get("required")),
            schema=schema,
            may_be_empty=bool(node.get("x-may-be-empty")),
            components=document.get("components") or {},
        )
    return tuple(found.values())


def _response(document: Mapping[str, Any], status: str, raw: Any) -> ResponseSpec:
    node = resolve(document, raw)
    return ResponseSpec(
        status=status,
        media_types=tuple(node.get("content") or {}),
        schema=_content(node)[1],
        components=document.get("components") or {},
    )


def _content(node: Mapping[str, Any]) -> tuple[str | None, dict[str, Any] | None]:
    for media_type, content in (node.get("content") or {}).items():
        return media_type, content["schema"]
    return None, None
