from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ContactDeletion")


@_attrs_define
class ContactDeletion:
    """Contacts to remove.

    Attributes:
        values (list[int | str]): Keys or ids, as the query says.
        delete_operation_type (str | Unset): What to remove, such as ContactAndAttributes.
    """

    values: list[int | str]
    delete_operation_type: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        values: list[int | str] = []
        for values_item_data in self.values:
            values_item = values_item_data

            values.append(values_item)

        delete_operation_type = self.delete_operation_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "values": values,
            }
        )
        if delete_operation_type is not UNSET:
            field_dict["DeleteOperationType"] = delete_operation_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        values: list[int | str] = []
        _values = d.pop("values")
        for values_item_data in _values:
            values_item = cast("int | str", values_item_data)

            values.append(values_item)

        delete_operation_type = d.pop("DeleteOperationType", UNSET)

        contact_deletion = cls(
            values=values,
            delete_operation_type=delete_operation_type,
        )

        contact_deletion.additional_properties = d
        return contact_deletion

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
