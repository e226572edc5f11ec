"""The client for Everbridge, blocking and asynchronous."""

from __future__ import annotations

from typing import Self, Unpack

from .client import basic
from .facade import AsyncFacade, AsyncOptions, Facade, Options, Settings, connect
from .operations import AsyncOperations, AsyncWholeAnswers, Operations, WholeAnswers

BASE_URL = "https://api.everbridge.net/rest"
"""Where calls go unless base_url says otherwise."""

_SETTINGS = Settings("EVERBRIDGE")


class EverbridgeClient(Operations, Facade):
    """Calls Everbridge for one organization. Share one: it keeps connections open until it is closed."""

    def __init__(self, *, username: str, password: str, organization_id: int, **options: Unpack[Options]) -> None:
        """Take who is calling, and for what; Options says what else can be set."""
        super().__init__(connect(basic(username, password), BASE_URL, options), organization_id)

    @classmethod
    def from_env(cls, **options: Unpack[Options]) -> Self:
        """Take EVERBRIDGE_USERNAME, EVERBRIDGE_PASSWORD and EVERBRIDGE_ORGANIZATION_ID from the environment.

        EVERBRIDGE_BASE_URL may name another URL.
        """
        username, password, organization_id = _SETTINGS.needed("USERNAME", "PASSWORD", "ORGANIZATION_ID")
        _SETTINGS.add_base_url(options)
        return cls(username=username, password=password, organization_id=int(organization_id), **options)

    @property
    def whole(self) -> WholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return WholeAnswers(self._client, self.organization_id)


class AsyncEverbridgeClient(AsyncOperations, AsyncFacade):
    """Calls Everbridge for one organization, asynchronously. Share one, and close it."""

    def __init__(
        self, *, username: str, password: str, organization_id: int, **options: Unpack[AsyncOptions]
    ) -> None:
        """Take who is calling, and for what; AsyncOptions says what else can be set."""
        super().__init__(connect(basic(username, password), BASE_URL, options), organization_id)

    @classmethod
    def from_env(cls, **options: Unpack[AsyncOptions]) -> Self:
        """Take EVERBRIDGE_USERNAME, EVERBRIDGE_PASSWORD and EVERBRIDGE_ORGANIZATION_ID from the environment.

        EVERBRIDGE_BASE_URL may name another URL.
        """
        username, password, organization_id = _SETTINGS.needed("USERNAME", "PASSWORD", "ORGANIZATION_ID")
        _SETTINGS.add_base_url(options)
        return cls(username=username, password=password, organization_id=int(organization_id), **options)

    @property
    def whole(self) -> AsyncWholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return AsyncWholeAnswers(self._client, self.organization_id)
