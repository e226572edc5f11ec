"""One run in one process: its targets, its drivers, and what its tests met with."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path

from contact_contracts.drivers.effort import Explorer
from contact_contracts.drivers.ledger import Ledger, new_mark
from contact_contracts.drivers.registry import Driver, open_driver
from contact_contracts.judge.tally import Tally
from contact_contracts.record import Leftover, Trouble
from contact_contracts.target import Targets
from contact_contracts.transport import Blocked


@dataclass
class Observed:
    """What one process saw; workers send theirs to the controller."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    blocked: dict[str, str] = field(default_factory=dict)
    """Clause -> why."""
    errors: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    unobservable: dict[str, str] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    """Families whose target cannot show contacts."""
    troubles: list[Trouble] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    requests: int = 0

    def tally(self, family: str) -> Tally:
        """The family's tally."""
        return self.tallies.setdefault(family, Tally())

    def merge(self, other: Observed) -> None:
        """Add what another process saw."""
        for family, tally in other.tallies.items():
            self.tally(family).merge(tally)
        for mine, theirs in (
            (self.blocked, other.blocked),
            (self.errors, other.errors),
            (self.missing, other.missing),
            (self.unobservable, other.unobservable),
        ):
            for clause, reason in theirs.items():
                mine.setdefault(clause, reason)
        self.unreadable |= other.unreadable
        self.troubles += other.troubles
        self.leftovers += other.leftovers
        self.requests += other.requests

    def dumped(self) -> bytes:
        """For the way between processes of one run."""
        return pickle.dumps(self)

    @classmethod
    def loaded(cls, data: bytes) -> Observed:
        """What ``dumped`` gave, by a worker of this very run."""
        found = pickle.loads(data)  # noqa: S301 - sent by our own worker process
        if not isinstance(found, cls):
            raise TypeError("a worker sent something else than its observations")
        return found


@dataclass
class SuiteRun:
    """The run as one process conducts it."""

    targets: Targets
    explorer: Explorer
    report_dir: Path
    observed: Observed = field(default_factory=Observed)
    _drivers: dict[str, Driver | Blocked] = field(default_factory=dict)

    def driver(self, family: str) -> Driver:
        """The family's driver, connected on first use. Blocked, each time, when that failed."""
        if family not in self._drivers:
            self._drivers[family] = self._open(family)
        found = self._drivers[family]
        if isinstance(found, Blocked):
            raise found
        return found

    def _open(self, family: str) -> Driver | Blocked:
        mark = new_mark()
        ledger = Ledger(mark, self.report_dir / f"made-{mark}.jsonl")
        try:
            driver = open_driver(self.targets.family(family), self.explorer, self.observed.tally(family), ledger)
        except Blocked as blocked:
            return blocked
        if not driver.can_read:
            self.observed.unreadable.add(family)
        return driver

    def drive_as(self, test: str, clauses: tuple[str, ...]) -> None:
        """Tell all sessions which test drives them."""
        for driver in self._drivers.values():
            if not isinstance(driver, Blocked):
                driver.session.test = test
                driver.session.focus = clauses

    def close(self) -> None:
        """Clean up after all drivers, and count what they sent."""
        for family, driver in self._drivers.items():
            if isinstance(driver, Blocked):
                continue
            try:
                left = driver.close()
            except Blocked as blocked:
                left = [("what the ledger names", str(blocked))]
            self.observed.leftovers += [Leftover(family, what, reason) for what, reason in left]
            self.observed.requests += driver.session.door.requests
            if not left:
                self._forget_ledger(driver)
        self._drivers.clear()

    def _forget_ledger(self, driver: Driver) -> None:
        path: Path | None = getattr(getattr(driver, "ledger", None), "path", None)
        if path is not None:
            path.unlink(missing_ok=True)
