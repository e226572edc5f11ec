"""Finding out what exists in an organization: from the target file, else from the listing operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from contact_contracts.drivers import api
from contact_contracts.drivers.session import Session
from contact_contracts.exchange import Exchange, Json
from contact_contracts.rulebook.everbridge import Facts
from contact_contracts.rulebook.values import as_int
from contact_contracts.target.families import EverbridgeTarget
from contact_contracts.transport import Call

NOT_OFFERED = frozenset({403, 404, 405, 501})
"""How a target says that it has no such listing, or not for this caller, in whatever form."""
PAGE_LIMIT = 20
"""Pages of a listing that are read at most."""

PHONES = {"US": ("2025550142", "2025550187"), "CA": ("2025550187",), "CN": ("17525889654", "13912345678")}
"""Numbers that look real where they are; one of them under two countries, so that only the country changes."""
MAILS = ("ada@example.com", "Grace.Hopper+cc@example.org")


@dataclass(frozen=True)
class Delivery:
    """A delivery method: what to send along with its id or prompt."""

    id: int
    prompt: str
    samples: tuple[tuple[str, str | None], ...]
    """(value, country code or None) that the method takes."""

    def path(self, turn: int = 0, way: int = 0) -> dict[str, Json]:
        """A path with one of the samples, named by id, by prompt or by both (ways 0, 1 and 2)."""
        value, country = self.samples[turn % len(self.samples)]
        ways: list[dict[str, Json]] = [{"pathId": self.id}, {"prompt": self.prompt}]
        named = [*ways, {**ways[0], **ways[1]}][way % 3]
        named["value"] = value
        if country:
            named["countryCode"] = country
        return named

    @property
    def telephone(self) -> bool:
        """Whether its samples look like telephone numbers."""
        return not any("@" in value for value, _ in self.samples)


@dataclass(frozen=True)
class Inventory:
    """Everything that a driver may name in a body."""

    facts: Facts
    deliveries: tuple[Delivery, ...] = ()
    attribute_values: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Attribute id -> values it may take; empty for free text."""
    topics: tuple[int, ...] = ()

    @property
    def groups(self) -> tuple[int, ...]:
        """Group ids."""
        return tuple(self.facts.groups)

    @property
    def record_types(self) -> tuple[int, ...]:
        """Record type ids."""
        return tuple(self.facts.record_types)


def discover(session: Session, target: EverbridgeTarget) -> Inventory:
    """Collect facts. Blocked when the target answers nothing that an API would answer."""
    told = target.facts
    organization = str(target.organization_id)
    record_types = [entry.model_dump() for entry in told.record_types] or _list(
        session, target, "listRecordTypes", needed=True
    )
    groups = [entry.model_dump() for entry in told.groups] or _list(session, target, "listGroups")
    attributes = [_told_attribute(entry.model_dump()) for entry in told.attributes] or _list(
        session, target, "listContactAttributes"
    )
    paths = [_told_path(entry.model_dump()) for entry in told.paths] or _list(session, target, "listContactPaths")
    facts = Facts(
        organization_id=organization,
        record_types=_names(record_types, "id", "name"),
        groups=_names(groups, "id", "name"),
        attributes=_names(attributes, "id", "name"),
        paths=_names(paths, "pathId", "prompt"),
    )
    return Inventory(
        facts=facts,
        deliveries=tuple(_delivery(path) for path in paths if isinstance(as_int(path.get("pathId")), int)),
        attribute_values=dict(_attribute_values(attributes)),
        topics=tuple(told.topics),
    )


def _told_attribute(entry: dict[str, Json]) -> dict[str, Json]:
    return {**entry, "dataType": entry.get("data_type"), "definedValues": list(entry["defined_values"])}


def _told_path(entry: dict[str, Json]) -> dict[str, Json]:
    return {**entry, "pathId": entry["id"]}


def _list(
    session: Session, target: EverbridgeTarget, operation: str, *, needed: bool = False
) -> list[dict[str, Json]]:
    """Every entry of a listing; nothing when the target lacks it. A needed one that is refused blocks."""
    if not target.offers(operation):
        return []
    entries: list[dict[str, Json]] = []
    for number in range(1, PAGE_LIMIT + 1):
        call = Call(
            operation,
            {"organizationId": target.organization_id},
            () if number == 1 else (("pageNumber", str(number)),),
        )
        exchange = session.call(call, judged=False)
        if not needed and exchange.response is not None and exchange.response.status in NOT_OFFERED:
            break
        page = page_of(exchange)
        session.judge(exchange)
        fresh = [entry for entry in page.get("data") or [] if isinstance(entry, dict) and entry not in entries]
        entries.extend(fresh)
        pages = as_int(page.get("totalPageCount"))
        if not fresh or not isinstance(pages, int) or number >= pages:
            break
    return entries


def page_of(exchange: Exchange) -> dict[str, Json]:
    """The page in a listing's answer; empty when the operation is not there."""
    refuse_non_api(exchange)
    response = exchange.response
    body = response.json if response is not None and response.ok else None
    page = body.get("page") if isinstance(body, dict) else None
    return page if isinstance(page, dict) else {}


def refuse_non_api(exchange: Exchange) -> None:
    """Raise Blocked when an answer shows that no test can work here."""
    api.refuse_non_api(exchange, "organization id")


def _names(entries: list[dict[str, Json]], identifier: str, name: str) -> dict[int, str]:
    found = ((as_int(entry.get(identifier)), entry.get(name)) for entry in entries)
    return {number: str(text) for number, text in found if isinstance(number, int) and text}


def _delivery(path: dict[str, Json]) -> Delivery:
    key, prompt = as_int(path["pathId"]), str(path.get("prompt", ""))
    told = path.get("values") or ()
    country = path.get("country")
    if told:
        samples = tuple((str(value), country) for value in told)
    elif "mail" in f"{path.get('type')} {prompt}".lower():
        samples = tuple((value, None) for value in MAILS)
    else:
        samples = tuple((value, code) for code, values in PHONES.items() for value in values)
    return Delivery(key if isinstance(key, int) else 0, prompt, samples)


def _attribute_values(attributes: list[dict[str, Json]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for entry in attributes:
        key = as_int(entry.get("id"))
        kind = str(entry.get("dataType") or "STRING").upper()
        values = tuple(str(value) for value in entry.get("definedValues") or ())
        if not isinstance(key, int):
            continue
        if values or kind == "STRING":
            yield key, values
        elif kind in ("NUMBER", "INTEGER"):
            yield key, ("42",)


def narrowed(inventory: Inventory, deliveries: tuple[Delivery, ...], topics: tuple[int, ...]) -> Inventory:
    """The inventory with only the deliveries and topics that a probe saw taken."""
    return replace(inventory, deliveries=deliveries, topics=topics)
