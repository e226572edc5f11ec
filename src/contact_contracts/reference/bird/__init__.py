"""Bird: contacts of a workspace, changed in part by an update and told apart by their identifiers."""

from contact_contracts.reference.bird.rules import BirdRules
from contact_contracts.reference.bird.seed import seed
from contact_contracts.reference.registry import Family

__all__ = ["FAMILY", "BirdRules"]

FAMILY = Family(rules=BirdRules, seed=seed)
