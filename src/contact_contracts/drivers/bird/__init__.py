"""Driving a target that speaks Bird's contact API."""

from contact_contracts.drivers.bird.driver import Bird

__all__ = ["Bird"]
