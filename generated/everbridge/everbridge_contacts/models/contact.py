from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contact_status import ContactStatus
from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="Contact")


@_attrs_define
class Contact:
    """A contact as it reads. Empty fields may be missing.

    Attributes:
        id (int | None | Unset): The contact's id.
        external_id (None | str | Unset): The caller's own id.
        first_name (None | str | Unset): Given name.
        last_name (None | str | Unset): Family name.
        middle_initial (None | str | Unset): One character.
        suffix (None | str | Unset): Such as Jr or III.
        country (None | str | Unset): Two-letter ISO 3166 code.
        record_type_id (int | None | Unset): The record type's id.
        record_type_name (None | str | Unset): The record type's name.
        timezone_id (None | str | Unset): IANA time zone.
        business_name (None | str | Unset): The company the contact belongs to.
        preferred_language (None | str | Unset): The language to address the contact in.
        sso_user_id (None | str | Unset): The contact's name for single sign-on.
        individual_account_id (int | None | Unset): The individual account.
        account_id (int | None | Unset): The account the contact belongs to.
        status (ContactStatus | None | str | Unset): A when the contact is active, else D.
        paths (list[ContactPath] | None | Unset): Ways to reach the contact, the preferred one first.
        address (list[Address] | None | Unset): Places of the contact.
        contact_attributes (list[ContactAttribute] | None | Unset): Values for the organization's attributes.
        groups (list[int] | None | Unset): Ids of the contact's groups.
        groups_name (list[str] | None | Unset): Names of the contact's groups.
        topics (list[int] | None | Unset): Ids of subscriptions.
        created_date (int | None | Unset): Epoch milliseconds.
        last_modified_date (int | None | Unset): Epoch milliseconds.
        created_name (None | str | Unset): Who made the contact.
        last_modified_name (None | str | Unset): Who changed it last.
        organization_id (int | None | Unset): The organization.
    """

    id: int | None | Unset = UNSET
    external_id: None | str | Unset = UNSET
    first_name: None | str | Unset = UNSET
    last_name: None | str | Unset = UNSET
    middle_initial: None | str | Unset = UNSET
    suffix: None | str | Unset = UNSET
    country: None | str | Unset = UNSET
    record_type_id: int | None | Unset = UNSET
    record_type_name: None | str | Unset = UNSET
    timezone_id: None | str | Unset = UNSET
    business_name: None | str | Unset = UNSET
    preferred_language: None | str | Unset = UNSET
    sso_user_id: None | str | Unset = UNSET
    individual_account_id: int | None | Unset = UNSET
    account_id: int | None | Unset = UNSET
    status: ContactStatus | None | str | Unset = UNSET
    paths: list[ContactPath] | None | Unset = UNSET
    address: list[Address] | None | Unset = UNSET
    contact_attributes: list[ContactAttribute] | None | Unset = UNSET
    groups: list[int] | None | Unset = UNSET
    groups_name: list[str] | None | Unset = UNSET
    topics: list[int] | None | Unset = UNSET
    created_date: int | None | Unset = UNSET
    last_modified_date: int | None | Unset = UNSET
    created_name: None | str | Unset = UNSET
    last_modified_name: None | str | Unset = UNSET
    organization_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        external_id = self.external_id

        first_name = self.first_name

        last_name = self.last_name

        middle_initial = self.middle_initial

        suffix = self.suffix

        country = self.country

        record_type_id = self.record_type_id

        record_type_name = self.record_type_name

        timezone_id = self.timezone_id

        business_name = self.business_name

        preferred_language = self.preferred_language

        sso_user_id = self.sso_user_id

        individual_account_id = self.individual_account_id

        account_id = self.account_id

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, ContactStatus):
            status = self.status.value
        else:
            status = self.status

        paths: list[dict[str, Any]] | None | Unset
        if isinstance(self.paths, Unset):
            paths = UNSET
        elif isinstance(self.paths, list):
            paths = [plain(item) for item in self.paths]

        else:
            paths = self.paths

        address: list[dict[str, Any]] | None | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        elif isinstance(self.address, list):
            address = [plain(item) for item in self.address]

        else:
            address = self.address

        contact_attributes: list[dict[str, Any]] | None | Unset
        if isinstance(self.contact_attributes, Unset):
            contact_attributes = UNSET
        elif isinstance(self.contact_attributes, list):
            contact_attributes = [plain(item) for item in self.contact_attributes]

        else:
            contact_attributes = self.contact_attributes

        groups: list[int] | None | Unset
        if isinstance(self.groups, Unset):
            groups = UNSET
        elif isinstance(self.groups, list):
            groups = self.groups

        else:
            groups = self.groups

        groups_name: list[str] | None | Unset
        if isinstance(self.groups_name, Unset):
            groups_name = UNSET
        elif isinstance(self.groups_name, list):
            groups_name = self.groups_name

        else:
            groups_name = self.groups_name

        topics: list[int] | None | Unset
        if isinstance(self.topics, Unset):
            topics = UNSET
        elif isinstance(self.topics, list):
            topics = self.topics

        else:
            topics = self.topics

        created_date = self.created_date

        last_modified_date = self.last_modified_date

        created_name = self.created_name

        last_modified_name = self.last_modified_name

        organization_id = self.organization_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if external_id is not UNSET:
            field_dict["externalId"] = external_id
        if first_name is not UNSET:
            field_dict["firstName"] = first_name
        if last_name is not UNSET:
            field_dict["lastName"] = last_name
        if middle_initial is not UNSET:
            field_dict["middleInitial"] = middle_initial
        if suffix is not UNSET:
            field_dict["suffix"] = suffix
        if country is not UNSET:
            field_dict["country"] = country
        if record_type_id is not UNSET:
            field_dict["recordTypeId"] = record_type_id
        if record_type_name is not UNSET:
            field_dict["recordTypeName"] = record_type_name
        if timezone_id is not UNSET:
            field_dict["timezoneId"] = timezone_id
        if business_name is not UNSET:
            field_dict["businessName"] = business_name
        if preferred_language is not UNSET:
            field_dict["preferredLanguage"] = preferred_language
        if sso_user_id is not UNSET:
            field_dict["ssoUserId"] = sso_user_id
        if individual_account_id is not UNSET:
            field_dict["individualAccountId"] = individual_account_id
        if account_id is not UNSET:
            field_dict["accountId"] = account_id
        if status is not UNSET:
            field_dict["status"] = status
        if paths is not UNSET:
            field_dict["paths"] = paths
        if address is not UNSET:
            field_dict["address"] = address
        if contact_attributes is not UNSET:
            field_dict["contactAttributes"] = contact_attributes
        if groups is not UNSET:
            field_dict["groups"] = groups
        if groups_name is not UNSET:
            field_dict["groupsName"] = groups_name
        if topics is not UNSET:
            field_dict["topics"] = topics
        if created_date is not UNSET:
            field_dict["createdDate"] = created_date
        if last_modified_date is not UNSET:
            field_dict["lastModifiedDate"] = last_modified_date
        if created_name is not UNSET:
            field_dict["createdName"] = created_name
        if last_modified_name is not UNSET:
            field_dict["lastModifiedName"] = last_modified_name
        if organization_id is not UNSET:
            field_dict["organizationId"] = organization_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        id = cast("int | None | Unset", d.pop("id", UNSET))

        external_id = cast("None | str | Unset", d.pop("externalId", UNSET))

        first_name = cast("None | str | Unset", d.pop("firstName", UNSET))

        last_name = cast("None | str | Unset", d.pop("lastName", UNSET))

        middle_initial = cast("None | str | Unset", d.pop("middleInitial", UNSET))

        suffix = cast("None | str | Unset", d.pop("suffix", UNSET))

        country = cast("None | str | Unset", d.pop("country", UNSET))

        record_type_id = cast("int | None | Unset", d.pop("recordTypeId", UNSET))

        record_type_name = cast("None | str | Unset", d.pop("recordTypeName", UNSET))

        timezone_id = cast("None | str | Unset", d.pop("timezoneId", UNSET))

        business_name = cast("None | str | Unset", d.pop("businessName", UNSET))

        preferred_language = cast("None | str | Unset", d.pop("preferredLanguage", UNSET))

        sso_user_id = cast("None | str | Unset", d.pop("ssoUserId", UNSET))

        individual_account_id = cast("int | None | Unset", d.pop("individualAccountId", UNSET))

        account_id = cast("int | None | Unset", d.pop("accountId", UNSET))

        def _parse_status(data: object) -> ContactStatus | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = ContactStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("ContactStatus | None | str | Unset", data)

        status = _parse_status(d.pop("status", UNSET))

        def _parse_paths(data: object) -> list[ContactPath] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                paths_type_0: list[ContactPath] = [
                    ContactPath.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return paths_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[ContactPath] | None | Unset", data)

        paths = _parse_paths(d.pop("paths", UNSET))

        def _parse_address(data: object) -> list[Address] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                address_type_0: list[Address] = [
                    Address.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[Address] | None | Unset", data)

        address = _parse_address(d.pop("address", UNSET))

        def _parse_contact_attributes(data: object) -> list[ContactAttribute] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                contact_attributes_type_0: list[ContactAttribute] = [
                    ContactAttribute.from_dict(cast("dict[str, Any]", item))
                    if isinstance(item, dict)
                    else item
                    for item in cast("Iterable[Any]", data)
                ]

                return contact_attributes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[ContactAttribute] | None | Unset", data)

        contact_attributes = _parse_contact_attributes(d.pop("contactAttributes", UNSET))

        def _parse_groups(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                groups_type_0 = cast("list[int]", cast("Iterable[Any]", data))

                return groups_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[int] | None | Unset", data)

        groups = _parse_groups(d.pop("groups", UNSET))

        def _parse_groups_name(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                groups_name_type_0 = cast("list[str]", cast("Iterable[Any]", data))

                return groups_name_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[str] | None | Unset", data)

        groups_name = _parse_groups_name(d.pop("groupsName", UNSET))

        def _parse_topics(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                topics_type_0 = cast("list[int]", cast("Iterable[Any]", data))

                return topics_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[int] | None | Unset", data)

        topics = _parse_topics(d.pop("topics", UNSET))

        created_date = cast("int | None | Unset", d.pop("createdDate", UNSET))

        last_modified_date = cast("int | None | Unset", d.pop("lastModifiedDate", UNSET))

        created_name = cast("None | str | Unset", d.pop("createdName", UNSET))

        last_modified_name = cast("None | str | Unset", d.pop("lastModifiedName", UNSET))

        organization_id = cast("int | None | Unset", d.pop("organizationId", UNSET))

        contact = cls(
            id=id,
            external_id=external_id,
            first_name=first_name,
            last_name=last_name,
            middle_initial=middle_initial,
            suffix=suffix,
            country=country,
            record_type_id=record_type_id,
            record_type_name=record_type_name,
            timezone_id=timezone_id,
            business_name=business_name,
            preferred_language=preferred_language,
            sso_user_id=sso_user_id,
            individual_account_id=individual_account_id,
            account_id=account_id,
            status=status,
            paths=paths,
            address=address,
            contact_attributes=contact_attributes,
            groups=groups,
            groups_name=groups_name,
            topics=topics,
            created_date=created_date,
            last_modified_date=last_modified_date,
            created_name=created_name,
            last_modified_name=last_modified_name,
            organization_id=organization_id,
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


from ..models.address import Address  # noqa: E402 - models may need one another
from ..models.contact_attribute import ContactAttribute  # noqa: E402 - models may need one another
from ..models.contact_path import ContactPath  # noqa: E402 - models may need one another
