from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import members

T = TypeVar("T", bound="Modification")


@_attrs_define
class Modification:
    """What an update, a creation or a deletion answers with.

    Attributes:
        message (str): OK when all went well.
        id (int): The contact's own id.
        base_uri (str): Where the organization's contacts are.
        instance_uri (str): Where this contact is.
    """

    message: str
    id: int
    base_uri: str
    instance_uri: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        id = self.id

        base_uri = self.base_uri

        instance_uri = self.instance_uri

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "message": message,
                "id": id,
                "baseUri": base_uri,
                "instanceUri": instance_uri,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        message = d.pop("message")

        id = d.pop("id")

        base_uri = d.pop("baseUri")

        instance_uri = d.pop("instanceUri")

        modification = cls(
            message=message,
            id=id,
            base_uri=base_uri,
            instance_uri=instance_uri,
        )

        modification.additional_properties = d
        return modification

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
