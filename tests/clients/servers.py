"""The bundled servers, and trouble on the way to them: a header of the request says which."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from contact_contracts.contract import FAMILIES
from contact_contracts.reference import create_app
from contact_contracts.reference.bird.seed import WORKSPACE_ID
from contact_contracts.reference.everbridge.seed import ORGANIZATION_ID
from contact_contracts.reference.server import bind, url_of
from tests.clients.calling import client_class

TROUBLE: Final = "x-trouble"
_ANSWERS: Final[dict[str, tuple[int, dict[str, str], bytes]]] = {
    "429": (429, {"retry-after": "7"}, b'{"message": "slow down"}'),
    "500": (500, {}, b'{"message": "broken"}'),
    "503": (503, {}, b""),
    "html": (200, {"content-type": "text/html"}, b"<html>welcome to the proxy</html>"),
    "html 502": (502, {"content-type": "text/html"}, b"<html>bad gateway</html>"),
    "array": (200, {"content-type": "application/json"}, b"[]"),
    "520": (520, {}, b""),
    "redirect": (302, {"location": "https://elsewhere.example/"}, b""),
}
CREDENTIALS: Final[dict[str, dict[str, Any]]] = {
    "everbridge": {"username": "demo", "password": "demo", "organization_id": ORGANIZATION_ID},
    "bird": {"access_key": "demo-token", "workspace_id": WORKSPACE_ID},
    "conga": {"token": "demo-token"},
    "sfmc": {"client_id": "demo-client", "client_secret": "demo-client-secret", "subdomain": "none"},
}
"""What the bundled servers' clients are made with."""
WRONG: Final[dict[str, dict[str, Any]]] = {
    "everbridge": {"password": "wrong-one"},
    "bird": {"access_key": "wrong-one"},
    "conga": {"token": "wrong-one"},
    "sfmc": {"client_secret": "wrong-one"},
}
"""What to put in their place to be refused."""


class Troubled:
    """Around the servers: passes requests on, but for those that ask for trouble."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.met: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wanted = dict(scope.get("headers", ())).get(TROUBLE.encode(), b"").decode()
        if not wanted or scope["path"].endswith("/v2/token"):
            await self._app(scope, receive, send)
            return
        self.met.append(scope["method"])
        if wanted == "silence":
            await asyncio.Event().wait()
        status, headers, body = _ANSWERS.get(wanted, (200, {"content-length": "99"}, b"{"))
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": body, "more_body": wanted not in _ANSWERS})


class Running:
    """Where the servers are, and what trouble they made."""

    def __init__(self, url: str, troubled: Troubled) -> None:
        self.url = url
        self.met = troubled.met

    def client(self, family: str, *, asynchronous: bool = False, trouble: str = "", **options: Any) -> Any:
        """A family's client with good credentials, whose calls meet with that trouble."""
        options = {"base_url": f"{self.url}/{family}", **CREDENTIALS[family], **options}
        if trouble:
            options["headers"] = {TROUBLE: trouble}
        if family == "sfmc":
            options.setdefault("auth_base_url", f"{self.url}/sfmc")
        return client_class(family, asynchronous)(**options)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()


@contextmanager
def running() -> Iterator[Running]:
    """Serve all families on a free port, in a thread."""
    troubled = Troubled(create_app(FAMILIES))
    listener, ready = bind("127.0.0.1", 0), threading.Event()
    config = uvicorn.Config(troubled, log_level="critical", timeout_graceful_shutdown=0)
    server = _Server(config, ready)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    assert ready.wait(timeout=30)
    yield Running(url_of(listener), troubled)
    server.should_exit = True
    thread.join(timeout=30)


def json_of(model: Any) -> Any:
    """A model as it goes over the wire and comes back."""
    return json.loads(json.dumps(model.to_dict()))
