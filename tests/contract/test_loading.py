"""Reading a contract: what it offers, and how a broken one is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contact_contracts.contract import (
    FAMILIES,
    ContractError,
    load_contract,
    read_contract,
    specs_dir,
    suite_dir,
)

Document = dict[str, Any]
Write = Callable[[Document, Document], Path]


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_has_a_contract(family: str) -> None:
    contract = load_contract(family)
    assert contract.family == family
    assert any(operation.starred for operation in contract.operations.values())
    assert all(clause_id.startswith(f"{family}.") for clause_id in contract.clauses)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_contract_is_loaded_once(family: str) -> None:
    assert load_contract(family) is load_contract(family)


def test_the_subjects_are_the_operations_of_the_five_pages() -> None:
    starred = [
        (family, operation.id)
        for family in FAMILIES
        for operation in load_contract(family).operations.values()
        if operation.starred
    ]
    assert starred == [
        ("everbridge", "updateContact"),
        ("everbridge", "updateContactsBatch"),
        ("bird", "updateContact"),
        ("conga", "updateContactByExternalId"),
        ("sfmc", "updateContacts"),
    ]


def test_an_unknown_family_is_refused_with_the_choices() -> None:
    with pytest.raises(ContractError, match="Choose one of everbridge, bird, conga, sfmc"):
        load_contract("acme")


def test_the_digest_changes_with_either_file(document: Document, clauses: Document, write_contract: Write) -> None:
    first = read_contract("pets", write_contract(document, clauses)).digest
    document["info"]["title"] = "Cats"
    second = read_contract("pets", write_contract(document, clauses)).digest
    clauses["title"] = "Cats"
    third = read_contract("pets", write_contract(document, clauses)).digest
    assert len({first, second, third}) == 3


def test_a_clause_keeps_what_its_file_says(document: Document, clauses: Document, write_contract: Write) -> None:
    clause = read_contract("pets", write_contract(document, clauses)).clauses["pets.name.written"]
    assert clause.source == ("page", "Body")
    assert (clause.level, clause.operations, clause.seen_by) == ("documented", ("updatePet",), ("answer",))
    assert (clause.statement, clause.note) == ("The name is written.", "")


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("level", "sure", "/clauses/0/level"),
        ("operations", ["deletePet"], "/clauses/0/operations"),
        ("seen_by", ["eye"], "/clauses/0/seen_by"),
        ("source", {"page": "other", "section": "Body"}, "/clauses/0/source/page"),
        ("source", "page", "/clauses/0/source"),
        ("id", "cats.name.written", "/clauses/0/id"),
        ("colour", "red", "/clauses/0"),
    ],
)
def test_a_broken_clause_is_refused_by_its_place(
    document: Document, clauses: Document, write_contract: Write, key: str, value: Any, place: str
) -> None:
    clauses["clauses"][0][key] = value
    with pytest.raises(ContractError) as caught:
        read_contract("pets", write_contract(document, clauses))
    assert caught.value.place == place
    assert caught.value.file.endswith("clauses.yaml")


def test_a_clause_id_used_twice_is_refused(document: Document, clauses: Document, write_contract: Write) -> None:
    clauses["clauses"] *= 2
    with pytest.raises(ContractError, match=r"repeats the id pets\.name\.written"):
        read_contract("pets", write_contract(document, clauses))


def test_an_operation_without_a_role_is_refused_by_its_place(
    document: Document, clauses: Document, write_contract: Write
) -> None:
    del document["paths"]["/pets/{petId}"]["put"]["x-role"]
    with pytest.raises(ContractError, match="x-role") as caught:
        read_contract("pets", write_contract(document, clauses))
    assert caught.value.place == "/paths/~1pets~1{petId}/put"


def test_malformed_yaml_is_refused_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.0\npaths: [\n")
    with pytest.raises(ContractError, match=r"at line 3: is not valid YAML"):
        read_contract("pets", tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"openapi\.yaml: cannot be read"):
        read_contract("pets", tmp_path)


def test_specs_and_suite_are_found() -> None:
    assert (specs_dir("bird") / "clauses.yaml").is_file()
    assert suite_dir().name == "contract_tests"


def test_specs_that_are_nowhere_are_refused() -> None:
    with pytest.raises(ContractError, match="Install the package again"):
        specs_dir("acme")
