"""First calls to a served family, as curl commands: create a contact, update it, read it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from contact_contracts.exchange import Exchange, Request
from contact_contracts.redaction import REDACTED
from contact_contracts.reports import curl_for
from contact_contracts.target import BirdTarget, ClientCredentialsAuth, EverbridgeTarget
from contact_contracts.target.models import FamilyTarget

Example = tuple[str, str]
"""A remark and a command."""

_KEY = "ada@example.com"


def examples(target: FamilyTarget) -> Iterator[Example]:
    """Return a few commands for the family, in an order in which they work."""
    if isinstance(target, EverbridgeTarget):
        return _everbridge(target)
    if isinstance(target, BirdTarget):
        return _bird(target)
    return _conga(target) if target.family == "conga" else _sfmc(target)


def _curl(target: FamilyTarget, method: str, path: str, body: Any = None) -> str:
    headers = {"authorization": REDACTED}
    if body is not None:
        headers["content-type"] = "application/json"
    sent = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    request = Request("", method, target.base_url + path, headers=headers, body=sent)
    return curl_for(Exchange(1, request, None), target.auth.shown)


def _everbridge(target: EverbridgeTarget) -> Iterator[Example]:
    contacts = f"/contacts/{target.organization_id}"
    ada = {"firstName": "Ada", "lastName": "Lovelace", "externalId": "ada", "recordTypeName": "Employee"}
    one = f"{contacts}/ada?idType=externalId"
    yield "create a contact", _curl(target, "POST", contacts, {**ada, "suffix": "PhD"})
    yield "replace it: what is left out is emptied", _curl(target, "PUT", one, ada)
    yield "read it back", _curl(target, "GET", one)


def _bird(target: BirdTarget) -> Iterator[Example]:
    contacts = f"/workspaces/{target.workspace_id}/contacts"
    yield (
        "create a contact, or update it, by its mail address",
        _curl(
            target, "PATCH", f"{contacts}/identifiers/emailaddress/{_KEY}", {"attributes": {"firstName": "Ada"}}
        ),
    )
    search = {"identifier": {"key": "emailaddress", "value": _KEY}}
    yield "find it", _curl(target, "POST", f"{contacts}/search", search)
    yield "list contacts", _curl(target, "GET", f"{contacts}?limit=2")


def _conga(target: FamilyTarget) -> Iterator[Example]:
    one = "/api/data/v1/Contact/by-externalId/ada"
    created = {"ExternalId": "ada", "FirstName": "Ada", "LastName": "Lovelace"}
    yield "create a contact", _curl(target, "POST", "/api/data/v1/Contact", created)
    yield "update it", _curl(target, "PUT", f"{one}?IncludeRecordPayloadInResponse=true", {"Title": "Countess"})
    yield "read it back", _curl(target, "GET", one)


def _sfmc(target: FamilyTarget) -> Iterator[Example]:
    if isinstance(target.auth, ClientCredentialsAuth):
        yield "get a token", _token_command(target.auth)
    named = {"name": "Email Demographics", "items": [{"values": [{"name": "First Name", "value": "Ada"}]}]}
    contact = {"contactKey": _KEY, "attributeSets": [named]}
    contacts = "/contacts/v1/contacts"
    yield "create a contact", _curl(target, "POST", contacts, contact)
    yield "update it", _curl(target, "PATCH", contacts, contact)


def _token_command(auth: ClientCredentialsAuth) -> str:
    ask = (
        f'{{"grant_type": "client_credentials", "client_id": "\'"{auth.client_id.placeholder}"\'", '
        f'"client_secret": "\'"{auth.client_secret.placeholder}"\'"}}'
    )
    read = "python3 -c 'import json, sys; print(json.load(sys.stdin)[\"access_token\"])'"
    sent = f"curl -sS -H 'content-type: application/json' --data-raw '{ask}' {auth.auth_base_url}/v2/token"
    return f"export ACCESS_TOKEN=$({sent} | {read})"
