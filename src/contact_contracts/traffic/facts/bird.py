"""What exists in a Bird workspace, as the target file or the traffic tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from contact_contracts.drivers.bird.probing import told_facts
from contact_contracts.exchange import Json
from contact_contracts.rulebook import bird
from contact_contracts.rulebook.bird.facts import STANDARD_KEYS
from contact_contracts.rulebook.world import Rulebook
from contact_contracts.target import Targets
from contact_contracts.traffic.facts.answers import Exchanges, answers, several
from contact_contracts.traffic.matching import Conversation

_OF_MANY_FORMS: Final = re.compile(r"@|//|^[\W\dTZ]*\d[\W\dTZ]*$")
"""Addresses, and what is made of digits: numbers, dates, times and telephone numbers."""


def bird_rulebook(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    """The rulebook for a conversation with Bird."""
    target = targets.bird
    known = target is not None and target.workspace_id.lower() == conversation.scope
    told = told_facts(target) if target is not None and known else bird.Facts()
    keys = STANDARD_KEYS | set(_identifier_keys(heard))
    facts = replace(
        told,
        lists=told.lists | _shown_members(heard, "listIds"),
        accounts=told.accounts | _shown_members(heard, "accountIds"),
        companies=told.companies | _shown_members(heard, "companyRefs"),
        attributes=told.attributes | _kept_attributes(heard) - keys - told.read_only,
        identifier_keys=keys,
        reads=any(answers(heard, "getContact")),
        shows_identifiers=any(answers(heard, "listContactIdentifiers")),
    )
    return bird.BirdRulebook(conversation.contract, facts)


def _shown_birds(heard: Exchanges) -> Iterator[dict[str, Json]]:
    """The contacts that answers show."""
    shown = answers(heard, "getContact", "updateContact", "updateContactByIdentifier", "createContact")
    return (body for body in shown if isinstance(body, dict))


def _shown_members(heard: Exchanges, member: str) -> frozenset[str]:
    """What contacts are in, which therefore exists; ids in lower case."""
    named = [each for contact in _shown_birds(heard) for each in several(contact.get(member) or [])]
    return frozenset(each if member == "companyRefs" else each.lower() for each in named if isinstance(each, str))


def _kept_attributes(heard: Exchanges) -> frozenset[str]:
    """Attributes that a caller has written and an answer has shown, so that the server does not set them itself.

    Not those of texts that a server may write in another way, such as dates and telephone numbers.
    """
    sent: dict[str, list[Json]] = {}
    for exchange in heard:
        taken = exchange.response is not None and exchange.response.ok and isinstance(exchange.request.json, dict)
        attributes = exchange.request.json.get("attributes") if taken else None
        for key, value in attributes.items() if isinstance(attributes, dict) else ():
            sent.setdefault(key, []).extend(several(value))
    held = [contact.get("attributes") for contact in _shown_birds(heard)]
    shown = {
        key
        for each in held
        if isinstance(each, dict)
        for key, value in each.items()
        if value not in (None, "", [])
    }
    return frozenset(key for key, values in sent.items() if key in shown and not any(map(_has_forms, values)))


def _has_forms(value: Json) -> bool:
    """Whether a text may be written in several ways."""
    return isinstance(value, str) and (value != value.strip() or _OF_MANY_FORMS.search(value) is not None)


def _identifier_keys(heard: Exchanges) -> Iterator[str]:
    listings = [body.get("results") for body in answers(heard, "listContactIdentifiers") if isinstance(body, dict)]
    featured = [body.get("featuredIdentifiers") for body in _shown_birds(heard)]
    for entries in (*listings, *featured):
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("key"), str):
                yield entry["key"]
