"""How a permitted variation is declared, and how it is found again by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Final, TypeVar

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp

from contact_contracts.contract import FAMILIES, did_you_mean
from contact_contracts.reference.app import create_app
from contact_contracts.reference.rules import FamilyRules

Rules = TypeVar("Rules", bound=type[FamilyRules])
Wrap = Callable[[ASGIApp, str], ASGIApp]
"""Puts something around the server of a family."""
_MODULES: Final = ("http", "bodies", "permissions", "everbridge", "bird", "conga", "sfmc")


class UnknownVariation(LookupError):
    """The family has no variation of that name; the text names the nearest ones."""


@dataclass(frozen=True)
class Variation:
    """One way to be right that is not the reference server's."""

    name: str
    family: str
    summary: str
    rules: type[FamilyRules] | None = None
    wrap: Wrap | None = None
    target: Mapping[str, Any] = field(default_factory=dict)
    """What the family's table of a target file has to say, beside what it says of the bundled server."""
    prefix: str = ""
    """Where the family is served, such as `/rest`."""
    keeps_contacts: bool = False
    """Whether contacts cannot be removed or put back, so that a run leaves some."""
    base_path: str = ""
    """What the target file puts behind the server's address; the prefix, perhaps written in another way."""

    def app(self) -> ASGIApp:
        """The server."""
        rules = {self.family: self.rules} if self.rules else None
        app: ASGIApp = create_app([self.family], rules=rules)
        if self.prefix:
            app = Starlette(routes=[Mount(self.prefix, app=app)])
        return self.wrap(app, self.family) if self.wrap else app


_VARIATIONS: dict[tuple[str, str], Variation] = {}


def declare(found: Variation) -> None:
    """Add a variation to the catalogue."""
    key = (found.family, found.name)
    if key in _VARIATIONS:
        raise ValueError(f"{found.family} has two variations called {found.name}")
    _VARIATIONS[key] = found


def variation(name: str, *, keeps_contacts: bool = False) -> Callable[[Rules], Rules]:
    """Declare a rules class as a variation of its family; its docstring's first line is the summary."""

    def decorate(rules: Rules) -> Rules:
        summary = _first_line(rules.__doc__)
        declare(Variation(name, rules.family, summary, rules=rules, keeps_contacts=keeps_contacts))
        return rules

    return decorate


def wrapping(name: str, *families: str, **target: Any) -> Callable[[Wrap], Wrap]:
    """Declare something put around the server as a variation of the families, or of all."""

    def decorate(wrap: Wrap) -> Wrap:
        for family in families or FAMILIES:
            declare(Variation(name, family, _first_line(wrap.__doc__), wrap=wrap, target=target))
        return wrap

    return decorate


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]


def all_variations(family: str) -> tuple[Variation, ...]:
    """The family's variations, by name."""
    for module in _MODULES:
        import_module(f"contact_contracts.variations.{module}")
    return tuple(found for _, found in sorted(_VARIATIONS.items()) if found.family == family)


def load_variation(family: str, name: str) -> Variation:
    """The family's variation of that name; UnknownVariation when there is none."""
    known = {found.name: found for found in all_variations(family)}
    if name not in known:
        raise UnknownVariation(f"{family} has no variation {name}{did_you_mean(name, known)}")
    return known[name]
