"""Turns what the validator says of a target file into a sentence with a line number."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from contact_contracts.contract import did_you_mean
from contact_contracts.target.families import COUNTRY_FORM, UUID_FORM
from contact_contracts.target.locate import KeyPath

_EXPECTED = {
    "string_type": "text in quotes",
    "string_too_short": "text that is not empty",
    "int_type": "a whole number without quotes",
    "float_type": "a number without quotes",
    "bool_type": "true or false without quotes",
    "tuple_type": "a list in square brackets",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "dict_type": "a table",
}

_FORMS = {
    UUID_FORM: "a UUID, such as 3f2b8c1e-0000-4000-8000-000000000001",
    COUNTRY_FORM: "a country's code of two capital letters",
}
_BOUNDS = {
    "greater_than": ("a number greater than", "gt"),
    "greater_than_equal": ("a number that is at least", "ge"),
    "less_than": ("a number less than", "lt"),
    "less_than_equal": ("a number that is at most", "le"),
}


def written_path(model: type[BaseModel], location: KeyPath) -> KeyPath:
    """Return the location as the file's author writes it: without the validator's own steps into a choice."""
    path: KeyPath = ()
    models = [model]
    for step in location:
        if isinstance(step, str) and not _fields(models, step) and _tagged(models, step):
            models = _tagged(models, step)
            continue
        path = (*path, step)
        models = models if isinstance(step, int) else _models_below(models, step)
    return path


def known_keys(model: type[BaseModel], location: KeyPath) -> list[str]:
    """Return the keys that the table holding the location may have."""
    models = [model]
    for step in location[:-1]:
        if isinstance(step, str):
            models = _tagged(models, step) if not _fields(models, step) else _models_below(models, step)
    return sorted({field.alias or name for each in models for name, field in each.model_fields.items()})


def sentence(model: type[BaseModel], error: ErrorDetails) -> str:
    """Say what is wrong at the error's place, and what would be right."""
    path = written_path(model, error["loc"])
    key = dotted(path)
    kind = error["type"]
    if kind == "extra_forbidden":
        known = known_keys(model, error["loc"])
        hint = did_you_mean(str(path[-1]), known)
        return f"unknown key {key}{hint}; remove it, or use one of: {', '.join(known)}"
    if kind == "missing":
        return f"the key {key} is missing; add it"
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return f"{key}.scheme: expected one of {', '.join(_schemes(model, error['loc']))}"
    return f"{key}: {_expectation(error)}"


def _expectation(error: ErrorDetails) -> str:
    kind = error["type"]
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {_described(error['input'])}"
    if kind == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        return f"expected {_FORMS.get(pattern, f'text of the form {pattern}')}"
    if kind in _BOUNDS:
        words, bound = _BOUNDS[kind]
        return f"expected {words} {error['ctx'][bound]:g}"
    if kind == "literal_error":
        return f"expected {error['ctx']['expected']}"
    return error["msg"]


def dotted(path: KeyPath) -> str:
    """Write a path as TOML does, with the position (from 1) of an element in brackets."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".")


def _described(value: Any) -> str:
    """Name the kind of a value and never the value."""
    if isinstance(value, bool):
        return "true or false"
    names = {str: "text", int: "a number", float: "a number", tuple: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")


def _fields(models: list[type[BaseModel]], step: str) -> list[Any]:
    return [field for each in models for name, field in each.model_fields.items() if step == (field.alias or name)]


def _models_below(models: list[type[BaseModel]], step: str) -> list[type[BaseModel]]:
    return [below for field in _fields(models, step) for below in _models_in(field.annotation)]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [below for part in get_args(annotation) for below in _models_in(part)]


def _schemes(model: type[BaseModel], location: KeyPath) -> list[str]:
    """Return the authentication schemes that the place allows."""
    models = [model]
    for step in location:
        models = models if isinstance(step, int) else _models_below(models, step)
    choices = [each.model_fields["scheme"] for each in models if "scheme" in each.model_fields]
    return sorted({scheme for field in choices for scheme in get_args(field.annotation)})


def _tagged(models: list[type[BaseModel]], tag: str) -> list[type[BaseModel]]:
    return [
        each
        for each in models
        if "scheme" in each.model_fields and tag in get_args(each.model_fields["scheme"].annotation)
    ]
