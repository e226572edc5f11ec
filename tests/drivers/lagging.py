"""An imagined Everbridge that remembers contacts, whose reads may lag behind its writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.drivers.everbridge import Everbridge
from contact_contracts.drivers.ledger import Ledger
from contact_contracts.drivers.session import Session
from contact_contracts.exchange import Json
from contact_contracts.rulebook.everbridge import EverbridgeRulebook, Facts
from contact_contracts.transport import Door
from tests.transport.imagined import CONTRACT, target

Body = dict[str, Json]
ANN = "5001"


@dataclass
class Clock:
    """Time that passes only when somebody sleeps."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Imagined:
    """Stores what it is sent, keeps quiet times as it must, and shows it some seconds later."""

    clock: Clock = field(default_factory=Clock)
    lag: float = 0.0
    contacts: dict[str, Body] = field(default_factory=lambda: {ANN: {"id": int(ANN), "externalId": "ann"}})
    history: list[tuple[float, str, Body | None]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    immortal: bool = False
    """Whether a deletion only claims to delete."""
    odd: Callable[[httpx.Request], httpx.Response | None] = lambda _: None
    """Answers in place of the server, where it wants to."""

    def __post_init__(self) -> None:
        for key, contact in self.contacts.items():
            self.history.append((0.0, key, contact))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(f"{request.method} {request.url.path.removeprefix('/rest')}")
        odd = self.odd(request)
        if odd is not None:
            return odd
        head, _, key = request.url.path.rpartition("/")
        if not head.endswith("/contacts/12"):
            return self._listing(request)
        return getattr(self, f"_{request.method.lower()}")(key, request)  # type: ignore[no-any-return]

    def _listing(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("/groups/12/contacts"):
            self._leave(request)
            return httpx.Response(200, json={"message": "OK", "code": 100})
        if "contacts" in path:
            key = str(9000 + len(self.contacts))
            return self._store(key, json.loads(request.content))
        data = [{"id": 101, "name": "Employee"}] if "recordTypes" in path else []
        return httpx.Response(200, json={"message": "OK", "page": {"data": data, "totalPageCount": 1}})

    def _leave(self, request: httpx.Request) -> None:
        for key in json.loads(request.content):
            contact = self.contacts[str(key)]
            left = int(request.url.params["groupId"])
            self._store(str(key), {**contact, "groups": [group for group in contact["groups"] if group != left]})

    def _store(self, key: str, contact: Body | None) -> httpx.Response:
        if contact is None:
            self.contacts.pop(key, None)
        else:
            self.contacts[key] = contact = {**contact, "id": int(key)}
        self.history.append((self.clock.now, key, contact))
        uri = "https://eb.example/rest/contacts/12/"
        return httpx.Response(
            200, json={"message": "OK", "id": int(key), "baseUri": uri, "instanceUri": f"{uri}{key}"}
        )

    def _put(self, key: str, request: httpx.Request) -> httpx.Response:
        if key not in self.contacts:
            return httpx.Response(404, json={"status": 404, "message": "no"})
        return self._store(key, self._kept(key, json.loads(request.content)))

    def _kept(self, key: str, body: Body) -> Body:
        """Groups are never left, and a path keeps its quiet times where the body does not speak of them."""
        old = self.contacts[key]
        frames = {path["pathId"]: path.get("quietTimeFrames") for path in old.get("paths", [])}
        paths = [{"quietTimeFrames": frames.get(path["pathId"]), **path} for path in body.get("paths", [])]
        groups = sorted({*old.get("groups", []), *body.get("groups", [])})
        return {**body, "paths": paths, "groups": groups}

    def _delete(self, key: str, _: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={}) if self.immortal else self._store(key, None)

    def _get(self, key: str, _: httpx.Request) -> httpx.Response:
        shown = [body for at, who, body in self.history if who == key and at + self.lag <= self.clock.now]
        if not shown or shown[-1] is None:
            return httpx.Response(404, json={"status": 404, "message": "no"})
        return httpx.Response(200, json={"message": "OK", "result": shown[-1]})


def session(server: Imagined, **settings: Json) -> Session:
    """A session with an imagined server, that may change Ann."""
    opened = Door(target(**settings), CONTRACT, sleep=server.clock.sleep, transport=httpx.MockTransport(server))
    rulebook = EverbridgeRulebook(CONTRACT, Facts(organization_id="12", record_types={101: "Employee"}))
    return Session(opened, CONTRACT, rulebook, clock=server.clock, own={ANN})


def driver(server: Imagined, ledger: Ledger, **settings: Json) -> Everbridge:
    """A driver of an imagined server, connected."""
    made = Everbridge(target(**settings), CONTRACT, Explorer(Effort.QUICK, 1), session(server, **settings), ledger)
    made.begin()
    return made
