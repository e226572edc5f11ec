"""Schema validation: compiled once, on first use, and never a traceback for odd values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import jsonschema_rs

from contact_contracts.exchange import NotJson


@dataclass(frozen=True)
class SchemaError:
    """One place where a value does not fit its schema."""

    pointer: str
    """JSON pointer into the value; empty for the value as a whole."""
    keyword: str
    """The schema keyword that failed, such as ``maxLength``; ``json`` when the value is no JSON at all."""
    message: str


@dataclass(frozen=True, eq=False)
class SchemaCheck:
    """A schema together with the components that its references need."""

    schema: Mapping[str, Any] | bool
    components: Mapping[str, Any] = field(repr=False)

    @cached_property
    def compiled(self) -> jsonschema_rs.Draft202012Validator:
        """The validator, with formats such as uuid and date-time asserted."""
        whole = {"allOf": [self.schema], "components": self.components}
        return jsonschema_rs.Draft202012Validator(whole, validate_formats=True, ignore_unknown_formats=True)

    def errors(self, value: Any) -> list[SchemaError]:
        """Return every place where the value does not fit; an empty list when it fits."""
        if isinstance(value, NotJson):
            return [SchemaError("", "json", "the body is empty or not JSON")]
        try:
            return [_schema_error(error) for error in self.compiled.iter_errors(value)]
        except UnicodeEncodeError:
            return self.errors(_without_lone_surrogates(value))
        except (ValueError, RecursionError) as trouble:
            return [SchemaError("", "json", f"not a JSON value: {trouble}")]


def pointer_to(parts: list[str | int]) -> str:
    """Write path parts as a JSON pointer."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def _schema_error(error: jsonschema_rs.ValidationError) -> SchemaError:
    keyword = next((str(part) for part in reversed(error.schema_path) if isinstance(part, str)), "")
    return SchemaError(pointer_to(list(error.instance_path)), keyword, error.message)


def _without_lone_surrogates(value: Any) -> Any:
    # JSON text may escape half a surrogate pair; the compiled validator takes only real Unicode.
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_without_lone_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_lone_surrogates(key): _without_lone_surrogates(item) for key, item in value.items()}
    return value
