"""One contact on its way to being written, and the words that it is described in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Call, Refusal

CONTACT: Final = "contact"
CONTACT_KEY: Final = "contactKey"
"""The identity by which the store finds a contact; its own key is the contact's id as text."""

WRONG_TYPE: Final = 10001
MISSING: Final = 10002
MALFORMED: Final = 10004
INVALID: Final = 10005

Contact = dict[str, Any]
"""As stored: ``id`` (int), ``key``, and ``sets``, the rows of each set by the set's name."""
Row = dict[str, Json]
"""Values by the attribute's name."""
Sent = Mapping[str, Json]
"""A part of a body, as it was sent."""


@dataclass(frozen=True)
class Change:
    """The inputs of every rule that decides what is written."""

    call: Call
    body: Sent
    old: Contact
    """The contact before; when it is being created it has an id and a key, and no sets."""
    is_creation: bool = False


class Failure(Refusal):
    """A refusal that is reported inside an answer with HTTP status 200."""

    def __init__(self, message: str, code: str, key: str | None = None) -> None:
        """Say why, with which result code, and about the contact with which key."""
        super().__init__(200, message, code)
        self.key = key


def sent_list(part: Sent, member: str) -> list[Any]:
    """A list of a body; null and a missing member are empty lists."""
    return part.get(member) or []


def same_json(one: Json, other: Json) -> bool:
    """Whether two values are the same in JSON, where true is not 1."""
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
