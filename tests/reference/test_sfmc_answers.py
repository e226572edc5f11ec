"""What an update is answered: success, and the ways of saying no."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from .sfmc_caller import CONTACTS, ID, KEY, Sfmc, caller, names

BODY = {"contactKey": KEY, "attributeSets": [names("Changed")]}


@pytest.fixture
def sfmc() -> Iterator[Sfmc]:
    with caller() as sfmc:
        yield sfmc


def test_success_has_the_members_of_the_page_in_both_spellings(sfmc: Sfmc) -> None:
    answer = sfmc.update(names())
    for name in ("requestServiceMessageID", "serviceMessageID", "responseDateTime"):
        assert isinstance(answer.pop(name), str)
    assert answer == {
        "operationStatus": "OK",
        "hasErrors": False,
        "resultMessages": [],
        "rowsAffetcted": 1,
        "rowsAffected": 1,
        "contactKey": KEY,
        "contactId": ID,
        "contactID": ID,
        "contactTypeID": 0,
        "isNewContactKey": False,
    }


def test_message_ids_are_uuids_and_no_two_are_the_same(sfmc: Sfmc) -> None:
    answers = [sfmc.update(names()) for _ in range(3)]
    answers += [sfmc.failed({"contactKey": "nobody", "attributeSets": [names()]})]
    texts = [one[name] for one in answers for name in ("requestServiceMessageID", "serviceMessageID")]
    assert len({UUID(text) for text in texts}) == len(texts)


def test_a_failure_says_why_and_counts_no_rows(sfmc: Sfmc) -> None:
    answer = sfmc.failed({"contactKey": "nobody", "attributeSets": [names()]})
    assert (answer["rowsAffetcted"], answer["isNewContactKey"]) == (0, False)
    assert {"message", "resultType", "resultClass", "resultCode"} <= set(answer["resultMessages"][0])


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer wrong", "Bearer a.b.c", "Basic demo-token", "Bearer 9."]
)
def test_without_a_good_token_the_answer_is_401_and_nothing_changes(sfmc: Sfmc, authorization: str) -> None:
    before = sfmc.everything()
    answer = sfmc.patch(BODY, headers={"authorization": authorization})
    assert answer.status_code == 401
    assert answer.json() == {"message": "Not Authorized", "errorcode": 0, "documentation": ""}
    assert sfmc.everything() == before


def test_a_token_is_asked_for_before_the_body_is_read(sfmc: Sfmc) -> None:
    answer = sfmc.call("PATCH", CONTACTS, content=b"{", headers={"authorization": ""})
    assert answer.status_code == 401


def test_a_token_without_rights_is_answered_with_403(sfmc: Sfmc) -> None:
    before = sfmc.everything()
    answer = sfmc.patch(BODY, headers={"authorization": "Bearer demo-restricted-token"})
    assert (answer.status_code, answer.json()["errorcode"]) == (403, 0)
    assert sfmc.everything() == before


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"a": NaN}', b"[" * 100_000, b'{"a": 1e999}'])
def test_malformed_json_is_a_400_with_its_own_code(sfmc: Sfmc, content: bytes) -> None:
    answer = sfmc.call("PATCH", CONTACTS, content=content, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["errorcode"]) == (400, 10004)


@pytest.mark.parametrize("body", [[], "x", 5, None, True])
def test_a_body_that_is_no_object_is_of_the_wrong_type(sfmc: Sfmc, body: Any) -> None:
    answer = sfmc.call("PATCH", CONTACTS, json=body) if body is not None else null(sfmc)
    assert (answer.status_code, answer.json()["errorcode"]) == (400, 10001)


def null(sfmc: Sfmc) -> Any:
    """httpx takes a body of None for no body."""
    return sfmc.call("PATCH", CONTACTS, content=b"null", headers={"content-type": "application/json"})


def test_another_media_type_is_answered_with_415(sfmc: Sfmc) -> None:
    before = sfmc.everything()
    answer = sfmc.patch(BODY, headers={"content-type": "text/plain"})
    assert (answer.status_code, answer.json()["errorcode"]) == (415, 0)
    assert sfmc.everything() == before


@pytest.mark.parametrize(("method", "path", "status"), [("PUT", CONTACTS, 405), ("GET", "/contacts/v2", 404)])
def test_what_is_no_operation_is_answered_in_the_family_s_words(
    sfmc: Sfmc, method: str, path: str, status: int
) -> None:
    answer = sfmc.client.request(method, path)
    assert answer.status_code == status
    assert set(answer.json()) == {"message", "errorcode", "documentation"}
