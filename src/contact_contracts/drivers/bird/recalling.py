"""Knowing again what the contacts of a killed run were like, so that closing the driver puts them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contact_contracts.drivers.bird.driver import Bird
from contact_contracts.drivers.bird.probing import OWN_KEYS
from contact_contracts.rulebook.bird import BirdRulebook


def recall(driver: Bird, originals: Mapping[str, Any]) -> None:
    """Take contacts of the target file for what they were."""
    facts = replace(driver.facts, attributes=driver.facts.attributes.union(OWN_KEYS))
    driver.session.rulebook = BirdRulebook(driver.contract, facts)
    for key, (contact, identifiers) in originals.items():
        driver.session.own.add(key)
        driver.originals[key] = (contact, identifiers)
