"""All the tables of one target file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, overload

from contact_contracts.target.auth import Strict
from contact_contracts.target.errors import TargetError
from contact_contracts.target.families import BirdTarget, CongaTarget, EverbridgeTarget, SfmcTarget
from contact_contracts.target.models import FamilyTarget

FAMILY_MODELS: Final[Mapping[str, type[FamilyTarget]]] = {
    "everbridge": EverbridgeTarget,
    "bird": BirdTarget,
    "conga": CongaTarget,
    "sfmc": SfmcTarget,
}


class Targets(Strict):
    """The targets of a run, one per family at most."""

    source: Path | None = None
    """The file they come from; None for the bundled servers."""
    everbridge: EverbridgeTarget | None = None
    bird: BirdTarget | None = None
    conga: CongaTarget | None = None
    sfmc: SfmcTarget | None = None

    @property
    def families(self) -> tuple[str, ...]:
        """The families that have a target, in the project's order."""
        return tuple(name for name in FAMILY_MODELS if getattr(self, name) is not None)

    @overload
    def family(self, name: Literal["everbridge"]) -> EverbridgeTarget: ...
    @overload
    def family(self, name: Literal["bird"]) -> BirdTarget: ...
    @overload
    def family(self, name: Literal["conga"]) -> CongaTarget: ...
    @overload
    def family(self, name: Literal["sfmc"]) -> SfmcTarget: ...
    @overload
    def family(self, name: str) -> FamilyTarget: ...
    def family(self, name: str) -> FamilyTarget:
        """Return the family's target; TargetError when there is none."""
        found = getattr(self, name, None) if name in FAMILY_MODELS else None
        if isinstance(found, FamilyTarget):
            return found
        named = ", ".join(self.families) or "no family"
        raise TargetError(
            f"there is no target for {name} (there is one for: {named}); add a table [{name}]",
            path=self.source,
        )
