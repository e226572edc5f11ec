from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="ContactPath")


@_attrs_define
class ContactPath:
    """One way to reach the contact.

    Attributes:
        path_id (int | None | Unset): The delivery path's id.
        prompt (None | str | Unset): The delivery path's name.
        value (None | str | Unset): The number or address.
        country_code (None | str | Unset): Two-letter ISO 3166 code.
        wait_time (int | None | Unset): Seconds to wait before the next path.
        phone_ext (None | str | Unset): Extension of a telephone number.
        skip_validation (bool | None | Unset): Whether the value's form goes unchecked.
        path_enable (bool | None | Unset): Whether the path is in use.
        quiet_time_frames (list[QuietTimeFrame] | None | Unset): When the path is not used.
    """

    path_id: int | None | Unset = UNSET
    prompt: None | str | Unset = UNSET
    value: None | str | Unset = UNSET
    country_code: None | str | Unset = UNSET
    wait_time: int | None | Unset = UNSET
    phone_ext: None | str | Unset = UNSET
    skip_validation: bool | None | Unset = UNSET
    path_enable: bool | None | Unset = UNSET
    quiet_time_frames: list[QuietTimeFrame] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        path_id = self.path_id

        prompt = self.prompt

        value = self.value

        country_code = self.country_code

        wait_time = self.wait_time

        phone_ext = self.phone_ext

        skip_validation = self.skip_validation

        path_enable = self.path_enable

        quiet_time_frames: list[dict[str, Any]] | None | Unset
        if isinstance(self.quiet_time_frames, Unset):
            quiet_time_frames = UNSET
        elif isinstance(self.quiet_time_frames, list):
            quiet_time_frames = [plain(item) for item in self.quiet_time_frames]

        else:
            quiet_time_frames = self.quiet_time_frames

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if path_id is not UNSET:
            field_dict["pathId"] = path_id
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if value is not UNSET:
            field_dict["value"] = value
        if country_code is not UNSET:
            field_dict["countryCode"] = country_code
        if wait_time is not UNSET:
            field_dict["waitTime"] = wait_time
        if phone_ext is not UNSET:
            field_dict["phoneExt"] = phone_ext
        if skip_validation is not UNSET:
            field_dict["skipValidation"] = skip_validation
        if path_enable is not UNSET:
            field_dict["pathEnable"] = path_enable
        if quiet_time_frames is not UNSET:
            field_dict["quietTimeFrames"] = quiet_time_frames

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        path_id = cast("int | None | Unset", d.pop("pathId", UNSET))

        prompt = cast("None | str | Unset", d.pop("prompt", UNSET))

        value = cast("None | str | Unset", d.pop("value", UNSET))

        country_code = cast("None | str | Unset", d.pop("countryCode", UNSET))

        wait_time = cast("int | None | Unset", d.pop("waitTime", UNSET))

        phone_ext = cast("None | str | Unset", d.pop("phoneExt", UNSET))

        skip_validation = cast("bool | None | Unset", d.pop("skipValidation", UNSET))

        path_enable = cast("bool | None | Unset", d.pop("pathEnable", UNSET))

        def _parse_quiet_time_frames(data: object) -> list[QuietTimeFrame] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                quiet_time_frames_type_0: list[QuietTimeFrame] = [
                    QuietTimeFrame.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return quiet_time_frames_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[QuietTimeFrame] | None | Unset", data)

        quiet_time_frames = _parse_quiet_time_frames(d.pop("quietTimeFrames", UNSET))

        contact_path = cls(
            path_id=path_id,
            prompt=prompt,
            value=value,
            country_code=country_code,
            wait_time=wait_time,
            phone_ext=phone_ext,
            skip_validation=skip_validation,
            path_enable=path_enable,
            quiet_time_frames=quiet_time_frames,
        )

        contact_path.additional_properties = d
        return contact_path

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


from ..models.quiet_time_frame import QuietTimeFrame  # noqa: E402 - models may need one another
