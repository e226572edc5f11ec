"""Servers that keep the contracts in another way than the reference server does; nothing may be said of them."""

from contact_contracts.variations.catalogue import (
    UnknownVariation,
    Variation,
    all_variations,
    load_variation,
)

__all__ = ["UnknownVariation", "Variation", "all_variations", "load_variation"]
