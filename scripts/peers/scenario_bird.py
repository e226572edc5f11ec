"""Bird: create, update in part, add and remove, name and anonymity, strategies, be refused."""

from __future__ import annotations

from typing import Any, Final

from scripts.peers.places import WORKSPACE
from scripts.peers.scenario import Steps

HOME: Final = f"/workspaces/{WORKSPACE}/contacts"
LISTS: Final = [f"11570000-0000-4000-8000-0000000000{number:02}" for number in range(1, 12)]
ACCOUNTS: Final = [f"acc00000-0000-4000-8000-0000000000{number:02}" for number in range(1, 12)]
EMAIL: Final = {"key": "emailaddress", "value": "eng@example.com"}
PHONE: Final = {"key": "phonenumber", "value": "+442079460099"}
ATTRIBUTES: Final = {"jobTitle": "Engineer", "age": 36, "isSubscribed": False, "languages": ["en", "fr"]}


def play(steps: Steps) -> None:
    """The scenario."""
    _, made = steps.call("POST", HOME, {"displayName": "Ada", "identifiers": [EMAIL]})
    one = f"{HOME}/{made['id']}"
    known = f"{HOME}/c0000000-0000-4000-8000-000000000001"
    _, other = steps.call("GET", known)

    body = {
        "attributes": ATTRIBUTES,
        "addIdentifiers": [PHONE],
        "addToLists": LISTS[:2],
        "addToAccounts": ACCOUNTS[:2],
        "addCompanyRefs": ["harbour-works"],
        "nickname": "Countess",
    }
    status, answer = steps.call("PATCH", one, body)
    steps.expect("update: status", status, 200)
    steps.shows("update", answer, {"id": made["id"], "workspaceId": WORKSPACE, "createdAt": made["createdAt"]})
    steps.expect("update: time", answer["updatedAt"] >= made["updatedAt"], True)
    _, seen = steps.call("GET", one)
    steps.expect("answer reads back", _without_time(seen), _without_time(answer))
    steps.shows("written", seen["attributes"], ATTRIBUTES)
    steps.expect("written: lists", sorted(seen["listIds"]), LISTS[:2])
    steps.expect("written: accounts", sorted(seen["accountIds"]), ACCOUNTS[:2])
    steps.expect("written: companies", seen["companyRefs"], ["harbour-works"])
    steps.shows("written", seen, {"identifierCount": 2, "isAnonymous": False, "computedDisplayName": "Ada"})

    _, empty = steps.call("PATCH", one, {})
    steps.expect("empty body changes nothing", _without_time(empty), _without_time(seen))
    body = {
        "removeIdentifiers": [PHONE],
        "removeFromLists": LISTS[:1],
        "removeFromAccounts": ACCOUNTS[:1],
        "removeCompanyRefs": ["harbour-works"],
        "attributes": {"age": 37},
    }
    _, seen = steps.call("PATCH", one, body)
    steps.expect("removed: identifier", seen["identifierCount"], 1)
    steps.expect("removed: list", seen["listIds"], LISTS[1:2])
    steps.expect("removed: account", seen["accountIds"], ACCOUNTS[1:2])
    steps.expect("removed: company", seen.get("companyRefs") or [], [])
    steps.shows("kept", seen["attributes"], {**ATTRIBUTES, "age": 37})
    body = {"listIds": LISTS[4:6], "accountIds": ACCOUNTS[4:6], "companyRefs": ["northwind"]}
    _, seen = steps.call("PATCH", one, body)
    steps.expect("set: lists", sorted(seen["listIds"]), LISTS[4:6])
    steps.expect("set: accounts", sorted(seen["accountIds"]), ACCOUNTS[4:6])
    steps.expect("set: companies", seen["companyRefs"], ["northwind"])
    _, seen = steps.call("GET", f"{one}?attribute=score")
    steps.expect("empty attribute is named", "score" in seen["attributes"], True)
    steps.shows("attribute keeps the rest", seen["attributes"], {"age": 37})

    _refusals(steps, one)
    _, seen = steps.call("GET", one)
    steps.expect("refused: nothing changes", sorted(seen["listIds"]), LISTS[4:6])
    steps.expect("refused: identifiers", seen["identifierCount"], 1)
    _, seen = steps.call("GET", known)
    steps.expect("others untouched", seen, other)

    identified = f"{HOME}/identifiers/visitorid/eng-visitor"
    status, seen = steps.call("PATCH", identified, {"strategy": "first", "addIdentifiers": [PHONE]})
    steps.expect("first creates", status, 201)
    steps.shows("visitor", seen, {"isAnonymous": True, "identifierCount": 1})
    _, seen = steps.call("PATCH", f"{HOME}/{seen['id']}", {"addIdentifiers": [PHONE]})
    steps.expect("named by phone", seen["computedDisplayName"], PHONE["value"])


def _refusals(steps: Steps, one: str) -> None:
    taken = {"key": "emailaddress", "value": "amara@example.com"}
    bodies: dict[str, dict[str, Any]] = {
        "eleven lists": {"listIds": LISTS},
        "eleven accounts": {"addToAccounts": ACCOUNTS},
        "no accounts": {"accountIds": []},
        "list is no UUID": {"addToLists": ["one"]},
        "unknown strategy": {"strategy": "second"},
    }
    for what, body in bodies.items():
        steps.expect(what, steps.call("PATCH", one, body)[0], 422)
    status, answer = steps.call("PATCH", one, {"addIdentifiers": [taken]})
    steps.expect("identifier of another", status, 409)
    steps.expect("refusal has code and message", {"code", "message"} <= set(answer or {}), True)
    status, _ = steps.call("PATCH", one, {"strategy": "first_alias", "addIdentifiers": [taken]})
    steps.expect("first_alias passes it over", status, 200)
    steps.call("PATCH", one, {"attributes": {"emailaddress": ["x@example.com"]}})
    steps.expect(
        "unknown contact", steps.call("PATCH", f"{HOME}/c0000000-0000-4000-8000-00000000ffff", {})[0], 404
    )
    steps.expect("no credentials", steps.call("PATCH", one, {}, signed=False)[0], 401)


def _without_time(contact: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in contact.items() if name != "updatedAt"}
