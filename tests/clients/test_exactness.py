"""What is absent stays absent, what is null stays null, and what nobody foresaw survives, in both directions."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from contact_contracts.contract import FAMILIES, specs_dir
from tests.clients.calling import package

_LEAVES: Final = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
_ANYTHING: Final = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
)


def schemas(family: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((specs_dir(family) / "openapi.yaml").read_text(encoding="utf-8"))
    named: dict[str, Any] = found["components"]["schemas"]
    return named


OBJECTS: Final = [
    (family, name)
    for family in FAMILIES
    for name, schema in schemas(family).items()
    if schema.get("type") == "object" and "properties" in schema
]


def value_of(schema: dict[str, Any], known: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a schema allows, as far as models tell them apart."""
    if "$ref" in schema:
        return st.deferred(lambda: value_of(known[schema["$ref"].rpartition("/")[2]], known))
    if "anyOf" in schema:
        return st.one_of([value_of(each, known) for each in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    if schema.get("format") == "uuid":
        return st.uuids().map(str)
    if schema.get("format") == "date-time":
        return st.just("2025-01-02T03:04:05+00:00")
    kinds = schema.get("type", "any")
    return st.one_of([_of_kind(kind, schema, known) for kind in ([kinds] if isinstance(kinds, str) else kinds)])


def _of_kind(kind: str, schema: dict[str, Any], known: dict[str, Any]) -> st.SearchStrategy[Any]:
    if kind == "object" and "properties" in schema:
        return objects(schema, known)
    if kind == "object":
        inner = schema.get("additionalProperties")
        values = value_of(inner, known) if isinstance(inner, dict) else _ANYTHING
        return st.dictionaries(st.text(max_size=4), values, max_size=3)
    if kind == "array":
        return st.lists(value_of(schema.get("items", {}), known), max_size=3)
    plain: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text(max_size=6),
        "integer": st.integers(-(2**63), 2**63 - 1),
        "number": st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return plain.get(kind, _ANYTHING)


def objects(schema: dict[str, Any], known: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some of their members, and with some that nobody foresaw."""
    members = {name: value_of(inner, known) for name, inner in schema["properties"].items()}
    required = {name: members.pop(name) for name in schema.get("required", ())}
    foreseen = st.fixed_dictionaries(required, optional=members)
    more = st.dictionaries(st.just("x-unforeseen"), _ANYTHING, max_size=1)
    return st.builds(lambda one, other: {**one, **other}, foreseen, more)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON: 1, 1.0 and true are three things."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@pytest.mark.parametrize(("family", "name"), OBJECTS, ids=str)
def test_a_model_gives_back_what_it_was_made_from(family: str, name: str) -> None:
    known = schemas(family)
    model = getattr(package(family, ".models"), name)

    @settings(max_examples=10, deadline=None, database=None)
    @given(objects(known[name], known))
    def check(value: dict[str, Any]) -> None:
        assert same(model.from_dict(value).to_dict(), value)

    check()


@pytest.mark.parametrize(
    "contact",
    [
        {"paths": [{"pathId": 1}, None, {"prompt": "phone"}]},
        {"paths": "none"},
        {"paths": [{"quietTimeFrames": {"not": "a list"}}]},
        {"address": [{"gisLocation": []}], "status": "NEW", "topics": {"a": 1}},
        {"groups": None, "contactAttributes": [[]]},
    ],
)
def test_what_a_server_sends_in_another_shape_is_neither_lost_nor_changed(contact: dict[str, Any]) -> None:
    models = package("everbridge", ".models")
    for kind in ("Contact", "ContactReplacement", "ContactRow"):
        assert getattr(models, kind).from_dict(contact).to_dict() == contact


@pytest.mark.parametrize("value", [[], "", [["a", 1]], 5, None])
def test_what_is_no_object_is_no_model(value: Any) -> None:
    with pytest.raises(TypeError, match="a JSON object was expected"):
        package("everbridge", ".models").Contact.from_dict(value)
