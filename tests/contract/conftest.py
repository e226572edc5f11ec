"""A small contract to bend: valid and clean until a test changes it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

Document = dict[str, Any]

_ERROR = {"$ref": "#/components/responses/Failed"}

CLEAN: Document = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "tags": [{"name": "pets"}],
    "paths": {
        "/pets/{petId}": {
            "put": {
                "operationId": "updatePet",
                "x-role": "subject",
                "tags": ["pets"],
                "security": [{"bearer": []}],
                "parameters": [
                    {
                        "name": "petId",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer", "format": "int64", "description": "The pet."},
                    },
                    {
                        "name": "tag",
                        "in": "query",
                        "schema": {"type": "array", "items": {"type": "string"}, "description": "Tags."},
                    },
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PetWrite"}}},
                },
                "responses": {
                    "200": {
                        "description": "Done.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    },
                    "404": _ERROR,
                    "default": _ERROR,
                },
            }
        }
    },
    "components": {
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        "responses": {
            "Failed": {
                "description": "Failed.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
            }
        },
        "schemas": {
            "PetWrite": {
                "type": "object",
                "properties": {"name": {"type": "string", "maxLength": 3}, "born": {"type": "string"}},
            },
            "Pet": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "integer", "format": "int64"},
                    "name": {"type": ["string", "null"]},
                    "kind": {"anyOf": [{"type": "string", "enum": ["cat"]}, {"type": ["string", "null"]}]},
                },
            },
            "Error": {"type": "object", "properties": {"message": {"type": ["string", "null"]}}},
        },
    },
}

CLAUSES: Document = {
    "family": "pets",
    "title": "Pets",
    "pages": {"page": {"title": "Update a pet", "publisher": "Us"}},
    "clauses": [
        {
            "id": "pets.name.written",
            "level": "documented",
            "statement": "The name is written.",
            "source": {"page": "page", "section": "Body"},
            "operations": ["updatePet"],
            "pointer": "/components/schemas/PetWrite",
            "seen_by": ["answer"],
        }
    ],
}


@pytest.fixture
def document() -> Document:
    """An OpenAPI document that keeps every rule."""
    return copy.deepcopy(CLEAN)


@pytest.fixture
def clauses() -> Document:
    """A clause file that goes with it."""
    return copy.deepcopy(CLAUSES)


@pytest.fixture
def write_contract(tmp_path: Path) -> Callable[[Document, Document], Path]:
    """Write a document and clauses to a folder named after their family."""

    def write(document: Document, clauses: Document) -> Path:
        folder = tmp_path / "pets"
        folder.mkdir(exist_ok=True)
        (folder / "openapi.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
        (folder / "clauses.yaml").write_text(yaml.safe_dump(clauses, sort_keys=False))
        return folder

    return write
