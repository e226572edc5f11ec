"""Marketing Cloud: create, update by key and by id, leave things out, be refused."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from scripts.peers.scenario import Steps

HOME: Final = "/contacts/v1/contacts"
SEARCH: Final = "/contacts/v1/attributes/search"
DEMOGRAPHICS: Final = "Email Demographics"
READ: Final = (
    "Contact.Contact ID",
    "Email Demographics.First Name",
    "Email Demographics.Last Name",
    "Email Demographics.Text Profile Attribute",
    "Email Demographics.Number Profile Attribute",
    "Email Addresses.Email Address",
    "Email Addresses.HTML Enabled",
    "MobileConnect Demographics.Mobile Number",
)
WHOLE: Final[dict[str, dict[str, Any]]] = {
    "Email Demographics": {
        "First Name": "Ada",
        "Last Name": "Byron",
        "Text Profile Attribute": "one",
        "Number Profile Attribute": 12,
    },
    "Email Addresses": {"Email Address": "eng@example.com", "HTML Enabled": True},
    "MobileConnect Demographics": {"Mobile Number": "555-555-5555"},
}


def play(steps: Steps) -> None:
    """The scenario."""
    steps.call("POST", HOME, _body({"contactKey": "eng-1"}, {DEMOGRAPHICS: {"First Name": "A"}}))
    steps.call("POST", HOME, _body({"contactKey": "ENG-1"}, {DEMOGRAPHICS: {"First Name": "B"}}))
    other = _read(steps, "ENG-1")
    number = _read(steps, "eng-1")["Contact.Contact ID"]

    status, answer = steps.call("PATCH", HOME, _body({"contactKey": "eng-1"}, WHOLE))
    steps.expect("update: status", status, 200)
    said = {"operationStatus": "OK", "hasErrors": False, "resultMessages": [], "isNewContactKey": False}
    steps.shows("update", answer, {**said, "contactKey": "eng-1"})
    steps.expect("update: id", str(answer.get("contactId", answer.get("contactID"))), str(number))
    steps.expect("update: rows", answer.get("rowsAffetcted", answer.get("rowsAffected", 0)) >= 1, True)
    steps.expect("update: type", isinstance(answer.get("contactTypeID"), int), True)
    first = answer["requestServiceMessageID"]
    UUID(first)
    UUID(answer["serviceMessageID"])
    whole = {f"{name}.{key}": value for name, values in WHOLE.items() for key, value in values.items()}
    steps.shows("written", _read(steps, "eng-1"), whole)

    change = {DEMOGRAPHICS: {"Last Name": "Lovelace"}}
    _, answer = steps.call("PATCH", HOME, _body({"contactID": number}, change))
    steps.expect("message ids differ", answer.get("requestServiceMessageID") == first, False)
    steps.shows("by id", answer, {"operationStatus": "OK", "contactKey": "eng-1"})
    after = {**whole, f"{DEMOGRAPHICS}.Last Name": "Lovelace"}
    steps.shows("by id and kept", _read(steps, "eng-1"), after)
    both = {"contactKey": "eng-1", "contactId": number}
    _, answer = steps.call("PATCH", HOME, _body(both, {DEMOGRAPHICS: {"First Name": "Augusta"}}))
    steps.shows("both", answer, {"operationStatus": "OK"})
    seen = _read(steps, "eng-1")
    steps.expect("both: written", seen[f"{DEMOGRAPHICS}.First Name"], "Augusta")

    nameless = {"contactKey": "eng-1", "attributeSets": [{"items": [{"values": [_pair("First Name", "X")]}]}]}
    bodies: dict[str, Any] = {
        "neither key nor id": _body({}, change),
        "no sets": {"contactKey": "eng-1"},
        "set without name": nameless,
        "no object": ["X"],
    }
    for what, refused in bodies.items():
        status, answer = steps.call("PATCH", HOME, refused)
        steps.expect(what, _refused(status, answer), True)
    status, answer = steps.call(
        "PATCH", HOME, _body({"contactKey": "eng-1"}, {DEMOGRAPHICS: {"First Name": "X"}}), signed=False
    )
    steps.expect("no credentials", status, 401)
    steps.expect("no credentials: answer", {"message", "errorcode"} <= set(answer or {}), True)
    steps.expect("refused: nothing changes", _read(steps, "eng-1"), seen)
    steps.expect("others untouched", _read(steps, "ENG-1"), other)


def _body(who: dict[str, Any], sets: dict[str, dict[str, Any]]) -> dict[str, Any]:
    rows = [
        {"name": name, "items": [{"values": [_pair(key, value) for key, value in values.items()]}]}
        for name, values in sets.items()
    ]
    return {**who, "attributeSets": rows}


def _pair(name: str, value: Any) -> dict[str, Any]:
    return {"name": name, "value": value}


def _refused(status: int, answer: Any) -> bool:
    if status != 200:
        return 400 <= status < 500
    return answer["operationStatus"] == "FAIL" and answer["hasErrors"] is True and bool(answer["resultMessages"])


def _read(steps: Steps, key: str) -> dict[str, Any]:
    condition = {"attribute": {"key": "Contact.Contact Key"}, "operator": "Equals", "value": {"items": [key]}}
    asked = {
        "request": {"attributes": [{"key": name} for name in READ]},
        "conditionSet": {"operator": "And", "conditionSets": [], "conditions": [condition]},
    }
    _, answer = steps.call("POST", SEARCH, asked)
    return {each["name"]: each["value"] for each in answer["items"][0]["values"]}
