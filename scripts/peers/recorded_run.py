"""Run the command as a user does, and note every exchange in a file: recorded_run.py FILE ARGUMENT…"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from contact_contracts.cli import main
from contact_contracts.exchange import Exchange, Request
from contact_contracts.transport.door import Door


def record_to(path: Path) -> None:
    """Have every door note what passes."""
    send = Door.send
    file = path.open("w", encoding="utf-8")

    def noted(self: Door, request: Request) -> Exchange:
        exchange = send(self, request)
        if exchange.response is not None:
            file.write(json.dumps(_plain(exchange)) + "\n")
        return exchange

    Door.send = noted  # type: ignore[method-assign]  # in this process only, for this purpose


def _plain(exchange: Exchange) -> dict[str, Any]:
    request, response = exchange.request, exchange.response
    assert response is not None  # noqa: S101 - the caller looked
    return {
        "method": request.method,
        "url": request.url,
        "headers": dict(request.headers),
        "body": (request.body or b"").decode("latin-1"),
        "signed": request.credential == "default",
        "status": response.status,
        "type": response.headers.get("content-type", ""),
        "answer": response.body.decode("latin-1"),
    }


if __name__ == "__main__":
    record_to(Path(sys.argv.pop(1)))
    main()
