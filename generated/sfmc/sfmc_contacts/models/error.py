from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="Error")


@_attrs_define
class Error:
    """A failure of the call as a whole.

    Attributes:
        message (None | str | Unset): What went wrong.
        errorcode (int | None | str | Unset): The vendor's code.
        documentation (None | str | Unset): Where to read more.
    """

    message: None | str | Unset = UNSET
    errorcode: int | None | str | Unset = UNSET
    documentation: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        errorcode = self.errorcode

        documentation = self.documentation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message
        if errorcode is not UNSET:
            field_dict["errorcode"] = errorcode
        if documentation is not UNSET:
            field_dict["documentation"] = documentation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        message = cast("None | str | Unset", d.pop("message", UNSET))

        errorcode = cast("int | None | str | Unset", d.pop("errorcode", UNSET))

        documentation = cast("None | str | Unset", d.pop("documentation", UNSET))

        error = cls(
            message=message,
            errorcode=errorcode,
            documentation=documentation,
        )

        error.additional_properties = d
        return error

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
