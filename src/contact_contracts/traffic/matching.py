"""From recorded calls to conversations: which of them speak to which family's API, and where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from contact_contracts.contract import FAMILIES, Contract, Operation, load_contract
from contact_contracts.exchange import Credential, Exchange, Request, Response
from contact_contracts.judge.schema import schema_breaches
from contact_contracts.target import Targets
from contact_contracts.traffic.bodies import Unread
from contact_contracts.traffic.har import Entry
from contact_contracts.traffic.secrets import is_authorized
from contact_contracts.transport.door import READING

SCOPES: Final[Mapping[str, str]] = {"everbridge": "organizationId", "bird": "workspaceId"}
"""The path parameter that parts one customer's contacts from another's, for families that have one."""
CREDENTIALS_ONLY: Final = frozenset({"requestToken"})
"""Operations that speak of nothing but secrets."""
_SCHEMES: Final = frozenset({"Basic", "Bearer", "AccessKey"})
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Matched:
    """A recorded call with the operation that it means."""

    entry: Entry
    operation: Operation
    base: str
    """Base URL, without the operation's path."""
    path_params: Mapping[str, str]

    @property
    def declared(self) -> tuple[str, ...]:
        """Names of the operation's query parameters."""
        return tuple(each.name for each in self.operation.parameters if each.where == "query")

    def exchange(self, credential: Credential) -> Exchange:
        """The call as the judge hears it. Bodies that the file lacks are empty here."""
        entry = self.entry
        sent, received = entry.request_body, entry.response_body
        request = Request(
            operation=self.operation.id,
            method=entry.method,
            url=entry.url,
            path_params=self.path_params,
            query=tuple(parse_qsl(urlsplit(entry.url).query, keep_blank_values=True)),
            headers=entry.request_headers,
            body=None if isinstance(sent, Unread) else sent,
            credential=credential,
        )
        content = received if isinstance(received, bytes) else b""
        response = Response(entry.status, entry.response_headers, content, entry.seconds * 1000)
        at = entry.started.isoformat(timespec="milliseconds")
        return Exchange(entry.number, request, response if entry.status else None, at=at)


@dataclass
class Conversation:
    """All calls to one family's API at one place, about one organization or workspace."""

    family: str
    base: str
    scope: str
    calls: list[Matched] = field(default_factory=list)
    strangers: list[Entry] = field(default_factory=list)
    """Writes to the same place that match no operation of the contract; they may change any contact."""

    @property
    def contract(self) -> Contract:
        """The family's contract."""
        return load_contract(self.family)

    def description(self) -> dict[str, str]:
        """What a record may tell of the place: where it is, and how to say who calls, secrets as a variable."""
        headers = (call.entry.request_headers.get("authorization", "") for call in self.calls)
        scheme = next((found for value in headers if (found := value.partition(" ")[0]) in _SCHEMES), "")
        return {"base_url": self.base, **({"authorization": f"{scheme} $CREDENTIALS"} if scheme else {})}

    def exchanges(self) -> list[tuple[Matched, Exchange]]:
        """The calls with what the judge hears of each."""
        shows_credentials = any("authorization" in call.entry.request_headers for call in self.calls)
        return [(call, call.exchange(_credential(call, shows_credentials))) for call in self.calls]


def _credential(call: Matched, shows_credentials: bool) -> Credential:
    """Whose credentials a call carries. Recorders that leave them out do so everywhere; that tells nothing."""
    known = shows_credentials and not is_authorized(call.entry, call.declared)
    return "none" if known else "default"


def conversations(
    entries: Iterable[Entry], families: Iterable[str], targets: Targets, *, named: bool
) -> list[Conversation]:
    """Sort calls into conversations, and keep those with a family's API.

    A path alone does not make an API: unless the family was ``named``, or its target says where it is, something
    in the conversation must look like the family's own.
    """
    allowed = tuple(families)
    found: dict[tuple[str, str, str], Conversation] = {}
    strangers: list[Entry] = []
    for entry in entries:
        match = _best(entry, allowed, targets)
        if match is None:
            strangers += [entry] if entry.method not in READING else []
            continue
        family, matched = match
        scope = matched.path_params.get(SCOPES.get(family, ""), "").lower()
        key = (family, matched.base, scope)
        found.setdefault(key, Conversation(family, matched.base, scope)).calls.append(matched)
    groups = [*found.values()]
    sure = {(each.family, each.base) for each in groups if named or targets.families or _is_recognized(each)}
    kept = [each for each in groups if (each.family, each.base) in sure]
    for each in kept:
        each.strangers = [entry for entry in strangers if _is_below(entry, each.base)]
    return kept


def _is_below(entry: Entry, base: str) -> bool:
    """Whether a call is to the place of a conversation; asking for a token changes no contact."""
    parts = urlsplit(entry.url)
    return f"{_origin(parts)}{parts.path}".startswith(f"{base}/") and not parts.path.endswith("/token")


def _best(entry: Entry, families: tuple[str, ...], targets: Targets) -> tuple[str, Matched] | None:
    """The match with the most literal segments; of equal ones, that with the shortest base.

    What is a call to another family's API is none to one that was asked for, though the end of its path may fit.
    """
    matches = [(family, matched) for family in FAMILIES for matched in _matches(entry, family, targets)]
    certain = [found for found in matches if found[0] in families or _is_surely(*found)]
    best = max(certain, key=lambda found: (_literals(found[1]), -len(found[1].base)), default=None)
    return best if best is not None and best[0] in families else None


def _is_surely(family: str, matched: Matched) -> bool:
    """Whether the path alone tells the family."""
    if family == "bird":
        return _UUID.fullmatch(matched.path_params.get(SCOPES["bird"], "")) is not None
    return _literals(matched) > 2  # as in /api/data/v1/Contact and in /contacts/v1/contacts


def _literals(matched: Matched) -> int:
    return sum(1 for part in matched.operation.path.split("/") if part and not part.startswith("{"))


def _matches(entry: Entry, family: str, targets: Targets) -> Iterator[Matched]:
    contract = load_contract(family)
    parts = urlsplit(entry.url)
    origin = _origin(parts)
    only = _where(targets, family)
    for place in _slashes(parts.path):
        base = origin + parts.path[:place]
        if only is not None and base != only:
            continue
        match = contract.match(entry.method, parts.path[place:])
        if match is not None and match[0].id not in CREDENTIALS_ONLY:
            yield Matched(entry, match[0], base, match[1])


def _where(targets: Targets, family: str) -> str | None:
    """Where the target file says that the family is, written as bases are here."""
    if family not in targets.families:
        return None
    parts = urlsplit(targets.family(family).base_url)
    return _origin(parts) + parts.path


def _origin(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    port = "" if parts.port in (None, _PORTS.get(parts.scheme)) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def _slashes(path: str) -> Iterator[int]:
    place = path.find("/")
    while place >= 0:
        yield place
        place = path.find("/", place + 1)


def _is_recognized(conversation: Conversation) -> bool:
    contract = conversation.contract
    return any(_is_telling(contract, call, exchange) for call, exchange in conversation.exchanges())


def _is_telling(contract: Contract, call: Matched, exchange: Exchange) -> bool:
    """Whether an answer is a success of the family's own form, where form or address is hardly another's."""
    response = exchange.response
    if response is None or not response.ok or isinstance(call.entry.response_body, Unread):
        return False
    if schema_breaches(contract, call.operation.id, response):
        return False
    refuses_others = bool(call.operation.validate_response(response.status, {"x": 1}))
    return bool(response.body) and (refuses_others or _literals(call) > 1)
