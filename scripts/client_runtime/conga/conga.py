"""The client for Conga, blocking and asynchronous."""

from __future__ import annotations

from typing import Self, Unpack

from .client import bearer
from .facade import AsyncFacade, AsyncOptions, Facade, Options, Settings, connect
from .operations import AsyncOperations, AsyncWholeAnswers, Operations, WholeAnswers

BASE_URL = "https://rls.congacloud.com"
"""Where calls go unless base_url says otherwise."""

_SETTINGS = Settings("CONGA")


class CongaClient(Operations, Facade):
    """Calls Conga. Share one: it keeps connections open until it is closed."""

    def __init__(self, *, token: str, **options: Unpack[Options]) -> None:
        """Take who is calling; Options says what else can be set."""
        super().__init__(connect(bearer(token), BASE_URL, options))

    @classmethod
    def from_env(cls, **options: Unpack[Options]) -> Self:
        """Take CONGA_TOKEN from the environment.

        CONGA_BASE_URL may name another URL.
        """
        [token] = _SETTINGS.needed("TOKEN")
        _SETTINGS.add_base_url(options)
        return cls(token=token, **options)

    @property
    def whole(self) -> WholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return WholeAnswers(self._client)


class AsyncCongaClient(AsyncOperations, AsyncFacade):
    """Calls Conga, asynchronously. Share one, and close it."""

    def __init__(self, *, token: str, **options: Unpack[AsyncOptions]) -> None:
        """Take who is calling; AsyncOptions says what else can be set."""
        super().__init__(connect(bearer(token), BASE_URL, options))

    @classmethod
    def from_env(cls, **options: Unpack[AsyncOptions]) -> Self:
        """Take CONGA_TOKEN from the environment.

        CONGA_BASE_URL may name another URL.
        """
        [token] = _SETTINGS.needed("TOKEN")
        _SETTINGS.add_base_url(options)
        return cls(token=token, **options)

    @property
    def whole(self) -> AsyncWholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return AsyncWholeAnswers(self._client)
