"""Conversations of an ordinary program with the bundled servers, recorded as HAR by hooks of httpx."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx

from contact_contracts.plugin.servers import BundledServers

Entry = dict[str, Any]
ORGANIZATION = 892807736729062
WORKSPACE = "a1b2c3d4-0000-4000-8000-000000000001"
LISTS = [f"11570000-0000-4000-8000-00000000000{number}" for number in (1, 2, 3)]
PATH = 241901148045319
SECRETS = ("ZGVtbzpkZW1v", "demo-token", "demo-client-secret", "s3cr3t-of-a-cookie", "s3cr3t-of-a-query")
"""What the conversations send and nobody may write down: base64 of demo:demo, tokens, a cookie, a query value."""


@dataclass
class Recorder:
    """A client whose calls are noted."""

    url: str
    headers: dict[str, str]
    entries: list[Entry] = field(default_factory=list)
    _began: tuple[datetime, float] = field(init=False)

    def __post_init__(self) -> None:
        hooks: dict[str, list[Callable[..., Any]]] = {"request": [self._begin], "response": [self._end]}
        self.client = httpx.Client(base_url=self.url, headers=self.headers, event_hooks=hooks, trust_env=False)

    def _begin(self, _: httpx.Request) -> None:
        self._began = datetime.now(UTC), perf_counter()

    def _end(self, response: httpx.Response) -> None:
        response.read()
        at, started = self._began
        request = response.request
        entry: Entry = {
            "startedDateTime": at.isoformat(),
            "time": (perf_counter() - started) * 1000,
            "request": {
                "method": request.method,
                "url": str(request.url),
                "headers": _named(request.headers),
                "cookies": [],
                "bodySize": len(request.content),
            },
            "response": {
                "status": response.status_code,
                "headers": _named(response.headers),
                "content": {
                    "size": len(response.content),
                    "mimeType": response.headers.get("content-type", ""),
                    "text": response.text,
                },
            },
        }
        if request.content:
            sent = {"mimeType": request.headers.get("content-type", ""), "text": request.content.decode()}
            entry["request"]["postData"] = sent
        self.entries.append(entry)

    def call(self, method: str, path: str, body: Any = None, *, anonymous: bool = False, **options: Any) -> Any:
        """Send a call and return what the answer holds."""
        content = {} if body is None else {"json": body}
        request = self.client.build_request(method, path, **content, **options)
        if anonymous:
            del request.headers["authorization"], request.headers["cookie"]
        answer = self.client.send(request)
        return answer.json() if answer.content else None


def _named(headers: httpx.Headers) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in headers.multi_items()]


def har(entries: list[Entry]) -> dict[str, Any]:
    """Entries as the content of a HAR file."""
    return {"log": {"version": "1.2", "creator": {"name": "a test", "version": "1"}, "entries": entries}}


def write_har(path: Path, entries: list[Entry]) -> Path:
    """Write entries into a HAR file."""
    path.write_text(json.dumps(har(entries)), encoding="utf-8")
    return path


def record(family: str, fault: str = "") -> list[Entry]:
    """A conversation with a bundled server of a family, right or with a fault."""
    servers = BundledServers([family], fault)
    try:
        with_cookie = {"authorization": _AUTHORIZATIONS[family], "cookie": "session=s3cr3t-of-a-cookie"}
        recorder = Recorder(servers.urls[family], with_cookie)
        with recorder.client:
            _CONVERSATIONS[family](recorder)
    finally:
        servers.stop()
    return recorder.entries


def _everbridge(talk: Recorder) -> None:
    for listing in ("recordTypes", "groups", "contactAttributes", "contactPaths"):
        first = talk.call("GET", f"/{listing}/{ORGANIZATION}")
        for number in range(2, (first["page"]["totalPageCount"] or 1) + 1):
            talk.call("GET", f"/{listing}/{ORGANIZATION}", params={"pageNumber": number})
    kind = talk.call("GET", f"/recordTypes/{ORGANIZATION}")["page"]["data"][0]["id"]
    person = {"firstName": "Ada", "lastName": "Lovelace", "externalId": "ada", "recordTypeId": kind}
    path = {"pathId": PATH, "countryCode": "US", "value": "2025550142"}
    frame = {"name": "night", "days": [2, 3], "fromHour": 22, "fromMin": 0, "toHour": 23, "toMin": 30}
    quiet = {**person, "timezoneId": "Europe/London", "paths": [{**path, "quietTimeFrames": [frame]}]}
    contacts = f"/contacts/{ORGANIZATION}"
    one = f"{contacts}/ada"
    by_external_id = {"idType": "externalId"}
    talk.call("GET", one, params=by_external_id)
    talk.call("POST", contacts, person, params={"access_token": "s3cr3t-of-a-query"})
    for body in (quiet, {**person, "suffix": "PhD", "paths": [path]}, person):
        talk.call("GET", one, params=by_external_id)
        talk.call("PUT", one, body, params=by_external_id)
    talk.call("GET", one, params=by_external_id)
    talk.call("GET", one, params=by_external_id, anonymous=True)


def _bird(talk: Recorder) -> None:
    contacts = f"/workspaces/{WORKSPACE}/contacts"
    made = talk.call("POST", contacts, {"displayName": "Ada"})
    one = f"{contacts}/{made['id']}"
    bodies: list[Any] = [
        {"listIds": LISTS[:2]},
        {"listIds": LISTS[2:], "attributes": {"displayName": "Ada Lovelace"}},
        {"addIdentifiers": [{"key": "emailaddress", "value": "ada@example.com"}]},
        {"listIds": ["none"]},
    ]
    talk.call("GET", one)
    talk.call("GET", f"{one}/identifiers")
    for body in bodies:
        talk.call("PATCH", one, body)
        talk.call("GET", one)
    talk.call("PATCH", f"{contacts}/identifiers/emailaddress/ada@example.com", {"attributes": {"firstName": "A."}})
    talk.call("GET", one)


def _conga(talk: Recorder) -> None:
    one = "/api/data/v1/Contact/by-externalId/ada"
    talk.call("GET", one)
    created = {"ExternalId": "ada", "Name": "Ada Lovelace", "FirstName": "Ada", "LastName": "Lovelace"}
    talk.call("POST", "/api/data/v1/Contact", created)
    for body in ({"Title": "Countess"}, {"Title": None, "Department": "Engines"}, {"Title": "Lady"}):
        talk.call("GET", one)
        talk.call("PUT", one, body, params={"IncludeRecordPayloadInResponse": "true"})
    talk.call("GET", one)
    talk.call("PUT", one, {"Title": "Stranger"}, anonymous=True)
    talk.call("GET", one)


def _sfmc(talk: Recorder) -> None:
    secrets = {"client_id": "demo-client", "client_secret": "demo-client-secret"}
    token = talk.call("POST", "/v2/token", {"grant_type": "client_credentials", **secrets})["access_token"]
    talk.client.headers["authorization"] = f"Bearer {token}"
    contacts = "/contacts/v1/contacts"
    asked = [{"key": key} for key in ("Contact.Contact Key", "Contact.Contact ID")]
    condition = {
        "attribute": {"key": "Contact.Contact Key"},
        "operator": "Equals",
        "value": {"items": ["ada@example.com"]},
    }
    found = {
        "request": {"attributes": asked},
        "conditionSet": {"operator": "And", "conditionSets": [], "conditions": [condition]},
    }
    for method, name in (("POST", "Ada"), ("PATCH", "Augusta"), ("PATCH", "Ada")):
        named = {"name": "Email Demographics", "items": [{"values": [{"name": "First Name", "value": name}]}]}
        talk.call(method, contacts, {"contactKey": "ada@example.com", "attributeSets": [named]})
        talk.call("POST", "/contacts/v1/attributes/search", found)
    talk.call("PATCH", contacts, {"contactKey": "ada@example.com"})


_CONVERSATIONS: dict[str, Callable[[Recorder], None]] = {
    "everbridge": _everbridge,
    "bird": _bird,
    "conga": _conga,
    "sfmc": _sfmc,
}
_AUTHORIZATIONS = {
    "everbridge": "Basic ZGVtbzpkZW1v",
    "bird": "AccessKey demo-token",
    "conga": "Bearer demo-token",
    "sfmc": "",
}
