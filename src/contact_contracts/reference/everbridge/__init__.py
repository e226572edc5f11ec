"""Everbridge: contacts of an organization, replaced in full by an update."""

from contact_contracts.reference.everbridge.rules import EverbridgeRules
from contact_contracts.reference.everbridge.seed import seed
from contact_contracts.reference.registry import Family

__all__ = ["FAMILY", "EverbridgeRules"]

FAMILY = Family(rules=EverbridgeRules, seed=seed)
