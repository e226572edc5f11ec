"""What exists beside the contacts at a Conga target, as the target file or the traffic tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contact_contracts.exchange import Json
from contact_contracts.rulebook import conga
from contact_contracts.rulebook.conga.fields import LOOKUPS
from contact_contracts.rulebook.conga.state import record_in
from contact_contracts.rulebook.world import Rulebook
from contact_contracts.target import Targets
from contact_contracts.traffic.facts.answers import Exchanges, answers
from contact_contracts.traffic.matching import Conversation


def conga_rulebook(conversation: Conversation, targets: Targets, heard: Exchanges) -> Rulebook:
    """The rulebook for a conversation with Conga."""
    told = targets.conga.facts if targets.conga is not None else None
    bodies = answers(heard, "getContactByExternalId", "getContact")
    records = [record for body in bodies if (record := record_in(body)) is not None]
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
