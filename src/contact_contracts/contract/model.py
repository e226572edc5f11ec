"""What a contract is made of: operations from its schema half, clauses from the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from contact_contracts.contract.parameters import Parameter
from contact_contracts.contract.validation import SchemaCheck, SchemaError

LEVELS = ("documented", "vendor", "derived", "open")
SEEN_BY = ("answer", "read-back")


class Source(NamedTuple):
    """Where a clause comes from."""

    page: str
    section: str


@dataclass(frozen=True)
class Clause:
    """A sourced statement about the API that a schema cannot say."""

    id: str
    family: str
    level: str
    """``documented``, ``vendor``, ``derived`` or ``open``."""
    statement: str
    source: Source
    operations: tuple[str, ...]
    pointer: str
    """JSON pointer into the family's openapi.yaml, to the nearest operation or schema."""
    seen_by: tuple[str, ...]
    """``answer``, ``read-back`` or both."""
    note: str = ""


@dataclass(frozen=True, eq=False)
class ResponseSpec:
    """One documented answer of an operation."""

    status: str
    """An HTTP status as text, or ``default``."""
    media_types: tuple[str, ...]
    schema: Mapping[str, Any] | None
    """The body's schema; None for an answer without a body."""
    components: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def check(self) -> SchemaCheck | None:
        """The body's validator."""
        return None if self.schema is None else SchemaCheck(self.schema, self.components)


@dataclass(frozen=True, eq=False)
class Operation:
    """One operation of the contract, with everything that its schema half says about it."""

    id: str
    method: str
    """Upper case."""
    path: str
    """Template such as ``/contacts/{organizationId}``."""
    starred: bool
    """Whether the suite is about this operation; the others set up, observe and clean up."""
    parameters: tuple[Parameter, ...] = field(repr=False)
    request_media_type: str | None = field(repr=False)
    request_schema: dict[str, Any] | None = field(repr=False)
    """Self-contained: its references resolve inside it."""
    request_required: bool = field(repr=False)
    responses: Mapping[str, ResponseSpec] = field(repr=False)
    summary: str = field(default="", repr=False)

    @cached_property
    def _body_check(self) -> SchemaCheck | None:
        if self.request_schema is None:
            return None
        schema = {key: part for key, part in self.request_schema.items() if key != "components"}
        return SchemaCheck(schema, self.request_schema["components"])

    def validate_body(self, value: Any) -> list[SchemaError]:
        """Return where a request body is excluded; nothing for an operation without a body."""
        return [] if self._body_check is None else self._body_check.errors(value)

    def response_for(self, status: int) -> ResponseSpec | None:
        """The documented answer for a status; ``default`` stands for 4xx and 5xx only."""
        exact = self.responses.get(str(status))
        if exact is None and 400 <= status < 600:
            return self.responses.get("default")
        return exact

    def documents(self, status: int) -> bool:
        """Whether the contract names this status, by itself or through ``default``."""
        return self.response_for(status) is not None

    def validate_response(self, status: int, value: Any) -> list[SchemaError]:
        """Return where an answer's body departs from what is documented for its status."""
        spec = self.response_for(status)
        if spec is None:
            return [SchemaError("", "status", f"{self.id} does not document HTTP {status}")]
        return [] if spec.check is None else spec.check.errors(value)

    def validate_parameters(
        self, path_params: Mapping[str, str], query: Iterable[tuple[str, str]] = ()
    ) -> list[SchemaError]:
        """Return where parameters are excluded; texts are read by their declared type, unknown names pass."""
        given = {"path": [*path_params.items()], "query": [*query]}
        found: list[SchemaError] = []
        for parameter in self.parameters:
            pairs = given.get(parameter.where)
            if pairs is not None:
                found += parameter.errors([text for name, text in pairs if name == parameter.name])
        return found
