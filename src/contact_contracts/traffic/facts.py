"""What exists beside the contacts: from the target file, else from answers in the traffic, else unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from contact_contracts.drivers.bird.probing import told_facts as told_bird_facts
from contact_contracts.drivers.sfmc.telling import told_facts as told_sfmc_facts
from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook import bird, conga, everbridge, sfmc
from contact_contracts.rulebook.bird.facts import STANDARD_KEYS
from contact_contracts.rulebook.conga.fields import LOOKUPS
from contact_contracts.rulebook.conga.state import record_in
from contact_contracts.rulebook.sfmc.state import found_items
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import Rulebook
from contact_contracts.target import Targets
from contact_contracts.traffic.attribute_sets import shown_sets
from contact_contracts.traffic.matching import Conversation

_OF_MANY_FORMS: Final = re.compile(r"@|//|^[\W\dTZ]*\d[\W\dTZ]*$")
"""Addresses, and what is made of digits: numbers, dates, times and telephone numbers."""
Exchanges = list[Exchange]
Names = dict[int, str]
NAMELESS: Final = "\0"
"""Before an id in place of a name that nobody knows; no body holds it."""


def rulebook_for(conversation: Conversation, targets: Targets) -> Rulebook:
    """The family's rulebook, with what is known of where the conversation took place."""
    heard = [exchange for _, exchange in conversation.exchanges() if exchange.request.credential == "default"]
    return _RULEBOOKS[conversation.family](conversation, targets, heard)


def _answers(heard: Exchanges, *operations: str) -> Iterator[Json]:
    """Bodies of the successful answers of operations."""
    for exchange in heard:
        response = exchange.response
        if exchange.request.operation in operations and response is not None and response.ok:
            yield response.json


# -- Everbridge --------------------------------------------------------------------------------------------------


