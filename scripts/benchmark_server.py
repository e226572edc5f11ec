"""A server that gives the same two answers for ever, as fast as one process can: what benchmark_clients.py calls.

Run as a program it prints its URL and serves on a free loopback port until it is ended.
"""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any, Final, cast

ORGANIZATION: Final = 892807736729062
CONTACT: Final[dict[str, Any]] = {
    "firstName": "Ada",
    "lastName": "Lovelace",
    "externalId": "benchmark",
    "recordTypeId": 1533823015714817,
    "timezoneId": "Europe/London",
    "paths": [
        {"pathId": 241901148045316, "value": "ada@example.com"},
        {
            "pathId": 241901148045319,
            "value": "2079460018",
            "countryCode": "GB",
            "quietTimeFrames": [
                {"name": "night", "days": [2, 3], "fromHour": 22, "fromMin": 30, "toHour": 6, "toMin": 0}
            ],
        },
    ],
    "address": [{"locationName": "Home", "streetAddress": "1 Main St", "city": "Bath", "country": "GB"}],
    "contactAttributes": [{"orgAttrId": 1509768514502693, "values": ["Countess"]}],
    "groups": [1, 2],
    "topics": [7001],
}
"""A typical contact."""

_DONE: Final = {"message": "OK", "id": 5, "baseUri": "/contacts/", "instanceUri": "/contacts/5"}
_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def _whole(body: object) -> bytes:
    content = json.dumps(body).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
    return head.encode() + content


ANSWERS: Final = {b"P": _whole(_DONE), b"G": _whole({"message": "OK", "result": {**CONTACT, "id": 5}})}
"""By the first letter of the method."""


class Same(asyncio.Protocol):
    """Answers each request of a connection when it is whole."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin a connection."""
        self._transport = cast("asyncio.Transport", transport)
        self._heard = b""

    def data_received(self, data: bytes) -> None:
        """Answer what is whole."""
        self._heard += data
        while (end := self._heard.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self._heard, 0, end)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._heard) < whole:
                return
            self._transport.write(ANSWERS[self._heard[:1]])
            self._heard = self._heard[whole:]


async def serve() -> None:
    """Print the URL, and serve."""
    server = await asyncio.get_running_loop().create_server(Same, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
