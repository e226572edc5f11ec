"""The operations as methods, four times: blocking and asynchronous, returning models and whole answers."""

from .api.contacts import create_contact, delete_contacts, search_attributes, update_contacts
from .client import Client
from .models.attribute_search import AttributeSearch
from .models.attribute_search_result import AttributeSearchResult
from .models.contact_creation import ContactCreation
from .models.contact_deletion import ContactDeletion
from .models.contact_update import ContactUpdate
from .models.deletion_addressing import DeletionAddressing
from .models.deletion_result import DeletionResult
from .models.result import Result
from .types import UNSET, Response, Unset


class Operations:
    """Each operation, blocking; returns the answer's body as a model."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    def create_contact(
        self,
        body: ContactCreation,
    ) -> Result:
        """Create a contact.

        Makes a contact with a key and the attributes of the body.

        Args:
            body (ContactCreation): A new contact.
        """

        return create_contact.sync(
            client=self._client,
            body=body,
        )

    def update_contacts(
        self,
        body: ContactUpdate,
    ) -> Result:
        """Update a contact.

        Writes the attributes that the body names, in every set that it names, and keeps the others. The
        contact is named by its key, its id or both.

        Args:
            body (ContactUpdate): A contact and what to write to it. Give the contact's key, its id or both;
                empty text and null count as left out.
        """

        return update_contacts.sync(
            client=self._client,
            body=body,
        )

    def search_attributes(
        self,
        body: AttributeSearch,
    ) -> AttributeSearchResult:
        """Read attributes.

        Returns the attributes that the body asks for, of the contacts that fit its conditions.

        Args:
            body (AttributeSearch): What to read, and of whom.
        """

        return search_attributes.sync(
            client=self._client,
            body=body,
        )

    def delete_contacts(
        self,
        body: ContactDeletion,
        *,
        type_: DeletionAddressing | Unset = UNSET,
    ) -> DeletionResult:
        """Delete contacts.

        Starts the removal of contacts; the vendor finishes it later.

        Args:
            type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
            body (ContactDeletion): Contacts to remove.
        """

        return delete_contacts.sync(
            client=self._client,
            body=body,
            type_=type_,
        )


class WholeAnswers:
    """Each operation, blocking; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    def create_contact(
        self,
        body: ContactCreation,
    ) -> Response[Result]:
        """Create a contact.

        Makes a contact with a key and the attributes of the body.

        Args:
            body (ContactCreation): A new contact.
        """

        return create_contact.sync_detailed(
            client=self._client,
            body=body,
        )

    def update_contacts(
        self,
        body: ContactUpdate,
    ) -> Response[Result]:
        """Update a contact.

        Writes the attributes that the body names, in every set that it names, and keeps the others. The
        contact is named by its key, its id or both.

        Args:
            body (ContactUpdate): A contact and what to write to it. Give the contact's key, its id or both;
                empty text and null count as left out.
        """

        return update_contacts.sync_detailed(
            client=self._client,
            body=body,
        )

    def search_attributes(
        self,
        body: AttributeSearch,
    ) -> Response[AttributeSearchResult]:
        """Read attributes.

        Returns the attributes that the body asks for, of the contacts that fit its conditions.

        Args:
            body (AttributeSearch): What to read, and of whom.
        """

        return search_attributes.sync_detailed(
            client=self._client,
            body=body,
        )

    def delete_contacts(
        self,
        body: ContactDeletion,
        *,
        type_: DeletionAddressing | Unset = UNSET,
    ) -> Response[DeletionResult]:
        """Delete contacts.

        Starts the removal of contacts; the vendor finishes it later.

        Args:
            type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
            body (ContactDeletion): Contacts to remove.
        """

        return delete_contacts.sync_detailed(
            client=self._client,
            body=body,
            type_=type_,
        )


class AsyncOperations:
    """Each operation, asynchronous; returns the answer's body as a model."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    async def create_contact(
        self,
        body: ContactCreation,
    ) -> Result:
        """Create a contact.

        Makes a contact with a key and the attributes of the body.

        Args:
            body (ContactCreation): A new contact.
        """

        return await create_contact.asyncio(
            client=self._client,
            body=body,
        )

    async def update_contacts(
        self,
        body: ContactUpdate,
    ) -> Result:
        """Update a contact.

        Writes the attributes that the body names, in every set that it names, and keeps the others. The
        contact is named by its key, its id or both.

        Args:
            body (ContactUpdate): A contact and what to write to it. Give the contact's key, its id or both;
                empty text and null count as left out.
        """

        return await update_contacts.asyncio(
            client=self._client,
            body=body,
        )

    async def search_attributes(
        self,
        body: AttributeSearch,
    ) -> AttributeSearchResult:
        """Read attributes.

        Returns the attributes that the body asks for, of the contacts that fit its conditions.

        Args:
            body (AttributeSearch): What to read, and of whom.
        """

        return await search_attributes.asyncio(
            client=self._client,
            body=body,
        )

    async def delete_contacts(
        self,
        body: ContactDeletion,
        *,
        type_: DeletionAddressing | Unset = UNSET,
    ) -> DeletionResult:
        """Delete contacts.

        Starts the removal of contacts; the vendor finishes it later.

        Args:
            type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
            body (ContactDeletion): Contacts to remove.
        """

        return await delete_contacts.asyncio(
            client=self._client,
            body=body,
            type_=type_,
        )


class AsyncWholeAnswers:
    """Each operation, asynchronous; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client) -> None:
        """Take the client to call with."""
        self._client = client

    async def create_contact(
        self,
        body: ContactCreation,
    ) -> Response[Result]:
        """Create a contact.

        Makes a contact with a key and the attributes of the body.

        Args:
            body (ContactCreation): A new contact.
        """

        return await create_contact.asyncio_detailed(
            client=self._client,
            body=body,
        )

    async def update_contacts(
        self,
        body: ContactUpdate,
    ) -> Response[Result]:
        """Update a contact.

        Writes the attributes that the body names, in every set that it names, and keeps the others. The
        contact is named by its key, its id or both.

        Args:
            body (ContactUpdate): A contact and what to write to it. Give the contact's key, its id or both;
                empty text and null count as left out.
        """

        return await update_contacts.asyncio_detailed(
            client=self._client,
            body=body,
        )

    async def search_attributes(
        self,
        body: AttributeSearch,
    ) -> Response[AttributeSearchResult]:
        """Read attributes.

        Returns the attributes that the body asks for, of the contacts that fit its conditions.

        Args:
            body (AttributeSearch): What to read, and of whom.
        """

        return await search_attributes.asyncio_detailed(
            client=self._client,
            body=body,
        )

    async def delete_contacts(
        self,
        body: ContactDeletion,
        *,
        type_: DeletionAddressing | Unset = UNSET,
    ) -> Response[DeletionResult]:
        """Delete contacts.

        Starts the removal of contacts; the vendor finishes it later.

        Args:
            type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
            body (ContactDeletion): Contacts to remove.
        """

        return await delete_contacts.asyncio_detailed(
            client=self._client,
            body=body,
            type_=type_,
        )
