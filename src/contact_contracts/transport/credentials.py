"""Who calls: the Authorization header of each role, made from the target file and never kept in a record."""

from __future__ import annotations

import base64
import math
import time
from collections.abc import Callable, Iterator, Mapping

import httpx

from contact_contracts.exchange import ALMOST_RIGHT, Credential
from contact_contracts.redaction import Redactor
from contact_contracts.target.auth import (
    AccessKeyAuth,
    Auth,
    BasicAuth,
    BearerAuth,
    ClientCredentialsAuth,
)
from contact_contracts.target.models import FamilyTarget
from contact_contracts.transport.errors import Blocked

AskForToken = Callable[[str, Mapping[str, str]], httpx.Response]
"""Posts JSON to the URL where tokens are had, paced like any other call."""
RENEW_BEFORE = 30.0
"""Seconds before a token's end at which a new one is asked for."""

_WRONG = {
    "basic": "Basic " + base64.b64encode(b"nobody:wrong").decode(),
    "bearer": "Bearer wrong",
    "access-key": "AccessKey wrong",
    "client-credentials": "Bearer wrong",
}
_FOREIGN = {
    scheme: _WRONG["basic" if scheme in ("bearer", "client-credentials") else "bearer"] for scheme in _WRONG
}


def _other_end(token: str) -> str:
    return token[:-1] + ("-" if token.endswith("~") else "~")


_ALMOST: dict[str, Callable[[str, str], str]] = {
    "empty": lambda scheme, _: scheme,
    "misplaced": lambda scheme, token: f"{'Bearer' if scheme == 'Basic' else 'Basic'} {token}",
    "cut": lambda scheme, token: f"{scheme} {token[:-1]}",
    "longer": lambda scheme, token: f"{scheme} {token}x",
    "altered": lambda scheme, token: f"{scheme} {_other_end(token)}",
    "recased": lambda scheme, token: f"{scheme} {_recased(token)}",
}


def _recased(token: str) -> str:
    return token.swapcase() if token.swapcase() != token else _other_end(token)


class Credentials:
    """Authorization headers by role. The secrets stay inside; repr shows none."""

    def __init__(
        self, target: FamilyTarget, ask: AskForToken, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._auth: Auth = target.auth
        self._restricted: BearerAuth | None = getattr(target, "restricted_auth", None)
        self._token = _Token(self._auth, ask, clock) if isinstance(self._auth, ClientCredentialsAuth) else None
        self._fixed = None if self._token else _header(self._auth)
        self._redactor = Redactor(())
        self._hidden_with: str | None = None
        """The header that was in use when the secrets to hide were gathered: a new token is a new secret."""

    def __repr__(self) -> str:
        """Say the scheme and nothing else."""
        return f"Credentials({self._auth.scheme})"

    def header(self, role: Credential) -> str | None:
        """The Authorization header of a role; None to send none. Blocked when no token can be had."""
        if role == "none":
            return None
        if role == "wrong":
            return _WRONG[self._auth.scheme]
        if role == "foreign":
            return _FOREIGN[self._auth.scheme]
        if role == "restricted":
            return _header(self._restricted) if self._restricted else None
        right = self._fixed if self._token is None else self._token.header()
        if role in ALMOST_RIGHT and right is not None:
            scheme, _, token = right.partition(" ")
            return _ALMOST[role](scheme, token)
        return right

    def hide(self, text: str) -> str:
        """The text without the credentials that a careless target may echo."""
        header = self._fixed if self._token is None else self._token.known_header()
        if header != self._hidden_with:
            self._redactor = Redactor(self._secrets(header))
            self._hidden_with = header
        return self._redactor.hide(text)

    def _secrets(self, header: str | None) -> Iterator[str]:
        """What the headers carry, and what it is made from; after it, what comes near it."""
        for known in (header, self.header("restricted")):
            yield (known or "").rpartition(" ")[2]
        yield from (
            _ALMOST[role]("", (header or "").rpartition(" ")[2]).strip() for role in ("cut", "altered", "recased")
        )
        if isinstance(self._auth, BasicAuth):
            yield self._auth.password.reveal()
        if isinstance(self._auth, ClientCredentialsAuth):
            yield self._auth.client_secret.reveal()

    def expired(self) -> bool:
        """Forget a token that the target refused; return whether a new one can be asked for."""
        return self._token is not None and self._token.drop()


def _header(auth: Auth) -> str:
    if isinstance(auth, BasicAuth):
        pair = f"{auth.username.reveal()}:{auth.password.reveal()}"
        return "Basic " + base64.b64encode(pair.encode()).decode()
    if isinstance(auth, BearerAuth):
        return f"Bearer {auth.token.reveal()}"
    if isinstance(auth, AccessKeyAuth):
        return f"AccessKey {auth.key.reveal()}"
    raise TypeError(f"no fixed header for {auth.scheme}")


class _Token:
    """A token from client credentials, renewed before it expires."""

    def __init__(self, auth: ClientCredentialsAuth, ask: AskForToken, clock: Callable[[], float]) -> None:
        self._auth = auth
        self._asked = ask
        self._clock = clock
        self._value = ""
        self._ends = 0.0

    def header(self) -> str:
        if not self._value or self._clock() >= self._ends:
            self._ask()
        return f"Bearer {self._value}"

    def known_header(self) -> str:
        """The header as it is now, without asking for anything."""
        return f"Bearer {self._value}" if self._value else ""

    def drop(self) -> bool:
        had = bool(self._value)
        self._value = ""
        return had

    def _ask(self) -> None:
        url = f"{self._auth.auth_base_url}/v2/token"
        body = {
            "grant_type": "client_credentials",
            "client_id": self._auth.client_id.reveal(),
            "client_secret": self._auth.client_secret.reveal(),
        }
        try:
            answer = self._asked(url, body)
        except httpx.HTTPError as error:
            raise Blocked(f"no token: {url} cannot be reached ({type(error).__name__})") from None
        token = _token_in(answer)
        if token is None:
            raise Blocked(
                f"no token: {url} answered HTTP {answer.status_code} without an access_token; "
                f"check ${self._auth.client_id.variable} and ${self._auth.client_secret.variable}"
            )
        self._value, lifetime = token
        self._ends = self._clock() + max(lifetime - RENEW_BEFORE, lifetime / 2)


def _token_in(answer: httpx.Response) -> tuple[str, float] | None:
    """The token and for how many seconds it is good (for ever, if that is not said); None when there is none."""
    try:
        body = answer.json()
        value, lifetime = body["access_token"], body.get("expires_in")
        seconds = math.inf if lifetime is None else float(lifetime)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    usable = isinstance(value, str) and value.isascii() and value.isprintable() and bool(value.strip())
    return (value.strip(), seconds) if usable and answer.is_success else None
