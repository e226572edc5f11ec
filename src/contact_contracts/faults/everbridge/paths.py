"""Paths in another order or with other values; addresses without their place."""

# ruff: noqa: D102 - the class says what its method does wrong
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contact_contracts.exchange import Json
from contact_contracts.faults.catalogue import fault
from contact_contracts.faults.everbridge.scope import WRITTEN, in_update
from contact_contracts.reference.everbridge import EverbridgeRules
from contact_contracts.reference.everbridge.change import Change


@fault("everbridge.path.order-kept", also=(WRITTEN,))
class SortsPathsById(EverbridgeRules):
    """Paths are kept in the order of their ids."""

    def replace_paths(self, change: Change) -> list[Json]:
        paths = super().replace_paths(change)
        return sorted(paths, key=lambda path: int(path["pathId"])) if in_update(change) else paths


@fault("everbridge.path.country-and-value", also=(WRITTEN,))
class SwapsCountryAndValue(EverbridgeRules):
    """Value and country of a path change places, as one table of the page has it."""

    def path_destination(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().path_destination(change, sent)
        if not in_update(change):
            return stored
        return {"value": stored["countryCode"], "countryCode": stored["value"]}


@fault("everbridge.path.country-and-value", also=(WRITTEN,))
class FillsInTheCountryOfThePath(EverbridgeRules):
    """A path takes the contact's country in place of its own."""

    def path_destination(self, change: Change, sent: Mapping[str, Json]) -> dict[str, Json]:
        stored = super().path_destination(change, sent)
        country: Any = change.body.get("country")
        return {**stored, "countryCode": country} if in_update(change) and country else stored


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,))
class DropsCoordinates(EverbridgeRules):
    """The coordinates of an address are not stored."""

    def stored_coordinates(self, change: Change, sent: Mapping[str, Json]) -> Json:
        return {} if in_update(change) else super().stored_coordinates(change, sent)


@fault("everbridge.address.coordinates-kept", also=(WRITTEN,))
class SwapsLatitudeAndLongitude(EverbridgeRules):
    """Latitude and longitude change places."""

    def stored_coordinates(self, change: Change, sent: Mapping[str, Json]) -> Json:
        stored = super().stored_coordinates(change, sent)
        if not in_update(change):
            return stored
        swapped = {"lat": "lon", "lon": "lat"}
        return {swapped[name]: value for name, value in stored.items()}
