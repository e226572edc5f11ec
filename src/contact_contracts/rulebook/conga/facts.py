"""What exists beside the contacts: records to point to, custom fields, and how contacts can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Facts:
    """What a target file tells of a Conga organization, as far as predictions need it."""

    lookups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Lookup field -> id of a record that it may point to -> that record's name."""
    custom_fields: frozenset[str] = frozenset()
    """Custom fields of the object's schema that are known to take text."""
    invented: str = ""
    """How names of fields begin that a run made up, so that no schema has them; empty for none."""
    readable: bool = True
    """Whether records can be read back."""
