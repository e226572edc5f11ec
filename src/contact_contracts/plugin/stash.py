"""Where the plugin keeps a run between hooks."""

from __future__ import annotations

import pytest

from contact_contracts.plugin.conduct import Conduct
from contact_contracts.plugin.run import SuiteRun

RUN = pytest.StashKey[SuiteRun]()
CONDUCT = pytest.StashKey[Conduct]()
