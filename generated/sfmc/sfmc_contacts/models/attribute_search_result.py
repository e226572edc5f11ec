from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="AttributeSearchResult")


@_attrs_define
class AttributeSearchResult:
    """What was found.

    Attributes:
        count (int | None | Unset): How many contacts were found.
        page (int | None | Unset): This page's number, from 1.
        page_size (int | None | Unset): How many contacts a page holds.
        items (list[FoundItem] | None | Unset): One entry for each contact, or for each row.
    """

    count: int | None | Unset = UNSET
    page: int | None | Unset = UNSET
    page_size: int | None | Unset = UNSET
    items: list[FoundItem] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        page = self.page

        page_size = self.page_size

        items: list[dict[str, Any]] | None | Unset
        if isinstance(self.items, Unset):
            items = UNSET
        elif isinstance(self.items, list):
            items = [plain(item) for item in self.items]

        else:
            items = self.items

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if count is not UNSET:
            field_dict["count"] = count
        if page is not UNSET:
            field_dict["page"] = page
        if page_size is not UNSET:
            field_dict["pageSize"] = page_size
        if items is not UNSET:
            field_dict["items"] = items

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        count = cast("int | None | Unset", d.pop("count", UNSET))

        page = cast("int | None | Unset", d.pop("page", UNSET))

        page_size = cast("int | None | Unset", d.pop("pageSize", UNSET))

        def _parse_items(data: object) -> list[FoundItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                items_type_0: list[FoundItem] = [
                    FoundItem.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return items_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[FoundItem] | None | Unset", data)

        items = _parse_items(d.pop("items", UNSET))

        attribute_search_result = cls(
            count=count,
            page=page,
            page_size=page_size,
            items=items,
        )

        attribute_search_result.additional_properties = d
        return attribute_search_result

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


from ..models.found_item import FoundItem  # noqa: E402 - models may need one another
