"""The Conga clauses as predictions: updates by external id, and what reads and payloads show."""

from contact_contracts.rulebook.conga.facts import Facts
from contact_contracts.rulebook.conga.rules import CongaRulebook

__all__ = ["CongaRulebook", "Facts"]
