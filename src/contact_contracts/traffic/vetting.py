"""Whether a refusal can be held against a server.

An organization has rules of its own: which telephone numbers it believes, which topics exist, which values an
attribute takes. The suite sends only what it has seen taken; people send anything. So a refused call counts only
where everything in it was taken in other calls of the same traffic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from contact_contracts.exchange import NOT_JSON, Exchange, Json
from contact_contracts.rulebook.everbridge.answers import failed_rows

_NAMES = frozenset(
    {
        *("firstName", "lastName", "middleInitial", "suffix", "displayName"),
        *("FirstName", "LastName", "MiddleName", "Suffix", "Name", "Title", "Department", "Description"),
    }
)
"""Members that hold what people are called; no organization has a list of those."""
_IDENTITIES = frozenset({"externalId", "ExternalId", "addIdentifiers"})
"""Members that one contact only may have; that one has it says that another may not."""
_PASSING_OVER = frozenset({"first_alias", "first"})
"""Bird's strategies under which a call succeeds although identifiers in it are another contact's."""
Leaf = tuple[str, ...]


@dataclass(frozen=True)
class Vetted:
    """Everything that was taken, as path and value."""

    taken: frozenset[Leaf] = field(default_factory=frozenset)

    @classmethod
    def of(cls, exchanges: Iterable[Exchange]) -> Vetted:
        """What the accepted ones among some writes had in them."""
        accepted = [each for each in exchanges if _was_taken(each)]
        leaves = frozenset(leaf for exchange in accepted for leaf in _leaves(exchange, taken=True))
        places: dict[Leaf, set[str]] = {}
        for leaf in leaves:
            if _IDENTITIES.intersection(leaf[:-2]):
                places.setdefault(leaf[:-1], set()).add(leaf[-1])
        passed_on = {identity for identity, owners in places.items() if len(owners) > 1}
        return cls(frozenset(leaf for leaf in leaves if leaf[:-1] not in passed_on))

    def knows(self, exchange: Exchange) -> bool:
        """Whether all of a call was taken elsewhere."""
        leaves = {*_leaves(exchange)}
        return bool(leaves) and leaves <= self.taken


def _was_taken(exchange: Exchange) -> bool:
    """Whether all of a call was done: a status of success may come with a body that says otherwise."""
    if exchange.response is None or not exchange.response.ok:
        return False
    said = exchange.response.json
    if not isinstance(said, dict):
        return True
    failed = str(said.get("operationStatus")).upper() == "FAIL" or said.get("hasErrors") is True
    return not (failed or said.get("Success") is False or failed_rows(said))


def _leaves(exchange: Exchange, *, taken: bool = False) -> Iterator[Leaf]:
    """Everything in a call; of one that was ``taken``, without identities that it may have passed over."""
    request = exchange.request
    for name, value in request.query:
        yield (request.operation, "?", name, value)
    sent = request.json
    if taken and isinstance(sent, dict) and sent.get("strategy") in _PASSING_OVER:
        sent = {name: value for name, value in sent.items() if name not in _IDENTITIES}
    if sent is not NOT_JSON:
        yield from _within(sent, (request.operation,), urlsplit(request.url).path)


def _within(value: Json, path: Leaf, place: str) -> Iterator[Leaf]:
    if isinstance(value, dict) and value:
        for name, each in value.items():
            yield from _within(each, (*path, name), place)
    elif isinstance(value, list) and value:
        for each in value:
            yield from _within(each, path, place)
    elif path[-1] in _NAMES and isinstance(value, str) and value:
        yield (*path, "a text")
    else:
        whose = (place,) if _IDENTITIES.intersection(path) else ()
        yield (*path, repr(value), *whose)
