"""Conga: contact records, updated field by field under their external ids."""

from contact_contracts.reference.conga.rules import CongaRules
from contact_contracts.reference.conga.seed import seed
from contact_contracts.reference.registry import Family

__all__ = ["FAMILY", "CongaRules"]

FAMILY = Family(rules=CongaRules, seed=seed)
