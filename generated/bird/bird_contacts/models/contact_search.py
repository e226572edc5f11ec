from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import members

T = TypeVar("T", bound="ContactSearch")


@_attrs_define
class ContactSearch:
    """What to look for.

    Attributes:
        identifier (IdentifierReference): An identifier that a contact has.
    """

    identifier: IdentifierReference
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        identifier = self.identifier.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "identifier": identifier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        identifier = IdentifierReference.from_dict(d.pop("identifier"))

        contact_search = cls(
            identifier=identifier,
        )

        contact_search.additional_properties = d
        return contact_search

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


from ..models.identifier_reference import IdentifierReference  # noqa: E402 - models may need one another
