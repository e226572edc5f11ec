"""Loads a family's contract: both files, checked for what the rest of the house relies on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from contact_contracts.contract.clauses import read_clauses
from contact_contracts.contract.document import read_mapping, resolve
from contact_contracts.contract.errors import ContractError
from contact_contracts.contract.model import Clause, Operation
from contact_contracts.contract.operations import read_operations
from contact_contracts.contract.paths import specs_dir
from contact_contracts.contract.routing import Match, match_operation

FAMILIES: Final = ("everbridge", "bird", "conga", "sfmc")


@dataclass(frozen=True, eq=False)
class Contract:
    """Both halves of one family's contract."""

    family: str
    title: str
    document: dict[str, Any] = field(repr=False)
    """The OpenAPI document as parsed."""
    operations: Mapping[str, Operation] = field(repr=False)
    """By operationId, in the document's order."""
    clauses: Mapping[str, Clause] = field(repr=False)
    """By id, in the file's order."""
    pages: Mapping[str, Mapping[str, str]] = field(repr=False)
    """The sources by their short key: title and publisher."""
    digest: str
    """SHA-256 over both files, in hexadecimal: the same digest means the same contract."""

    def match(self, method: str, path: str) -> Match | None:
        """Find the operation for a method and a raw path without base URL, with its decoded path values."""
        return match_operation(self.operations.values(), method, path)

    def schema(self, name: str) -> dict[str, Any]:
        """Return a named component schema; KeyError when the document has none of that name."""
        found: dict[str, Any] = self.document["components"]["schemas"][name]
        return found

    def resolve(self, node: Any) -> Any:
        """Follow the document's local references from a node."""
        return resolve(self.document, node)


@cache
def load_contract(family: str) -> Contract:
    """Load a family's contract, once per process; ContractError names the file, the place and the remedy."""
    if family not in FAMILIES:
        raise ContractError("specs", "", f"there is no family {family!r}", f"Choose one of {', '.join(FAMILIES)}")
    return read_contract(family, specs_dir(family))


def read_contract(family: str, folder: Path) -> Contract:
    """Read a contract from any folder that holds an openapi.yaml and a clauses.yaml."""
    document, schema_bytes = read_mapping(folder / "openapi.yaml")
    header, clause_bytes = read_mapping(folder / "clauses.yaml")
    operations = read_operations(folder / "openapi.yaml", document)
    return Contract(
        family=family,
        title=str(header.get("title", family)),
        document=document,
        operations=operations,
        clauses=read_clauses(folder / "clauses.yaml", family, header, operations),
        pages=header.get("pages") or {},
        digest=hashlib.sha256(schema_bytes + b"\0" + clause_bytes).hexdigest(),
    )
