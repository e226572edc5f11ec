"""What exists in an Everbridge organization, as the target file or the traffic tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook import everbridge
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import Rulebook
from contact_contracts.target import Targets
from contact_contracts.traffic.facts.answers import Exchanges, answers, several
from contact_contracts.traffic.matching import Conversation

Names = dict[int, str]
NAMELESS: Final = "\0"
"""Before an id in place of a name that nobody knows; no body holds it."""


def everbridge_rulebook(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    """The rulebook for a conversation with Everbridge."""
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
    for body in answers(heard, "getContact", "listContacts"):
        page = body.get("page") if isinstance(body, dict) else None
        rows = page.get("data") if isinstance(page, dict) else None
        for contact in [body.get("result") if isinstance(body, dict) else None, *(rows or ())]:
            if isinstance(contact, dict):
                yield contact


def _in_use(contacts: list[dict[str, Json]], member: str, inside: str = "") -> Names:
    """Ids of what contacts have, which therefore exists. Of a name a contact does not show whose else it is."""
    held = [each for contact in contacts for each in several(contact.get(member))]
    found = [as_int(each.get(inside) if isinstance(each, dict) else each) for each in held]
    return {each: f"{NAMELESS}{each}" for each in found if isinstance(each, int) and not isinstance(each, bool)}


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
