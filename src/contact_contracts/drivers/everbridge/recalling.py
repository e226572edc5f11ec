"""Knowing again what the contacts of a killed run were like, so that closing the driver puts them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contact_contracts.drivers.everbridge.discovery import discover
from contact_contracts.drivers.everbridge.driver import Everbridge
from contact_contracts.rulebook.everbridge import EverbridgeRulebook
from contact_contracts.transport import Blocked


def recall(driver: Everbridge, originals: Mapping[str, Any]) -> None:
    """Take contacts of the target file for what they were. Blocked when the target cannot be worked with."""
    driver.inventory = discover(driver.session, driver.target)
    driver.session.rulebook = EverbridgeRulebook(driver.contract, driver.inventory.facts)
    if not driver.inventory.record_types:
        raise Blocked("no record type is known: list one under [everbridge.facts] record_types")
    for key, record in originals.items():
        driver.own(key, str(record.get("externalId") or ""))
        driver.originals[key] = record
