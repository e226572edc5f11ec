"""Why a driver cannot bring a target to where a clause shows."""

from __future__ import annotations


class Missing(Exception):
    """The target file lacks a fact, or does not give a permission, that the test needs. The text names it."""


class NotObservable(Exception):
    """The target has no operation by which anybody could see it. The text names the operation."""
