"""How numbers in an answer are read: JSON knows one kind of number, whatever a server's serializer prints."""

from __future__ import annotations

import pytest

from contact_contracts.exchange import NOT_JSON, Request, Response
from contact_contracts.rulebook.everbridge.answers import error_shape
from contact_contracts.rulebook.prediction import Must
from contact_contracts.rulebook.sfmc.answers import shape


def answer(status: int, text: str) -> Response:
    return Response(status, {"content-type": "application/json"}, text.encode())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.0", 1),
        ("1e3", 1000),
        ("-0.0", 0),
        ("9007199254740993.0", 9007199254740993),
        ("1.5", 1.5),
        ("1e+300", 1e300),
        ("1.2345678901234567e19", 1.2345678901234567e19),
        ("-12345678901234567890.00", -12345678901234567890),
    ],
)
def test_a_whole_number_is_an_integer_however_it_is_spelled(text: str, value: float) -> None:
    found = answer(200, text).json
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("text", ["1e400", "1e999999999999999999999"])
def test_a_number_beyond_all_bounds_costs_nothing(text: str) -> None:
    assert answer(200, text).json == float("inf")


def test_an_answer_without_a_body_is_no_json() -> None:
    assert answer(200, "").json is NOT_JSON


def test_a_number_that_is_sent_keeps_its_spelling() -> None:
    assert type(Request("", "PATCH", "http://a.example", body=b"1.0").json) is float


def test_an_error_whose_status_is_spelled_with_a_point_has_the_right_shape() -> None:
    check = error_shape().check
    assert check(answer(404, '{"status": 404.0, "message": "gone"}')) is None
    assert check(answer(404, '{"status": 404.5, "message": "gone"}')) is not None


def test_counts_of_a_result_may_be_spelled_with_a_point() -> None:
    text = (
        '{"operationStatus": "OK", "rowsAffetcted": %s, "contactKey": "a", "contactId": 4300000001.0,'
        ' "contactTypeID": 0.0, "isNewContactKey": false, "requestServiceMessageID": "x",'
        ' "serviceMessageID": "y", "hasErrors": false, "resultMessages": []}'
    )
    check = shape(Must.ACCEPT).check
    assert check(answer(200, text % "1.0")) is None
    assert check(answer(200, text % "1.5")) == "rowsAffetcted 1.5"
