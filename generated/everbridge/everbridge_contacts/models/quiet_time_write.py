from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="QuietTimeWrite")


@_attrs_define
class QuietTimeWrite:
    """A span of hours on some days of the week. It passes midnight when it ends before it starts.

    Attributes:
        name (None | str | Unset): A label.
        days (list[int] | None | Unset): Days of the week, 1 for Sunday to 7 for Saturday, in any order.
        from_hour (int | None | Unset): Hour of the start.
        from_min (int | None | Unset): Minute of the start.
        to_hour (int | None | Unset): Hour of the end.
        to_min (int | None | Unset): Minute of the end.
    """

    name: None | str | Unset = UNSET
    days: list[int] | None | Unset = UNSET
    from_hour: int | None | Unset = UNSET
    from_min: int | None | Unset = UNSET
    to_hour: int | None | Unset = UNSET
    to_min: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        days: list[int] | None | Unset
        if isinstance(self.days, Unset):
            days = UNSET
        elif isinstance(self.days, list):
            days = self.days

        else:
            days = self.days

        from_hour = self.from_hour

        from_min = self.from_min

        to_hour = self.to_hour

        to_min = self.to_min

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if days is not UNSET:
            field_dict["days"] = days
        if from_hour is not UNSET:
            field_dict["fromHour"] = from_hour
        if from_min is not UNSET:
            field_dict["fromMin"] = from_min
        if to_hour is not UNSET:
            field_dict["toHour"] = to_hour
        if to_min is not UNSET:
            field_dict["toMin"] = to_min

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        name = cast("None | str | Unset", d.pop("name", UNSET))

        def _parse_days(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                days_type_0 = cast("list[int]", cast("Iterable[Any]", data))

                return days_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[int] | None | Unset", data)

        days = _parse_days(d.pop("days", UNSET))

        from_hour = cast("int | None | Unset", d.pop("fromHour", UNSET))

        from_min = cast("int | None | Unset", d.pop("fromMin", UNSET))

        to_hour = cast("int | None | Unset", d.pop("toHour", UNSET))

        to_min = cast("int | None | Unset", d.pop("toMin", UNSET))

        quiet_time_write = cls(
            name=name,
            days=days,
            from_hour=from_hour,
            from_min=from_min,
            to_hour=to_hour,
            to_min=to_min,
        )

        quiet_time_write.additional_properties = d
        return quiet_time_write

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
