"""Other ways to write the same JSON."""

# ruff: noqa: ARG001 - each wrap is handed the family, whether it differs by family or not
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from starlette.types import ASGIApp, Message, Scope

from contact_contracts.exchange import Json
from contact_contracts.variations.catalogue import wrapping
from contact_contracts.variations.http import Headers, Whole, answer_of, without

_MAPS: Final = frozenset({"attributes", "properties"})
"""Members whose own members are data, not part of a documented shape."""
_ORDERED: Final = {
    "everbridge": frozenset({"paths"}),
    "bird": frozenset({"attributes"}),
    "conga": frozenset[str](),
    "sfmc": frozenset[str](),
}
"""Arrays with an order that somebody may rely on, by member."""
_TEXTS: Final = frozenset({"message", "Message"})


def rewriting(change: Callable[[int, Json], Json]) -> Callable[[ASGIApp], ASGIApp]:
    """Wrap a server so that each JSON body goes through a function of status and value."""

    def answer(_: Scope, status: int, headers: Headers, body: bytes) -> list[Message]:
        if not body:
            return answer_of(status, headers, body)
        written = json.dumps(change(status, json.loads(body))).encode()
        length = (b"content-length", b"%d" % len(written))
        return answer_of(status, [*without(headers, b"content-length"), length], written)

    return lambda app: Whole(app, answer)


@wrapping("extra-members")
def extra_members(app: ASGIApp, family: str) -> ASGIApp:
    """Every object has members that no document speaks of."""

    def change(value: Json) -> Json:
        if isinstance(value, list):
            return [change(one) for one in value]
        if not isinstance(value, dict):
            return value
        inner = {name: member if name in _MAPS else change(member) for name, member in value.items()}
        return {"_links": {"self": "/somewhere"}, **inner, "traceNumber": 7, "annotations": [{"by": "gateway"}]}

    return rewriting(lambda _, value: change(value))(app)


@wrapping("members-reordered")
def members_reordered(app: ASGIApp, family: str) -> ASGIApp:
    """The members of every object stand in reverse order."""

    def change(value: Json) -> Json:
        if isinstance(value, list):
            return [change(one) for one in value]
        if isinstance(value, dict):
            return {name: change(value[name]) for name in reversed(value)}
        return value

    return rewriting(lambda _, value: change(value))(app)


@wrapping("arrays-reordered")
def arrays_reordered(app: ASGIApp, family: str) -> ASGIApp:
    """Arrays stand in reverse order where no order is promised."""
    kept = _ORDERED[family]

    def change(value: Json) -> Json:
        if isinstance(value, list):
            return [change(one) for one in reversed(value)]
        if not isinstance(value, dict):
            return value
        return {name: inside(member) if name in kept else change(member) for name, member in value.items()}

    def inside(value: Json) -> Json:
        return [change(one) for one in value] if isinstance(value, list) else value

    return rewriting(lambda _, value: change(value))(app)


@wrapping("other-error-texts")
def other_error_texts(app: ASGIApp, family: str) -> ASGIApp:
    """Errors are worded in another language; a batch's failed rows are still named by number."""

    def change(value: Json) -> Json:
        if isinstance(value, list):
            return [change(one) for one in value]
        if isinstance(value, dict):
            return {name: _worded(name, member, change) for name, member in value.items()}
        return value

    def answer(status: int, value: Json) -> Json:
        failed = status >= 400 or (isinstance(value, dict) and (value.get("hasErrors") or value.get("data")))
        return change(value) if failed else value

    return rewriting(answer)(app)


def _worded(name: str, member: Json, change: Callable[[Json], Json]) -> Json:
    if name in _TEXTS and isinstance(member, str):
        return "Das ging leider schief — いいえ."
    if name == "data" and isinstance(member, list) and all(isinstance(one, str) for one in member):
        return [f"{one.partition(']')[0]}] nö" for one in member]
    return change(member)
