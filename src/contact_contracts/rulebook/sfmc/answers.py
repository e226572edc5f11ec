"""What answers of the Marketing Cloud API say, and what they must look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Final

from contact_contracts.exchange import NOT_JSON, Json, Response
from contact_contracts.rulebook.prediction import Acceptance, AnswerRule, Must
from contact_contracts.rulebook.sfmc.labels import BOTH, BY_ID, BY_KEY, EXACT, clause
from contact_contracts.rulebook.values import as_int

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_ROWS: Final = ("rowsAffetcted", "rowsAffected")
_IDS: Final = ("contactId", "contactID")

Body = dict[str, Json]


def result(response: Response) -> Body:
    """The Result in an answer; empty when it has none."""
    return response.json if response.ok and isinstance(response.json, dict) else {}


def says_fail(body: Body) -> bool:
    """Whether the status of a Result is FAIL."""
    return str(body.get("operationStatus")).upper() == "FAIL"


def has_trouble(body: Body) -> bool:
    """Whether a Result speaks of errors, whatever its status."""
    return body.get("hasErrors") is True or bool(body.get("resultMessages"))


def accepted(response: Response, must: Must) -> Acceptance:
    """What an answer says; one at odds with itself is taken for what it had to be, and its words are judged.

    Where it could be either, nothing is said of it.
    """
    if not response.ok:
        return Acceptance.REFUSED if 400 <= response.status < 500 else Acceptance.UNKNOWN
    body = result(response)
    if must is Must.REFUSE and has_trouble(body):
        return Acceptance.REFUSED
    if must is Must.ACCEPT and says_fail(body) and not has_trouble(body):
        return Acceptance.ACCEPTED
    if must is Must.EITHER and has_trouble(body) and not says_fail(body):
        return Acceptance.UNKNOWN
    return Acceptance.REFUSED if says_fail(body) else Acceptance.ACCEPTED


def _when(must: Must, outcome: Acceptance) -> Callable[[Response], bool]:
    return lambda response: response.ok and accepted(response, must) is outcome


def on_success(must: Must, rule: str, expected: str, check: Callable[[Body], str | None]) -> AnswerRule:
    """A rule about a Result that reports success."""
    applies = _when(must, Acceptance.ACCEPTED)
    return AnswerRule((clause(rule),), expected, lambda response: check(result(response)), applies=applies)


def shape(must: Must) -> AnswerRule:
    """The members of a Result with their types."""
    expected = "operationStatus, rows, contactKey, id, contactTypeID, isNewContactKey, both message ids, hasErrors"
    return on_success(must, "answer.shape", expected, _misshapen)


def _misshapen(body: Body) -> str | None:
    if not body:
        return "a body that is no JSON object, or an empty one"
    for names, fits in _MEMBERS:
        present = [name for name in names if name in body]
        for name in present:
            if not fits(body[name]):
                return f"{name} {body[name]!r}"
        if not present:
            return f"no {' or '.join(names)}"
    messages = body.get("resultMessages")
    return None if isinstance(messages, list | None) else f"resultMessages {messages!r}"


def _is_text(value: Json) -> bool:
    return isinstance(value, str) and bool(value)


def _is_count(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_id(value: Json) -> bool:
    return isinstance(as_int(value), int) and not isinstance(value, bool)


def _is_flag(value: Json) -> bool:
    return isinstance(value, bool)


_MEMBERS: Final[tuple[tuple[tuple[str, ...], Callable[[Json], bool]], ...]] = (
    (("operationStatus",), _is_text),
    (_ROWS, _is_count),
    (("contactKey",), _is_text),
    (_IDS, _is_id),
    (("contactTypeID",), _is_count),
    (("isNewContactKey",), _is_flag),
    (("requestServiceMessageID",), _is_text),
    (("hasErrors",), _is_flag),
    (("serviceMessageID",), _is_text),
)


def status_ok(must: Must) -> AnswerRule:
    """Success says so in all three places."""

    def check(body: Body) -> str | None:
        if isinstance(body.get("operationStatus"), str) and body["operationStatus"] != "OK":
            return f"operationStatus {body['operationStatus']!r}"
        if body.get("hasErrors") is True:
            return "hasErrors true"
        return f"resultMessages {body['resultMessages']!r}" if body.get("resultMessages") else None

    return on_success(must, "answer.status-ok", "operationStatus OK, hasErrors false, no resultMessages", check)


def echo(must: Must, key: str, identifier: Hashable) -> tuple[AnswerRule, AnswerRule]:
    """The key, and the id where it is known, of the contact that was updated.

    Both of another one may name whom the call reached. Where it did, the reads show that, and explain the answer.
    """

    def of_another(body: Body) -> bool:
        shown = next((as_int(body[name]) for name in _IDS if name in body), None)
        return _is_text(body.get("contactKey")) and body["contactKey"] != key and shown != identifier

    def part(body: Body) -> str | None:
        if of_another(body):
            return None
        if isinstance(body.get("contactKey"), str) and body["contactKey"] != key:
            return f"contactKey {body['contactKey']!r}"
        for name in _IDS:
            if _is_id(body.get(name)) and isinstance(identifier, int) and as_int(body[name]) != identifier:
                return f"{name} {body[name]!r}"
        return None

    def whole(body: Body) -> str | None:
        return f"contactKey {body['contactKey']!r} and another id" if of_another(body) else None

    expected = f"contactKey {key!r} and id {identifier if isinstance(identifier, int) else '(any)'}"
    another = on_success(must, "answer.echo", expected, whole)
    explained = tuple(clause(rule) for rule in (BY_KEY, BY_ID, BOTH, EXACT))
    return on_success(must, "answer.echo", expected, part), replace(another, telling=False, narrower=explained)


def not_new(must: Must) -> AnswerRule:
    """An existing contact is not new."""

    def check(body: Body) -> str | None:
        return "isNewContactKey true" if body.get("isNewContactKey") is True else None

    return on_success(must, "answer.not-new", "isNewContactKey false", check)


def rows(must: Must) -> AnswerRule:
    """An update that changes something counts at least one row."""

    def check(body: Body) -> str | None:
        for name in _ROWS:
            if _is_count(body.get(name)) and body[name] < 1:
                return f"{name} {body[name]}"
        return None

    return on_success(must, "answer.rows", "at least 1 row, because a value changes", check)


def message_ids(must: Must, earlier: tuple[str, ...]) -> AnswerRule:
    """Both ids are UUIDs, and that of the request is none of those of the calls before."""

    def check(body: Body) -> str | None:
        for name in ("requestServiceMessageID", "serviceMessageID"):
            if _is_text(body.get(name)) and not _UUID.fullmatch(body[name]):
                return f"{name} {body[name]!r}"
        if message_id(body) in earlier:
            return f"requestServiceMessageID {body['requestServiceMessageID']!r}, as in an earlier answer"
        return None

    return on_success(must, "answer.message-ids", "two UUIDs, the request's one not seen before", check)


def message_id(body: Body) -> str | None:
    """The id of the request, in lower case."""
    found = body.get("requestServiceMessageID")
    return found.lower() if isinstance(found, str) and found else None


def failure_reported(must: Must) -> AnswerRule:
    """A refusal with HTTP 200 says what it is, and why."""

    def check(response: Response) -> str | None:
        body = result(response)
        if not says_fail(body):
            return f"operationStatus {body.get('operationStatus')!r}"
        if body.get("hasErrors") is not True:
            return f"hasErrors {body.get('hasErrors')!r}"
        messages = body.get("resultMessages")
        return None if isinstance(messages, list) and messages else f"resultMessages {messages!r}"

    expected = "operationStatus FAIL, hasErrors true and at least one of resultMessages"
    return AnswerRule((clause("failure.reported"),), expected, check, applies=_when(must, Acceptance.REFUSED))


def error_shape() -> AnswerRule:
    """The body of a 4xx."""

    def check(response: Response) -> str | None:
        body = response.json
        if body is NOT_JSON or not isinstance(body, dict):
            return "a body that is no JSON object"
        if not isinstance(body.get("message"), str):
            return f"message {body.get('message')!r}"
        code = body.get("errorcode")
        return None if _is_count(code) or _is_text(code) else f"errorcode {code!r}"

    applies = lambda response: 400 <= response.status < 500  # noqa: E731 - reads best where it is used
    return AnswerRule((clause("error.shape"),), "message and errorcode", check, applies=applies)
