"""A recording of Marketing Cloud without a target file: searches tell which sets there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.traffic.by_hand import breached, called
from tests.traffic.conversations import Entry

KEY = "ada@example.com"
COLUMNS = ("Names.First", "Names.Last", "Numbers.Age", "Numbers.Phone", "Numbers.Born", "Names.Changed")
SHOWN = {"Names.First": "Ada", "Names.Last": "King", "Numbers.Age": 36, "Names.Changed": "Monday"}


def searched(second: int, **changes: Any) -> Entry:
    columns = {"Contact.Contact Key": KEY, "Contact.Contact ID": 7, **SHOWN}
    columns |= {name.replace("_", "."): value for name, value in changes.items()}
    names = ("Contact.Contact Key", "Contact.Contact ID", *COLUMNS)
    condition = {
        "attribute": {"key": "Contact.Contact Key"},
        "operator": "Equals",
        "value": {"items": [KEY]},
    }
    sent = {
        "request": {"attributes": [{"key": name} for name in names]},
        "conditionSet": {"operator": "And", "conditionSets": [], "conditions": [condition]},
    }
    values = [{"name": name, "value": columns[name]} for name in names if columns.get(name) is not None]
    return called(
        "POST", "/contacts/v1/attributes/search", second, {"count": 1, "items": [{"values": values}]}, sent
    )


def updated(second: int, name: str, *items: dict[str, Any], result: dict[str, Any] | None = None) -> Entry:
    entries = [{"values": [{"name": key, "value": value} for key, value in item.items()]} for item in items]
    body = {"contactKey": KEY, "attributeSets": [{"name": name, "items": entries}]}
    answer = {
        "operationStatus": "OK",
        "rowsAffected": 1,
        "contactKey": KEY,
        "contactId": 7,
        "contactTypeID": 0,
        "isNewContactKey": False,
        "requestServiceMessageID": f"00000000-0000-4000-8000-0000000000{second:02d}",
        "responseDateTime": "2026-01-01T00:00:00Z",
        "hasErrors": False,
        "resultMessages": [],
        "serviceMessageID": "00000000-0000-4000-8000-000000000000",
    }
    return called("PATCH", "/contacts/v1/contacts", second, answer | (result or {}), body)


def found(tmp_path: Path, *entries: Entry) -> list[str]:
    return breached("sfmc", tmp_path, *entries)


NAMED = updated(2, "Names", {"First": "Augusta"})
BOTH = updated(4, "Names", {"First": "Augusta", "Last": "King"})


def test_what_was_written_must_be_shown(tmp_path: Path) -> None:
    assert found(tmp_path, searched(1), NAMED, searched(3, Names_First="Augusta")) == []
    assert found(tmp_path, searched(1), NAMED, searched(3)) == ["sfmc.addressing.by-key"]


def test_what_was_not_named_must_stay(tmp_path: Path) -> None:
    after = [BOTH, searched(5, Names_First="Augusta"), updated(6, "Names", {"First": "Ada"})]
    assert found(tmp_path, searched(1), *after, searched(7)) == []
    assert found(tmp_path, searched(1), *after, searched(7, Names_Last=None)) == ["sfmc.values.unsent-kept"]


def test_what_only_the_server_writes_may_change(tmp_path: Path) -> None:
    assert found(tmp_path, searched(1), NAMED, searched(3, Names_First="Augusta", Names_Changed="Friday")) == []


def test_what_was_never_shown_may_not_exist(tmp_path: Path) -> None:
    unknown = updated(2, "Names", {"First": "Augusta", "Nick": "A"})
    assert found(tmp_path, searched(1), unknown, searched(3), BOTH) == []


def test_a_set_of_several_rows_is_not_judged(tmp_path: Path) -> None:
    rows = updated(2, "Names", {"First": "Augusta"}, {"First": "Byron"})
    assert found(tmp_path, searched(1), rows, searched(3, Names_First="Byron")) == []


@pytest.mark.parametrize(
    ("name", "sent", "shown"),
    [
        ("Age", 37, 37),
        ("Age", "37", 37),
        ("Phone", "+1 (202) 555-0142", "12025550142"),
        ("Born", "1815-12-10", "12/10/1815 12:00:00 AM"),
    ],
)
def test_a_value_may_be_shown_in_another_form(tmp_path: Path, name: str, sent: object, shown: object) -> None:
    written = updated(2, "Numbers", {name: sent})
    assert found(tmp_path, searched(1), written, searched(3, **{f"Numbers_{name}": shown})) == []


def test_a_failure_behind_200_is_not_held_against_the_server(tmp_path: Path) -> None:
    messages = [{"message": "no", "resultType": "Error", "resultClass": "c", "resultCode": "1"}]
    failed = {"operationStatus": "FAIL", "hasErrors": True, "resultMessages": messages}
    refused = updated(4, "Names", {"First": "Nobody's name!"}, result=failed)
    there = [searched(1), NAMED, searched(3, Names_First="Augusta")]
    assert found(tmp_path, *there, refused, searched(5, Names_First="Augusta")) == []
