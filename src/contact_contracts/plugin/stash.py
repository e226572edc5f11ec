"""Where the plugin keeps a run between hooks."""

from __future__ import annotations

import pytest

from contact_contracts.plugin.run import SuiteRun
from contact_contracts.plugin.servers import BundledServers
from contact_contracts.results import Conduct

RUN = pytest.StashKey[SuiteRun]()
CONDUCT = pytest.StashKey[Conduct]()
SERVERS = pytest.StashKey[BundledServers]()
