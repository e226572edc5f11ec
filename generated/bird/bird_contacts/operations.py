"""The operations as methods, four times: blocking and asynchronous, returning models and whole answers."""

from uuid import UUID

from .api.contacts import (
    create_contact,
    delete_contact,
    get_contact,
    list_contact_identifiers,
    list_contacts,
    search_contacts,
    update_contact,
    update_contact_by_identifier,
)
from .client import Client
from .models.contact import Contact
from .models.contact_creation import ContactCreation
from .models.contact_list import ContactList
from .models.contact_search import ContactSearch
from .models.contact_update import ContactUpdate
from .models.identifier_list import IdentifierList
from .types import UNSET, Response, Unset


class Operations:
    """Each operation, blocking; returns the answer's body as a model."""

    def __init__(self, client: Client, workspace_id: UUID) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.workspace_id = workspace_id

    def get_contact(
        self,
        contact_id: str,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Contact:
        """Read a contact.

        Returns the contact that the URI names, with all of its attributes that are not empty.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
        """

        return get_contact.sync(
            self.workspace_id,
            contact_id,
            client=self._client,
            attribute=attribute,
        )

    def delete_contact(
        self,
        contact_id: str,
    ) -> None:
        """Delete a contact.

        Removes the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return delete_contact.sync(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    def update_contact(
        self,
        contact_id: str,
        body: ContactUpdate,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Contact:
        """Update a contact.

        Changes what the body names of the contact that the URI names - attributes, identifiers, lists,
        accounts and companies - and keeps the rest.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return update_contact.sync(
            self.workspace_id,
            contact_id,
            client=self._client,
            body=body,
            attribute=attribute,
        )

    def list_contacts(
        self,
        *,
        limit: int | Unset = UNSET,
        page_token: str | Unset = UNSET,
        reverse: bool | Unset = UNSET,
    ) -> ContactList:
        """List contacts.

        Returns a page of the workspace's contacts.

        Args:
            limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
                left out.
            page_token (str | Unset): The `nextPageToken` of the page before.
            reverse (bool | Unset): Whether to list in the opposite order.
        """

        return list_contacts.sync(
            self.workspace_id,
            client=self._client,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )

    def create_contact(
        self,
        body: ContactCreation,
    ) -> Contact:
        """Create a contact.

        Makes a contact with a display name and whatever else the body gives it.

        Args:
            body (ContactCreation): A new contact.
        """

        return create_contact.sync(
            self.workspace_id,
            client=self._client,
            body=body,
        )

    def list_contact_identifiers(
        self,
        contact_id: str,
    ) -> IdentifierList:
        """List a contact's identifiers.

        Returns every identifier of the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return list_contact_identifiers.sync(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    def update_contact_by_identifier(
        self,
        identifier_key: str,
        identifier_value: str,
        body: ContactUpdate,
    ) -> Contact:
        """Update or create a contact by identifier.

        Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
        what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
        being.

        Args:
            identifier_key (str): The identifier's key, such as emailaddress.
            identifier_value (str): The identifier's value.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return update_contact_by_identifier.sync(
            self.workspace_id,
            identifier_key,
            identifier_value,
            client=self._client,
            body=body,
        )

    def search_contacts(
        self,
        body: ContactSearch,
    ) -> ContactList:
        """Find contacts by identifier.

        Returns the contacts that have an identifier.

        Args:
            body (ContactSearch): What to look for.
        """

        return search_contacts.sync(
            self.workspace_id,
            client=self._client,
            body=body,
        )


