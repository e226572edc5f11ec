"""The bundled reference servers as targets; everything is allowed there, as nothing is anybody's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from contact_contracts.target.load import with_tuples
from contact_contracts.target.targets import FAMILY_MODELS, Targets

_ALLOWED: Final = {
    "allow_writes": True,
    "allow_create": True,
    "allow_delete": True,
}


def bundled_targets(urls: Mapping[str, str]) -> Targets:
    """Return the bundled servers' targets, given the base URL of each family that runs."""
    tables = _data()
    context = {"environment": bundled_environment()}
    found = {}
    for family in (name for name in FAMILY_MODELS if name in urls):
        table = with_tuples(_located(tables[family], urls[family]) | _ALLOWED)
        found[family] = FAMILY_MODELS[family].model_validate(table, context=context)
    return Targets.model_validate(found)


def bundled_environment() -> dict[str, str]:
    """Return the bundled servers' public credentials, under the variable names that reports use."""
    return {str(name): str(value) for name, value in _data()["environment"].items()}


def bundled_variables(family: str) -> dict[str, str]:
    """Return those of them that the target of one bundled server names."""
    named = set(_variables(_data()[family]))
    return {name: value for name, value in bundled_environment().items() if name in named}


def _variables(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _variables(value)
        elif key.endswith("_env"):
            yield value


def _located(table: Mapping[str, Any], url: str) -> dict[str, Any]:
    """Fill in where the server runs; it grants its tokens at the same place."""
    located = {**table, "base_url": url}
    if table["auth"]["scheme"] == "client-credentials":
        located["auth"] = {**table["auth"], "auth_base_url": url}
    return located


def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("bundled.toml").read_text(encoding="utf-8"))
