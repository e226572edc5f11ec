"""The HAR reader: what it takes from a file, and which bodies it does not rely on."""

from __future__ import annotations

import base64
import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from contact_contracts.traffic import har
from contact_contracts.traffic.bodies import Unread
from contact_contracts.traffic.errors import TrafficError
from contact_contracts.traffic.har import Entry, read_har
from tests.traffic.conversations import write_har

URL = "https://api.example.com/contacts/1/2"


def call(**changes: Any) -> dict[str, Any]:
    """A recorded call, with some of it changed."""
    request = {"method": "PUT", "url": URL, "headers": [], **changes.pop("request", {})}
    content = {"size": 2, "mimeType": "application/json", "text": "{}", **changes.pop("content", {})}
    response = {"status": 200, "headers": [], "content": content, **changes.pop("response", {})}
    at = "2026-01-02T03:04:05.678Z"
    return {"startedDateTime": at, "time": 12.5, "request": request, "response": response, **changes}


def read(tmp_path: Path, *calls: Any) -> list[Entry]:
    return read_har(write_har(tmp_path / "traffic.har", [*calls]))


def headers(**values: str) -> list[dict[str, str]]:
    return [{"name": name.replace("_", "-"), "value": value} for name, value in values.items()]


def test_a_call_is_read_whole(tmp_path: Path) -> None:
    posted = {"mimeType": "application/json", "text": '{"name":"Größe"}'}
    (entry,) = read(tmp_path, call(request={"postData": posted, "headers": headers(Content_Type="a/b")}))
    assert (entry.number, entry.method, entry.url, entry.status) == (1, "PUT", URL, 200)
    assert entry.started == datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
    assert entry.seconds == 0.0125
    assert entry.request_headers == {"content-type": "a/b"}
    assert entry.request_body == '{"name":"Größe"}'.encode()
    assert entry.response_body == b"{}"


def test_calls_are_sorted_by_the_time_at_which_they_began_whatever_their_zone(tmp_path: Path) -> None:
    late = call(startedDateTime="2026-01-02T01:00:00.0000000-05:00")
    early = call(startedDateTime="2026-01-02T05:00:00+00:00")
    assert [entry.number for entry in read(tmp_path, late, early)] == [2, 1]


def test_a_call_without_a_time_makes_the_file_unusable_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrafficError, match=r"log\.entries\[1\]\.startedDateTime"):
        read(tmp_path, call(), call(startedDateTime="yesterday"))


@pytest.mark.parametrize("told", [None, -1, "soon", True])
def test_a_call_of_unknown_length_is_taken_to_be_long(tmp_path: Path, told: Any) -> None:
    assert read(tmp_path, call(time=told))[0].seconds == har.UNKNOWN_SECONDS


@pytest.mark.parametrize("answer", [None, {}, {"status": 0}, {"status": "aborted"}, {"status": True}])
def test_a_call_without_an_answer_has_status_0(tmp_path: Path, answer: Any) -> None:
    raw = call()
    raw["response"] = answer
    assert read(tmp_path, raw)[0].status == 0


@pytest.mark.parametrize("raw", [None, [], {}, {"request": {"method": "GET"}}, {"request": {"url": URL}}])
def test_what_is_no_call_is_passed_over(tmp_path: Path, raw: Any) -> None:
    assert read(tmp_path, raw) == []


@pytest.mark.parametrize("url", ["data:text/plain,a", "chrome://version", "https://[broken", "nonsense"])
def test_what_did_not_go_over_http_is_passed_over(tmp_path: Path, url: str) -> None:
    assert read(tmp_path, call(request={"url": url})) == []


def test_base64_is_decoded(tmp_path: Path) -> None:
    text = base64.b64encode(b"\xff\x00binary").decode()
    (entry,) = read(tmp_path, call(content={"text": text, "encoding": "base64", "size": 8}))
    assert entry.response_body == b"\xff\x00binary"


def test_a_body_that_is_still_packed_is_unpacked(tmp_path: Path) -> None:
    text = base64.b64encode(gzip.compress(b'{"a":1}')).decode()
    packed = call(
        content={"text": text, "encoding": "base64"}, response={"headers": headers(Content_Encoding="gzip")}
    )
    content = {**call()["response"]["content"], "text": text, "encoding": "base64"}
    packed["response"]["content"] = content
    assert read(tmp_path, packed)[0].response_body == b'{"a":1}'


def test_a_body_that_was_unpacked_before_is_left_alone(tmp_path: Path) -> None:
    raw = call()
    raw["response"]["headers"] = headers(Content_Encoding="gzip", Content_Length="9000")
    assert read(tmp_path, raw)[0].response_body == b"{}"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"text": "eyJhIjo", "encoding": "base64"}, "damaged or cut"),
        ({"text": "a\ud800b"}, "binary"),
        ({"text": '{"a":"\N{REPLACEMENT CHARACTER}"}'}, "could not read"),
        ({"text": '{"a":', "size": 4000}, "a part"),
        ({"text": None, "size": 40}, "leaves out"),
        ({"text": "", "size": 40}, "leaves out"),
        ({"text": None, "size": -1}, "leaves out"),
        ({"text": "{}", "encoding": "rot13"}, "rot13"),
    ],
)
def test_a_body_that_cannot_be_relied_on_is_none(tmp_path: Path, content: dict[str, Any], why: str) -> None:
    body = read(tmp_path, call(content=content))[0].response_body
    assert isinstance(body, Unread)
    assert why in body.why


