"""Paths and frames of quiet time, as examples use them."""

from __future__ import annotations

from contact_contracts.exchange import Json
from tests.rulebook.everbridge_talk import MOBILE, Body

ZONE = "Asia/Kolkata"


def phone(key: int = MOBILE, **fields: Json) -> Body:
    """A path with a telephone number."""
    return {"pathId": key, "value": "2025550142", "countryCode": "US", **fields}


def frame(**fields: Json) -> Body:
    """A frame of quiet time."""
    return {"name": "night", "days": [1, 7], "fromHour": 22, "fromMin": 0, "toHour": 6, "toMin": 30, **fields}


def paths(*several: Body, **fields: Json) -> Body:
    """A contact's fields with these paths."""
    return {"paths": list(several), **fields}


def framed(*frames: Body, **fields: Json) -> Body:
    """A contact's fields with one path that has these frames."""
    return paths(phone(quietTimeFrames=list(frames)), timezoneId=ZONE, **fields)
