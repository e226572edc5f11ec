"""Everbridge: create, replace, leave things out, rename, be refused, update a batch."""

from __future__ import annotations

from typing import Any, Final

from scripts.peers.places import ORGANIZATION
from scripts.peers.scenario import Steps

HOME: Final = f"/contacts/{ORGANIZATION}"
NIGHT: Final = {"name": "night", "days": [1, 7], "fromHour": 22, "fromMin": 30, "toHour": 6, "toMin": 59}
EMAIL: Final = {"pathId": 241901148045316, "value": "eng@example.com"}
ADDRESS: Final = {
    "locationName": "Office",
    "streetAddress": "1 Quay Street",
    "country": "GB",
    "gisLocation": {"lat": 51.45, "lon": -2.59},
}
NAMES: Final = {
    "firstName": "Ada",
    "lastName": "Byron",
    "middleInitial": "K",
    "suffix": "PhD",
    "country": "GB",
    "timezoneId": "Europe/London",
    "businessName": "Engines",
    "preferredLanguage": "en",
}
WHOLE: Final[dict[str, Any]] = {
    **NAMES,
    "externalId": "eng-1",
    "recordTypeId": 1533823015714817,
    "paths": [
        {"pathId": 241901148045321, "value": "7700900123", "countryCode": "GB", "quietTimeFrames": [NIGHT]},
        EMAIL,
    ],
    "address": [ADDRESS, {"locationName": "Home", "streetAddress": "7 Mill Lane", "country": "GB"}],
    "contactAttributes": [
        {"orgAttrId": 1509768514502692, "values": ["option1"]},
        {"orgAttrId": 1509768514502693, "values": ["Engineer"]},
    ],
    "groups": [1, 2],
    "topics": [7001, 7002],
}
SMS: Final = {"pathId": 241901148045321, "value": "7700900124", "countryCode": "GB"}
LEAN: Final[dict[str, Any]] = {
    "firstName": "Ada",
    "lastName": "Lovelace",
    "externalId": "eng-1",
    "recordTypeId": 1533823015714817,
    "timezoneId": "Europe/London",
    "paths": [SMS],
    "address": [ADDRESS],
    "contactAttributes": [{"orgAttrId": 1509768514502692, "values": ["option2"]}],
    "topics": [7002],
}


def play(steps: Steps) -> None:
    """The scenario."""
    _, made = steps.call("POST", HOME, {**LEAN})
    one = f"{HOME}/{made['id']}"
    _, other = steps.call("GET", f"{HOME}/001?idType=externalId")

    status, answer = steps.call("PUT", one, {**WHOLE, "id": other["result"]["id"]})
    steps.expect("update: status", status, 200)
    steps.shows("update: answer", answer, {"message": "OK", "id": made["id"]})
    seen = _read(steps, one)
    steps.shows("written", seen, NAMES)
    steps.expect("written: paths", [each["value"] for each in seen["paths"]], ["7700900123", "eng@example.com"])
    steps.expect("written: quiet time", seen["paths"][0].get("quietTimeFrames"), [NIGHT])
    steps.expect(
        "written: coordinates", _by_name(seen).get("Office", {}).get("gisLocation"), ADDRESS["gisLocation"]
    )
    steps.expect("written: addresses", len(seen["address"]), 2)
    steps.expect("written: attributes", _attributes(seen), [["Engineer"], ["option1"]])
    steps.expect("written: groups", sorted(seen["groups"]), [1, 2])
    steps.expect("written: topics", sorted(seen["topics"]), [7001, 7002])

    steps.call("PUT", f"{HOME}/eng-1?idType=externalId", LEAN)
    seen = _read(steps, one)
    for name in ("suffix", "middleInitial", "businessName", "preferredLanguage", "country"):
        steps.expect(f"left out: {name}", seen.get(name), None)
    steps.expect("left out: path", [each["value"] for each in seen["paths"]], ["7700900124"])
    steps.expect("left out: quiet time stays", seen["paths"][0].get("quietTimeFrames"), [NIGHT])
    steps.expect("left out: address", list(_by_name(seen)), ["Office"])
    steps.expect("left out: attribute", _attributes(seen), [["option2"]])
    steps.expect("left out: topic", seen.get("topics"), [7002])
    steps.expect("left out: groups stay", sorted(seen["groups"]), [1, 2])

    named = {
        **LEAN,
        "externalId": "eng-2",
        "recordTypeName": "Contractor",
        "groupsName": ["group3"],
        "paths": [{"prompt": "email", "value": "by-name@example.com"}],
        "contactAttributes": [{"name": "Job title", "values": ["Countess"]}],
    }
    steps.call("PUT", one, {name: value for name, value in named.items() if name != "recordTypeId"})
    status, _ = steps.call("GET", f"{HOME}/eng-1?idType=externalId")
    steps.expect("old external id", status, 404)
    seen = _read(steps, f"{HOME}/eng-2?idType=externalId")
    steps.expect("by name: record type", seen["recordTypeId"], 1533823015714818)
    steps.expect("by name: group", sorted(seen["groups"]), [1, 2, 3])
    steps.expect("by name: path", [each["value"] for each in seen["paths"]], ["by-name@example.com"])
    steps.expect("by name: attribute", _attributes(seen), [["Countess"]])

    _refusals(steps, one)
    steps.expect("refused: nothing changes", _read(steps, one).get("externalId"), "eng-2")

    row = {**LEAN, "id": made["id"], "externalId": "eng-3"}
    status, answer = steps.call("PUT", f"{HOME}/batch?updateType=full", [row])
    steps.expect("batch: code", (answer or {}).get("code"), 100)
    seen = _read(steps, one)
    steps.shows("batch: written", seen, {"externalId": "eng-3", "lastName": "Lovelace"})
    steps.expect("batch: groups stay", sorted(seen["groups"]), [1, 2, 3])
    steps.expect("batch: topics", seen.get("topics"), [7002])
    _, after = steps.call("GET", f"{HOME}/001?idType=externalId")
    steps.expect("others untouched", after, other)


def _refusals(steps: Steps, one: str) -> None:
    frames = [{**SMS, "quietTimeFrames": [NIGHT]}]
    no_zone = {name: value for name, value in LEAN.items() if name != "timezoneId"}
    status, answer = steps.call("PUT", one, {**no_zone, "externalId": "eng-9", "paths": frames})
    steps.expect("quiet time without time zone", status, 400)
    steps.expect("refusal names its status", (answer or {}).get("status"), 400)
    late = [{**SMS, "quietTimeFrames": [{**NIGHT, "fromHour": 24}]}]
    steps.expect("hour 24", steps.call("PUT", one, {**LEAN, "externalId": "eng-9", "paths": late})[0], 400)
    taken = steps.call("PUT", one, {**LEAN, "externalId": "001"})[0]
    steps.expect("external id of another", 400 <= taken < 500, True)
    steps.expect("unknown contact", steps.call("PUT", f"{HOME}/5", LEAN)[0], 404)
    steps.expect("unknown organization", steps.call("PUT", "/contacts/1/5", LEAN)[0], 401)
    steps.expect("no credentials", steps.call("PUT", one, LEAN, signed=False)[0], 401)


def _read(steps: Steps, where: str) -> dict[str, Any]:
    found: dict[str, Any] = steps.call("GET", where)[1]["result"]
    return found


def _by_name(contact: dict[str, Any]) -> dict[str, Any]:
    return {each["locationName"]: each for each in contact.get("address", [])}


def _attributes(contact: dict[str, Any]) -> list[list[str]]:
    return sorted(each["values"] for each in contact.get("contactAttributes", []))
