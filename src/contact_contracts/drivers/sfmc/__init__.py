"""Driving a Marketing Cloud target."""

from contact_contracts.drivers.sfmc.driver import MarketingCloud

__all__ = ["MarketingCloud"]
