from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="AttributeDefinition")


@_attrs_define
class AttributeDefinition:
    """An attribute that contacts can have.

    Attributes:
        id (int | None | Unset): The attribute's id.
        name (None | str | Unset): The attribute's name.
        data_type (None | str | Unset): What the values are.
        defined_values (list[None | str] | None | Unset): The values to choose from, where there is a choice.
        display_format (None | str | Unset): How the vendor's own pages show it.
    """

    id: int | None | Unset = UNSET
    name: None | str | Unset = UNSET
    data_type: None | str | Unset = UNSET
    defined_values: list[None | str] | None | Unset = UNSET
    display_format: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        data_type = self.data_type

        defined_values: list[None | str] | None | Unset
        if isinstance(self.defined_values, Unset):
            defined_values = UNSET
        elif isinstance(self.defined_values, list):
            defined_values = []
            for defined_values_type_0_item_data in self.defined_values:
                defined_values_type_0_item = defined_values_type_0_item_data

                defined_values.append(defined_values_type_0_item)

        else:
            defined_values = self.defined_values

        display_format = self.display_format

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if data_type is not UNSET:
            field_dict["dataType"] = data_type
        if defined_values is not UNSET:
            field_dict["definedValues"] = defined_values
        if display_format is not UNSET:
            field_dict["displayFormat"] = display_format

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        id = cast("int | None | Unset", d.pop("id", UNSET))

        name = cast("None | str | Unset", d.pop("name", UNSET))

        data_type = cast("None | str | Unset", d.pop("dataType", UNSET))

        def _parse_defined_values(data: object) -> list[None | str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                defined_values_type_0: list[None | str] = []
                _defined_values_type_0 = cast("Iterable[Any]", data)
                for defined_values_type_0_item_data in _defined_values_type_0:
                    defined_values_type_0_item = cast("None | str", defined_values_type_0_item_data)

                    defined_values_type_0.append(defined_values_type_0_item)

                return defined_values_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[None | str] | None | Unset", data)

        defined_values = _parse_defined_values(d.pop("definedValues", UNSET))

        display_format = cast("None | str | Unset", d.pop("displayFormat", UNSET))

        attribute_definition = cls(
            id=id,
            name=name,
            data_type=data_type,
            defined_values=defined_values,
            display_format=display_format,
        )

        attribute_definition.additional_properties = d
        return attribute_definition

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
