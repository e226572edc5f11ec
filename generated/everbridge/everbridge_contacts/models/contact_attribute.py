from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ContactAttribute")


@_attrs_define
class ContactAttribute:
    """The contact's values for one attribute.

    Attributes:
        org_attr_id (int | None | Unset): The attribute's id.
        name (None | str | Unset): The attribute's name.
        values (list[None | str] | None | Unset): The values.
    """

    org_attr_id: int | None | Unset = UNSET
    name: None | str | Unset = UNSET
    values: list[None | str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        org_attr_id = self.org_attr_id

        name = self.name

        values: list[None | str] | None | Unset
        if isinstance(self.values, Unset):
            values = UNSET
        elif isinstance(self.values, list):
            values = []
            for values_type_0_item_data in self.values:
                values_type_0_item = values_type_0_item_data

                values.append(values_type_0_item)

        else:
            values = self.values

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if org_attr_id is not UNSET:
            field_dict["orgAttrId"] = org_attr_id
        if name is not UNSET:
            field_dict["name"] = name
        if values is not UNSET:
            field_dict["values"] = values

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        org_attr_id = cast("int | None | Unset", d.pop("orgAttrId", UNSET))

        name = cast("None | str | Unset", d.pop("name", UNSET))

        def _parse_values(data: object) -> list[None | str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                values_type_0: list[None | str] = []
                _values_type_0 = cast("Iterable[Any]", data)
                for values_type_0_item_data in _values_type_0:
                    values_type_0_item = cast("None | str", values_type_0_item_data)

                    values_type_0.append(values_type_0_item)

                return values_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[None | str] | None | Unset", data)

        values = _parse_values(d.pop("values", UNSET))

        contact_attribute = cls(
            org_attr_id=org_attr_id,
            name=name,
            values=values,
        )

        contact_attribute.additional_properties = d
        return contact_attribute

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
