from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="Token")


@_attrs_define
class Token:
    """An access token.

    Attributes:
        access_token (None | str | Unset): The token.
        token_type (None | str | Unset): How the token is sent, Bearer.
        expires_in (int | None | Unset): For how many seconds it is good.
        rest_instance_url (None | str | Unset): Where the other operations are.
    """

    access_token: None | str | Unset = _attrs_field(default=UNSET, repr=False)
    token_type: None | str | Unset = UNSET
    expires_in: int | None | Unset = UNSET
    rest_instance_url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        token_type = self.token_type

        expires_in = self.expires_in

        rest_instance_url = self.rest_instance_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if access_token is not UNSET:
            field_dict["access_token"] = access_token
        if token_type is not UNSET:
            field_dict["token_type"] = token_type
        if expires_in is not UNSET:
            field_dict["expires_in"] = expires_in
        if rest_instance_url is not UNSET:
            field_dict["rest_instance_url"] = rest_instance_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        access_token = cast("None | str | Unset", d.pop("access_token", UNSET))

        token_type = cast("None | str | Unset", d.pop("token_type", UNSET))

        expires_in = cast("int | None | Unset", d.pop("expires_in", UNSET))

        rest_instance_url = cast("None | str | Unset", d.pop("rest_instance_url", UNSET))

        token = cls(
            access_token=access_token,
            token_type=token_type,
            expires_in=expires_in,
            rest_instance_url=rest_instance_url,
        )

        token.additional_properties = d
        return token

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
