"""The operations as methods, four times: blocking and asynchronous, returning models and whole answers."""

from .api.contacts import (
    create_contact,
    delete_contact,
    get_contact,
    list_contacts,
    update_contact,
    update_contact_partially,
    update_contacts_batch,
)
from .api.groups import list_groups, remove_contacts_from_group
from .api.settings import list_contact_attributes, list_contact_paths, list_record_types
from .client import Client
from .models.attribute_definition_list import AttributeDefinitionList
from .models.batch_result import BatchResult
from .models.contact_creation import ContactCreation
from .models.contact_list import ContactList
from .models.contact_replacement import ContactReplacement
from .models.contact_result import ContactResult
from .models.contact_row import ContactRow
from .models.group_addressing import GroupAddressing
from .models.group_list import GroupList
from .models.id_type import IdType
from .models.modification import Modification
from .models.patch_operation import PatchOperation
from .models.path_definition_list import PathDefinitionList
from .models.record_type_list import RecordTypeList
from .models.update_type import UpdateType
from .types import UNSET, Response, Unset


class Operations:
    """Each operation, blocking; returns the answer's body as a model."""

    def __init__(self, client: Client, organization_id: int) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.organization_id = organization_id

    def get_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> ContactResult:
        """Read a contact.

        Returns the contact that the URI names; empty fields are left out of the answer.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return get_contact.sync(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    def update_contact(
        self,
        contact_id: str,
        body: ContactReplacement,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Modification:
        """Replace a contact.

        Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
        two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
        `quietTimeFrames`. Read the contact first, change it and send it back whole.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
                or removed; only group memberships, and the quiet times of a path sent without
                `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
                be sent back and have no effect. Null has no documented meaning.
        """

        return update_contact.sync(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    def delete_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Modification:
        """Delete a contact.

        Removes the contact that the URI names from the organization.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return delete_contact.sync(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    def update_contact_partially(
        self,
        contact_id: str,
        body: list[PatchOperation],
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Modification:
        """Patch a contact.

        Applies JSON Patch operations to the contact that the URI names.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[PatchOperation]): The patch operations, applied in order.
        """

        return update_contact_partially.sync(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    def update_contacts_batch(
        self,
        body: list[ContactRow],
        *,
        id_type: IdType | Unset = UNSET,
        update_type: UpdateType | Unset = UNSET,
    ) -> BatchResult:
        """Replace many contacts.

        Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
        is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
        whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

        Args:
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
                Documents disagree on the meaning of leaving this out.
            body (list[ContactRow]): One row for each contact.
        """

        return update_contacts_batch.sync(
            self.organization_id,
            client=self._client,
            body=body,
            id_type=id_type,
            update_type=update_type,
        )

    def list_contacts(
        self,
        *,
        external_ids: list[str] | Unset = UNSET,
        contact_ids: list[int] | Unset = UNSET,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> ContactList:
        """List contacts.

        Returns a page of the organization's contacts, all of them or those that the filters name.

        Args:
            external_ids (list[str] | Unset): Return only contacts with these external ids.
            contact_ids (list[int] | Unset): Return only contacts with these ids.
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_contacts.sync(
            self.organization_id,
            client=self._client,
            external_ids=external_ids,
            contact_ids=contact_ids,
            page_number=page_number,
            page_size=page_size,
        )

    def create_contact(
        self,
        body: ContactCreation,
    ) -> Modification:
        """Create a contact.

        Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

        Args:
            body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
                type required.
        """

        return create_contact.sync(
            self.organization_id,
            client=self._client,
            body=body,
        )

    def remove_contacts_from_group(
        self,
        body: list[int | str],
        *,
        by_type: GroupAddressing | Unset = UNSET,
        group_id: int | Unset = UNSET,
        group_name: str | Unset = UNSET,
        id_type: IdType | Unset = UNSET,
    ) -> BatchResult:
        """Take contacts out of a group.

        The only way out of a group; the body lists the ids of the contacts that leave it.

        Args:
            by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
            group_id (int | Unset): The group's id, with `byType=id`.
            group_name (str | Unset): The group's name, with `byType=name`.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.
        """

        return remove_contacts_from_group.sync(
            self.organization_id,
            client=self._client,
            body=body,
            by_type=by_type,
            group_id=group_id,
            group_name=group_name,
            id_type=id_type,
        )

    def list_groups(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> GroupList:
        """List groups.

        Returns a page of the organization's groups.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_groups.sync(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    def list_contact_paths(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> PathDefinitionList:
        """List delivery paths.

        Returns a page of the delivery paths that contacts of the organization can have.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_contact_paths.sync(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    def list_record_types(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> RecordTypeList:
        """List record types.

        Returns a page of the organization's contact record types.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_record_types.sync(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    def list_contact_attributes(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AttributeDefinitionList:
        """List contact attributes.

        Returns a page of the attributes that the organization has defined for its contacts.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_contact_attributes.sync(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )


class WholeAnswers:
    """Each operation, blocking; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client, organization_id: int) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.organization_id = organization_id

    def get_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[ContactResult]:
        """Read a contact.

        Returns the contact that the URI names; empty fields are left out of the answer.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return get_contact.sync_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    def update_contact(
        self,
        contact_id: str,
        body: ContactReplacement,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[Modification]:
        """Replace a contact.

        Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
        two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
        `quietTimeFrames`. Read the contact first, change it and send it back whole.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
                or removed; only group memberships, and the quiet times of a path sent without
                `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
                be sent back and have no effect. Null has no documented meaning.
        """

        return update_contact.sync_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    def delete_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[Modification]:
        """Delete a contact.

        Removes the contact that the URI names from the organization.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return delete_contact.sync_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    def update_contact_partially(
        self,
        contact_id: str,
        body: list[PatchOperation],
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[Modification]:
        """Patch a contact.

        Applies JSON Patch operations to the contact that the URI names.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[PatchOperation]): The patch operations, applied in order.
        """

        return update_contact_partially.sync_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    def update_contacts_batch(
        self,
        body: list[ContactRow],
        *,
        id_type: IdType | Unset = UNSET,
        update_type: UpdateType | Unset = UNSET,
    ) -> Response[BatchResult]:
        """Replace many contacts.

        Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
        is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
        whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

        Args:
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
                Documents disagree on the meaning of leaving this out.
            body (list[ContactRow]): One row for each contact.
        """

        return update_contacts_batch.sync_detailed(
            self.organization_id,
            client=self._client,
            body=body,
            id_type=id_type,
            update_type=update_type,
        )

    def list_contacts(
        self,
        *,
        external_ids: list[str] | Unset = UNSET,
        contact_ids: list[int] | Unset = UNSET,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[ContactList]:
        """List contacts.

        Returns a page of the organization's contacts, all of them or those that the filters name.

        Args:
            external_ids (list[str] | Unset): Return only contacts with these external ids.
            contact_ids (list[int] | Unset): Return only contacts with these ids.
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_contacts.sync_detailed(
            self.organization_id,
            client=self._client,
            external_ids=external_ids,
            contact_ids=contact_ids,
            page_number=page_number,
            page_size=page_size,
        )

    def create_contact(
        self,
        body: ContactCreation,
    ) -> Response[Modification]:
        """Create a contact.

        Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

        Args:
            body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
                type required.
        """

        return create_contact.sync_detailed(
            self.organization_id,
            client=self._client,
            body=body,
        )

    def remove_contacts_from_group(
        self,
        body: list[int | str],
        *,
        by_type: GroupAddressing | Unset = UNSET,
        group_id: int | Unset = UNSET,
        group_name: str | Unset = UNSET,
        id_type: IdType | Unset = UNSET,
    ) -> Response[BatchResult]:
        """Take contacts out of a group.

        The only way out of a group; the body lists the ids of the contacts that leave it.

        Args:
            by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
            group_id (int | Unset): The group's id, with `byType=id`.
            group_name (str | Unset): The group's name, with `byType=name`.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.
        """

        return remove_contacts_from_group.sync_detailed(
            self.organization_id,
            client=self._client,
            body=body,
            by_type=by_type,
            group_id=group_id,
            group_name=group_name,
            id_type=id_type,
        )

    def list_groups(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[GroupList]:
        """List groups.

        Returns a page of the organization's groups.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_groups.sync_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    def list_contact_paths(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[PathDefinitionList]:
        """List delivery paths.

        Returns a page of the delivery paths that contacts of the organization can have.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_contact_paths.sync_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    def list_record_types(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[RecordTypeList]:
        """List record types.

        Returns a page of the organization's contact record types.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_record_types.sync_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    def list_contact_attributes(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[AttributeDefinitionList]:
        """List contact attributes.

        Returns a page of the attributes that the organization has defined for its contacts.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return list_contact_attributes.sync_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )


class AsyncOperations:
    """Each operation, asynchronous; returns the answer's body as a model."""

    def __init__(self, client: Client, organization_id: int) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.organization_id = organization_id

    async def get_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> ContactResult:
        """Read a contact.

        Returns the contact that the URI names; empty fields are left out of the answer.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return await get_contact.asyncio(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    async def update_contact(
        self,
        contact_id: str,
        body: ContactReplacement,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Modification:
        """Replace a contact.

        Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
        two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
        `quietTimeFrames`. Read the contact first, change it and send it back whole.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
                or removed; only group memberships, and the quiet times of a path sent without
                `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
                be sent back and have no effect. Null has no documented meaning.
        """

        return await update_contact.asyncio(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    async def delete_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Modification:
        """Delete a contact.

        Removes the contact that the URI names from the organization.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return await delete_contact.asyncio(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    async def update_contact_partially(
        self,
        contact_id: str,
        body: list[PatchOperation],
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Modification:
        """Patch a contact.

        Applies JSON Patch operations to the contact that the URI names.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[PatchOperation]): The patch operations, applied in order.
        """

        return await update_contact_partially.asyncio(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    async def update_contacts_batch(
        self,
        body: list[ContactRow],
        *,
        id_type: IdType | Unset = UNSET,
        update_type: UpdateType | Unset = UNSET,
    ) -> BatchResult:
        """Replace many contacts.

        Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
        is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
        whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

        Args:
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
                Documents disagree on the meaning of leaving this out.
            body (list[ContactRow]): One row for each contact.
        """

        return await update_contacts_batch.asyncio(
            self.organization_id,
            client=self._client,
            body=body,
            id_type=id_type,
            update_type=update_type,
        )

    async def list_contacts(
        self,
        *,
        external_ids: list[str] | Unset = UNSET,
        contact_ids: list[int] | Unset = UNSET,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> ContactList:
        """List contacts.

        Returns a page of the organization's contacts, all of them or those that the filters name.

        Args:
            external_ids (list[str] | Unset): Return only contacts with these external ids.
            contact_ids (list[int] | Unset): Return only contacts with these ids.
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_contacts.asyncio(
            self.organization_id,
            client=self._client,
            external_ids=external_ids,
            contact_ids=contact_ids,
            page_number=page_number,
            page_size=page_size,
        )

    async def create_contact(
        self,
        body: ContactCreation,
    ) -> Modification:
        """Create a contact.

        Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

        Args:
            body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
                type required.
        """

        return await create_contact.asyncio(
            self.organization_id,
            client=self._client,
            body=body,
        )

    async def remove_contacts_from_group(
        self,
        body: list[int | str],
        *,
        by_type: GroupAddressing | Unset = UNSET,
        group_id: int | Unset = UNSET,
        group_name: str | Unset = UNSET,
        id_type: IdType | Unset = UNSET,
    ) -> BatchResult:
        """Take contacts out of a group.

        The only way out of a group; the body lists the ids of the contacts that leave it.

        Args:
            by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
            group_id (int | Unset): The group's id, with `byType=id`.
            group_name (str | Unset): The group's name, with `byType=name`.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.
        """

        return await remove_contacts_from_group.asyncio(
            self.organization_id,
            client=self._client,
            body=body,
            by_type=by_type,
            group_id=group_id,
            group_name=group_name,
            id_type=id_type,
        )

    async def list_groups(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> GroupList:
        """List groups.

        Returns a page of the organization's groups.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_groups.asyncio(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    async def list_contact_paths(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> PathDefinitionList:
        """List delivery paths.

        Returns a page of the delivery paths that contacts of the organization can have.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_contact_paths.asyncio(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    async def list_record_types(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> RecordTypeList:
        """List record types.

        Returns a page of the organization's contact record types.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_record_types.asyncio(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    async def list_contact_attributes(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AttributeDefinitionList:
        """List contact attributes.

        Returns a page of the attributes that the organization has defined for its contacts.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_contact_attributes.asyncio(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )


class AsyncWholeAnswers:
    """Each operation, asynchronous; returns the whole answer: body, status, headers."""

    def __init__(self, client: Client, organization_id: int) -> None:
        """Take the client to call with, and what every path begins with."""
        self._client = client
        self.organization_id = organization_id

    async def get_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[ContactResult]:
        """Read a contact.

        Returns the contact that the URI names; empty fields are left out of the answer.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return await get_contact.asyncio_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    async def update_contact(
        self,
        contact_id: str,
        body: ContactReplacement,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[Modification]:
        """Replace a contact.

        Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
        two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
        `quietTimeFrames`. Read the contact first, change it and send it back whole.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
                or removed; only group memberships, and the quiet times of a path sent without
                `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
                be sent back and have no effect. Null has no documented meaning.
        """

        return await update_contact.asyncio_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    async def delete_contact(
        self,
        contact_id: str,
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[Modification]:
        """Delete a contact.

        Removes the contact that the URI names from the organization.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
        """

        return await delete_contact.asyncio_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            id_type=id_type,
        )

    async def update_contact_partially(
        self,
        contact_id: str,
        body: list[PatchOperation],
        *,
        id_type: IdType | Unset = UNSET,
    ) -> Response[Modification]:
        """Patch a contact.

        Applies JSON Patch operations to the contact that the URI names.

        Args:
            contact_id (str): The contact's id, or with `idType=externalId` its external id.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[PatchOperation]): The patch operations, applied in order.
        """

        return await update_contact_partially.asyncio_detailed(
            self.organization_id,
            contact_id,
            client=self._client,
            body=body,
            id_type=id_type,
        )

    async def update_contacts_batch(
        self,
        body: list[ContactRow],
        *,
        id_type: IdType | Unset = UNSET,
        update_type: UpdateType | Unset = UNSET,
    ) -> Response[BatchResult]:
        """Replace many contacts.

        Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
        is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
        whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

        Args:
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
                Documents disagree on the meaning of leaving this out.
            body (list[ContactRow]): One row for each contact.
        """

        return await update_contacts_batch.asyncio_detailed(
            self.organization_id,
            client=self._client,
            body=body,
            id_type=id_type,
            update_type=update_type,
        )

    async def list_contacts(
        self,
        *,
        external_ids: list[str] | Unset = UNSET,
        contact_ids: list[int] | Unset = UNSET,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[ContactList]:
        """List contacts.

        Returns a page of the organization's contacts, all of them or those that the filters name.

        Args:
            external_ids (list[str] | Unset): Return only contacts with these external ids.
            contact_ids (list[int] | Unset): Return only contacts with these ids.
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_contacts.asyncio_detailed(
            self.organization_id,
            client=self._client,
            external_ids=external_ids,
            contact_ids=contact_ids,
            page_number=page_number,
            page_size=page_size,
        )

    async def create_contact(
        self,
        body: ContactCreation,
    ) -> Response[Modification]:
        """Create a contact.

        Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

        Args:
            body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
                type required.
        """

        return await create_contact.asyncio_detailed(
            self.organization_id,
            client=self._client,
            body=body,
        )

    async def remove_contacts_from_group(
        self,
        body: list[int | str],
        *,
        by_type: GroupAddressing | Unset = UNSET,
        group_id: int | Unset = UNSET,
        group_name: str | Unset = UNSET,
        id_type: IdType | Unset = UNSET,
    ) -> Response[BatchResult]:
        """Take contacts out of a group.

        The only way out of a group; the body lists the ids of the contacts that leave it.

        Args:
            by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
            group_id (int | Unset): The group's id, with `byType=id`.
            group_name (str | Unset): The group's name, with `byType=name`.
            id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
                left out.
            body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.
        """

        return await remove_contacts_from_group.asyncio_detailed(
            self.organization_id,
            client=self._client,
            body=body,
            by_type=by_type,
            group_id=group_id,
            group_name=group_name,
            id_type=id_type,
        )

    async def list_groups(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[GroupList]:
        """List groups.

        Returns a page of the organization's groups.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_groups.asyncio_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    async def list_contact_paths(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[PathDefinitionList]:
        """List delivery paths.

        Returns a page of the delivery paths that contacts of the organization can have.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_contact_paths.asyncio_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    async def list_record_types(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[RecordTypeList]:
        """List record types.

        Returns a page of the organization's contact record types.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_record_types.asyncio_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )

    async def list_contact_attributes(
        self,
        *,
        page_number: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Response[AttributeDefinitionList]:
        """List contact attributes.

        Returns a page of the attributes that the organization has defined for its contacts.

        Args:
            page_number (int | Unset): The page to return, from 1.
            page_size (int | Unset): How many entries a page holds.
        """

        return await list_contact_attributes.asyncio_detailed(
            self.organization_id,
            client=self._client,
            page_number=page_number,
            page_size=page_size,
        )
