"""Reading the two files of a contract, and finding one's way in the OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from contact_contracts.contract.errors import ContractError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_mapping(file: Path) -> tuple[dict[str, Any], bytes]:
    """Return a YAML file's top-level mapping and its bytes."""
    try:
        raw = file.read_bytes()
    except OSError as trouble:
        raise ContractError(file, "", f"cannot be read ({trouble.strerror})", "Restore the file") from trouble
    try:
        value = yaml.load(raw, Loader=_Loader)  # noqa: S506 - a safe loader, compiled where there is one
    except yaml.YAMLError as trouble:
        mark = getattr(trouble, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise ContractError(file, place, "is not valid YAML", "Mend the syntax there") from trouble
    if not isinstance(value, dict):
        raise ContractError(file, "", "does not hold a mapping", "Start it with `key: value` lines")
    return value, raw


def at_pointer(document: Any, pointer: str) -> Any:
    """Return what a JSON pointer leads to; KeyError when it leads nowhere."""
    here = document
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        try:
            here = here[int(name)] if isinstance(here, list) else here[name]
        except (KeyError, IndexError, ValueError, TypeError):
            raise KeyError(pointer) from None
    return here


def resolve(document: Mapping[str, Any], node: Any) -> Any:
    """Follow local references from a node to what they mean; KeyError when one leads nowhere."""
    seen: set[str] = set()
    while isinstance(node, Mapping) and isinstance(node.get("$ref"), str):
        reference = node["$ref"]
        if reference in seen or not reference.startswith("#"):
            raise KeyError(reference)
        seen.add(reference)
        node = at_pointer(document, reference[1:])
    return node
