"""What exists beside the contacts: from the target file, else from answers in the traffic, else unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from contact_contracts.rulebook.bird import BirdRulebook
from contact_contracts.rulebook.conga import CongaRulebook
from contact_contracts.rulebook.world import Rulebook
from contact_contracts.target import Targets
from contact_contracts.traffic.facts.answers import Exchanges
from contact_contracts.traffic.facts.bird import bird_rulebook
from contact_contracts.traffic.facts.conga import conga_rulebook
from contact_contracts.traffic.facts.everbridge import everbridge_rulebook
from contact_contracts.traffic.facts.sfmc import sfmc_rulebook
from contact_contracts.traffic.matching import Conversation

_RULEBOOKS: Final[Mapping[str, Callable[[Conversation, Targets, Exchanges], Rulebook]]] = {
    "everbridge": everbridge_rulebook,
    "bird": bird_rulebook,
    "conga": conga_rulebook,
    "sfmc": sfmc_rulebook,
}


def rulebook_for(conversation: Conversation, targets: Targets) -> Rulebook:
    """The family's rulebook, with what is known of where the conversation took place."""
    heard = [exchange for _, exchange in conversation.exchanges() if exchange.request.credential == "default"]
    return _RULEBOOKS[conversation.family](conversation, targets, heard)


def unread(rulebook: Rulebook) -> Rulebook:
    """The rulebook for an update after which nobody reads the contact: there its answer tells what is stored."""
    if isinstance(rulebook, BirdRulebook):
        return BirdRulebook(rulebook.contract, replace(rulebook.facts, reads=False))
    if isinstance(rulebook, CongaRulebook):
        return CongaRulebook(rulebook.contract, replace(rulebook.facts, readable=False))
    return rulebook
