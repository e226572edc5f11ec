from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import members, plain

T = TypeVar("T", bound="AttributeRequest")


@_attrs_define
class AttributeRequest:
    """What to read.

    Attributes:
        attributes (list[AttributeReference]): The attributes to return.
    """

    attributes: list[AttributeReference]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        attributes: list[dict[str, Any]] = [plain(item) for item in self.attributes]

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attributes": attributes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        attributes: list[AttributeReference] = [
            AttributeReference.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
            for item in cast("Iterable[Any]", d.pop("attributes"))
        ]

        attribute_request = cls(
            attributes=attributes,
        )

        attribute_request.additional_properties = d
        return attribute_request

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


from ..models.attribute_reference import AttributeReference  # noqa: E402 - models may need one another
