"""Finds the families that the reference server can play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from contact_contracts.contract import FAMILIES
from contact_contracts.reference.rules import FamilyRules
from contact_contracts.reference.store import Store


@dataclass(frozen=True)
class Family:
    """What a package `reference/<family>` exports under the name FAMILY."""

    rules: type[FamilyRules]
    seed: Callable[[Store], None]
    """Fills an empty store with what exists from the start; it is called once per database."""


class UnknownFamilyError(LookupError):
    """No family has that name; the text lists those that exist."""


def find_family(name: str) -> Family:
    """The family's rules and its first documents. Raises UnknownFamilyError."""
    if name not in FAMILIES:
        raise UnknownFamilyError(f"there is no family {name!r}; choose among {', '.join(FAMILIES)}")
    found = import_module(f"contact_contracts.reference.{name}").FAMILY
    assert isinstance(found, Family), f"{name} exports something else as FAMILY"  # noqa: S101 - our own packages
    return found
