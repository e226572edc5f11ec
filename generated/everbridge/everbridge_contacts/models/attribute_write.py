from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="AttributeWrite")


@_attrs_define
class AttributeWrite:
    """The contact's values for one attribute. Name it by orgAttrId or by name.

    Attributes:
        org_attr_id (int | None | Unset): The attribute's id; decides when name is sent too.
        name (None | str | Unset): The attribute's name, enough without orgAttrId.
        values (list[str] | None | Unset): The values.
    """

    org_attr_id: int | None | Unset = UNSET
    name: None | str | Unset = UNSET
    values: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        org_attr_id = self.org_attr_id

        name = self.name

        values: list[str] | None | Unset
        if isinstance(self.values, Unset):
            values = UNSET
        elif isinstance(self.values, list):
            values = self.values

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

        def _parse_values(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                values_type_0 = cast("list[str]", cast("Iterable[Any]", data))

                return values_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[str] | None | Unset", data)

        values = _parse_values(d.pop("values", UNSET))

        attribute_write = cls(
            org_attr_id=org_attr_id,
            name=name,
            values=values,
        )

        attribute_write.additional_properties = d
        return attribute_write

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
