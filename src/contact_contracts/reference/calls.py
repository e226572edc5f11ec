"""What passes between the network and the rules: a call, the answer to it, or the refusal of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from contact_contracts.contract import Operation
from contact_contracts.exchange import NOT_JSON, Json


@dataclass
class Call:
    """A request that matched an operation of the contract."""

    operation: Operation
    path: Mapping[str, str]
    """Decoded values of the path template."""
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    """Lower-case names."""
    raw_body: bytes
    base_url: str
    """Where the family is served, as the caller sees it, without a slash at the end."""
    body: Json = NOT_JSON
    """The parsed body; NOT_JSON until it was read, and for operations without one."""

    def query_value(self, name: str) -> str | None:
        """The first value of a query parameter, or None."""
        return next((value for key, value in self.query if key == name), None)

    def query_values(self, name: str) -> list[str]:
        """Every value of a repeated query parameter."""
        return [value for key, value in self.query if key == name]


@dataclass(frozen=True)
class Answer:
    """What goes back. A body of None means no body at all."""

    status: int
    body: Json = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """A call that is not done: nothing of its transaction remains, and the caller is told why."""

    def __init__(
        self, status: int, message: str, code: object = None, headers: Mapping[str, str] | None = None
    ) -> None:
        """Say with which HTTP status, in which words, and with which of the family's own codes."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.headers = headers or {}
