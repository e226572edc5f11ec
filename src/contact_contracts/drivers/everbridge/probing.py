"""Trying on a scratch contact what only some organizations take, so that a refusal of it blames nobody.

What is taken is driven later, and must then be kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contact_contracts.drivers.errors import Missing
from contact_contracts.drivers.everbridge.answered import shown_number
from contact_contracts.drivers.everbridge.discovery import Delivery, narrowed
from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook.values import as_int
from contact_contracts.rulebook.world import seen
from contact_contracts.transport import Call

if TYPE_CHECKING:
    from contact_contracts.drivers.everbridge.driver import Everbridge

OPTIONAL: dict[str, tuple[Json, ...]] = {
    "accountId": (892807736722952, 9007199254740993, 5),
    "individualAccountId": (892807736722953, 9007199254740995, 6),
    "preferredLanguage": ("en_US", "fr_FR"),
    "status": ("A", "D"),
}
TOPICS = (1, 2, 3, 4, 5, 6)
LARGE_TOPIC = 2**33 + 7
ENOUGH_TOPICS = 4
WRAP = 2**32
MOST = 2**63 - 1
NOT_THERE = frozenset({400, 404, 410, 422})
"""Statuses that tell that there is no such contact."""


def probe(driver: Everbridge) -> None:
    """Find out which optional fields, delivery methods and topics the target takes."""
    try:
        key = driver.contacts(1)[0]
    except Missing:
        return
    driver.optional = {
        name: values
        for name, values in OPTIONAL.items()
        if all(takes(driver, key, **{name: value}) and _still_there(driver, key) for value in values)
    }
    takes(driver, key)
    deliveries = tuple(_usable(driver, key, delivery) for delivery in driver.inventory.deliveries)
    driver.inventory = narrowed(
        driver.inventory,
        tuple(delivery for delivery in deliveries if delivery is not None),
        _enough_topics(driver, key),
    )
    driver.session.believe(key, None)
    driver.read(key)


def takes(driver: Everbridge, key: str, **fields: Json) -> bool:
    """Whether the target takes a PUT with these fields beside the smallest body."""
    call = Call("updateContact", driver.params(key), body=driver.base(key, **fields))
    response = driver.session.call(call, judged=False).response
    return response is not None and response.ok


def _still_there(driver: Everbridge, key: str) -> bool:
    """Whether the contact can be read: an inactive one may not be."""
    if not driver.can_read:
        return True
    response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
    return response is not None and response.ok


def _usable(driver: Everbridge, key: str, delivery: Delivery) -> Delivery | None:
    """The method with the samples that it takes; None when it takes none."""
    samples = tuple(
        (value, country)
        for value, country in delivery.samples
        if _takes_value(driver, key, delivery, value, country)
    )
    return Delivery(delivery.id, delivery.prompt, samples) if samples else None


def _takes_value(driver: Everbridge, key: str, delivery: Delivery, value: str, country: str | None) -> bool:
    path: dict[str, Json] = {"pathId": delivery.id, "value": value}
    if country:
        path["countryCode"] = country
    return takes(driver, key, paths=[path])


def _enough_topics(driver: Everbridge, key: str) -> tuple[int, ...]:
    """The topics of the target file; where they are too few to leave several out, others that are kept too.

    Whoever keeps small numbers that nobody told of keeps any, and a large one that is taken must be kept as well.
    """
    told = driver.inventory.topics
    more = [topic for topic in TOPICS if topic not in told]
    if len(told) >= ENOUGH_TOPICS or not (takes(driver, key, topics=more) and _shows_topics(driver, key, more)):
        return told
    return (*told, *more, *([LARGE_TOPIC] if takes(driver, key, topics=[LARGE_TOPIC]) else ()))


def _shows_topics(driver: Everbridge, key: str, topics: list[Json]) -> bool:
    """Whether a read, where there is one, shows any of the topics; unknown ones may be passed over in silence."""
    if not driver.can_read:
        return True
    response = driver.session.call(Call("getContact", driver.params(key)), judged=False).response
    body = response.json if response is not None and response.ok else None
    result = body.get("result") if isinstance(body, dict) else None
    shown = result.get("topics") if isinstance(result, dict) else None
    return isinstance(shown, list) and not {as_int(topic) for topic in topics}.isdisjoint(map(as_int, shown))


def mistakable(driver: Everbridge, key: str) -> Iterator[str]:
    """Numbers that are nobody's, and that a server of few bits, or of few digits, takes for a contact's id."""
    number = int(key)
    wrapped = number + WRAP if number < MOST // 2 else number - WRAP
    neighbour = number ^ 1 if float(number) == float(number ^ 1) else wrapped
    for other in dict.fromkeys((wrapped, neighbour)):
        exchange = driver.read(str(other))
        if exchange is None or not _says_nobody(exchange, other):
            continue  # somebody's, or perhaps somebody's
        driver.session.believe(str(other), seen(None))
        yield str(other)


def _says_nobody(exchange: Exchange, number: int) -> bool:
    """Whether a read by a number tells that no contact has it; one that is refused or fails tells nothing."""
    response = exchange.response
    if response is None:
        return False
    return shown_number(exchange) != number if response.ok else response.status in NOT_THERE
