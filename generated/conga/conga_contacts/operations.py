"""The operations as methods, four times: blocking and asynchronous, returning models and whole answers."""

from .api.contacts import (
    create_contact,
    delete_contact,
    delete_contact_by_external_id,
    get_contact,
    get_contact_by_external_id,
    update_contact,
    update_contact_by_external_id,
)
from .client import Client
from .models.contact_write import ContactWrite
from .models.creation_envelope import CreationEnvelope
from .models.deletion_envelope import DeletionEnvelope
from .models.record_envelope import RecordEnvelope
from .models.update_envelope import UpdateEnvelope
from .types import UNSET, Response, Unset


class Operations:
    """Each operation, blocking; returns the answer's body as a model."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    def get_contact_by_external_id(
        self,
        external_id: str,
    ) -> RecordEnvelope:
        """Read a record by its external id.

        Returns the record with the external id in the URI, as a list of one.

        Args:
            external_id (str): The record's external id.
        """

        return get_contact_by_external_id.sync(
            external_id,
            client=self._client,
        )

    def update_contact_by_external_id(
        self,
        external_id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> UpdateEnvelope:
        """Update a record by its external id.

        Changes the fields that the body names of the record with the external id in the URI, and keeps the
        others. An `Id` in the body must be the record's own.

        Args:
            external_id (str): The record's external id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return update_contact_by_external_id.sync(
            external_id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    def delete_contact_by_external_id(
        self,
        external_id: str,
    ) -> DeletionEnvelope:
        """Delete a record by its external id.

        Removes the record with the external id in the URI.

        Args:
            external_id (str): The record's external id.
        """

        return delete_contact_by_external_id.sync(
            external_id,
            client=self._client,
        )

    def create_contact(
        self,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
    ) -> CreationEnvelope:
        """Create a record.

        Makes a record with the fields of the body; the answer carries its new id.

        Args:
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return create_contact.sync(
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
        )

    def get_contact(
        self,
        id: str,
    ) -> RecordEnvelope:
        """Read a record.

        Returns the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return get_contact.sync(
            id,
            client=self._client,
        )

    def update_contact(
        self,
        id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> UpdateEnvelope:
        """Update a record.

        Changes the fields that the body names of the record with the id in the URI.

        Args:
            id (str): The record's id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return update_contact.sync(
            id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    def delete_contact(
        self,
        id: str,
    ) -> DeletionEnvelope:
        """Delete a record.

        Removes the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return delete_contact.sync(
            id,
            client=self._client,
        )


class WholeAnswers:
    """Each operation, blocking; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    def get_contact_by_external_id(
        self,
        external_id: str,
    ) -> Response[RecordEnvelope]:
        """Read a record by its external id.

        Returns the record with the external id in the URI, as a list of one.

        Args:
            external_id (str): The record's external id.
        """

        return get_contact_by_external_id.sync_detailed(
            external_id,
            client=self._client,
        )

    def update_contact_by_external_id(
        self,
        external_id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> Response[UpdateEnvelope]:
        """Update a record by its external id.

        Changes the fields that the body names of the record with the external id in the URI, and keeps the
        others. An `Id` in the body must be the record's own.

        Args:
            external_id (str): The record's external id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return update_contact_by_external_id.sync_detailed(
            external_id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    def delete_contact_by_external_id(
        self,
        external_id: str,
    ) -> Response[DeletionEnvelope]:
        """Delete a record by its external id.

        Removes the record with the external id in the URI.

        Args:
            external_id (str): The record's external id.
        """

        return delete_contact_by_external_id.sync_detailed(
            external_id,
            client=self._client,
        )

    def create_contact(
        self,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
    ) -> Response[CreationEnvelope]:
        """Create a record.

        Makes a record with the fields of the body; the answer carries its new id.

        Args:
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return create_contact.sync_detailed(
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
        )

    def get_contact(
        self,
        id: str,
    ) -> Response[RecordEnvelope]:
        """Read a record.

        Returns the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return get_contact.sync_detailed(
            id,
            client=self._client,
        )

    def update_contact(
        self,
        id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> Response[UpdateEnvelope]:
        """Update a record.

        Changes the fields that the body names of the record with the id in the URI.

        Args:
            id (str): The record's id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return update_contact.sync_detailed(
            id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    def delete_contact(
        self,
        id: str,
    ) -> Response[DeletionEnvelope]:
        """Delete a record.

        Removes the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return delete_contact.sync_detailed(
            id,
            client=self._client,
        )


class AsyncOperations:
    """Each operation, asynchronous; returns the answer's body as a model."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    async def get_contact_by_external_id(
        self,
        external_id: str,
    ) -> RecordEnvelope:
        """Read a record by its external id.

        Returns the record with the external id in the URI, as a list of one.

        Args:
            external_id (str): The record's external id.
        """

        return await get_contact_by_external_id.asyncio(
            external_id,
            client=self._client,
        )

    async def update_contact_by_external_id(
        self,
        external_id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> UpdateEnvelope:
        """Update a record by its external id.

        Changes the fields that the body names of the record with the external id in the URI, and keeps the
        others. An `Id` in the body must be the record's own.

        Args:
            external_id (str): The record's external id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return await update_contact_by_external_id.asyncio(
            external_id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    async def delete_contact_by_external_id(
        self,
        external_id: str,
    ) -> DeletionEnvelope:
        """Delete a record by its external id.

        Removes the record with the external id in the URI.

        Args:
            external_id (str): The record's external id.
        """

        return await delete_contact_by_external_id.asyncio(
            external_id,
            client=self._client,
        )

    async def create_contact(
        self,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
    ) -> CreationEnvelope:
        """Create a record.

        Makes a record with the fields of the body; the answer carries its new id.

        Args:
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return await create_contact.asyncio(
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
        )

    async def get_contact(
        self,
        id: str,
    ) -> RecordEnvelope:
        """Read a record.

        Returns the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return await get_contact.asyncio(
            id,
            client=self._client,
        )

    async def update_contact(
        self,
        id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> UpdateEnvelope:
        """Update a record.

        Changes the fields that the body names of the record with the id in the URI.

        Args:
            id (str): The record's id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return await update_contact.asyncio(
            id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    async def delete_contact(
        self,
        id: str,
    ) -> DeletionEnvelope:
        """Delete a record.

        Removes the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return await delete_contact.asyncio(
            id,
            client=self._client,
        )


class AsyncWholeAnswers:
    """Each operation, asynchronous; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    async def get_contact_by_external_id(
        self,
        external_id: str,
    ) -> Response[RecordEnvelope]:
        """Read a record by its external id.

        Returns the record with the external id in the URI, as a list of one.

        Args:
            external_id (str): The record's external id.
        """

        return await get_contact_by_external_id.asyncio_detailed(
            external_id,
            client=self._client,
        )

    async def update_contact_by_external_id(
        self,
        external_id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> Response[UpdateEnvelope]:
        """Update a record by its external id.

        Changes the fields that the body names of the record with the external id in the URI, and keeps the
        others. An `Id` in the body must be the record's own.

        Args:
            external_id (str): The record's external id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return await update_contact_by_external_id.asyncio_detailed(
            external_id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    async def delete_contact_by_external_id(
        self,
        external_id: str,
    ) -> Response[DeletionEnvelope]:
        """Delete a record by its external id.

        Removes the record with the external id in the URI.

        Args:
            external_id (str): The record's external id.
        """

        return await delete_contact_by_external_id.asyncio_detailed(
            external_id,
            client=self._client,
        )

    async def create_contact(
        self,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
    ) -> Response[CreationEnvelope]:
        """Create a record.

        Makes a record with the fields of the body; the answer carries its new id.

        Args:
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return await create_contact.asyncio_detailed(
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
        )

    async def get_contact(
        self,
        id: str,
    ) -> Response[RecordEnvelope]:
        """Read a record.

        Returns the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return await get_contact.asyncio_detailed(
            id,
            client=self._client,
        )

    async def update_contact(
        self,
        id: str,
        body: ContactWrite,
        *,
        include_record_payload_in_response: bool | Unset = UNSET,
        enforce_optimistic_locking: bool | Unset = UNSET,
    ) -> Response[UpdateEnvelope]:
        """Update a record.

        Changes the fields that the body names of the record with the id in the URI.

        Args:
            id (str): The record's id.
            include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
                does not when this is left out.
            enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
                changed since the ETag in the body.
            body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
                may be null. Fields that the object's schema lacks are refused; fields that an organization
                added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
                are tolerated by this schema.
        """

        return await update_contact.asyncio_detailed(
            id,
            client=self._client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )

    async def delete_contact(
        self,
        id: str,
    ) -> Response[DeletionEnvelope]:
        """Delete a record.

        Removes the record with the id in the URI.

        Args:
            id (str): The record's id.
        """

        return await delete_contact.asyncio_detailed(
            id,
            client=self._client,
        )
