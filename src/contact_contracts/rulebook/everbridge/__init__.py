"""The Everbridge clauses as predictions: one contact, a batch of them, and what reads show."""

from contact_contracts.rulebook.everbridge.facts import Facts
from contact_contracts.rulebook.everbridge.rules import EverbridgeRulebook

__all__ = ["EverbridgeRulebook", "Facts"]
