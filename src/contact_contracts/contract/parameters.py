"""Parameters of an operation, and the reading of their text by the type that the contract declares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from contact_contracts.contract.validation import SchemaCheck, SchemaError

_INTEGER = re.compile(r"[+-]?\d{1,400}")
_NUMBER = re.compile(r"[+-]?\d{1,200}(\.\d{1,200})?([eE][+-]?\d{1,3})?")
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, eq=False)
class Parameter:
    """A path, query or header parameter; ``schema`` is the contract's own."""

    name: str
    where: str
    """``path``, ``query`` or ``header``."""
    required: bool
    schema: Mapping[str, Any]
    may_be_empty: bool = False
    """Path parameters only: the documents speak of a URI in which this segment is empty."""
    components: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def check(self) -> SchemaCheck:
        """The parameter's validator."""
        return SchemaCheck(self.schema, self.components)

    def errors(self, texts: list[str]) -> list[SchemaError]:
        """Judge the texts that a request gives for this parameter; pointers start at its place and name."""
        here = f"/{self.where}/{self.name}"
        if not texts:
            return [SchemaError(here, "required", "the parameter is missing")] if self.required else []
        value = [coerce(text, self.schema.get("items", {})) for text in texts] if self._repeats else None
        found = self.check.errors(coerce(texts[0], self.schema) if value is None else value)
        return [SchemaError(here + error.pointer, error.keyword, error.message) for error in found]

    @property
    def _repeats(self) -> bool:
        return self.schema.get("type") == "array"


def coerce(text: str, schema: Mapping[str, Any]) -> Any:
    """Read a text as the declared type; other text stays text, for the schema to refuse."""
    declared = schema.get("type", "string")
    types = {declared} if isinstance(declared, str) else set(declared)
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types:
        return _BOOLEANS.get(text.lower(), text)
    return text
