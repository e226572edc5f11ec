"""A call before it is sent: an operation with its parameters and body."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from contact_contracts.exchange import Credential, Json


class _NoBody:
    """Stands for a request without a body, which is not the same as a JSON null."""


NO_BODY = _NoBody()


@dataclass(frozen=True)
class Call:
    """What a driver wants sent; the door turns it into bytes."""

    operation: str
    path_params: Mapping[str, str | int] = field(default_factory=dict)
    query: Sequence[tuple[str, str]] = ()
    body: Json = NO_BODY
    """JSON value, or ``bytes`` to be sent as they are."""
    media_type: str = "application/json"
    credential: Credential = "default"
    method: str = ""
    """Overrides the operation's method."""
    headers: Mapping[str, str] = field(default_factory=dict)
    literal: str = ""
    """Characters that need no encoding in a path and get none, although other callers encode them."""

    def path(self, template: str) -> str:
        """The operation's path with its parameters filled in, percent-encoded."""
        for name, value in self.path_params.items():
            template = template.replace("{" + name + "}", quote(str(value), safe=self.literal))
        return template

    def encoded_query(self) -> str:
        """The query string with its question mark, or nothing."""
        return "?" + urlencode(list(self.query), quote_via=quote) if self.query else ""

    def content(self) -> bytes | None:
        """The body as it goes over the wire."""
        if isinstance(self.body, _NoBody):
            return None
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
