"""What answers of the Conga API must look like."""

from __future__ import annotations

from contact_contracts.exchange import NOT_JSON, Json, Response
from contact_contracts.rulebook.conga.fields import FLAG
from contact_contracts.rulebook.conga.labels import clause
from contact_contracts.rulebook.conga.state import looks_like_a_record, record_in
from contact_contracts.rulebook.prediction import AnswerRule, Value

UNAUTHORIZED = 401
_OF_ITS_OWN_USE = ("Profile", "Warnings", "Errors")
"""Members of an envelope whose content nobody describes."""


def error_shape() -> AnswerRule:
    """The error envelope. No page lists a 401: a gateway may say it without JSON; what is said as JSON counts."""

    def check(response: Response) -> str | None:
        body = response.json
        if response.status == UNAUTHORIZED and not _says_json(response):
            return None
        if not isinstance(body, dict):
            return "a body that is no JSON object"
        if body.get("Success") is not False:
            return f"Success {body.get('Success')!r}"
        return None if _messages(body.get("Errors")) else f"Errors {body.get('Errors')!r}"

    return AnswerRule((clause("error.shape"),), "Success false, and Errors with a Message", check)


def _says_json(response: Response) -> bool:
    """Whether an answer says something as JSON, be it malformed."""
    if response.json is NOT_JSON:
        return bool(response.body) and "json" in response.content_type
    return response.json not in ({}, [], "", None)


def _messages(errors: Json) -> list[str]:
    entries = (
        [entry.get("Message") for entry in errors if isinstance(entry, dict)] if isinstance(errors, list) else []
    )
    return [message for message in entries if isinstance(message, str) and message]


def own_id_taken() -> AnswerRule:
    """Counts that a body with the record's own Id was accepted; a refusal is judged by the call's features."""
    return AnswerRule((clause("id.matching-accepted"),), "accepted", lambda _: None)


def says_success() -> AnswerRule:
    """A success by status is one by its envelope."""

    def check(response: Response) -> str | None:
        failed = isinstance(response.json, dict) and response.json.get("Success") is False
        return f"Success false with HTTP {response.status}" if failed else None

    return AnswerRule((clause("schema.answers-conform"),), "Success true with HTTP 200", check, telling=False)


def shows_record(external_id: str, identifier: Value | None) -> AnswerRule:
    """The answer carries the updated record, with the Id that it is known to have (None: not known)."""

    def check(response: Response) -> str | None:
        record = record_in(response.json, external_id)
        data = response.json.get("Data") if isinstance(response.json, dict) else None
        if record is None:
            return f"Data {data!r}"
        if isinstance(data, list) and len(data) > 1:
            return f"Data with {len(data)} records"
        shown = record.get("Id")
        if identifier is not None and shown is not None and str(shown) != identifier:
            return f"a record with Id {shown!r}"
        return None

    return AnswerRule((clause("payload.on-request"),), "the updated record in Data", check)


def shows_no_record(rule: str) -> AnswerRule:
    """The answer carries no record."""

    def check(response: Response) -> str | None:
        body = response.json
        if not isinstance(body, dict):
            return None
        told = {name: member for name, member in body.items() if name not in _OF_ITS_OWN_USE}
        return "a record in the answer" if looks_like_a_record(told) else None

    return AnswerRule((clause(rule),), "an answer without a record", check)


def bounced_not_null(external_id: str) -> AnswerRule:
    """A read does not show null where the documents allow only true and false."""

    def check(response: Response) -> str | None:
        record = record_in(response.json, external_id)
        return f"{FLAG} null" if record and FLAG in record and record[FLAG] is None else None

    return AnswerRule((clause("fields.bounced-not-null"),), f"{FLAG} true or false", check)
