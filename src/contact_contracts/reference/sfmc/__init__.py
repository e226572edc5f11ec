"""Marketing Cloud: contacts of an account, updated attribute set by attribute set."""

from contact_contracts.reference.registry import Family
from contact_contracts.reference.sfmc.rules import SfmcRules
from contact_contracts.reference.sfmc.seed import seed

__all__ = ["FAMILY", "SfmcRules"]

FAMILY = Family(rules=SfmcRules, seed=seed)
