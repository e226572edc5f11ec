"""What answers of the Everbridge API must look like."""

from __future__ import annotations

import re

from contact_contracts.exchange import Json, Response
from contact_contracts.rulebook.everbridge.labels import clause
from contact_contracts.rulebook.prediction import Acceptance, AnswerRule, Effect, Must
from contact_contracts.rulebook.values import as_int

ALL_DONE = 100
_ROW = re.compile(r"\[\s*(\d+)\s*\]")


def modification(contact: str) -> AnswerRule:
    """The Modification body, about the contact with this key (empty: unknown which)."""

    def check(response: Response) -> str | None:
        body = response.json
        if not isinstance(body, dict):
            return "a body that is no JSON object"
        if not isinstance(body.get("message"), str):
            return f"message {body.get('message')!r}"
        if not isinstance(body.get("id"), int) or isinstance(body.get("id"), bool):
            return f"id {body.get('id')!r}"
        if contact and str(body["id"]) != contact:
            return f"id {body['id']}"
        return _wrong_uris(body)

    expected = f"message, id {contact or '(the contact’s own)'}, baseUri and instanceUri of that contact"
    return AnswerRule((clause("answer.modification"),), expected, check)


def _wrong_uris(body: dict[str, Json]) -> str | None:
    for name in ("baseUri", "instanceUri"):
        if not isinstance(body.get(name), str):
            return f"{name} {body.get(name)!r}"
    if body["instanceUri"].rstrip("/").rpartition("/")[2] != str(body["id"]):
        return f"instanceUri {body['instanceUri']!r} with id {body['id']}"
    return None


def error_shape() -> AnswerRule:
    """The error body, whose status is the HTTP status."""

    def check(response: Response) -> str | None:
        body = response.json
        if not isinstance(body, dict):
            return "a body that is no JSON object"
        if not _is_status(body.get("status"), response.status):
            return f"status {body.get('status')!r} with HTTP {response.status}"
        return None if isinstance(body.get("message"), str) else f"message {body.get('message')!r}"

    return AnswerRule((clause("error.shape"),), "status (the HTTP status) and message", check)


def _is_status(value: Json, status: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value == status


def failed_rows(body: Json) -> frozenset[int]:
    """The 1-based rows that a BatchResult names as failed."""
    data = body.get("data") if isinstance(body, dict) else None
    found = (_ROW.search(text) for text in data or [] if isinstance(text, str))
    return frozenset(int(match.group(1)) for match in found if match)


def all_done(body: Json) -> bool:
    """Whether a BatchResult says that every row was done."""
    return isinstance(body, dict) and as_int(body.get("code")) == ALL_DONE


def batch_acceptance(response: Response, effects: tuple[Effect, ...]) -> tuple[Acceptance, ...]:
    """What a batch's answer says of each row."""
    if not response.ok:
        refused = Acceptance.REFUSED if 400 <= response.status < 500 else Acceptance.UNKNOWN
        return tuple(refused for _ in effects)
    named = failed_rows(response.json)
    done = all_done(response.json)
    misnamed = not done and _is_misnamed(effects, named)
    return tuple(_row_acceptance(effect, named, done, misnamed) for effect in effects)


def _bad_rows(effects: tuple[Effect, ...]) -> frozenset[int]:
    return frozenset(effect.row for effect in effects if effect.must is Must.REFUSE and effect.row is not None)


def doubtful_rows(effects: tuple[Effect, ...]) -> frozenset[int]:
    """Rows of which the documents do not say whether they fail."""
    return frozenset(
        effect.row
        for effect in effects
        if effect.must is Must.EITHER and effect.row is not None and not effect.contact.startswith("ext:")
        if effect.accepted is None or not effect.accepted.alternatives
    )


def _is_misnamed(effects: tuple[Effect, ...], named: frozenset[int]) -> bool:
    """Whether an answer names other rows than the bad ones; a server may stop at the first row that fails."""
    bad = _bad_rows(effects)
    sure = named - doubtful_rows(effects)
    stopped = bool(named) and not sure
    return bool(bad) and not stopped and sure != bad and len(sure) in (0, len(bad))


def _row_acceptance(effect: Effect, named: frozenset[int], done: bool, misnamed: bool) -> Acceptance:
    if effect.must is Must.REFUSE:
        return _bad_row_acceptance(effect, named, done, misnamed)
    if effect.must is Must.EITHER and not done:
        # A read tells whether it was left out, where both are foreseen.
        foreseen = effect.accepted is not None and (
            bool(effect.accepted.alternatives)
            or not named
            or (effect.row not in named and not effect.contact.startswith("ext:"))
        )
        return Acceptance.ACCEPTED if foreseen else Acceptance.UNKNOWN
    return Acceptance.REFUSED if effect.row in named and not misnamed else Acceptance.ACCEPTED


def _bad_row_acceptance(effect: Effect, named: frozenset[int], done: bool, misnamed: bool) -> Acceptance:
    if effect.row is None:  # the batch as a whole, which no row reports
        return Acceptance.ACCEPTED if done else Acceptance.REFUSED
    if not effect.contact and done and effect.row not in named:
        return Acceptance.ACCEPTED  # no read can tell whether it was
    return Acceptance.REFUSED if misnamed or effect.row in named else Acceptance.UNREPORTED


def rows_reported(effects: tuple[Effect, ...]) -> AnswerRule:
    """Failed rows are named, and the code says that not all was done."""
    bad = _bad_rows(effects)

    def check(response: Response) -> str | None:
        named = failed_rows(response.json)
        done = all_done(response.json)
        if not bad or (done and not named):
            return None  # a read tells whether the rows were taken or refused in silence
        if done:
            return f"code {ALL_DONE} although rows {sorted(named)} are named"
        if _is_misnamed(effects, named):
            return f"data names rows {sorted(named)}"
        return None

    expected = f"a code other than {ALL_DONE}, and data that names rows {sorted(bad)}"
    return AnswerRule((clause("batch.bad-row-reported"),), expected, check, telling=bool(bad))
