"""What a run record holds beside verdicts and findings, and the run read back from it."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final, Literal

from contact_contracts.judge.verdicts import ClauseVerdict, Exit, Finding, Verdict

FORMAT: Final = 1
"""Version of the record's format; a reader refuses others."""

_PACKAGES: Final = ("hypothesis", "schemathesis", "httpx", "pytest", "jsonschema-rs", "pydantic")


@dataclass(frozen=True)
class Header:
    """What was run, against what, by which versions."""

    families: tuple[str, ...]
    effort: str
    seed: int
    strict: bool
    contracts: Mapping[str, str]
    """SHA-256 of each family's contract."""
    targets: Mapping[str, Mapping[str, Any]]
    """Each family's target without secrets, as ``FamilyTarget.description`` tells it."""
    target_file: str | None = None
    """Path of the target file, as it was given; None for the bundled servers."""
    clauses: tuple[str, ...] = ()
    """Globs that limit the run; none for all clauses."""
    traffic_file: str | None = None
    """Name of the file whose recorded traffic was judged; None where a server was called."""
    started: str = ""
    """ISO 8601, UTC."""
    tool: str = ""
    python: str = ""
    packages: Mapping[str, str] = field(default_factory=dict)
    format: int = FORMAT


def stamped(header: Header) -> Header:
    """Return the header with time, tool, Python and package versions filled in where they are empty."""
    known = {
        "started": header.started or utc_now(),
        "tool": header.tool or _version("contact-contracts"),
        "python": header.python or platform.python_version(),
        "packages": header.packages or {name: _version(name) for name in _PACKAGES},
    }
    return Header(**{**vars(header), **known})


def utc_now() -> str:
    """Return the time in ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


@dataclass(frozen=True)
class Leftover:
    """Something that the run made and its clean-up could not remove."""

    family: str
    what: str
    """How to find it, such as ``contact 5001 (externalId cc-7f3a)``."""
    reason: str


@dataclass(frozen=True)
class Trouble:
    """A test that could not do its work."""

    test: str
    """Node id."""
    verdict: Literal["blocked", "error"]
    """Whether the target kept it from working, or the suite itself broke."""
    reason: str


@dataclass(frozen=True)
class Footer:
    """How the run ended. A record without one is unfinished."""

    seconds: float
    requests: int
    complete: bool
    """Whether everything selected was run."""
    exit_code: int
    finished: str = ""
    """ISO 8601, UTC."""

    @property
    def requests_per_second(self) -> float:
        """The average rate over the whole run."""
        return round(self.requests / self.seconds, 2) if self.seconds > 0 else 0.0


@dataclass(frozen=True)
class Run:
    """A whole record, read back."""

    header: Header
    verdicts: tuple[ClauseVerdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    footer: Footer | None = None
    """None for an unfinished record."""

    @property
    def exit(self) -> Exit:
        """How the run ended; inconclusive when nobody knows."""
        return Exit.INCONCLUSIVE if self.footer is None else Exit(self.footer.exit_code)

    @cached_property
    def totals(self) -> dict[Verdict, int]:
        """How many clauses have each verdict, worst first, those that occur."""
        return totals(self.verdicts)

    def findings_of(self, clause: str) -> tuple[Finding, ...]:
        """The findings against a clause."""
        return tuple(finding for finding in self.findings if finding.clause == clause)

    def authorization(self, family: str, credential: str) -> str:
        """The Authorization header for a role, secrets as variables; empty when the record does not tell."""
        target = self.header.targets.get(family, {})
        key = "restricted_authorization" if credential == "restricted" else "authorization"
        return str(target.get(key, ""))


def totals(verdicts: tuple[ClauseVerdict, ...]) -> dict[Verdict, int]:
    """Count clauses by verdict, worst first, leaving out verdicts that nobody got."""
    counted = Counter(each.verdict for each in verdicts)
    return {verdict: counted[verdict] for verdict in Verdict if counted[verdict]}
