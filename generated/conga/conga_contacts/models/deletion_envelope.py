from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="DeletionEnvelope")


@_attrs_define
class DeletionEnvelope:
    """The answer to a deletion.

    Attributes:
        success (bool): Whether all went well.
        record_count (int | None | Unset): How many records the answer is about.
        data (Any | Unset): True when the record is gone.
        errors (list[ErrorMessage] | None | Unset): What went wrong.
        status_code (None | str | Unset): The HTTP status as a word, such as OK or NotFound.
        profile (Any | Unset): Of the vendor's own use.
        total_time (Any | Unset): How long it took.
        has_more_records (bool | None | Unset): Whether there are more records.
        next_cursor (Any | Unset): Leads to more records.
        warnings (Any | Unset): What the caller should know although all went well.
    """

    success: bool
    record_count: int | None | Unset = UNSET
    data: Any | Unset = UNSET
    errors: list[ErrorMessage] | None | Unset = UNSET
    status_code: None | str | Unset = UNSET
    profile: Any | Unset = UNSET
    total_time: Any | Unset = UNSET
    has_more_records: bool | None | Unset = UNSET
    next_cursor: Any | Unset = UNSET
    warnings: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        success = self.success

        record_count = self.record_count

        data = self.data

        errors: list[dict[str, Any]] | None | Unset
        if isinstance(self.errors, Unset):
            errors = UNSET
        elif isinstance(self.errors, list):
            errors = [plain(item) for item in self.errors]

        else:
            errors = self.errors

        status_code = self.status_code

        profile = self.profile

        total_time = self.total_time

        has_more_records = self.has_more_records

        next_cursor = self.next_cursor

        warnings = self.warnings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "Success": success,
            }
        )
        if record_count is not UNSET:
            field_dict["RecordCount"] = record_count
        if data is not UNSET:
            field_dict["Data"] = data
        if errors is not UNSET:
            field_dict["Errors"] = errors
        if status_code is not UNSET:
            field_dict["StatusCode"] = status_code
        if profile is not UNSET:
            field_dict["Profile"] = profile
        if total_time is not UNSET:
            field_dict["TotalTime"] = total_time
        if has_more_records is not UNSET:
            field_dict["HasMoreRecords"] = has_more_records
        if next_cursor is not UNSET:
            field_dict["NextCursor"] = next_cursor
        if warnings is not UNSET:
            field_dict["Warnings"] = warnings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        success = d.pop("Success")

        record_count = cast("int | None | Unset", d.pop("RecordCount", UNSET))

        data = d.pop("Data", UNSET)

        def _parse_errors(data: object) -> list[ErrorMessage] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                errors_type_0: list[ErrorMessage] = [
                    ErrorMessage.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return errors_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[ErrorMessage] | None | Unset", data)

        errors = _parse_errors(d.pop("Errors", UNSET))

        status_code = cast("None | str | Unset", d.pop("StatusCode", UNSET))

        profile = d.pop("Profile", UNSET)

        total_time = d.pop("TotalTime", UNSET)

        has_more_records = cast("bool | None | Unset", d.pop("HasMoreRecords", UNSET))

        next_cursor = d.pop("NextCursor", UNSET)

        warnings = d.pop("Warnings", UNSET)

        deletion_envelope = cls(
            success=success,
            record_count=record_count,
            data=data,
            errors=errors,
            status_code=status_code,
            profile=profile,
            total_time=total_time,
            has_more_records=has_more_records,
            next_cursor=next_cursor,
            warnings=warnings,
        )

        deletion_envelope.additional_properties = d
        return deletion_envelope

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


from ..models.error_message import ErrorMessage  # noqa: E402 - models may need one another
