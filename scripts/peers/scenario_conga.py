"""Conga: create, update in part, clear, ask for the record, be refused."""

from __future__ import annotations

from typing import Any, Final

from scripts.peers.scenario import Steps

HOME: Final = "/api/data/v1/Contact"
ONE: Final = f"{HOME}/by-externalId/eng-1"
OTHER: Final = f"{HOME}/by-externalId/crm-0002"
ACCOUNT: Final = {"Id": "5f0b6c1e-8a34-4d2b-9c57-1e6f4a3b7d01", "Name": "Harbour Works"}
OWNER: Final = {"Id": "c2d9e7a4-3b15-4f68-8e20-7a9d5c4b6f12", "Name": "Zoë Lindqvist"}
FIELDS: Final = (
    "Name",
    "FirstName",
    "LastName",
    "AssistantName",
    "Department",
    "Description",
    "DoNotCall",
    "EmailBouncedReason",
    "LeadSource",
    "AssistantPhone",
    "Fax",
    "HasOptedOutOfEmail",
    "HasOptedOutOfFax",
    "HomePhone",
    "MailingAddress",
    "MailingCity",
    "MailingCountry",
    "MailingCountryCode",
    "MailingPostalCode",
    "MailingState",
    "MailingStreet",
    "MobilePhone",
    "OtherAddress",
    "OtherCity",
    "OtherCountry",
    "OtherCountryCode",
    "OtherPhone",
    "OtherPostalCode",
    "OtherState",
    "OtherStreet",
    "Phone",
    "PhotoUrl",
    "Salutation",
    "Title",
)


def play(steps: Steps) -> None:
    """The scenario."""
    steps.call("POST", HOME, {"ExternalId": "eng-1", "LastName": "Byron"})
    made = _read(steps, ONE)
    other = _read(steps, OTHER)

    texts: dict[str, Any] = {name: f"{name} 1" for name in FIELDS}
    body = {
        **texts,
        "Email": "ada@example.com",
        "Birthdate": "1990-12-10",
        "EmailBouncedDate": "2024-02-29",
        "IsEmailBounced": True,
        "Account": ACCOUNT,
        "Owner": OWNER,
    }
    status, answer = steps.call("PUT", ONE, {**body, "Id": made["Id"]})
    steps.expect("update: status", status, 200)
    steps.shows("update", answer, {"Success": True, "StatusCode": "OK"})
    steps.expect("update: no record", (answer or {}).get("Data"), None)
    seen = _read(steps, ONE)
    steps.shows("written", seen, {**body, "Id": made["Id"], "ExternalId": "eng-1"})

    _, answer = steps.call("PUT", f"{ONE}?IncludeRecordPayloadInResponse=true", {"Title": None, "Phone": "1"})
    seen = _read(steps, ONE)
    steps.expect("payload is the record", answer.get("Data"), seen)
    steps.expect("null clears", seen.get("Title"), None)
    kept = {name: value for name, value in body.items() if name not in ("Title", "Phone")}
    steps.shows("kept", seen, {**kept, "Phone": "1"})
    _, answer = steps.call("PUT", f"{ONE}?IncludeRecordPayloadInResponse=false", {"Account": None, "Fax": None})
    steps.expect("no payload when false", answer.get("Data"), None)
    seen = _read(steps, ONE)
    steps.expect("null clears the account", seen.get("Account"), None)
    steps.expect("null clears another", seen.get("Fax"), None)

    bodies: dict[str, Any] = {
        "another id": {"Id": other["Id"], "Title": "X"},
        "unknown field": {"Title": "X", "Nickname": "X"},
        "number for text": {"Title": 1},
        "text for boolean": {"IsEmailBounced": "yes", "Title": "X"},
        "null for boolean": {"IsEmailBounced": None, "Title": "X"},
        "no object": ["X"],
    }
    for what, refused in bodies.items():
        status, answer = steps.call("PUT", ONE, refused)
        steps.expect(what, status, 400)
        steps.expect("refusal says so", (answer or {}).get("Success"), False)
        steps.expect("refusal has a message", bool((answer or {}).get("Errors", [{}])[0].get("Message")), True)
    steps.expect("unknown record", steps.call("PUT", f"{HOME}/by-externalId/eng-9", {"Title": "X"})[0], 404)
    steps.expect("unknown record is not made", steps.call("GET", f"{HOME}/by-externalId/eng-9")[0], 404)
    steps.expect("no credentials", steps.call("PUT", ONE, {"Title": "X"}, signed=False)[0], 401)
    steps.expect("refused: nothing changes", _read(steps, ONE), seen)
    steps.expect("others untouched", _read(steps, OTHER), other)


def _read(steps: Steps, where: str) -> dict[str, Any]:
    found: dict[str, Any] = steps.call("GET", where)[1]["Data"][0]
    return found
