"""Driving an Everbridge target."""

from contact_contracts.drivers.everbridge.driver import Everbridge

__all__ = ["Everbridge"]
