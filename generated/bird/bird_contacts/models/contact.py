from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="Contact")


@_attrs_define
class Contact:
    """A contact as it reads. Empty optional members may be missing.

    Attributes:
        id (str): The contact's id.
        created_at (datetime.datetime): When the contact was made.
        updated_at (datetime.datetime): When it was changed last.
        computed_display_name (None | str | Unset): What to call the contact. Taken from the first of these that there
            is - attribute displayName, attribute firstName, an emailaddress identifier, a phonenumber identifier.
        workspace_id (None | str | Unset): The contact's workspace.
        featured_identifiers (list[FeaturedIdentifier] | None | Unset): Some of the contact's identifiers.
        attributes (ContactAttributes | None | Unset): Values by attribute key.
        identifier_count (int | None | Unset): How many identifiers the contact has.
        account_ids (list[str] | None | Unset): The contact's accounts.
        list_ids (list[str] | None | Unset): The contact's lists.
        company_refs (list[str] | None | Unset): The contact's company references.
        is_anonymous (bool | None | Unset): Whether the contact has no identifiers but those with the key visitorid.
    """

    id: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    computed_display_name: None | str | Unset = UNSET
    workspace_id: None | str | Unset = UNSET
    featured_identifiers: list[FeaturedIdentifier] | None | Unset = UNSET
    attributes: ContactAttributes | None | Unset = UNSET
    identifier_count: int | None | Unset = UNSET
    account_ids: list[str] | None | Unset = UNSET
    list_ids: list[str] | None | Unset = UNSET
    company_refs: list[str] | None | Unset = UNSET
    is_anonymous: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        computed_display_name = self.computed_display_name

        workspace_id = self.workspace_id

        featured_identifiers: list[dict[str, Any]] | None | Unset
        if isinstance(self.featured_identifiers, Unset):
            featured_identifiers = UNSET
        elif isinstance(self.featured_identifiers, list):
            featured_identifiers = [plain(item) for item in self.featured_identifiers]

        else:
            featured_identifiers = self.featured_identifiers

        attributes: dict[str, Any] | None | Unset
        if isinstance(self.attributes, Unset):
            attributes = UNSET
        elif isinstance(self.attributes, ContactAttributes):
            attributes = self.attributes.to_dict()
        else:
            attributes = self.attributes

        identifier_count = self.identifier_count

        account_ids: list[str] | None | Unset
        if isinstance(self.account_ids, Unset):
            account_ids = UNSET
        elif isinstance(self.account_ids, list):
            account_ids = self.account_ids

        else:
            account_ids = self.account_ids

        list_ids: list[str] | None | Unset
        if isinstance(self.list_ids, Unset):
            list_ids = UNSET
        elif isinstance(self.list_ids, list):
            list_ids = self.list_ids

        else:
            list_ids = self.list_ids

        company_refs: list[str] | None | Unset
        if isinstance(self.company_refs, Unset):
            company_refs = UNSET
        elif isinstance(self.company_refs, list):
            company_refs = self.company_refs

        else:
            company_refs = self.company_refs

        is_anonymous = self.is_anonymous

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
            }
        )
        if computed_display_name is not UNSET:
            field_dict["computedDisplayName"] = computed_display_name
        if workspace_id is not UNSET:
            field_dict["workspaceId"] = workspace_id
        if featured_identifiers is not UNSET:
            field_dict["featuredIdentifiers"] = featured_identifiers
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if identifier_count is not UNSET:
            field_dict["identifierCount"] = identifier_count
        if account_ids is not UNSET:
            field_dict["accountIds"] = account_ids
        if list_ids is not UNSET:
            field_dict["listIds"] = list_ids
        if company_refs is not UNSET:
            field_dict["companyRefs"] = company_refs
        if is_anonymous is not UNSET:
            field_dict["isAnonymous"] = is_anonymous

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        computed_display_name = cast("None | str | Unset", d.pop("computedDisplayName", UNSET))

        workspace_id = cast("None | str | Unset", d.pop("workspaceId", UNSET))

        def _parse_featured_identifiers(data: object) -> list[FeaturedIdentifier] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                featured_identifiers_type_0: list[FeaturedIdentifier] = [
                    FeaturedIdentifier.from_dict(cast("dict[str, Any]", item))
                    if isinstance(item, dict)
                    else item
                    for item in cast("Iterable[Any]", data)
                ]

                return featured_identifiers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[FeaturedIdentifier] | None | Unset", data)

        featured_identifiers = _parse_featured_identifiers(d.pop("featuredIdentifiers", UNSET))

        def _parse_attributes(data: object) -> ContactAttributes | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attributes_type_0 = ContactAttributes.from_dict(cast("dict[str, Any]", data))

                return attributes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("ContactAttributes | None | Unset", data)

        attributes = _parse_attributes(d.pop("attributes", UNSET))

        identifier_count = cast("int | None | Unset", d.pop("identifierCount", UNSET))

        def _parse_account_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                account_ids_type_0 = cast("list[str]", cast("Iterable[Any]", data))

                return account_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[str] | None | Unset", data)

        account_ids = _parse_account_ids(d.pop("accountIds", UNSET))

        def _parse_list_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                list_ids_type_0 = cast("list[str]", cast("Iterable[Any]", data))

                return list_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[str] | None | Unset", data)

        list_ids = _parse_list_ids(d.pop("listIds", UNSET))

        def _parse_company_refs(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                company_refs_type_0 = cast("list[str]", cast("Iterable[Any]", data))

                return company_refs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[str] | None | Unset", data)

        company_refs = _parse_company_refs(d.pop("companyRefs", UNSET))

        is_anonymous = cast("bool | None | Unset", d.pop("isAnonymous", UNSET))

        contact = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            computed_display_name=computed_display_name,
            workspace_id=workspace_id,
            featured_identifiers=featured_identifiers,
            attributes=attributes,
            identifier_count=identifier_count,
            account_ids=account_ids,
            list_ids=list_ids,
            company_refs=company_refs,
            is_anonymous=is_anonymous,
        )

        contact.additional_properties = d
        return contact

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.contact_attributes import ContactAttributes  # noqa: E402 - models may need one another
from ..models.featured_identifier import FeaturedIdentifier  # noqa: E402 - models may need one another
