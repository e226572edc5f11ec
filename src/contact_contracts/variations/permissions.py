"""Targets that offer less: no creation, no reading back, no lists. What is lacking must not be asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from starlette.types import ASGIApp, Receive, Scope, Send

from contact_contracts.contract import FAMILIES, load_contract
from contact_contracts.reference.everbridge.seed import FIRST_CONTACT
from contact_contracts.variations.catalogue import Variation, declare
from contact_contracts.variations.http import answer_of

_EXISTING: Final[dict[str, dict[str, Any]]] = {
    "everbridge": {
        "contacts": [
            {"id": FIRST_CONTACT + at, "external_id": external_id}
            for at, external_id in enumerate(("001", "002", "003", "guest/4 ä"))
        ]
    },
}
"""Contacts of the reference server, where the bundled target file names none."""
_EVERBRIDGE_FACTS: Final[dict[str, Any]] = {
    "topics": [7001, 7002],
    "record_types": [
        {"id": 1533823015714817, "name": "Employee"},
        {"id": 1533823015714818, "name": "Contractor"},
        {"id": 1533823015714819, "name": "Visitor"},
    ],
    "groups": [
        {"id": 1, "name": "group1"},
        {"id": 2, "name": "group2"},
        {"id": 3, "name": "group3"},
        {"id": 151037291880441, "name": "North building"},
    ],
    "attributes": [
        {
            "id": 1509768514502692,
            "name": "attr1",
            "data_type": "STRING",
            "defined_values": ["option1", "option2", "option3"],
        },
        {"id": 1509768514502693, "name": "Job title", "data_type": "STRING"},
        {"id": 1509768514502694, "name": "Floor", "data_type": "NUMBER"},
    ],
    "paths": [
        {"id": 241901148045319, "prompt": "phone", "type": "PHONE"},
        {"id": 241901148045316, "prompt": "email", "type": "EMAIL"},
        {"id": 241901148045321, "prompt": "sms", "type": "SMS"},
        {"id": 241901148045324, "prompt": "private email", "type": "EMAIL"},
    ],
}
_LISTS: Final = ("listContactPaths", "listRecordTypes", "listContactAttributes", "listGroups")


class _Lacking:
    """Answers operations that the target says it lacks with 501: whoever calls one is noticed."""

    def __init__(self, app: ASGIApp, family: str, lacks: tuple[str, ...]) -> None:
        self._app = app
        self._contract = load_contract(family)
        self._lacks = frozenset(lacks)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            matched = self._contract.match(scope["method"], scope["raw_path"].decode("latin-1"))
            if matched is not None and matched[0].id in self._lacks:
                for message in answer_of(501, [(b"content-length", b"0")], b""):
                    await send(message)
                return
        await self._app(scope, receive, send)


def _lacking(lacks: tuple[str, ...]) -> Callable[[ASGIApp, str], ASGIApp]:
    return lambda app, family: _Lacking(app, family, lacks)


def _declare(name: str, family: str, summary: str, lacks: tuple[str, ...], **target: Any) -> None:
    told = {"lacks": list(lacks), **_EXISTING.get(family, {}), **target}
    keeps = name in ("no-deletion", "no-read-back")  # what cannot be removed or put back is listed
    declare(Variation(name, family, summary, wrap=_lacking(lacks), target=told, keeps_contacts=keeps))


def _supporting(family: str, *but: str) -> tuple[str, ...]:
    operations = load_contract(family).operations.values()
    return tuple(each.id for each in operations if not each.starred and each.id not in but)


def _named(family: str, *prefixes: str) -> tuple[str, ...]:
    return tuple(name for name in load_contract(family).operations if name.startswith(prefixes))


for _family in FAMILIES:
    _facts = {"facts": _EVERBRIDGE_FACTS} if _family == "everbridge" else {}
    _declare(
        "no-creation",
        _family,
        "Contacts can neither be made nor removed; the target file names existing ones.",
        _named(_family, "create", "delete"),
        allow_create=False,
        allow_delete=False,
    )
    _declare(
        "no-read-back",
        _family,
        "Only the operations of the vendor's pages are offered; nothing can be read back.",
        _supporting(_family, "requestToken"),
        allow_create=False,
        allow_delete=False,
        **_facts,
    )
    _declare(
        "no-deletion",
        _family,
        "Contacts can be made and read, and stay.",
        _named(_family, "delete"),
        allow_delete=False,
    )
_declare(
    "no-lists",
    "everbridge",
    "What exists is named by the target file, not listed.",
    _LISTS,
    facts=_EVERBRIDGE_FACTS,
)
_declare(
    "no-other-updates",
    "bird",
    "No operation finds or changes a contact by an identifier.",
    ("updateContactByIdentifier", "searchContacts", "listContacts"),
)
_declare("no-identifiers", "bird", "Identifiers cannot be listed.", ("listContactIdentifiers",))
_declare(
    "no-ids", "conga", "Records are reached by external id only.", ("getContact", "updateContact", "deleteContact")
)
