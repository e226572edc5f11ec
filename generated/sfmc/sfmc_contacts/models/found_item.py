from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="FoundItem")


@_attrs_define
class FoundItem:
    """The values of one contact or row.

    Attributes:
        values (list[FoundValue] | None | Unset): The values, under the keys that were asked for.
    """

    values: list[FoundValue] | None | Unset = UNSET
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

        def _parse_values(data: object) -> list[FoundValue] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                values_type_0: list[FoundValue] = [
                    FoundValue.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return values_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[FoundValue] | None | Unset", data)

        values = _parse_values(d.pop("values", UNSET))

        found_item = cls(
            values=values,
        )

        found_item.additional_properties = d
        return found_item

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


from ..models.found_value import FoundValue  # noqa: E402 - models may need one another
