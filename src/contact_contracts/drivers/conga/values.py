"""Values that each documented field takes, and what it must not take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from contact_contracts.drivers.text import shapes
from contact_contracts.exchange import Json
from contact_contracts.rulebook.conga.fields import DATES, FLAG, FREE_TEXTS, LOOKUPS, MAILS, PHONES
from contact_contracts.target.families import CongaFacts

Values = Mapping[str, tuple[Json, ...]]
"""Field -> values that it takes, null not among them."""

LENGTH = 60
"""The longest text that is sent: the documents name no limits, and this fits everywhere."""

CODES = ("US", "GB", "DE", "JP", "BR")
OTHER_CODES = ("de", "GBR", "Us")
"""Codes of countries that a server may refuse, but not change."""
URLS = (
    "https://example.com/photos/ada.png",
    "https://example.org/p/%E7%BE%8E?size=2&Crop=Yes#top",
    "http://images.example.net/A/b/C.JPG",
)
MAIL_VALUES = (
    "ada@example.com",
    "grace.hopper+cc@example.org",
    "Katherine.Johnson@example.net",
    "o'neil_7@sub.domain.example.com",
)
PHONE_VALUES = ("+12025550142", "+442079460958", "+4930901820", "+81 3 1234 5678", "+1 (202) 555-0187")
BIRTHDAYS = ("1990-02-28", "1984-02-29", "1999-12-31", "2000-01-01", "1931-07-04")
BOUNCES = ("2024-03-01", "2023-12-31T23:59:59Z", "2024-02-29T12:30:00Z", "2024-06-30T22:15:10+02:00", "2020-01-01")
IN_WORDS = ("28 February 1990", "December 31, 1999", "Saturday, 1 January 2000")
"""Days that a server may refuse, or keep as text; cut short they mean nothing."""
LONG = "Ä" * 255
LINES = "first line\nsecond line"
LINES_EVERY = 6
"""How often the long text has two lines: a server may refuse that, but not join them."""

NOT_TEXT: Final[tuple[Json, ...]] = (5, 0, 1.5, True, False, [], ["text"], {}, {"Value": "text"})
NOT_A_FLAG: Final[tuple[Json, ...]] = ("true", "false", "False", "yes", "1", "")
NEITHER_FLAG_NOR_TEXT: Final[tuple[Json, ...]] = (1, 0, 1.5, [], [True], {}, {"Value": True})
NOT_A_LOOKUP: Final[tuple[Json, ...]] = ("text", 5, True, False, ["text"])
NO_OBJECTS: Final[tuple[bytes, ...]] = (
    b"",
    b"[]",
    b'[{"FirstName":"Refused"}]',
    b'"text"',
    b"5",
    b"true",
    b"null",
    b'{"FirstName":"Refused"',
    b'{"FirstName":"Refused",}',
    b"{'FirstName':'Refused'}",
    b"FirstName=Refused",
    b"\xff\xfe",
)


def field_values(facts: CongaFacts, custom_fields: tuple[str, ...]) -> Values:
    """The values of every field that may be written, more than one each."""
    texts = shapes(LENGTH)
    return {
        **dict.fromkeys(FREE_TEXTS, texts),
        "Description": (*(LINES if at % LINES_EVERY == 0 else text for at, text in enumerate(texts)), LONG),
        "MailingCountryCode": CODES,
        "OtherCountryCode": CODES[::-1],
        "PhotoUrl": URLS,
        **dict.fromkeys(MAILS, MAIL_VALUES),
        **{field: PHONE_VALUES[turn % 5 :] + PHONE_VALUES[: turn % 5] for turn, field in enumerate(PHONES)},
        **dict(zip(DATES, (BOUNCES, BIRTHDAYS), strict=True)),
        FLAG: (True, False),
        **_lookups(facts),
        **dict.fromkeys(custom_fields, texts[:12]),
    }


def _lookups(facts: CongaFacts) -> dict[str, tuple[Json, ...]]:
    records = {
        field: pointed for field, pointed in zip(LOOKUPS, (facts.accounts, facts.owners), strict=True) if pointed
    }
    return {field: tuple({"Id": r.id, "Name": r.name} for r in pointed) for field, pointed in records.items()}


def invented_name(mark: str) -> str:
    """The beginning of field names that no schema has, because a run made them up."""
    return "Zz" + mark.replace("-", "")


def may_be_null(field: str) -> bool:
    """Whether the documents let a field be null."""
    return field != FLAG and not field.endswith("_c")
