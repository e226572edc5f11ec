"""Knowing again what the contacts of a killed run were like, so that closing the driver puts them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contact_contracts.drivers.sfmc.driver import MarketingCloud
from contact_contracts.drivers.sfmc.originals import as_it_was
from contact_contracts.drivers.sfmc.probing import find_readable


def recall(driver: MarketingCloud, originals: Mapping[str, Any]) -> None:
    """Take contacts of the target file for what they were. Blocked when the target cannot be worked with."""
    for key, state in originals.items():
        find_readable(driver, key)
        driver.session.own.add(key)
        driver.originals[key] = as_it_was(driver.facts, state)
