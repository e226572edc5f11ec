from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ResultMessage")


@_attrs_define
class ResultMessage:
    """One thing that went wrong.

    Attributes:
        message (None | str | Unset): What went wrong.
        result_type (Any | Unset): The kind of message.
        result_class (Any | Unset): The vendor's class of message.
        result_code (Any | Unset): The vendor's code.
    """

    message: None | str | Unset = UNSET
    result_type: Any | Unset = UNSET
    result_class: Any | Unset = UNSET
    result_code: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        result_type = self.result_type

        result_class = self.result_class

        result_code = self.result_code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message
        if result_type is not UNSET:
            field_dict["resultType"] = result_type
        if result_class is not UNSET:
            field_dict["resultClass"] = result_class
        if result_code is not UNSET:
            field_dict["resultCode"] = result_code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        message = cast("None | str | Unset", d.pop("message", UNSET))

        result_type = d.pop("resultType", UNSET)

        result_class = d.pop("resultClass", UNSET)

        result_code = d.pop("resultCode", UNSET)

        result_message = cls(
            message=message,
            result_type=result_type,
            result_class=result_class,
            result_code=result_code,
        )

        result_message.additional_properties = d
        return result_message

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
