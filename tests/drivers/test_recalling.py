"""What a killed run has changed is put back from what it wrote down first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contact_contracts.drivers.ledger_file import read_ledger, read_originals
from contact_contracts.drivers.registry import recall
from contact_contracts.drivers.sfmc.cleaning import remember
from contact_contracts.exchange import Json
from contact_contracts.transport import Call
from tests.drivers.conftest import CONTACTS, MARK, Opened, Target


def change_everbridge(driver: Any, key: str) -> None:
    driver.put(key, driver.base(key, firstName="Changed"))


def everbridge_now(driver: Any, key: str) -> Json:
    contact = driver.session.call(Call("getContact", driver.params(key)), judged=False).response.json["result"]
    return {name: value for name, value in contact.items() if name not in ("lastModifiedDate", "lastModifiedTime")}


def change_bird(driver: Any, key: str) -> None:
    driver.update(
        key,
        {
            "attributes": {"jobTitle": "Changed"},
            "addIdentifiers": [{"key": "emailaddress", "value": "a@example.org"}],
        },
    )


def bird_now(driver: Any, key: str) -> Json:
    contact = driver.session.call(Call("getContact", driver.params(key)), judged=False).response.json
    return {name: value for name, value in contact.items() if name != "updatedAt"}


def change_conga(driver: Any, key: str) -> None:
    driver.update(key, {"FirstName": "Changed", "Title": None})


def conga_now(driver: Any, key: str) -> Json:
    record = driver.eyes.record(key)
    return {name: value for name, value in record.items() if name not in ("ETag", "ModifiedDate")}


def change_sfmc(driver: Any, key: str) -> None:
    driver.patch({"contactKey": key, "attributeSets": driver.plain_sets(key, 1)})


def sfmc_now(driver: Any, key: str) -> Json:
    return dict(remember(driver, key).state)


WAYS: dict[str, tuple[Callable[[Any, str], None], Callable[[Any, str], Json]]] = {
    "everbridge": (change_everbridge, everbridge_now),
    "bird": (change_bird, bird_now),
    "conga": (change_conga, conga_now),
    "sfmc": (change_sfmc, sfmc_now),
}


@pytest.mark.parametrize("family", WAYS)
def test_a_contact_that_a_killed_run_has_changed_is_put_back(opened: Opened, family: str, tmp_path: Path) -> None:
    change, now = WAYS[family]
    named = {"allow_create": False, "contacts": CONTACTS[family]}
    key = str(next(iter(CONTACTS[family][0].values())))
    target = Target(family)
    looking, _ = opened(family, target=target, **named)
    before = now(looking, key)

    killed, _ = opened(family, target=target, **named)
    killed.begin()
    assert killed.contacts(1) == [key]
    change(killed, key)
    assert now(looking, key) != before

    driver, _ = opened(family, target=target, **named)
    recall(driver, family, read_originals(read_ledger(tmp_path / f"originals-{MARK}.jsonl")))
    assert driver.close() == []
    assert now(looking, key) == before
