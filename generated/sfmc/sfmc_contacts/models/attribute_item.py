from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="AttributeItem")


@_attrs_define
class AttributeItem:
    """A row of a set.

    Attributes:
        values (list[AttributeValue] | None | Unset): The row's attributes. Those left out stay as they are.
    """

    values: list[AttributeValue] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        values: list[dict[str, Any]] | None | Unset
        if isinstance(self.values, Unset):
            values = UNSET
        elif isinstance(self.values, list):
            values = [plain(item) for item in self.values]

        else:
            values = self.values

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if values is not UNSET:
            field_dict["values"] = values

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)

        def _parse_values(data: object) -> list[AttributeValue] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                values_type_0: list[AttributeValue] = [
                    AttributeValue.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return values_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[AttributeValue] | None | Unset", data)

        values = _parse_values(d.pop("values", UNSET))

        attribute_item = cls(
            values=values,
        )

        attribute_item.additional_properties = d
        return attribute_item

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


from ..models.attribute_value import AttributeValue  # noqa: E402 - models may need one another
