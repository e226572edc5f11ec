"""The Bird clauses as predictions: a contact by id or by identifier, its identifiers, and what reads show."""

from contact_contracts.rulebook.bird.facts import Facts
from contact_contracts.rulebook.bird.rules import BirdRulebook

__all__ = ["BirdRulebook", "Facts"]
