"""Access tokens: what a caller must present, and where it comes from.

A token says until when it is good and carries a signature made with the client's secret, so nothing has to be
remembered: tokens outlive a restart of the server, and another secret invalidates them all.
"""

# ruff: noqa: ARG002 - a rule is handed all it may depend on, for those that override it
from __future__ import annotations

import hmac
import secrets
import time
from typing import Final

from contact_contracts.exchange import Json
from contact_contracts.reference.calls import Answer, Call, Refusal
from contact_contracts.reference.rules import FamilyRules

TOKEN_OPERATION: Final = "requestToken"  # noqa: S105 - the name of an operation


class TokenRules(FamilyRules):
    """Hands out tokens and checks them on each call."""

    def needs_credentials(self, call: Call) -> bool:
        """Only the request for a token goes without one."""
        return call.operation.id != TOKEN_OPERATION

    def is_authorized(self, call: Call) -> bool:
        """A token that was handed out here and is not too old, or one of the fixed ones."""
        presented = call.headers.get("authorization", "")
        return (
            self.is_handed_out(call, presented)
            or self.credentials.token_matches(presented, "Bearer")
            or self.is_restricted(call)
        )

    def is_restricted(self, call: Call) -> bool:
        """Whether the caller is known and has no right to contacts."""
        return self.credentials.restricted_token_matches(call.headers.get("authorization", ""), "Bearer")

    def unauthorized(self, call: Call) -> Refusal:
        """What a caller without a good token is told."""
        return Refusal(401, "Not Authorized")

    def check_scope(self, call: Call) -> None:
        """A token without rights is answered with 403."""
        if self.needs_credentials(call) and self.is_restricted(call):
            raise Refusal(403, "This token has no right to contacts.")

    def request_token(self, call: Call) -> Answer:
        """Give a client a token for its id and its secret."""
        if not self.is_client(call, call.body["client_id"], call.body["client_secret"]):
            raise self.unauthorized(call)
        return Answer(200, self.token_body(call))

    def is_client(self, call: Call, client_id: str, client_secret: str) -> bool:
        """Whether id and secret belong together."""
        secret_fits = hmac.compare_digest(client_secret.encode(), self.credentials.client_secret.encode())
        return secret_fits and client_id == self.credentials.client_id

    def token_body(self, call: Call) -> dict[str, Json]:
        """A token, how to send it, for how many seconds it is good, and where to use it."""
        seconds = self.token_seconds(call)
        return {
            "access_token": self.new_token(call, seconds),
            "token_type": "Bearer",
            "expires_in": seconds,
            "rest_instance_url": f"{call.base_url}/",
        }

    def token_seconds(self, call: Call) -> int:
        """For how long a new token is good."""
        return self.credentials.token_seconds

    def new_token(self, call: Call, seconds: int) -> str:
        """A token that no other caller has."""
        claim = f"{int(self.clock(call)) + seconds}.{secrets.token_hex(8)}"
        return f"{claim}.{self.signature(claim)}"

    def is_handed_out(self, call: Call, authorization: str) -> bool:
        """Whether an Authorization header carries a token of this server that is still good."""
        scheme, _, token = authorization.partition(" ")
        claim, _, signature = token.strip().rpartition(".")
        known = hmac.compare_digest(signature.encode(), self.signature(claim).encode())
        return scheme.lower() == "bearer" and known and not self.is_expired(call, int(claim.partition(".")[0]))

    def is_expired(self, call: Call, good_until: int) -> bool:
        """Whether a token's time is over; `good_until` is in epoch seconds."""
        return self.clock(call) >= good_until

    def clock(self, call: Call) -> float:
        """Epoch seconds."""
        return time.time()

    def signature(self, claim: str) -> str:
        """What only this server can write under a token."""
        return hmac.new(self.credentials.client_secret.encode(), claim.encode(), "sha256").hexdigest()
