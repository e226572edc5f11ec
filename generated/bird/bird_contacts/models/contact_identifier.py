from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ContactIdentifier")


@_attrs_define
class ContactIdentifier:
    """An identifier of a contact.

    Attributes:
        contact_id (None | str | Unset): The contact.
        key (None | str | Unset): The identifier's key.
        value (None | str | Unset): The identifier's value.
        properties (ContactIdentifierProperties | None | Unset): What else is known of the identifier.
        created_at (None | str | Unset): When the identifier was added.
    """

    contact_id: None | str | Unset = UNSET
    key: None | str | Unset = UNSET
    value: None | str | Unset = UNSET
    properties: ContactIdentifierProperties | None | Unset = UNSET
    created_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        contact_id = self.contact_id

        key = self.key

        value = self.value

        properties: dict[str, Any] | None | Unset
        if isinstance(self.properties, Unset):
            properties = UNSET
        elif isinstance(self.properties, ContactIdentifierProperties):
            properties = self.properties.to_dict()
        else:
            properties = self.properties

        created_at = self.created_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if contact_id is not UNSET:
            field_dict["contactId"] = contact_id
        if key is not UNSET:
            field_dict["key"] = key
        if value is not UNSET:
            field_dict["value"] = value
        if properties is not UNSET:
            field_dict["properties"] = properties
        if created_at is not UNSET:
            field_dict["createdAt"] = created_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        contact_id = cast("None | str | Unset", d.pop("contactId", UNSET))

        key = cast("None | str | Unset", d.pop("key", UNSET))

        value = cast("None | str | Unset", d.pop("value", UNSET))

        def _parse_properties(data: object) -> ContactIdentifierProperties | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                properties_type_0 = ContactIdentifierProperties.from_dict(cast("dict[str, Any]", data))

                return properties_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("ContactIdentifierProperties | None | Unset", data)

        properties = _parse_properties(d.pop("properties", UNSET))

        created_at = cast("None | str | Unset", d.pop("createdAt", UNSET))

        contact_identifier = cls(
            contact_id=contact_id,
            key=key,
            value=value,
            properties=properties,
            created_at=created_at,
        )

        contact_identifier.additional_properties = d
        return contact_identifier

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


from ..models.contact_identifier_properties import ContactIdentifierProperties  # noqa: E402 - models may need one another
