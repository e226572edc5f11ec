"""Who may call the reference server."""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Credentials:
    """What callers must present. The defaults are public on purpose: they guard made-up data only."""

    user: str = "demo"
    password: str = field(default="demo", repr=False)
    token: str = field(default="demo-token", repr=False)
    restricted_token: str = field(default="demo-restricted-token", repr=False)
    """Known, but without rights on contacts."""
    client_id: str = "demo-client"
    client_secret: str = field(default="demo-client-secret", repr=False)
    """For families that hand out tokens."""
    token_seconds: int = 1080
    """For how long a token that was handed out is good."""

    def basic_matches(self, authorization: str) -> bool:
        """Whether an Authorization header is HTTP Basic with the user and the password."""
        scheme, _, encoded = authorization.partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            presented = base64.b64decode(encoded.strip(), validate=True)
        except binascii.Error:
            return False
        return hmac.compare_digest(presented, f"{self.user}:{self.password}".encode())

    def token_matches(self, authorization: str, *schemes: str) -> bool:
        """Whether an Authorization header carries the token under one of the schemes ("Bearer", …)."""
        return _carries(authorization, self.token, schemes)

    def restricted_token_matches(self, authorization: str, *schemes: str) -> bool:
        """Whether an Authorization header carries the token of the caller without rights."""
        return _carries(authorization, self.restricted_token, schemes)


def _carries(authorization: str, token: str, schemes: tuple[str, ...]) -> bool:
    scheme, _, presented = authorization.partition(" ")
    known = scheme.lower() in {one.lower() for one in schemes}
    return known and hmac.compare_digest(presented.strip().encode(), token.encode())
