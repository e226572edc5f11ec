"""Which rulebook serves which family."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

_RULEBOOKS: Final[Mapping[str, str]] = {
    "everbridge": "EverbridgeRulebook",
    "bird": "BirdRulebook",
    "conga": "CongaRulebook",
    "sfmc": "SfmcRulebook",
}


def says_unchanged(family: str) -> frozenset[str]:
    """The family's clauses whose own statement says that a refusal changes nothing."""
    module: Any = import_module(f"contact_contracts.rulebook.{family}")
    found: frozenset[str] = getattr(module, _RULEBOOKS[family]).says_unchanged
    return found
