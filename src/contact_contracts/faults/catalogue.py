"""How a fault is declared, and how it is found again by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar

from contact_contracts.contract import FAMILIES, did_you_mean

Rules = TypeVar("Rules", bound=type[Any])


class UnknownFault(LookupError):
    """There is no fault of that name; the text names the nearest ones."""


@dataclass(frozen=True)
class Fault:
    """One way to be wrong."""

    id: str
    """Family and name, such as ``everbridge/forgets-day-seven``."""
    family: str
    breaks: tuple[str, ...]
    """The clauses that it breaks: the suite must report each of them."""
    also: tuple[str, ...]
    """Clauses that it breaks as well, read to the letter; the suite may report them, and no others."""
    rare: bool
    """Whether it shows only on rare data or in rare sequences."""
    summary: str
    rules: type[Any]
    """The family's rules with one method overridden."""


_FAULTS: dict[str, Fault] = {}


def fault(*breaks: str, also: tuple[str, ...] = (), rare: bool = False) -> Callable[[Rules], Rules]:
    """Declare a rules class as a fault. Its docstring's first line is the summary, its name the fault's."""

    def declare(rules: Rules) -> Rules:
        family = breaks[0].partition(".")[0]
        words = re.findall("[A-Z][a-z0-9]*", rules.__name__)
        identifier = f"{family}/{'-'.join(words).lower()}"
        if identifier in _FAULTS:
            raise ValueError(f"two faults are called {identifier}")
        summary = (rules.__doc__ or "").strip().partition("\n")[0]
        _FAULTS[identifier] = Fault(identifier, family, breaks, also, rare, summary, rules)
        return rules

    return declare


def all_faults(family: str | None = None) -> tuple[Fault, ...]:
    """Every fault, or every fault of one family, by name."""
    for name in FAMILIES if family is None else (family,):
        _import_family(name)
    return tuple(found for _, found in sorted(_FAULTS.items()) if family in (None, found.family))


def _import_family(family: str) -> None:
    """Import the modules in which a family's faults are declared."""
    package = import_module(f"contact_contracts.faults.{family}")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")


def names_of_faults(family: str | None = None) -> tuple[str, ...]:
    """The names by which faults can be loaded."""
    return tuple(found.id for found in all_faults(family))


def load_fault(identifier: str) -> Fault:
    """The fault of that name; UnknownFault when there is none."""
    family = identifier.partition("/")[0]
    known = {found.id: found for found in all_faults(family if family in FAMILIES else None)}
    if identifier not in known:
        raise UnknownFault(
            f"there is no fault {identifier}{did_you_mean(identifier, known)}; "
            "`contact-contracts explain CLAUSE` names those that break a clause"
        )
    return known[identifier]
