from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="AttributeSet")


@_attrs_define
class AttributeSet:
    """A set of attributes and what to write in it.

    Attributes:
        name (str): The set's name in the account.
        items (list[AttributeItem] | None | Unset): Rows of the set. Some sets have a single row, others a row per value
            of their key.
    """

    name: str
    items: list[AttributeItem] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        items: list[dict[str, Any]] | None | Unset
        if isinstance(self.items, Unset):
            items = UNSET
        elif isinstance(self.items, list):
            items = [plain(item) for item in self.items]

        else:
            items = self.items

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
            }
        )
        if items is not UNSET:
            field_dict["items"] = items

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        name = d.pop("name")

        def _parse_items(data: object) -> list[AttributeItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                items_type_0: list[AttributeItem] = [
                    AttributeItem.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return items_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[AttributeItem] | None | Unset", data)

        items = _parse_items(d.pop("items", UNSET))

        attribute_set = cls(
            name=name,
            items=items,
        )

        attribute_set.additional_properties = d
        return attribute_set

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


from ..models.attribute_item import AttributeItem  # noqa: E402 - models may need one another
