"""From what a run saw to its verdicts, its record and its exit code, wherever the calls came from."""

from contact_contracts.results.conduct import RECORD, Conduct, matching
from contact_contracts.results.observed import Observed

__all__ = ["RECORD", "Conduct", "Observed", "matching"]
