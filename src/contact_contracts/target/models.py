"""What a target file says of one family: where, who, what exists there, and what is allowed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, ClassVar, Protocol

from pydantic import BeforeValidator, Field, ValidationInfo

from contact_contracts.target.auth import Auth, Strict
from contact_contracts.target.urls import HttpUrl

Text = Annotated[str, Field(min_length=1)]
Identifier = Annotated[int, Field(ge=0, lt=2**63)]
PositiveSeconds = Annotated[float, Field(gt=0)]


def _beside_the_target_file(raw: Any, info: ValidationInfo) -> Any:
    """Read a relative path as seen from the target file, wherever the command runs."""
    return (info.context or {}).get("directory", Path()) / raw if isinstance(raw, str) else raw


class KnownDeviation(Strict):
    """A clause that the target is known to break, and why that is accepted."""

    clause: Text
    reason: Text


class NamedContact(Protocol):
    """An existing contact that the suite may change and must restore."""

    @property
    def key(self) -> str:
        """What the suite calls it by."""
        ...


class FamilyTarget(Strict):
    """What every family's table may hold. Times are in seconds."""

    family: ClassVar[str] = ""

    base_url: HttpUrl
    """Without trailing slash; operations' paths are appended to it."""
    auth: Auth
    allow_writes: bool = False
    allow_create: bool = False
    allow_delete: bool = False
    lacks: tuple[Text, ...] = ()
    """operationIds that the target does not offer."""
    max_requests_per_second: Annotated[float, Field(gt=0)] | None = None
    timeout_seconds: PositiveSeconds = 30.0
    connect_timeout_seconds: PositiveSeconds = 5.0
    read_after_write_seconds: Annotated[float, Field(ge=0)] = 0.0
    """How long a read-back may lag behind a write."""
    verify_tls: bool = True
    ca_file: Annotated[Path, BeforeValidator(_beside_the_target_file)] | None = None
    trust_env: bool = False
    """Whether proxies and netrc of the environment count."""
    known_deviations: tuple[KnownDeviation, ...] = ()

    @property
    def named_contacts(self) -> tuple[NamedContact, ...]:
        """The contacts that the target file names; each family has its own way of naming one."""
        found: tuple[NamedContact, ...] = getattr(self, "contacts", ())
        return found

    @property
    def place(self) -> str:
        """Base URL, and the organization or workspace there: where an id means what it says."""
        inside = getattr(self, "organization_id", "") or getattr(self, "workspace_id", "")
        return f"{self.base_url} {inside}".strip()

    def offers(self, operation: str) -> bool:
        """Whether the target has the operation, given its operationId."""
        return operation not in self.lacks

    def description(self) -> dict[str, Any]:
        """What a record may tell of the target: JSON values, no credentials, no contacts."""
        return {
            "base_url": self.base_url,
            "authorization": self.auth.shown,
            "allow_writes": self.allow_writes,
            "allow_create": self.allow_create,
            "allow_delete": self.allow_delete,
            "lacks": list(self.lacks),
            "known_deviations": {known.clause: known.reason for known in self.known_deviations},
        }
