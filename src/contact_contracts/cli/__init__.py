"""The ``contact-contracts`` command."""

from contact_contracts.cli.command import app, main

__all__ = ["app", "main"]
