"""Finding out, on a contact of the run's own, what a target shows and how it wants to be addressed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.sfmc.bodies import TEXT_LENGTHS, Bodies, a_set
from contact_contracts.exchange import Exchange
from contact_contracts.rulebook.prediction import EXISTS
from contact_contracts.rulebook.sfmc.answers import result
from contact_contracts.rulebook.sfmc.facts import CASINGS, ID, KEY, Facts
from contact_contracts.rulebook.sfmc.rules import SfmcRulebook
from contact_contracts.rulebook.sfmc.state import found_items, of_contact
from contact_contracts.rulebook.values import as_int
from contact_contracts.transport import Blocked, NotAllowed

FORBIDDEN = 403

if TYPE_CHECKING:
    from contact_contracts.drivers.sfmc.driver import MarketingCloud


def probe(driver: MarketingCloud) -> None:
    """Settle the driver's facts. Blocked when the target is no API, or refuses our credentials."""
    try:
        key = driver.contacts(1)[0]
    except (Missing, NotAllowed):
        return  # each test then says what it lacks
    if driver.target.offers("searchAttributes"):
        find_readable(driver, key)
        driver.begin_with(key)
    driver.casing_tried = _try_casings(driver, key)
    if driver.can_read and not driver.exists(key):
        key = driver.instead_of(key)
    driver.bodies = Bodies(driver.facts, _text_length(driver, key), driver.rows)


def find_readable(driver: MarketingCloud, key: str) -> None:
    """Settle which sets a search shows. Blocked when the target is no API, or refuses our credentials."""
    driver.facts = replace(driver.facts, readable=_readable(driver, key))
    driver.session.rulebook = SfmcRulebook(driver.contract, driver.facts)


def _readable(driver: MarketingCloud, key: str) -> frozenset[str]:
    """The sets that a joint search shows without losing the contact; none when it cannot be found at all."""
    driver.searchable = _shows(driver, key, [KEY, ID])
    everything = replace(driver.facts, readable=frozenset(driver.facts.sets))
    if not driver.searchable or _shows(driver, key, everything.asked()):
        return everything.readable if driver.searchable else frozenset()
    readable: list[str] = []
    for name in driver.facts.sets:
        tried = replace(driver.facts, readable=frozenset((*readable, name)))
        if _shows(driver, key, tried.asked()):
            readable.append(name)
    return frozenset(readable)


def _shows(driver: MarketingCloud, key: str, asked: list[str]) -> bool:
    exchange = driver.session.call(driver.search_call(key, asked), judged=False)
    if not (driver.can_create and _is_forbidden(exchange)):  # whoever made a contact just now is known
        refuse_non_api(exchange)
    response = exchange.response
    items = found_items(response.json) if response is not None and response.ok else None
    return bool(items and of_contact(items, key))


def _is_forbidden(exchange: Exchange) -> bool:
    return exchange.response is not None and exchange.response.status == FORBIDDEN


def _try_casings(driver: MarketingCloud, key: str) -> bool:
    """Which spelling of the id is taken; where none is, the table's one is held against the target.

    A contact that cannot be found any more after the first one is tried no further.
    """
    belief = driver.session.world.belief(key)
    identifier = driver.id_of(key)
    if belief is None or not belief.state.get(EXISTS) or identifier is None:
        return False
    taken = [casing for casing in CASINGS if driver.exists(key) and _takes(driver, key, casing, identifier)]
    driver.facts = replace(driver.facts, casings=frozenset(taken or CASINGS[:1]))
    driver.session.rulebook = SfmcRulebook(driver.contract, driver.facts)
    return True


def _takes(driver: MarketingCloud, key: str, casing: str, identifier: int) -> bool:
    exchange = driver.patch({casing: identifier, "attributeSets": driver.plain_sets(key)}, judged=False)
    driver.begin_with(key)
    return driver.took(exchange)


def _text_length(driver: MarketingCloud, key: str) -> int:
    """The longest text that every text attribute takes."""
    facts: Facts = driver.facts
    for length in TEXT_LENGTHS:
        text = "é" * length
        sets = [
            a_set(s.name, {**driver.row(s, key), **dict.fromkeys(names, text)})
            for s in facts.sets.values()
            if (names := [name for name, kind in s.types.items() if kind == "text" and name not in s.keys])
        ]
        if not sets or driver.took(driver.patch({"contactKey": key, "attributeSets": sets}, judged=False)):
            break
    driver.begin_with(key)
    return length


def refuse_non_api(exchange: Exchange) -> None:
    """Raise Blocked when an answer shows that no test can work here."""
    response, request = exchange.response, exchange.request
    if response is None:
        raise Blocked(f"{request.operation}: {exchange.trouble}")
    if response.status in (401, 403):
        raise Blocked(f"{request.operation} answered HTTP {response.status}: check the credentials")
    if response.status >= 500:
        raise Blocked(f"{request.operation} answered HTTP {response.status} to a plain first call")
    if response.ok and response.body and not isinstance(response.json, dict):
        kind = response.content_type or "no content type"
        raise Blocked(f"{request.operation} answered {kind} instead of JSON: check base_url")


def id_in(exchange: Exchange) -> int | None:
    """The id of the contact that an answer tells; None where it tells none."""
    body = result(exchange.response) if exchange.response is not None else {}
    found = as_int(body.get("contactId", body.get("contactID")))
    return found if isinstance(found, int) and not isinstance(found, bool) else None
