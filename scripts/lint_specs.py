"""Lint the contracts: valid OpenAPI, good clients, clauses that point somewhere.

Usage: lint_specs.py [FOLDER…], where a folder holds openapi.yaml and clauses.yaml and has its family's name;
without any, all four of the project. Prints one line for each problem and exits 1 when there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openapi_spec_validator import OpenAPIV31SpecValidator

from contact_contracts.contract import FAMILIES, Contract, ContractError, read_contract, specs_dir
from contact_contracts.contract.document import at_pointer, read_mapping
from contact_contracts.contract.validation import pointer_to

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run as a file, not as a module

from scripts.spec_rules import RULES, Spec


def invalid_openapi(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield where the document is not valid OpenAPI 3.1."""
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        yield pointer_to(list(error.absolute_path)), f"{error.message}; follow OpenAPI 3.1"


def lost_clauses(contract: Contract) -> Iterator[tuple[str, str]]:
    """Yield clauses whose pointer leads nowhere, and subject operations that no clause is about."""
    for index, clause in enumerate(contract.clauses.values()):
        try:
            at_pointer(contract.document, clause.pointer)
        except KeyError:
            yield f"/clauses/{index}/pointer", f"{clause.id}: {clause.pointer} leads nowhere; mend it"
    spoken_of = {name for clause in contract.clauses.values() for name in clause.operations}
    for operation in contract.operations.values():
        if operation.starred and operation.id not in spoken_of:
            yield "/clauses", f"no clause is about {operation.id}; add one, or make it a supporting operation"


def lint_document(file: Path) -> list[str]:
    """Return one line for each problem of an OpenAPI document; the rules run only on a valid one."""
    document, _ = read_mapping(file)
    found = [f"CC000 {file}#{place}: {text}" for place, text in invalid_openapi(document)]
    if found:
        return found
    spec = Spec(document)
    return [f"{code} {file}#{place}: {text}" for code, rule in RULES.items() for place, text in rule(spec)]


def lint(family: str, folder: Path) -> list[str]:
    """Return one line for each problem of a contract: code, file, JSON pointer, problem and remedy."""
    try:
        found = lint_document(folder / "openapi.yaml")
        contract = read_contract(family, folder)
    except ContractError as trouble:
        return [f"CC000 {trouble}"]
    clause_file = folder / "clauses.yaml"
    return found + [f"CC015 {clause_file}#{place}: {text}" for place, text in lost_clauses(contract)]


def main(arguments: list[str]) -> int:
    """Lint the named folders, or every family; a folder's name is its family's."""
    folders = [Path(argument) for argument in arguments] or [specs_dir(family) for family in FAMILIES]
    problems = [line for folder in folders for line in lint(folder.resolve().name, folder)]
    for line in problems:
        print(line)
    print(f"{len(folders)} contracts, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
