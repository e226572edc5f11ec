"""Each rule of the linter lets the clean document pass and reports one that breaks it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contact_contracts.contract import FAMILIES, read_contract
from contact_contracts.contract.document import at_pointer
from scripts.lint_specs import invalid_openapi, lint, lost_clauses, main
from scripts.spec_rules import RULES, Spec

Document = dict[str, Any]
OPERATION = "/paths/~1pets~1{petId}/put"
PET = "/components/schemas/Pet"
PET_WRITE = "/components/schemas/PetWrite"
BODY_SCHEMA = f"{OPERATION}/requestBody/content/application~1json/schema"

# code, what breaks the rule: pointer of the holder, key and value; where the linter must see it
BREACHES: list[tuple[str, str, str, Any, str]] = [
    ("CC001", OPERATION, "operationId", "pet", OPERATION),
    ("CC001", OPERATION, "tags", ["pets", "more"], f"{OPERATION}/tags"),
    ("CC001", OPERATION, "tags", ["a very long tag"], f"{OPERATION}/tags"),
    ("CC003", f"{OPERATION}/parameters/0", "schema", {"type": "integer"}, f"{OPERATION}/parameters/0"),
    ("CC004", f"{PET_WRITE}/properties/name", "default", "x", f"{PET_WRITE}/properties/name"),
    ("CC004", f"{OPERATION}/parameters/1/schema", "default", [], f"{OPERATION}/parameters/1"),
    ("CC005", f"{PET}/properties/id", "readOnly", True, f"{PET}/properties/id"),
    ("CC005", f"{OPERATION}/requestBody/content/application~1json", "schema", {"$ref": f"#{PET}"}, PET),
    ("CC006", f"{PET}/properties/name", "type", "string", f"{PET}/properties/name"),
    (
        "CC006",
        f"{PET}/properties",
        "tags",
        {"type": "array", "items": {"type": "string"}},
        f"{PET}/properties/tags",
    ),
    ("CC007", "/components/schemas/Error", "required", ["message"], "/components/schemas/Error/required"),
    ("CC008", f"{PET}/properties/name", "enum", ["a", None], f"{PET}/properties/name"),
    (
        "CC009",
        f"{PET_WRITE}/properties",
        "home",
        {"type": "object", "properties": {}},
        f"{PET_WRITE}/properties/home",
    ),
    ("CC009", PET, "discriminator", {"propertyName": "kind"}, PET),
    (
        "CC009",
        f"{PET}/properties",
        "other",
        {"anyOf": [{"$ref": f"#{PET}"}, {"$ref": "#/components/schemas/Error"}, {"type": "null"}]},
        f"{PET}/properties/other",
    ),
    ("CC010", f"{PET}/properties", "ownerId", {"type": ["integer", "null"]}, f"{PET}/properties/ownerId"),
    ("CC010", f"{PET_WRITE}/properties/born", "format", "date-time", f"{PET_WRITE}/properties/born"),
    ("CC011", f"{OPERATION}/parameters/1", "explode", False, f"{OPERATION}/parameters/1"),
    (
        "CC011",
        f"{OPERATION}/parameters/1",
        "schema",
        {"type": "object", "description": "All."},
        f"{OPERATION}/parameters/1",
    ),
    (
        "CC011",
        f"{OPERATION}/parameters",
        "1",
        {"name": "X-Rate", "in": "header", "schema": {"type": "number", "description": "Rate."}},
        f"{OPERATION}/parameters/1",
    ),
    (
        "CC011",
        f"{OPERATION}/parameters",
        "1",
        {"name": "Authorization", "in": "header", "schema": {"type": "string", "description": "Who."}},
        f"{OPERATION}/parameters/1",
    ),
    ("CC012", f"{OPERATION}/requestBody", "required", False, f"{OPERATION}/requestBody"),
    ("CC012", f"{OPERATION}/requestBody/content", "text/plain", {"schema": {}}, f"{OPERATION}/requestBody"),
    ("CC012", f"{OPERATION}/responses", "201", {"description": "Made."}, f"{OPERATION}/responses"),
    ("CC012", f"{OPERATION}/responses", "404", {"description": "None."}, f"{OPERATION}/responses/404"),
    ("CC013", f"{PET_WRITE}/properties", "to_dict", {"type": "string"}, f"{PET_WRITE}/properties/to_dict"),
    ("CC013", f"{OPERATION}/parameters/1", "name", "client", f"{OPERATION}/parameters/1"),
    ("CC014", PET, "$defs", {}, PET),
    ("CC014", f"{PET}/properties", "other", {"$ref": "other.yaml#/Pet"}, f"{PET}/properties/other"),
    ("CC014", f"{OPERATION}/parameters/1", "content", {}, f"{OPERATION}/parameters/1"),
    ("CC014", "/paths/~1pets~1{petId}", "$ref", "#/components/pathItems/Pet", "/paths/~1pets~1{petId}"),
]


def put(document: Document, pointer: str, key: str, value: Any) -> None:
    holder = at_pointer(document, pointer)
    holder[int(key) if isinstance(holder, list) else key] = value


def found(code: str, document: Document) -> list[tuple[str, str]]:
    return list(RULES[code](Spec(document)))


@pytest.mark.parametrize("code", RULES)
def test_a_clean_document_breaks_no_rule(code: str, document: Document) -> None:
    assert found(code, document) == []


@pytest.mark.parametrize(("code", "pointer", "key", "value", "place"), BREACHES)
def test_a_breach_is_reported_at_its_place(
    document: Document, code: str, pointer: str, key: str, value: Any, place: str
) -> None:
    put(document, pointer, key, value)
    assert place in [where for where, _ in found(code, document)]


@pytest.mark.parametrize(
    ("code", "pointer", "key"),
    [
        ("CC002", OPERATION, "security"),
        ("CC012", f"{OPERATION}/responses", "default"),
    ],
)
def test_something_missing_is_reported(document: Document, code: str, pointer: str, key: str) -> None:
    del at_pointer(document, pointer)[key]
    assert len(found(code, document)) == 1


def test_every_rule_has_a_breach_that_it_reports() -> None:
    assert {code for code, *_ in BREACHES} | {"CC002"} == set(RULES)


def test_an_operation_id_used_twice_is_reported_at_both_places(document: Document) -> None:
    document["paths"]["/pets"] = document["paths"]["/pets/{petId}"]
    assert len(found("CC001", document)) == 2


def test_a_message_says_what_to_do(document: Document) -> None:
    del document["paths"]["/pets/{petId}"]["put"]["security"]
    [(_, text)] = found("CC002", document)
    assert text == "no security; list the schemes here, or [] for none"


def test_an_operation_without_security_may_say_so(document: Document) -> None:
    document["paths"]["/pets/{petId}"]["put"]["security"] = []
    assert found("CC002", document) == []


def test_members_of_a_union_with_different_required_members_can_be_told_apart(document: Document) -> None:
    document["components"]["schemas"]["Dog"] = {
        "type": "object",
        "required": ["bark"],
        "properties": {"bark": {"type": "string"}},
    }
    union = {"anyOf": [{"$ref": f"#{PET}"}, {"$ref": "#/components/schemas/Dog"}, {"type": "null"}]}
    put(document, f"{PET}/properties", "other", union)
    assert found("CC009", document) == []


def test_a_document_that_is_not_openapi_is_reported(document: Document) -> None:
    del document["info"]
    assert len(list(invalid_openapi(document))) == 1


def test_a_clause_that_points_nowhere_is_reported(
    document: Document, clauses: Document, write_contract: Callable[[Document, Document], Path]
) -> None:
    clauses["clauses"][0]["pointer"] = "/components/schemas/Dog"
    contract = read_contract("pets", write_contract(document, clauses))
    assert [place for place, _ in lost_clauses(contract)] == ["/clauses/0/pointer"]


def test_a_subject_without_a_clause_is_reported(
    document: Document, clauses: Document, write_contract: Callable[[Document, Document], Path]
) -> None:
    clauses["clauses"][0]["operations"] = []
    contract = read_contract("pets", write_contract(document, clauses))
    assert [place for place, _ in lost_clauses(contract)] == ["/clauses"]


def test_the_linter_exits_1_and_names_code_file_and_place(
    document: Document,
    clauses: Document,
    write_contract: Callable[[Document, Document], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(document, PET_WRITE, "$defs", {})
    folder = write_contract(document, clauses)
    assert main([str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"CC014 {folder}/openapi.yaml#{PET_WRITE}: ")
    assert lines[-1] == "1 contracts, 1 problems"


def test_a_clean_contract_exits_0(
    document: Document, clauses: Document, write_contract: Callable[[Document, Document], Path]
) -> None:
    assert main([str(write_contract(document, clauses))]) == 0


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    [line] = lint("pets", tmp_path)
    assert line.startswith("CC000 ")
    assert "openapi.yaml" in line


def test_the_projects_own_contracts_are_clean() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/lint_specs.py"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"{len(FAMILIES)} contracts, 0 problems\n")
