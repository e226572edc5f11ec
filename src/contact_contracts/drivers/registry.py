"""Which driver serves which family."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, Protocol

from contact_contracts.contract import load_contract
from contact_contracts.drivers.effort import Explorer
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.drivers.session import Session
from contact_contracts.judge.tally import Tally
from contact_contracts.target.models import FamilyTarget

_DRIVERS: Final[Mapping[str, str]] = {
    "everbridge": "Everbridge",
    "bird": "Bird",
    "conga": "Conga",
    "sfmc": "MarketingCloud",
}


class Driver(Protocol):
    """What the plugin needs of a family's driver."""

    session: Session

    def begin(self) -> None:
        """Connect, and find out what is there. Blocked when the target cannot be worked with."""
        ...

    def close(self) -> list[tuple[str, str]]:
        """Clean up; return what is left over, with reasons."""
        ...

    @property
    def can_read(self) -> bool:
        """Whether contacts can be read back."""
        ...


def recall(driver: Driver, family: str, originals: Mapping[str, Any]) -> None:
    """Tell a driver, in place of its beginning, what contacts were like, so that closing it restores them.

    ``originals``: key of a contact of the target file -> what a killed run kept of it. Blocked as for ``begin``.
    """
    import_module(f"contact_contracts.drivers.{family}.recalling").recall(driver, originals)


def make_driver(target: FamilyTarget, explorer: Explorer, tally: Tally, ledger: Ledger) -> Driver:
    """Make the driver of a family's target; it has not called anybody yet."""
    module: Any = import_module(f"contact_contracts.drivers.{target.family}")
    driver: Driver = getattr(module, _DRIVERS[target.family]).for_target(
        target, load_contract(target.family), explorer, tally, ledger
    )
    return driver
