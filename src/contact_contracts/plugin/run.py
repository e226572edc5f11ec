"""One run in one process: its targets, its drivers, and what its tests met with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from contact_contracts.contract import load_contract
from contact_contracts.drivers.effort import Explorer
from contact_contracts.drivers.ledger import Ledger, new_mark
from contact_contracts.drivers.registry import Driver, make_driver
from contact_contracts.judge.tally import Tally
from contact_contracts.record import Leftover
from contact_contracts.results import Observed
from contact_contracts.target import Targets
from contact_contracts.transport import Blocked


@dataclass
class SuiteRun:
    """The run as one process conducts it."""

    targets: Targets
    explorer: Explorer
    report_dir: Path
    observed: Observed = field(default_factory=Observed)
    _drivers: dict[str, Driver | Exception] = field(default_factory=dict)
    _ledgers: dict[str, Ledger] = field(default_factory=dict)

    def driver(self, family: str) -> Driver:
        """The family's driver, connected on first use. What kept it from that is raised each time."""
        if family not in self._drivers:
            self._drivers[family] = self._open(family)
        found = self._drivers[family]
        if isinstance(found, Exception):
            raise found
        return found

    def _open(self, family: str) -> Driver | Exception:
        mark = new_mark()
        target = self.targets.family(family)
        ledger = Ledger(mark, self.report_dir / f"made-{mark}.jsonl", family=family, at=target.place)
        self._ledgers[family] = ledger
        driver = make_driver(target, self.explorer, self.observed.tally(family), ledger)
        try:
            driver.begin()
            if driver.session.no_api:
                raise Blocked(driver.session.no_api)  # noqa: TRY301 - as where the driver saw it itself
        except BaseException as error:
            self._leave(family, driver)  # it may have made contacts before it failed
            if not isinstance(error, Exception):
                raise
            return error
        if not driver.can_read:
            self.observed.unreadable.add(family)
        return driver

    def drive_as(self, test: str, clauses: tuple[str, ...]) -> None:
        """Tell all sessions which test drives them."""
        self.observed.driven.update(clauses)
        for driver in self._drivers.values():
            if not isinstance(driver, Exception):
                driver.session.test = test
                driver.session.focus = clauses

    def close(self) -> None:
        """Clean up after all drivers."""
        for family, driver in self._drivers.items():
            if not isinstance(driver, Exception):
                self._leave(family, driver)
        self._drivers.clear()

    def _leave(self, family: str, driver: Driver) -> None:
        """Clean up after a driver, and count what it sent."""
        driver.session.gone = ""  # the target may be there again
        try:
            left = driver.close()
        except Blocked as blocked:
            left = [("what the ledger names", str(blocked))]
        except Exception as trouble:  # the other families have their turn, and what was seen its verdicts
            left = [("what the ledger names", f"{type(trouble).__name__}: {trouble}")]
        left = self._ledgers[family].close(left)
        self.observed.leftovers += [Leftover(family, what, reason) for what, reason in left]
        self.observed.requests += driver.session.door.requests
        if driver.session.no_api:
            self._take_back(family, driver.session.no_api)

    def _take_back(self, family: str, reason: str) -> None:
        """Count nothing that a web page was seen to do: it keeps no clause and breaks none."""
        self.observed.tallies[family] = Tally()
        for clause in load_contract(family).clauses:
            self.observed.blocked.setdefault(clause, reason)
