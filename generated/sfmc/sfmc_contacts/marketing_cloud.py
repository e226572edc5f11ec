"""The client for Marketing Cloud contacts, blocking and asynchronous."""

from __future__ import annotations

import os
from typing import Self, Unpack

import httpx

from .api.auth import request_token
from .client import Client, ClientCredentials
from .facade import AsyncFacade, AsyncOptions, Facade, Options, Settings, connect
from .models.token import Token
from .models.token_request import TokenRequest
from .operations import AsyncOperations, AsyncWholeAnswers, Operations, WholeAnswers

BASE_URL = "https://{subdomain}.rest.marketingcloudapis.com"
"""Where calls go unless base_url says otherwise."""
AUTH_BASE_URL = "https://{subdomain}.auth.marketingcloudapis.com"
"""Where tokens come from unless auth_base_url says otherwise."""

_SETTINGS = Settings("SFMC")


def _tokens_from(subdomain: str, auth_base_url: str | None, base_url: str | None) -> str:
    """Where tokens come from; ValueError when calls go elsewhere and nobody has said where tokens come from."""
    usual = AUTH_BASE_URL.format(subdomain=subdomain)
    if base_url and not auth_base_url:
        raise ValueError(f"base_url needs auth_base_url (SFMC_AUTH_BASE_URL) beside it, such as {usual}")
    return auth_base_url or usual


class MarketingCloudClient(Operations, Facade):
    """Calls Marketing Cloud with tokens that it fetches itself. Share one: it keeps connections and tokens."""

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        subdomain: str,
        auth_base_url: str | None = None,
        **options: Unpack[Options],
    ) -> None:
        """Take who is calling and the account's subdomain; Options says what else can be set.

        With base_url and auth_base_url the subdomain has no further use. A base_url alone is a ValueError: the
        secret would go to the vendor's host, whoever the calls are for.
        """
        self._tokens_from = _tokens_from(subdomain, auth_base_url, options.get("base_url"))
        auth = ClientCredentials(self._tokens_from, client_id, client_secret)
        super().__init__(connect(auth, BASE_URL.format(subdomain=subdomain), options))

    @classmethod
    def from_env(cls, **options: Unpack[Options]) -> Self:
        """Take SFMC_CLIENT_ID, SFMC_CLIENT_SECRET and SFMC_SUBDOMAIN from the environment.

        SFMC_BASE_URL and SFMC_AUTH_BASE_URL may name another server, where both are set.
        """
        client_id, secret, subdomain = _SETTINGS.needed("CLIENT_ID", "CLIENT_SECRET", "SUBDOMAIN")
        _SETTINGS.add_base_url(options)
        return cls(
            client_id=client_id,
            client_secret=secret,
            subdomain=subdomain,
            auth_base_url=os.environ.get("SFMC_AUTH_BASE_URL"),
            **options,
        )

    @property
    def whole(self) -> WholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return WholeAnswers(self._client)

    def request_token(self, body: TokenRequest) -> Token:
        """Request an access token, which is not kept: the client fetches its own when it needs one."""
        tokens = Client(self._tokens_from, auth=httpx.Auth(), httpx_client=self.http_client)
        return request_token.sync(client=tokens, body=body)


class AsyncMarketingCloudClient(AsyncOperations, AsyncFacade):
    """Calls Marketing Cloud with tokens that it fetches itself, asynchronously. Share one, and close it."""

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        subdomain: str,
        auth_base_url: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        """Take who is calling and the account's subdomain; AsyncOptions says what else can be set.

        With base_url and auth_base_url the subdomain has no further use. A base_url alone is a ValueError: the
        secret would go to the vendor's host, whoever the calls are for.
        """
        self._tokens_from = _tokens_from(subdomain, auth_base_url, options.get("base_url"))
        auth = ClientCredentials(self._tokens_from, client_id, client_secret)
        super().__init__(connect(auth, BASE_URL.format(subdomain=subdomain), options))

    @classmethod
    def from_env(cls, **options: Unpack[AsyncOptions]) -> Self:
        """Take SFMC_CLIENT_ID, SFMC_CLIENT_SECRET and SFMC_SUBDOMAIN from the environment.

        SFMC_BASE_URL and SFMC_AUTH_BASE_URL may name another server, where both are set.
        """
        client_id, secret, subdomain = _SETTINGS.needed("CLIENT_ID", "CLIENT_SECRET", "SUBDOMAIN")
        _SETTINGS.add_base_url(options)
        return cls(
            client_id=client_id,
            client_secret=secret,
            subdomain=subdomain,
            auth_base_url=os.environ.get("SFMC_AUTH_BASE_URL"),
            **options,
        )

    @property
    def whole(self) -> AsyncWholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return AsyncWholeAnswers(self._client)

    async def request_token(self, body: TokenRequest) -> Token:
        """Request an access token, which is not kept: the client fetches its own when it needs one."""
        tokens = Client(self._tokens_from, auth=httpx.Auth(), async_httpx_client=self.http_client)
        return await request_token.asyncio(client=tokens, body=body)
