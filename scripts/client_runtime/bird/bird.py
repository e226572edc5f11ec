"""The client for Bird, blocking and asynchronous."""

from __future__ import annotations

from typing import Self, Unpack
from uuid import UUID

from .client import access_key as sent_as
from .facade import AsyncFacade, AsyncOptions, Facade, Options, Settings, connect
from .operations import AsyncOperations, AsyncWholeAnswers, Operations, WholeAnswers

BASE_URL = "https://api.bird.com"
"""Where calls go unless base_url says otherwise."""

_SETTINGS = Settings("BIRD")


class BirdClient(Operations, Facade):
    """Calls Bird in one workspace. Share one: it keeps connections open until it is closed."""

    def __init__(self, *, access_key: str, workspace_id: UUID | str, **options: Unpack[Options]) -> None:
        """Take who is calling, and for what; Options says what else can be set."""
        super().__init__(connect(sent_as(access_key), BASE_URL, options), UUID(str(workspace_id)))

    @classmethod
    def from_env(cls, **options: Unpack[Options]) -> Self:
        """Take BIRD_ACCESS_KEY and BIRD_WORKSPACE_ID from the environment.

        BIRD_BASE_URL may name another URL.
        """
        access_key, workspace_id = _SETTINGS.needed("ACCESS_KEY", "WORKSPACE_ID")
        _SETTINGS.add_base_url(options)
        return cls(access_key=access_key, workspace_id=workspace_id, **options)

    @property
    def whole(self) -> WholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return WholeAnswers(self._client, self.workspace_id)


class AsyncBirdClient(AsyncOperations, AsyncFacade):
    """Calls Bird in one workspace, asynchronously. Share one, and close it."""

    def __init__(self, *, access_key: str, workspace_id: UUID | str, **options: Unpack[AsyncOptions]) -> None:
        """Take who is calling, and for what; AsyncOptions says what else can be set."""
        super().__init__(connect(sent_as(access_key), BASE_URL, options), UUID(str(workspace_id)))

    @classmethod
    def from_env(cls, **options: Unpack[AsyncOptions]) -> Self:
        """Take BIRD_ACCESS_KEY and BIRD_WORKSPACE_ID from the environment.

        BIRD_BASE_URL may name another URL.
        """
        access_key, workspace_id = _SETTINGS.needed("ACCESS_KEY", "WORKSPACE_ID")
        _SETTINGS.add_base_url(options)
        return cls(access_key=access_key, workspace_id=workspace_id, **options)

    @property
    def whole(self) -> AsyncWholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return AsyncWholeAnswers(self._client, self.workspace_id)
