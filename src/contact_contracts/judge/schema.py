"""Whether an answer is one that the OpenAPI document describes. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from contact_contracts.contract import Contract
from contact_contracts.exchange import NOT_JSON, Response


@dataclass(frozen=True)
class SchemaBreach:
    """One way in which an answer departs from the document."""

    expected: str
    observed: str


def schema_breaches(contract: Contract, operation_id: str, response: Response) -> list[SchemaBreach]:
    """Judge status, media type and body of an answer; an empty list means that it conforms."""
    operation = contract.operations[operation_id]
    if not operation.documents(response.status):
        documented = ", ".join(operation.responses)
        return [SchemaBreach(f"a documented status ({documented})", f"HTTP {response.status}")]
    spec = operation.responses.get(str(response.status)) or operation.responses.get("default")
    if spec is None or not spec.media_types:
        return []
    return _content_breaches(contract, operation_id, response, spec.media_types)


def _content_breaches(
    contract: Contract, operation_id: str, response: Response, media_types: tuple[str, ...]
) -> list[SchemaBreach]:
    if not _media_type_fits(response.content_type, media_types):
        return [SchemaBreach(" or ".join(media_types), response.content_type or "no content type")]
    if response.json is NOT_JSON:
        return [SchemaBreach("a JSON body", "a body that is not JSON")]
    errors = contract.operations[operation_id].validate_response(response.status, response.json)
    return [SchemaBreach(_kept(error.pointer, error.keyword), error.message) for error in errors]


def _kept(pointer: str, keyword: str) -> str:
    return f"a body that keeps the documented schema's {keyword} at {pointer or 'the top'}"


def _media_type_fits(content_type: str, media_types: tuple[str, ...]) -> bool:
    if content_type in media_types:
        return True
    return "application/json" in media_types and content_type.startswith("application/") and "json" in content_type
