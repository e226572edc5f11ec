from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="DeletionResult")


@_attrs_define
class DeletionResult:
    """What became of a deletion.

    Attributes:
        operation_initiated (bool | None | Unset): Whether the removal has started.
        operation_id (int | None | str | Unset): Names the removal.
        request_service_message_id (None | str | Unset): Names the call.
        has_errors (bool | None | Unset): Whether something went wrong.
        operation_status (None | str | Unset): OK or FAIL.
    """

    operation_initiated: bool | None | Unset = UNSET
    operation_id: int | None | str | Unset = UNSET
    request_service_message_id: None | str | Unset = UNSET
    has_errors: bool | None | Unset = UNSET
    operation_status: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        operation_initiated = self.operation_initiated

        operation_id = self.operation_id

        request_service_message_id = self.request_service_message_id

        has_errors = self.has_errors

        operation_status = self.operation_status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if operation_initiated is not UNSET:
            field_dict["operationInitiated"] = operation_initiated
        if operation_id is not UNSET:
            field_dict["operationID"] = operation_id
        if request_service_message_id is not UNSET:
            field_dict["requestServiceMessageID"] = request_service_message_id
        if has_errors is not UNSET:
            field_dict["hasErrors"] = has_errors
        if operation_status is not UNSET:
            field_dict["operationStatus"] = operation_status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        operation_initiated = cast("bool | None | Unset", d.pop("operationInitiated", UNSET))

        operation_id = cast("int | None | str | Unset", d.pop("operationID", UNSET))

        request_service_message_id = cast("None | str | Unset", d.pop("requestServiceMessageID", UNSET))

        has_errors = cast("bool | None | Unset", d.pop("hasErrors", UNSET))

        operation_status = cast("None | str | Unset", d.pop("operationStatus", UNSET))

        deletion_result = cls(
            operation_initiated=operation_initiated,
            operation_id=operation_id,
            request_service_message_id=request_service_message_id,
            has_errors=has_errors,
            operation_status=operation_status,
        )

        deletion_result.additional_properties = d
        return deletion_result

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
