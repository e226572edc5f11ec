"""Writes target files for servers that this machine runs: the bundled facts, the server's URL, all allowed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

_ALLOWED: Final = dict.fromkeys(("allow_writes", "allow_create", "allow_delete"), True)


def target_text(family: str, url: str, changes: Mapping[str, Any] | None = None) -> str:
    """Return a target file for the family's server; `changes` replaces keys of its table (None removes one)."""
    table = {**_bundled(family), "base_url": url, **_ALLOWED}
    if table["auth"]["scheme"] == "client-credentials":
        table["auth"] = {**table["auth"], "auth_base_url": url}
    table.update(changes or {})
    lines = [f"{key} = {toml_value(value)}" for key, value in table.items() if value is not None]
    return "\n".join([f"[{family}]", *lines, ""])


def toml_value(value: Any) -> str:
    """Return a JSON value in TOML, tables inline."""
    if isinstance(value, Mapping):
        members = ", ".join(f"{json.dumps(key)} = {toml_value(each)}" for key, each in value.items())
        return f"{{ {members} }}" if members else "{}"
    if isinstance(value, list):
        return f"[{', '.join(toml_value(each) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)


def _bundled(family: str) -> dict[str, Any]:
    text = files("contact_contracts.target").joinpath("bundled.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)[family]
    return table
