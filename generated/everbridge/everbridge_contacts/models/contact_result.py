from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ContactResult")


@_attrs_define
class ContactResult:
    """One contact.

    Attributes:
        message (None | str | Unset): OK when all went well.
        result (Contact | None | Unset): The contact.
    """

    message: None | str | Unset = UNSET
    result: Contact | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        result: dict[str, Any] | None | Unset
        if isinstance(self.result, Unset):
            result = UNSET
        elif isinstance(self.result, Contact):
            result = self.result.to_dict()
        else:
            result = self.result

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message
        if result is not UNSET:
            field_dict["result"] = result

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        message = cast("None | str | Unset", d.pop("message", UNSET))

        def _parse_result(data: object) -> Contact | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                result_type_0 = Contact.from_dict(cast("dict[str, Any]", data))

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("Contact | None | Unset", data)

        result = _parse_result(d.pop("result", UNSET))

        contact_result = cls(
            message=message,
            result=result,
        )

        contact_result.additional_properties = d
        return contact_result

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


from ..models.contact import Contact  # noqa: E402 - models may need one another
