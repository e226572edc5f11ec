"""Driving a Conga target."""

from contact_contracts.drivers.conga.driver import Conga

__all__ = ["Conga"]
