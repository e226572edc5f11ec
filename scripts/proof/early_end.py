"""Ends a search as soon as its clauses are shown to be broken; what more it could find proves nothing more."""

from __future__ import annotations

import pytest

from contact_contracts.contract import load_contract
from contact_contracts.judge.blame import settled_breaches
from contact_contracts.plugin.stash import RUN


class EarlyEnd:
    """A pytest plugin that leaves out the tests after the one that brought the last breach."""

    def __init__(self, family: str, clauses: frozenset[str]) -> None:
        """Without clauses nothing is left out."""
        self._family = family
        self._clauses = clauses
        self.left_out = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Do nothing, in place of running the test, when all is shown."""
        if not self._all_shown(item.config):
            return None
        self.left_out += 1
        return True

    def _all_shown(self, config: pytest.Config) -> bool:
        if not self._clauses:
            return False
        tally = config.stash[RUN].observed.tally(self._family)
        breaches = settled_breaches(tally, load_contract(self._family))
        return self._clauses <= {clause for seen in breaches for clause in seen.breach.clauses}
