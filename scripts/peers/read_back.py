"""Hooks for Schemathesis: make updates acceptable, and read back what an accepted update has written.

About what a user of it writes for one API in an hour, for each of the four; loaded by SCHEMATHESIS_HOOKS.
"""

from __future__ import annotations

import atexit
import os
from pathlib import Path
from typing import Any, Final

import httpx
import schemathesis

from scripts.peers.places import PLACES, WORKSPACE

FAMILY: Final = os.environ["PEER_FAMILY"]
READ: Final = httpx.Client(
    base_url=os.environ["PEER_URL"],
    headers={"Authorization": PLACES[FAMILY].authorization},
    trust_env=False,
)
UPDATES: Final = ("updateContact", "updateContactByExternalId", "updateContacts")
TEXTS: Final = {
    "everbridge": ("firstName", "lastName", "suffix", "middleInitial", "businessName"),
    "conga": ("FirstName", "LastName", "Title", "Department", "Description", "MailingCity", "Phone"),
}
SETS: Final = "/contacts/v1/attributes/search"
NAMES: Final = ("First Name", "Last Name", "Text Profile Attribute")
count = 0


@atexit.register
def _tell() -> None:
    Path(os.environ["PEER_COUNT"]).write_text(str(count), encoding="utf-8")


@schemathesis.hook
def before_call(_context: Any, case: Any, _kwargs: Any) -> None:
    """Put references that exist into a body that is meant to be accepted."""
    body = case.body
    if case.meta is None or not case.meta.generation.mode.is_positive or not isinstance(body, dict):
        return
    if FAMILY == "everbridge" and case.operation.definition.raw.get("operationId") in UPDATES:
        unknown = ("paths", "groups", "groupsName", "topics", "contactAttributes", "recordTypeName", "address")
        case.body = {name: value for name, value in body.items() if name not in unknown}
        case.body |= {"recordTypeId": 1533823015714817, "externalId": "001"}
        case.body = {"firstName": "A", "lastName": "B", **case.body}
    elif FAMILY == "conga":
        case.body = {name: value for name, value in body.items() if name in TEXTS["conga"]}
    elif FAMILY == "bird" and case.operation.method == "patch":
        case.body = {"attributes": {"jobTitle": str(body.get("attributes")), "age": len(body)}}
    elif FAMILY == "sfmc" and "attributeSets" in body:
        values = [{"name": name, "value": f"{name} {case.id}"} for name in NAMES]
        sets = [{"name": "Email Demographics", "items": [{"values": values}]}]
        case.body = {"contactKey": "acruz@example.com", "attributeSets": sets}


@schemathesis.check
def reads_back(_context: Any, response: Any, case: Any) -> None:
    """What an accepted update sent is what the next read shows."""
    ours = case.meta is not None and case.meta.generation.mode.is_positive
    if not ours or response.status_code != 200 or not isinstance(case.body, dict):
        return
    if case.operation.definition.raw.get("operationId") not in UPDATES:
        return
    seen = _seen()
    for name, value in _sent(case.body).items():
        assert (seen.get(name) or "") == (value or ""), f"{name} reads back otherwise"  # noqa: S101 - its way


def _sent(body: dict[str, Any]) -> dict[str, Any]:
    if FAMILY == "bird":
        return dict(body.get("attributes") or {})
    if FAMILY == "sfmc":
        return {each["name"]: each["value"] for each in body["attributeSets"][0]["items"][0]["values"]}
    if FAMILY == "everbridge":
        return {name: body.get(name) for name in TEXTS[FAMILY]}  # what is left out is emptied
    return {name: body[name] for name in TEXTS[FAMILY] if name in body}


def _seen() -> dict[str, Any]:
    global count  # noqa: PLW0603 - hooks of this tool are a module
    count += 1
    contact = PLACES[FAMILY].contact
    if FAMILY == "everbridge":
        path = f"/contacts/{PLACES[FAMILY].account['path.organizationId']}/{contact['path.contactId']}"
        return dict(READ.get(path).json()["result"])
    if FAMILY == "bird":
        path = f"/workspaces/{WORKSPACE}/contacts/{contact['path.contactId']}"
        return dict(READ.get(path).json()["attributes"])
    if FAMILY == "conga":
        return dict(READ.get(f"/api/data/v1/Contact/by-externalId/{contact['path.externalId']}").json()["Data"][0])
    return _row("acruz@example.com")


def _row(key: str) -> dict[str, Any]:
    condition = {"attribute": {"key": "Contact.Contact Key"}, "operator": "Equals", "value": {"items": [key]}}
    asked = {
        "request": {"attributes": [{"key": f"Email Demographics.{name}"} for name in NAMES]},
        "conditionSet": {"operator": "And", "conditionSets": [], "conditions": [condition]},
    }
    values = READ.post(SETS, json=asked).json()["items"][0]["values"]
    return {each["name"].partition(".")[2]: each["value"] for each in values}
