"""What exists in a Bird workspace, and what its target can show."""

from __future__ import annotations

from dataclasses import dataclass

EMAIL, PHONE, VISITOR = "emailaddress", "phonenumber", "visitorid"
STANDARD_KEYS = frozenset({EMAIL, PHONE, VISITOR})
"""Identifier keys that every workspace has."""
NAMES = frozenset({"displayName", "firstName"})
"""Attributes that the documents themselves name."""


@dataclass(frozen=True)
class Facts:
    """Ids and names that may be used. An empty workspace id means that it is not known."""

    workspace_id: str = ""
    lists: frozenset[str] = frozenset()
    """Lower-case UUIDs, as are ``accounts``."""
    accounts: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    attributes: frozenset[str] = NAMES
    """Keys of attributes that may be written; others are neither sent nor watched."""
    own_attributes: frozenset[str] = frozenset()
    """Those of them that are of our own making: a target that takes some may refuse others."""
    read_only: frozenset[str] = frozenset()
    identifier_keys: frozenset[str] = STANDARD_KEYS
    """Keys of identifiers; attributes of these names mirror identifiers."""
    reads: bool = False
    """Whether each update is read back, which tells a wrong answer from a wrong contact."""
    shows_identifiers: bool = False
    """Whether identifiers are read back as well."""
