"""The client for Everbridge, blocking and asynchronous."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self, Unpack

from . import errors
from .batches import USUAL_SIZE, Batch, RowResult
from .changing import Change, removals
from .client import basic
from .differences import Difference
from .facade import AsyncFacade, AsyncOptions, Facade, Options, Settings, connect
from .models.contact_replacement import ContactReplacement
from .models.contact_result import ContactResult
from .models.contact_row import ContactRow
from .models.id_type import IdType
from .models.modification import Modification
from .models.update_type import UpdateType
from .operations import AsyncOperations, AsyncWholeAnswers, Operations, WholeAnswers
from .safety import refuse_rows
from .types import UNSET, Response, Unset

BASE_URL = "https://api.everbridge.net/rest"
"""Where calls go unless base_url says otherwise."""

_SETTINGS = Settings("EVERBRIDGE")
_READ = "/contacts/{organization_id}/{contact_id}"


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
        username, password, _ = _SETTINGS.needed("USERNAME", "PASSWORD", "ORGANIZATION_ID")
        _SETTINGS.add_base_url(options)
        return cls(
            username=username, password=password, organization_id=_SETTINGS.number("ORGANIZATION_ID"), **options
        )

    @property
    def whole(self) -> WholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return WholeAnswers(self._client, self.organization_id)

    def prepare_change(
        self, contact_id: str, named: ContactReplacement | None = None, *, id_type: IdType | Unset = UNSET
    ) -> PreparedChange:
        """Read a contact and prepare a full update that keeps what `named` leaves out. Nothing is written yet.

        Args:
            contact_id: The contact's id, or with IdType.EXTERNALID its external id.
            named: What to change. An array that is named takes the place of the one that the contact has.
            id_type: What contact_id is.
        """
        return PreparedChange(self, _found(self.whole.get_contact(contact_id, id_type=id_type)), named)

    def preview_replacement(
        self, contact_id: str, body: ContactReplacement, *, id_type: IdType | Unset = UNSET
    ) -> list[Difference]:
        """Read a contact and return what update_contact() with this body would remove. Nothing is written."""
        return removals(_found(self.whole.get_contact(contact_id, id_type=id_type)), body.to_dict())

    def update_contacts_in_chunks(
        self,
        rows: Sequence[ContactRow],
        *,
        update_type: UpdateType,
        size: int = USUAL_SIZE,
        id_type: IdType | Unset = UNSET,
    ) -> list[RowResult]:
        """Update any number of contacts, `size` in a call; returns one result for each row, in order.

        A chunk that fails raises nothing: its error is in the results of its rows.
        """
        batch = Batch(rows, size)
        refuse_rows(self._client.checks, (row.to_dict() for row in rows), full=update_type != UpdateType.PARTIAL)
        for chunk in batch.chunks():
            try:
                answer = self.update_contacts_batch(chunk, id_type=id_type, update_type=update_type)
                batch.answered(chunk, answer)
            except errors.CallFailed as error:
                batch.failed(chunk, error)
        return batch.results


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
        username, password, _ = _SETTINGS.needed("USERNAME", "PASSWORD", "ORGANIZATION_ID")
        _SETTINGS.add_base_url(options)
        return cls(
            username=username, password=password, organization_id=_SETTINGS.number("ORGANIZATION_ID"), **options
        )

    @property
    def whole(self) -> AsyncWholeAnswers:
        """The same operations, which return whole answers: status, headers, bytes and model."""
        return AsyncWholeAnswers(self._client, self.organization_id)

    async def prepare_change(
        self, contact_id: str, named: ContactReplacement | None = None, *, id_type: IdType | Unset = UNSET
    ) -> AsyncPreparedChange:
        """Do as EverbridgeClient.prepare_change() does, asynchronously."""
        return AsyncPreparedChange(self, _found(await self.whole.get_contact(contact_id, id_type=id_type)), named)

    async def preview_replacement(
        self, contact_id: str, body: ContactReplacement, *, id_type: IdType | Unset = UNSET
    ) -> list[Difference]:
        """Do as EverbridgeClient.preview_replacement() does, asynchronously."""
        return removals(_found(await self.whole.get_contact(contact_id, id_type=id_type)), body.to_dict())

    async def update_contacts_in_chunks(
        self,
        rows: Sequence[ContactRow],
        *,
        update_type: UpdateType,
        size: int = USUAL_SIZE,
        id_type: IdType | Unset = UNSET,
    ) -> list[RowResult]:
        """Do as EverbridgeClient.update_contacts_in_chunks() does, asynchronously; chunks follow one another."""
        batch = Batch(rows, size)
        refuse_rows(self._client.checks, (row.to_dict() for row in rows), full=update_type != UpdateType.PARTIAL)
        for chunk in batch.chunks():
            try:
                answer = await self.update_contacts_batch(chunk, id_type=id_type, update_type=update_type)
                batch.answered(chunk, answer)
            except errors.CallFailed as error:
                batch.failed(chunk, error)
        return batch.results


class PreparedChange(Change):
    """A change that save() writes."""

    def __init__(self, client: EverbridgeClient, read: dict[str, Any], named: ContactReplacement | None) -> None:
        """Take who writes it, the contact as it was read, and what is to change."""
        super().__init__(read, {} if named is None else named.to_dict())
        self._client = client
        self._id = str(read["id"])

    def save(self, *, look_again: bool = True) -> Modification:
        """Write the contact; ChangedMeanwhile when it no longer reads as it did.

        Everbridge has no lock: between that look and the update somebody may still change the contact. Without
        look_again nobody looks.
        """
        if look_again:
            self.refuse_if_changed(_found(self._client.whole.get_contact(self._id)))
        return self._client.update_contact(self._id, ContactReplacement.from_dict(self.body()))


class AsyncPreparedChange(Change):
    """A change that save() writes, asynchronously."""

    def __init__(
        self, client: AsyncEverbridgeClient, read: dict[str, Any], named: ContactReplacement | None
    ) -> None:
        """Take who writes it, the contact as it was read, and what is to change."""
        super().__init__(read, {} if named is None else named.to_dict())
        self._client = client
        self._id = str(read["id"])

    async def save(self, *, look_again: bool = True) -> Modification:
        """Do as PreparedChange.save() does, asynchronously."""
        if look_again:
            self.refuse_if_changed(_found(await self._client.whole.get_contact(self._id)))
        return await self._client.update_contact(self._id, ContactReplacement.from_dict(self.body()))


def _found(answer: Response[ContactResult]) -> dict[str, Any]:
    contact = answer.parsed.result
    if not contact or not contact.id:
        raise errors.unreadable(answer.http_response, _READ)
    return contact.to_dict()
