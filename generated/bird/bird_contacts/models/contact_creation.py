from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="ContactCreation")


@_attrs_define
class ContactCreation:
    """A new contact.

    Attributes:
        display_name (str): What the contact is called.
        identifiers (list[NewIdentifier] | Unset): The contact's identifiers.
        attributes (AttributeValues | Unset): Values by attribute key. Those of keys left out stay.
        list_ids (list[str] | Unset): The contact's lists.
        account_ids (list[str] | Unset): The contact's accounts.
        company_refs (list[str] | Unset): The contact's company references.
    """

    display_name: str
    identifiers: list[NewIdentifier] | Unset = UNSET
    attributes: AttributeValues | Unset = UNSET
    list_ids: list[str] | Unset = UNSET
    account_ids: list[str] | Unset = UNSET
    company_refs: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        identifiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.identifiers, Unset):
            identifiers = [plain(item) for item in self.identifiers]

        attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.attributes, Unset):
            attributes = self.attributes.to_dict()

        list_ids: list[str] | Unset = UNSET
        if not isinstance(self.list_ids, Unset):
            list_ids = self.list_ids

        account_ids: list[str] | Unset = UNSET
        if not isinstance(self.account_ids, Unset):
            account_ids = self.account_ids

        company_refs: list[str] | Unset = UNSET
        if not isinstance(self.company_refs, Unset):
            company_refs = self.company_refs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "displayName": display_name,
            }
        )
        if identifiers is not UNSET:
            field_dict["identifiers"] = identifiers
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if list_ids is not UNSET:
            field_dict["listIds"] = list_ids
        if account_ids is not UNSET:
            field_dict["accountIds"] = account_ids
        if company_refs is not UNSET:
            field_dict["companyRefs"] = company_refs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        display_name = d.pop("displayName")

        _identifiers = d.pop("identifiers", UNSET)
        identifiers: list[NewIdentifier] | Unset = UNSET
        if _identifiers is not UNSET:
            identifiers = [
                NewIdentifier.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                for item in cast("Iterable[Any]", _identifiers)
            ]

        _attributes = d.pop("attributes", UNSET)
        attributes: AttributeValues | Unset
        if isinstance(_attributes, Unset):
            attributes = UNSET
        else:
            attributes = AttributeValues.from_dict(_attributes)

        list_ids = cast("list[str]", d.pop("listIds", UNSET))

        account_ids = cast("list[str]", d.pop("accountIds", UNSET))

        company_refs = cast("list[str]", d.pop("companyRefs", UNSET))

        contact_creation = cls(
            display_name=display_name,
            identifiers=identifiers,
            attributes=attributes,
            list_ids=list_ids,
            account_ids=account_ids,
            company_refs=company_refs,
        )

        contact_creation.additional_properties = d
        return contact_creation

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


from ..models.attribute_values import AttributeValues  # noqa: E402 - models may need one another
from ..models.new_identifier import NewIdentifier  # noqa: E402 - models may need one another
