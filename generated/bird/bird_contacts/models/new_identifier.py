from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="NewIdentifier")


@_attrs_define
class NewIdentifier:
    """An identifier to give to a contact.

    Attributes:
        key (str): emailaddress, phonenumber, visitorid, or a key of the caller's own.
        value (str): The value; a phone number in E.164 form.
        properties (IdentifierProperties | Unset): What else is known of an identifier.
    """

    key: str
    value: str
    properties: IdentifierProperties | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value = self.value

        properties: dict[str, Any] | Unset = UNSET
        if not isinstance(self.properties, Unset):
            properties = self.properties.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "value": value,
            }
        )
        if properties is not UNSET:
            field_dict["properties"] = properties

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        key = d.pop("key")

        value = d.pop("value")

        _properties = d.pop("properties", UNSET)
        properties: IdentifierProperties | Unset
        if isinstance(_properties, Unset):
            properties = UNSET
        else:
            properties = IdentifierProperties.from_dict(_properties)

        new_identifier = cls(
            key=key,
            value=value,
            properties=properties,
        )

        new_identifier.additional_properties = d
        return new_identifier

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


from ..models.identifier_properties import IdentifierProperties  # noqa: E402 - models may need one another
