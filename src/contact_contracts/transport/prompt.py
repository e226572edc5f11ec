"""Acknowledges what arrives at once, so that no server waits for it between the head and the body of an answer.

Many small servers send the two apart, and the system holds the second back until the first is acknowledged. Left
to itself, the system here delays that by 40 ms: most of the time of a run.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any, Final

import httpx

AT_ONCE: Final[int | None] = getattr(socket, "TCP_QUICKACK", None)
"""The option that systems other than Linux lack; it wears off, so it is set for every answer."""
_OPENED: Final = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})
_WAITING: Final = "http11.receive_response_headers.started"


class Prompt:
    """Follows the events of all of a client's requests: any of them may open the connection of the others."""

    def __init__(self) -> None:
        self._latest: Any = None

    def follow(self, request: httpx.Request) -> None:
        """Be told of the events of a request; a hook for a client."""
        request.extensions["trace"] = self

    def __call__(self, event: str, told: dict[str, Any]) -> None:
        """Remember the connection that was opened last, and hurry it when an answer is awaited."""
        if event in _OPENED:
            self._latest = told["return_value"]
        elif event == _WAITING and self._latest is not None:
            _hurry(self._latest)


def _hurry(stream: Any) -> None:
    connection = stream.get_extra_info("socket")
    if AT_ONCE is not None and connection is not None:
        with suppress(OSError):  # closed meanwhile: it only goes slower
            connection.setsockopt(socket.IPPROTO_TCP, AT_ONCE, 1)
