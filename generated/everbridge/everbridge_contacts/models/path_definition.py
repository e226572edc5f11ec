from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="PathDefinition")


@_attrs_define
class PathDefinition:
    """A delivery path that contacts can have.

    Attributes:
        path_id (int | None | Unset): The path's id.
        prompt (None | str | Unset): The path's name.
        code (None | str | Unset): The vendor's short name for the kind of path.
        type_ (None | str | Unset): The kind of path.
    """

    path_id: int | None | Unset = UNSET
    prompt: None | str | Unset = UNSET
    code: None | str | Unset = UNSET
    type_: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        path_id = self.path_id

        prompt = self.prompt

        code = self.code

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if path_id is not UNSET:
            field_dict["pathId"] = path_id
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if code is not UNSET:
            field_dict["code"] = code
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        path_id = cast("int | None | Unset", d.pop("pathId", UNSET))

        prompt = cast("None | str | Unset", d.pop("prompt", UNSET))

        code = cast("None | str | Unset", d.pop("code", UNSET))

        type_ = cast("None | str | Unset", d.pop("type", UNSET))

        path_definition = cls(
            path_id=path_id,
            prompt=prompt,
            code=code,
            type_=type_,
        )

        path_definition.additional_properties = d
        return path_definition

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