def _everbridge(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    target = targets.everbridge
    organization, told = "", None
    if target is not None:
        known = (str(target.organization_id), str(target.unknown_organization_id))
        organization = known[0] if conversation.scope in known else ""
        told = target.facts if conversation.scope == known[0] else None
    facts = everbridge.Facts(
        organization_id=organization,
        record_types=_told(told.record_types, "name") if told else {},
        groups=_told(told.groups, "name") if told else {},
        attributes=_told(told.attributes, "name") if told else {},
        paths=_told(told.paths, "prompt") if told else {},
    )
    contacts = list(_shown_contacts(heard))
    listed = {
        "record_types": facts.record_types or _listed(heard, "listRecordTypes", "id", "name"),
        "groups": facts.groups or _listed(heard, "listGroups", "id", "name"),
        "attributes": facts.attributes or _listed(heard, "listContactAttributes", "id", "name"),
        "paths": facts.paths or _listed(heard, "listContactPaths", "pathId", "prompt"),
    }
    in_use = {
        "record_types": _in_use(contacts, "recordTypeId"),
        "groups": _in_use(contacts, "groups"),
        "attributes": _in_use(contacts, "contactAttributes", "orgAttrId"),
        "paths": _in_use(contacts, "paths", "pathId"),
    }
    whole: dict[str, Any] = {kind: {**in_use[kind], **named} for kind, named in listed.items()}
    whole["partial"] = frozenset(kind for kind, named in listed.items() if not named)
    facts = replace(facts, **whole)
    return everbridge.EverbridgeRulebook(conversation.contract, facts)


def _told(entries: tuple[object, ...], name: str) -> Names:
    return {getattr(entry, "id"): getattr(entry, name) for entry in entries}  # noqa: B009 - models without a base


def _shown_contacts(heard: Exchanges) -> Iterator[dict[str, Json]]:
    """The contacts that answers show."""
    for body in _answers(heard, "getContact", "listContacts"):
        page = body.get("page") if isinstance(body, dict) else None
        rows = page.get("data") if isinstance(page, dict) else None
        for contact in [body.get("result") if isinstance(body, dict) else None, *(rows or ())]:
            if isinstance(contact, dict):
                yield contact


def _in_use(contacts: list[dict[str, Json]], member: str, inside: str = "") -> Names:
    """Ids of what contacts have, which therefore exists. Of a name a contact does not show whose else it is."""
    held = [each for contact in contacts for each in _several(contact.get(member))]
    found = [as_int(each.get(inside) if isinstance(each, dict) else each) for each in held]
    return {each: f"{NAMELESS}{each}" for each in found if isinstance(each, int) and not isinstance(each, bool)}


def _several(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _listed(heard: Exchanges, operation: str, identifier: str, name: str) -> Names:
    """Names by id, of a listing that the traffic shows to its end; half of one does not show what is unique."""
    pages: dict[int, list[Json]] = {}
    last = 0
    for exchange in heard:
        page = _page(exchange) if exchange.request.operation == operation else {}
        total = as_int(page.get("totalPageCount"))
        number = as_int(exchange.request.query_value("pageNumber") or 1)
        if isinstance(page.get("data"), list) and isinstance(total, int) and isinstance(number, int):
            pages[number] = page["data"]
            last = max(last, total)
    if not last or not set(range(1, last + 1)) <= pages.keys():
        return {}
    entries = [entry for number in sorted(pages) for entry in pages[number] if isinstance(entry, dict)]
    found = ((as_int(entry.get(identifier)), entry.get(name)) for entry in entries)
    return {number: str(text) for number, text in found if isinstance(number, int) and text}


def _page(exchange: Exchange) -> dict[str, Json]:
    """The page that a listing's answer holds; empty where its size was asked for, as pages then do not add up."""
    response = exchange.response
    if response is None or not response.ok or exchange.request.query_value("pageSize"):
        return {}
    page = response.json.get("page") if isinstance(response.json, dict) else None
    return page if isinstance(page, dict) else {}


# -- Bird --------------------------------------------------------------------------------------------------------


def _bird(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    target = targets.bird
    known = target is not None and target.workspace_id.lower() == conversation.scope
    told = told_bird_facts(target) if target is not None and known else bird.Facts()
    keys = STANDARD_KEYS | set(_identifier_keys(heard))
    facts = replace(
        told,
        lists=told.lists | _shown_members(heard, "listIds"),
        accounts=told.accounts | _shown_members(heard, "accountIds"),
        companies=told.companies | _shown_members(heard, "companyRefs"),
        attributes=told.attributes | _kept_attributes(heard) - keys - told.read_only,
        identifier_keys=keys,
        reads=any(_answers(heard, "getContact")),
        shows_identifiers=any(_answers(heard, "listContactIdentifiers")),
    )
    return bird.BirdRulebook(conversation.contract, facts)


def unread(rulebook: Rulebook) -> Rulebook:
    """The rulebook for an update after which nobody reads the contact: there its answer tells what is stored."""
    if isinstance(rulebook, bird.BirdRulebook):
        return bird.BirdRulebook(rulebook.contract, replace(rulebook.facts, reads=False))
    if isinstance(rulebook, conga.CongaRulebook):
        return conga.CongaRulebook(rulebook.contract, replace(rulebook.facts, readable=False))
    return rulebook


def _shown_birds(heard: Exchanges) -> Iterator[dict[str, Json]]:
    """The contacts that answers show."""
    shown = _answers(heard, "getContact", "updateContact", "updateContactByIdentifier", "createContact")
    return (body for body in shown if isinstance(body, dict))


def _shown_members(heard: Exchanges, member: str) -> frozenset[str]:
    """What contacts are in, which therefore exists; ids in lower case."""
    named = [each for contact in _shown_birds(heard) for each in _several(contact.get(member) or [])]
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
            sent.setdefault(key, []).extend(_several(value))
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
    listings = [
        body.get("results") for body in _answers(heard, "listContactIdentifiers") if isinstance(body, dict)
    ]
    featured = [body.get("featuredIdentifiers") for body in _shown_birds(heard)]
    for entries in (*listings, *featured):
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("key"), str):
                yield entry["key"]


# -- Conga -------------------------------------------------------------------------------------------------------


def _conga(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    told = targets.conga.facts if targets.conga is not None else None
    answers = [*_answers(heard, "getContactByExternalId", "getContact")]
    records = [record for body in answers if (record := record_in(body)) is not None]
    lookups = {name: dict(_pointed_to(records, name)) for name in LOOKUPS}
    custom: tuple[str, ...] = ()
    if told is not None:
        lookups["Account"] |= {record.id: record.name for record in told.accounts}
        lookups["Owner"] |= {record.id: record.name for record in told.owners}
        custom = told.custom_fields
    shown = frozenset(name for name in custom if any(isinstance(record.get(name), str) for record in records))
    return conga.CongaRulebook(conversation.contract, conga.Facts(lookups, shown, readable=bool(records)))


def _pointed_to(records: Iterable[dict[str, Json]], name: str) -> Iterator[tuple[str, str]]:
    """Id and name of what records were shown to point to; so others may, too."""
    for record in records:
        value = record.get(name)
        if isinstance(value, dict) and isinstance(value.get("Id"), str) and isinstance(value.get("Name"), str):
            yield value["Id"], value["Name"]


# -- Marketing Cloud ---------------------------------------------------------------------------------------------


def _sfmc(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    told = told_sfmc_facts(targets.sfmc) if targets.sfmc is not None else None
    facts = told if told is not None and told.sets else sfmc.Facts(shown_sets(heard), partial=True)
    shown = {
        column
        for body in _answers(heard, "searchAttributes")
        for item in found_items(body) or ()
        for column, values in item.items()
        if any(value not in (None, "") for value in values)
    }
    readable = frozenset(
        name for name, one in facts.sets.items() if any(f"{name}.{attribute}" in shown for attribute in one.types)
    )
    return sfmc.SfmcRulebook(conversation.contract, replace(facts, readable=readable))


_RULEBOOKS: Final[Mapping[str, Callable[[Conversation, Targets, Exchanges], Rulebook]]] = {
    "everbridge": _everbridge,
    "bird": _bird,
    "conga": _conga,
    "sfmc": _sfmc,
}
