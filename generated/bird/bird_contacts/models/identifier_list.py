from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="IdentifierList")


@_attrs_define
class IdentifierList:
    """A contact's identifiers.

    Attributes:
        results (list[ContactIdentifier] | None | Unset): The identifiers.
    """

    results: list[ContactIdentifier] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        results: list[dict[str, Any]] | None | Unset
        if isinstance(self.results, Unset):
            results = UNSET
        elif isinstance(self.results, list):
            results = [plain(item) for item in self.results]

        else:
            results = self.results

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if results is not UNSET:
            field_dict["results"] = results

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)

        def _parse_results(data: object) -> list[ContactIdentifier] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                results_type_0: list[ContactIdentifier] = [
                    ContactIdentifier.from_dict(cast("dict[str, Any]", item))
                    if isinstance(item, dict)
                    else item
                    for item in cast("Iterable[Any]", data)
                ]

                return results_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[ContactIdentifier] | None | Unset", data)

        results = _parse_results(d.pop("results", UNSET))

        identifier_list = cls(
            results=results,
        )

        identifier_list.additional_properties = d
        return identifier_list

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


from ..models.contact_identifier import ContactIdentifier  # noqa: E402 - models may need one another
