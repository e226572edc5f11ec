from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import members

T = TypeVar("T", bound="ConditionValue")


@_attrs_define
class ConditionValue:
    """What the attribute is compared with.

    Attributes:
        items (list[bool | float | int | str]): The values.
    """

    items: list[bool | float | int | str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        items: list[bool | float | int | str] = []
        for items_item_data in self.items:
            items_item = items_item_data

            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        items: list[bool | float | int | str] = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = cast("bool | float | int | str", items_item_data)

            items.append(items_item)

        condition_value = cls(
            items=items,
        )

        condition_value.additional_properties = d
        return condition_value

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
