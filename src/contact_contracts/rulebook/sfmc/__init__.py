"""The Marketing Cloud clauses as predictions: which contact an update means, and what its sets then show."""

from contact_contracts.rulebook.sfmc.facts import AttributeSet, Facts
from contact_contracts.rulebook.sfmc.rules import SfmcRulebook

__all__ = ["AttributeSet", "Facts", "SfmcRulebook"]
