"""A process that has the server side loaded, and forks a fresh server of it in milliseconds.

It keeps the server side out of the process that runs the suite: Hypothesis draws from the constants of every
module that is loaded, and the constants of faults would tell the suite where to look.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from io import TextIOWrapper
from typing import Any, NoReturn

from contact_contracts.contract import load_contract


@dataclass(frozen=True)
class Born:
    """A server that listens."""

    pid: int
    url: str
    target: Mapping[str, Any] = field(default_factory=dict)
    """What the family's table of a target file must say about this server."""


class NurseryError(Exception):
    """The server side could not do what was asked; the text is its own."""


class Nursery:
    """Orders servers from the process that makes them. Make it before the suite is imported; close it."""

    def __init__(self) -> None:
        """Fork the process."""
        ours, theirs = socket.socketpair()
        self._pid = os.fork()
        if self._pid == 0:
            ours.close()
            _attend(theirs)
        theirs.close()
        self._socket = ours
        self._lines = ours.makefile("rw", encoding="utf-8")

    def faults(self, family: str) -> list[dict[str, Any]]:
        """Every fault of the family: `id`, `family`, `breaks`, `also`, `rare`, `summary`."""
        found: list[dict[str, Any]] = self._ask({"do": "faults", "family": family})["faults"]
        return found

    def variations(self, family: str) -> list[dict[str, Any]]:
        """Every permitted variation of the family: `name`, `summary`, `keeps_contacts`."""
        found: list[dict[str, Any]] = self._ask({"do": "variations", "family": family})["variations"]
        return found

    def start(self, family: str, *, fault: str = "", variation: str = "") -> Born:
        """Start the family's server, right, wrong in one way, or right in another way."""
        told = self._ask({"do": "start", "family": family, "fault": fault, "variation": variation})
        return Born(told["pid"], told["url"], told["target"])

    def let_go(self) -> None:
        """Close this process's end, in a process that was forked after the nursery."""
        os.close(self._socket.fileno())

    def close(self) -> None:
        """End the process and every server of it."""
        self._lines.close()
        self._socket.close()
        os.waitpid(self._pid, 0)

    def _ask(self, question: Mapping[str, str]) -> dict[str, Any]:
        self._lines.write(json.dumps(question) + "\n")
        self._lines.flush()
        answer: dict[str, Any] = json.loads(self._lines.readline() or '{"trouble": "the server side has ended"}')
        if "trouble" in answer:
            raise NurseryError(answer["trouble"])
        return answer


def stop(server: Born) -> None:
    """End a server."""
    with suppress(ProcessLookupError):
        os.kill(server.pid, signal.SIGKILL)


def _attend(conversation: socket.socket) -> NoReturn:
    """Answer questions until the other end closes; then end every server, and this process."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # servers leave no zombies
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever made this process ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    servers: list[int] = []
    lines = conversation.makefile("rw", encoding="utf-8")
    try:
        for line in lines:
            lines.write(json.dumps(_answer(json.loads(line), servers, lines)) + "\n")
            lines.flush()
    finally:
        for pid in servers:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        os._exit(0)


def _answer(question: dict[str, str], servers: list[int], lines: TextIOWrapper) -> dict[str, Any]:
    try:
        if question["do"] == "faults":
            return {"faults": _faults(question["family"])}
        if question["do"] == "variations":
            return {"variations": _variations(question["family"])}
        return _start(question, servers, lines)
    except Exception as trouble:
        return {"trouble": f"{type(trouble).__name__}: {trouble}"}


@cache
def _faults_of(family: str) -> dict[str, Any]:
    """Faults by id; read once, so that all runs of a proof see the same."""
    from contact_contracts.faults import all_faults  # noqa: PLC0415 - in the forked process only

    return {fault.id: fault for fault in all_faults(family)}


@cache
def _variations_of(family: str) -> dict[str, Any]:
    """Permitted variations by name."""
    from contact_contracts.variations import all_variations  # noqa: PLC0415 - in the forked process only

    return {found.name: found for found in all_variations(family)}


def _faults(family: str) -> list[dict[str, Any]]:
    fields = ("id", "family", "breaks", "also", "rare", "summary")
    return [{name: getattr(fault, name) for name in fields} for fault in _faults_of(family).values()]


def _variations(family: str) -> list[dict[str, Any]]:
    fields = ("name", "summary", "keeps_contacts")
    return [{name: getattr(each, name) for name in fields} for each in _variations_of(family).values()]


def _start(question: dict[str, str], servers: list[int], lines: TextIOWrapper) -> dict[str, Any]:
    from contact_contracts.reference import create_app  # noqa: PLC0415 - in the forked process only
    from contact_contracts.reference.server import bind, url_of  # noqa: PLC0415 - in the forked process only

    family = question["family"]
    load_contract(family)  # once, for all servers of the family
    fault = _faults_of(family)[question["fault"]] if question["fault"] else None
    variation = _variations_of(family)[question["variation"]] if question["variation"] else None

    def app() -> Any:
        if variation is not None:
            return variation.app()
        return create_app([family], rules={family: fault.rules} if fault else None)

    listener = bind("127.0.0.1", 0)  # bound before the fork: whoever connects early waits
    pid = os.fork()
    if pid == 0:
        lines.close()
        if fault is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the traceback of a fault that crashes is no news
        _serve(app, listener)
    url = url_of(listener)
    listener.close()
    servers.append(pid)
    if variation is not None:
        return {"pid": pid, "url": url + variation.base_path, "target": dict(variation.target)}
    return {"pid": pid, "url": url, "target": {}}


def _serve(make_app: Callable[[], Any], listener: socket.socket) -> NoReturn:
    from contact_contracts.reference.server import serve  # noqa: PLC0415 - in the forked process only

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        serve(make_app(), listener, lambda: None)
    except Exception as trouble:
        sys.stderr.write(f"a server did not start: {type(trouble).__name__}: {trouble}\n")
    finally:
        os._exit(0)