@pytest.mark.parametrize("content", [{"text": "", "size": 0}, {"text": None, "size": 0}])
def test_an_empty_answer_is_empty(tmp_path: Path, content: dict[str, Any]) -> None:
    assert read(tmp_path, call(content=content))[0].response_body == b""


def test_malformed_json_that_is_whole_is_the_servers_own(tmp_path: Path) -> None:
    assert read(tmp_path, call(content={"text": "{oops", "size": 5}))[0].response_body == b"{oops"


@pytest.mark.parametrize(
    "request_part",
    [
        {"bodySize": 12},
        {"headers": headers(Content_Length="12")},
        {"postData": {"mimeType": "a/b", "text": ""}, "bodySize": 12},
        {"postData": {"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a", "value": "b"}]}},
    ],
)
def test_a_request_whose_body_was_left_out_is_not_taken_for_an_empty_one(
    tmp_path: Path, request_part: dict[str, Any]
) -> None:
    assert isinstance(read(tmp_path, call(request=request_part))[0].request_body, Unread)


def test_a_request_without_a_body_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, call(request={"method": "GET", "bodySize": 0}))[0].request_body is None


def test_answers_from_the_browsers_cache_are_known_as_such(tmp_path: Path) -> None:
    assert read(tmp_path, call(_fromCache="disk"))[0].cached


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(har, "LARGEST_FILE", 10)
    with pytest.raises(TrafficError, match="larger than"):
        read(tmp_path, call())


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "traffic.har"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"log": {"entries": [call()]}}).encode())
    assert len(read_har(path)) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe{", b"[" * 100_000, b'{"log": {"entries": [{"star'])
def test_bytes_that_are_no_json_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "traffic.har"
    path.write_bytes(content)
    with pytest.raises(TrafficError, match=r"traffic\.har"):
        read_har(path)


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrafficError, match="cannot be read"):
        read_har(tmp_path)


@pytest.mark.parametrize("told", ["404", 404.0])
def test_a_status_may_be_written_as_text_or_with_a_point(tmp_path: Path, told: Any) -> None:
    assert read(tmp_path, call(response={"status": told}))[0].status == 404


@pytest.mark.parametrize(
    ("value", "query"), [("externalId", "externalId"), ("a b&c", "a%20b%26c"), ("a%20b", "a%20b"), ("5%", "5%25")]
)
def test_a_query_that_is_only_in_its_list_belongs_to_the_url(tmp_path: Path, value: str, query: str) -> None:
    listed = [{"name": "idType", "value": value}]
    assert read(tmp_path, call(request={"queryString": listed}))[0].url == f"{URL}?idType={query}"
    whole = f"{URL}?idType=id"
    assert read(tmp_path, call(request={"queryString": listed, "url": whole}))[0].url == whole


def test_the_media_type_of_json_is_taken_for_granted_where_the_recorder_kept_none(tmp_path: Path) -> None:
    kept_none = call(content={"mimeType": None})
    kept_some = call(content={"mimeType": None}, response={"headers": headers(Server="s")})
    no_json = call(content={"mimeType": None, "text": "<p>"})
    found = [entry.response_headers.get("content-type") for entry in read(tmp_path, kept_none, kept_some, no_json)]
    assert found == ["application/json", None, None]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"id":1' + "0" * 5000 + "}"], ids=["too deep", "too long a number"]
)
def test_what_this_reader_cannot_take_is_not_held_against_anybody(tmp_path: Path, text: str) -> None:
    (entry,) = read(tmp_path, call(request={"postData": {"text": text}}, content={"text": text}))
    assert isinstance(entry.request_body, Unread)
    assert isinstance(entry.response_body, Unread)


def test_entries_that_are_no_calls_are_counted(tmp_path: Path) -> None:
    file = write_har(tmp_path / "traffic.har", [call(), {}, call(request={"url": "data:,x"})])
    calls, passed_over = har.read_recording(file)
    assert (len(calls), passed_over) == (1, 2)


@pytest.mark.parametrize("time", ["9999-12-31T23:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_time_at_the_end_of_the_calendar_is_none_that_can_be_read(tmp_path: Path, time: str) -> None:
    with pytest.raises(TrafficError, match=r"log\.entries\[0\]\.startedDateTime"):
        read(tmp_path, call(startedDateTime=time, time=9e8))


def test_a_query_of_broken_text_does_not_stop_the_reader(tmp_path: Path) -> None:
    listed = [{"name": "idType", "value": "\ud800"}]
    assert read(tmp_path, call(request={"queryString": listed}))[0].url == f"{URL}?idType=%3F"


def test_a_number_that_cannot_be_read_is_called_that(tmp_path: Path) -> None:
    file = tmp_path / "traffic.har"
    file.write_text('{"log": {"entries": [' + "9" * 5000 + "]}}", encoding="utf-8")
    with pytest.raises(TrafficError, match="a number in the file has too many digits"):
        read_har(file)
