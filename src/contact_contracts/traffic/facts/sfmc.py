"""Which attribute sets a Marketing Cloud account has, as the target file or the traffic tells."""

from __future__ import annotations

from dataclasses import replace

from contact_contracts.drivers.sfmc.telling import told_facts
from contact_contracts.rulebook import sfmc
from contact_contracts.rulebook.sfmc.state import found_items
from contact_contracts.rulebook.world import Rulebook
from contact_contracts.target import Targets
from contact_contracts.traffic.attribute_sets import shown_sets
from contact_contracts.traffic.facts.answers import Exchanges, answers
from contact_contracts.traffic.matching import Conversation


def sfmc_rulebook(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    """The rulebook for a conversation with Marketing Cloud."""
    told = told_facts(targets.sfmc) if targets.sfmc is not None else None
    facts = told if told is not None and told.sets else sfmc.Facts(shown_sets(heard), partial=True)
    shown = {
        column
        for body in answers(heard, "searchAttributes")
        for item in found_items(body) or ()
        for column, values in item.items()
        if any(value not in (None, "") for value in values)
    }
    readable = frozenset(
        name for name, one in facts.sets.items() if any(f"{name}.{attribute}" in shown for attribute in one.types)
    )
    return sfmc.SfmcRulebook(conversation.contract, replace(facts, readable=readable))