class WholeAnswers:
    """Each operation, blocking; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client, workspace_id: UUID) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.workspace_id = workspace_id

    def get_contact(
        self,
        contact_id: str,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Response[Contact]:
        """Read a contact.

        Returns the contact that the URI names, with all of its attributes that are not empty.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
        """

        return get_contact.sync_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
            attribute=attribute,
        )

    def delete_contact(
        self,
        contact_id: str,
    ) -> Response[None]:
        """Delete a contact.

        Removes the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return delete_contact.sync_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    def update_contact(
        self,
        contact_id: str,
        body: ContactUpdate,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Response[Contact]:
        """Update a contact.

        Changes what the body names of the contact that the URI names - attributes, identifiers, lists,
        accounts and companies - and keeps the rest.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return update_contact.sync_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
            body=body,
            attribute=attribute,
        )

    def list_contacts(
        self,
        *,
        limit: int | Unset = UNSET,
        page_token: str | Unset = UNSET,
        reverse: bool | Unset = UNSET,
    ) -> Response[ContactList]:
        """List contacts.

        Returns a page of the workspace's contacts.

        Args:
            limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
                left out.
            page_token (str | Unset): The `nextPageToken` of the page before.
            reverse (bool | Unset): Whether to list in the opposite order.
        """

        return list_contacts.sync_detailed(
            self.workspace_id,
            client=self._client,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )

    def create_contact(
        self,
        body: ContactCreation,
    ) -> Response[Contact]:
        """Create a contact.

        Makes a contact with a display name and whatever else the body gives it.

        Args:
            body (ContactCreation): A new contact.
        """

        return create_contact.sync_detailed(
            self.workspace_id,
            client=self._client,
            body=body,
        )

    def list_contact_identifiers(
        self,
        contact_id: str,
    ) -> Response[IdentifierList]:
        """List a contact's identifiers.

        Returns every identifier of the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return list_contact_identifiers.sync_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    def update_contact_by_identifier(
        self,
        identifier_key: str,
        identifier_value: str,
        body: ContactUpdate,
    ) -> Response[Contact]:
        """Update or create a contact by identifier.

        Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
        what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
        being.

        Args:
            identifier_key (str): The identifier's key, such as emailaddress.
            identifier_value (str): The identifier's value.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return update_contact_by_identifier.sync_detailed(
            self.workspace_id,
            identifier_key,
            identifier_value,
            client=self._client,
            body=body,
        )

    def search_contacts(
        self,
        body: ContactSearch,
    ) -> Response[ContactList]:
        """Find contacts by identifier.

        Returns the contacts that have an identifier.

        Args:
            body (ContactSearch): What to look for.
        """

        return search_contacts.sync_detailed(
            self.workspace_id,
            client=self._client,
            body=body,
        )


class AsyncOperations:
    """Each operation, asynchronous; returns the answer's body as a model."""

    def __init__(self, client: Client, workspace_id: UUID) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.workspace_id = workspace_id

    async def get_contact(
        self,
        contact_id: str,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Contact:
        """Read a contact.

        Returns the contact that the URI names, with all of its attributes that are not empty.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
        """

        return await get_contact.asyncio(
            self.workspace_id,
            contact_id,
            client=self._client,
            attribute=attribute,
        )

    async def delete_contact(
        self,
        contact_id: str,
    ) -> None:
        """Delete a contact.

        Removes the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return await delete_contact.asyncio(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    async def update_contact(
        self,
        contact_id: str,
        body: ContactUpdate,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Contact:
        """Update a contact.

        Changes what the body names of the contact that the URI names - attributes, identifiers, lists,
        accounts and companies - and keeps the rest.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return await update_contact.asyncio(
            self.workspace_id,
            contact_id,
            client=self._client,
            body=body,
            attribute=attribute,
        )

    async def list_contacts(
        self,
        *,
        limit: int | Unset = UNSET,
        page_token: str | Unset = UNSET,
        reverse: bool | Unset = UNSET,
    ) -> ContactList:
        """List contacts.

        Returns a page of the workspace's contacts.

        Args:
            limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
                left out.
            page_token (str | Unset): The `nextPageToken` of the page before.
            reverse (bool | Unset): Whether to list in the opposite order.
        """

        return await list_contacts.asyncio(
            self.workspace_id,
            client=self._client,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )

    async def create_contact(
        self,
        body: ContactCreation,
    ) -> Contact:
        """Create a contact.

        Makes a contact with a display name and whatever else the body gives it.

        Args:
            body (ContactCreation): A new contact.
        """

        return await create_contact.asyncio(
            self.workspace_id,
            client=self._client,
            body=body,
        )

    async def list_contact_identifiers(
        self,
        contact_id: str,
    ) -> IdentifierList:
        """List a contact's identifiers.

        Returns every identifier of the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return await list_contact_identifiers.asyncio(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    async def update_contact_by_identifier(
        self,
        identifier_key: str,
        identifier_value: str,
        body: ContactUpdate,
    ) -> Contact:
        """Update or create a contact by identifier.

        Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
        what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
        being.

        Args:
            identifier_key (str): The identifier's key, such as emailaddress.
            identifier_value (str): The identifier's value.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return await update_contact_by_identifier.asyncio(
            self.workspace_id,
            identifier_key,
            identifier_value,
            client=self._client,
            body=body,
        )

    async def search_contacts(
        self,
        body: ContactSearch,
    ) -> ContactList:
        """Find contacts by identifier.

        Returns the contacts that have an identifier.

        Args:
            body (ContactSearch): What to look for.
        """

        return await search_contacts.asyncio(
            self.workspace_id,
            client=self._client,
            body=body,
        )


class AsyncWholeAnswers:
    """Each operation, asynchronous; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client, workspace_id: UUID) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.workspace_id = workspace_id

    async def get_contact(
        self,
        contact_id: str,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Response[Contact]:
        """Read a contact.

        Returns the contact that the URI names, with all of its attributes that are not empty.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
        """

        return await get_contact.asyncio_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
            attribute=attribute,
        )

    async def delete_contact(
        self,
        contact_id: str,
    ) -> Response[None]:
        """Delete a contact.

        Removes the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return await delete_contact.asyncio_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    async def update_contact(
        self,
        contact_id: str,
        body: ContactUpdate,
        *,
        attribute: list[str] | Unset = UNSET,
    ) -> Response[Contact]:
        """Update a contact.

        Changes what the body names of the contact that the URI names - attributes, identifiers, lists,
        accounts and companies - and keeps the rest.

        Args:
            contact_id (str): The contact.
            attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
                parameter for each key.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return await update_contact.asyncio_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
            body=body,
            attribute=attribute,
        )

    async def list_contacts(
        self,
        *,
        limit: int | Unset = UNSET,
        page_token: str | Unset = UNSET,
        reverse: bool | Unset = UNSET,
    ) -> Response[ContactList]:
        """List contacts.

        Returns a page of the workspace's contacts.

        Args:
            limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
                left out.
            page_token (str | Unset): The `nextPageToken` of the page before.
            reverse (bool | Unset): Whether to list in the opposite order.
        """

        return await list_contacts.asyncio_detailed(
            self.workspace_id,
            client=self._client,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )

    async def create_contact(
        self,
        body: ContactCreation,
    ) -> Response[Contact]:
        """Create a contact.

        Makes a contact with a display name and whatever else the body gives it.

        Args:
            body (ContactCreation): A new contact.
        """

        return await create_contact.asyncio_detailed(
            self.workspace_id,
            client=self._client,
            body=body,
        )

    async def list_contact_identifiers(
        self,
        contact_id: str,
    ) -> Response[IdentifierList]:
        """List a contact's identifiers.

        Returns every identifier of the contact that the URI names.

        Args:
            contact_id (str): The contact.
        """

        return await list_contact_identifiers.asyncio_detailed(
            self.workspace_id,
            contact_id,
            client=self._client,
        )

    async def update_contact_by_identifier(
        self,
        identifier_key: str,
        identifier_value: str,
        body: ContactUpdate,
    ) -> Response[Contact]:
        """Update or create a contact by identifier.

        Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
        what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
        being.

        Args:
            identifier_key (str): The identifier's key, such as emailaddress.
            identifier_value (str): The identifier's value.
            body (ContactUpdate): What to change. Members left out stay as they are; other members are
                accepted.
        """

        return await update_contact_by_identifier.asyncio_detailed(
            self.workspace_id,
            identifier_key,
            identifier_value,
            client=self._client,
            body=body,
        )

    async def search_contacts(
        self,
        body: ContactSearch,
    ) -> Response[ContactList]:
        """Find contacts by identifier.

        Returns the contacts that have an identifier.

        Args:
            body (ContactSearch): What to look for.
        """

        return await search_contacts.asyncio_detailed(
            self.workspace_id,
            client=self._client,
            body=body,
        )
