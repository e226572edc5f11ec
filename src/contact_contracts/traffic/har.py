"""Reads HAR 1.2: the calls that a browser, a proxy or a test has recorded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from contact_contracts.traffic.bodies import Body, Unread, is_json, request_body, response_body
from contact_contracts.traffic.errors import TrafficError

LARGEST_FILE: Final = 256 * 1024 * 1024
"""Bytes; a HAR file has to be read as a whole, which takes several times as much memory."""
UNKNOWN_SECONDS: Final = 60.0
"""How long a call is taken to have lasted where the file does not tell."""
LONGEST: Final = 1e9
"""Milliseconds of a call; what lasted longer has a duration that was never measured."""
_QUOTED: Final = re.compile(r"(%[0-9A-Fa-f]{2})")
_THREE_DIGITS: Final = re.compile(r"[1-5][0-9]{2}", re.ASCII)


@dataclass(frozen=True)
class Entry:
    """One recorded call, headers by lower-case name. It still holds its secrets."""

    number: int
    """Position in the file, from 1."""
    started: datetime
    seconds: float
    method: str
    url: str
    request_headers: Mapping[str, str]
    request_body: Body
    status: int
    """0 where there was no answer."""
    response_headers: Mapping[str, str]
    response_body: Body
    cached: bool
    """Whether the answer came from the recorder's own cache, not from the server."""


def read_har(path: Path) -> list[Entry]:
    """Return the calls of a HAR file in the order in which they began."""
    return read_recording(path)[0]


def read_recording(path: Path) -> tuple[list[Entry], int]:
    """Return the calls of a HAR file in the order in which they began, and how many entries are no calls.

    Raises TrafficError for a file that is missing, too large, or no HAR.
    """
    entries = _entries(path, _parse(path, _content(path)))
    found = [_entry(path, number, raw) for number, raw in enumerate(entries, start=1)]
    calls = sorted((entry for entry in found if entry is not None), key=lambda entry: entry.started)
    return calls, len(found) - len(calls)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            most = LARGEST_FILE // 1024 // 1024
            raise TrafficError(path, f"the file is larger than {most} MiB; record less, or keep one host only")
        return path.read_bytes()
    except FileNotFoundError:
        raise TrafficError(path, "there is no such file") from None
    except OSError as error:
        raise TrafficError(path, f"the file cannot be read: {error.strerror}") from None


def _parse(path: Path, content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise TrafficError(path, "the file is not UTF-8 text, so it is no HAR file") from None
    except RecursionError:
        raise TrafficError(path, "the file is nested too deeply to be a HAR file") from None
    except json.JSONDecodeError as error:
        if content.startswith(b'{"kind": "header"'):
            raise TrafficError(
                path, "a run record holds only the evidence of its breaches; give the HAR file of the traffic"
            ) from None
        raise TrafficError(
            path, f"this is not JSON: {error.msg}; was the recording cut off?", place=f"line {error.lineno}"
        ) from None
    except ValueError:
        raise TrafficError(path, "a number in the file has too many digits to be read") from None


def _entries(path: Path, whole: Any) -> list[Any]:
    log = whole.get("log") if isinstance(whole, dict) else None
    entries = log.get("entries") if isinstance(log, dict) else None
    if not isinstance(entries, list):
        raise TrafficError(
            path, "this is no HAR file: it has no list of entries in log; export the traffic as HAR"
        )
    return entries


def _entry(path: Path, number: int, raw: Any) -> Entry | None:
    """The call, or None for one that does not say what was asked."""
    request = raw.get("request") if isinstance(raw, dict) else None
    if not isinstance(request, dict):
        return None
    method, url = request.get("method"), request.get("url")
    if not isinstance(method, str) or not isinstance(url, str) or not _is_url(url):
        return None
    answer = raw.get("response")
    response: Mapping[str, Any] = answer if isinstance(answer, dict) else {}
    sent, received = _headers(request), _headers(response)
    answered = response_body(response, received)
    return Entry(
        number=number,
        started=_time(path, number, raw.get("startedDateTime")),
        seconds=_seconds(raw.get("time")),
        method=method.upper(),
        url=_with_query(url, request),
        request_headers=_with_cookies(sent, request),
        request_body=request_body(request, sent),
        status=_status(response.get("status")),
        response_headers=_with_type(received, response, answered),
        response_body=answered,
        cached=bool(raw.get("_fromCache") or raw.get("_servedFromCache")),
    )


def _is_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _with_query(url: str, request: Mapping[str, Any]) -> str:
    """The URL, with the query that some recorders write only into a list of its own."""
    listed = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in _pairs(request.get("queryString")))
    plain, _, fragment = url.partition("#")
    return f"{plain}?{listed}" + (f"#{fragment}" if fragment else "") if listed and "?" not in plain else url


def _quoted(text: str) -> str:
    """A part of a query; what the recorder has left quoted stays so."""
    return "".join(
        part if _QUOTED.fullmatch(part) else quote(part, safe="", errors="replace") for part in _QUOTED.split(text)
    )


def _status(told: Any) -> int:
    """The status of the answer, which some recorders write as text; 0 for none."""
    number = int(told) if isinstance(told, str) and _THREE_DIGITS.fullmatch(told) else told
    whole = isinstance(number, int | float) and not isinstance(number, bool) and number == number // 1
    return int(number) if whole and 100 <= number <= 599 else 0


def _time(path: Path, number: int, told: Any) -> datetime:
    try:
        found = _zoned(told)
    except (TypeError, ValueError, OverflowError):
        raise TrafficError(
            path,
            "no time that can be read, so the order of the calls is not known; record again, or mend it",
            place=f"log.entries[{number - 1}].startedDateTime",
        ) from None
    return found


def _zoned(told: Any) -> datetime:
    """A time with its zone. OverflowError where the calendar ends before the longest call that begins then."""
    found = datetime.fromisoformat(told)
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    _ = found.astimezone(UTC) + timedelta(milliseconds=LONGEST)
    return found


def _seconds(told: Any) -> float:
    known = isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < LONGEST
    return told / 1000 if known else UNKNOWN_SECONDS


def _headers(message: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _pairs(message.get("headers")):
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key in found else value
    return found


def _pairs(listed: Any) -> Iterator[tuple[str, str]]:
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and isinstance(each.get("name"), str) and isinstance(each.get("value"), str):
            yield each["name"], each["value"]


def _with_cookies(headers: dict[str, str], request: Mapping[str, Any]) -> dict[str, str]:
    """The headers, with cookies that the file lists beside them."""
    listed = "; ".join(f"{name}={value}" for name, value in _pairs(request.get("cookies")))
    return {"cookie": listed, **headers} if listed else headers


def _with_type(headers: dict[str, str], response: Mapping[str, Any], body: Body) -> dict[str, str]:
    """The headers, with the media type that some recorders tell only beside the content, or not at all."""
    content = response.get("content")
    told = content.get("mimeType") if isinstance(content, dict) else None
    if headers:
        return headers
    if isinstance(told, str) and "/" in told and not told.startswith("x-unknown"):
        return {"content-type": told}
    return {"content-type": "application/json"} if isinstance(body, bytes) and is_json(body) else {}


def unreadable(entry: Entry) -> str:
    """Why a call cannot be judged, for a body that the file lacks; empty when it has both."""
    for body in (entry.request_body, entry.response_body):
        if isinstance(body, Unread):
            return body.why
    return ""
