"""Knowing again what the contacts of a killed run were like, so that closing the driver puts them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contact_contracts.drivers.conga.driver import Conga


def recall(driver: Conga, originals: Mapping[str, Any]) -> None:
    """Take contacts of the target file for what they were."""
    for key, record in originals.items():
        driver.session.own.add(key)
        driver.eyes.ids[key] = str(record.get("Id") or "")
        driver.cleaner.originals[key] = record
