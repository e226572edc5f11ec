from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="GroupPage")


@_attrs_define
class GroupPage:
    """Some of the organization's groups.

    Attributes:
        page_size (int | None | Unset): How many entries a page holds.
        start (int | None | Unset): Position of the first entry, from 0.
        data (list[Group] | None | Unset): The entries.
        total_count (int | None | Unset): How many entries there are on all pages.
        total_page_count (int | None | Unset): How many pages there are.
        current_page_no (int | None | Unset): This page's number, from 1.
    """

    page_size: int | None | Unset = UNSET
    start: int | None | Unset = UNSET
    data: list[Group] | None | Unset = UNSET
    total_count: int | None | Unset = UNSET
    total_page_count: int | None | Unset = UNSET
    current_page_no: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        page_size = self.page_size

        start = self.start

        data: list[dict[str, Any]] | None | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, list):
            data = [plain(item) for item in self.data]

        else:
            data = self.data

        total_count = self.total_count

        total_page_count = self.total_page_count

        current_page_no = self.current_page_no

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if page_size is not UNSET:
            field_dict["pageSize"] = page_size
        if start is not UNSET:
            field_dict["start"] = start
        if data is not UNSET:
            field_dict["data"] = data
        if total_count is not UNSET:
            field_dict["totalCount"] = total_count
        if total_page_count is not UNSET:
            field_dict["totalPageCount"] = total_page_count
        if current_page_no is not UNSET:
            field_dict["currentPageNo"] = current_page_no

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        page_size = cast("int | None | Unset", d.pop("pageSize", UNSET))

        start = cast("int | None | Unset", d.pop("start", UNSET))

        def _parse_data(data: object) -> list[Group] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                data_type_0: list[Group] = [
                    Group.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[Group] | None | Unset", data)

        data = _parse_data(d.pop("data", UNSET))

        total_count = cast("int | None | Unset", d.pop("totalCount", UNSET))

        total_page_count = cast("int | None | Unset", d.pop("totalPageCount", UNSET))

        current_page_no = cast("int | None | Unset", d.pop("currentPageNo", UNSET))

        group_page = cls(
            page_size=page_size,
            start=start,
            data=data,
            total_count=total_count,
            total_page_count=total_page_count,
            current_page_no=current_page_no,
        )

        group_page.additional_properties = d
        return group_page

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


from ..models.group import Group  # noqa: E402 - models may need one another
