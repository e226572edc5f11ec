"""Why a call could not be made, or not be answered."""

from __future__ import annotations


class Blocked(Exception):
    """The target cannot be worked with: unreachable, hanging, refusing our credentials, or no API at all."""


class NotAllowed(Exception):
    """The suite asked for a call that the target file does not permit; nothing was sent."""
