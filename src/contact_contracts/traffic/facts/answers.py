"""What answers of the traffic show."""

from __future__ import annotations

from collections.abc import Iterator

from contact_contracts.exchange import Exchange, Json

Exchanges = list[Exchange]


def answers(heard: Exchanges, *operations: str) -> Iterator[Json]:
    """Bodies of the successful answers of operations."""
    for exchange in heard:
        response = exchange.response
        if exchange.request.operation in operations and response is not None and response.ok:
            yield response.json


def several(value: Json) -> list[Json]:
    """A list's values, or the one value."""
    return value if isinstance(value, list) else [value]
