from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import members

T = TypeVar("T", bound="AttributeSearch")


@_attrs_define
class AttributeSearch:
    """What to read, and of whom.

    Attributes:
        request (AttributeRequest): What to read.
        condition_set (ConditionSet): Conditions that are joined.
    """

    request: AttributeRequest
    condition_set: ConditionSet
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        request = self.request.to_dict()

        condition_set = self.condition_set.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "request": request,
                "conditionSet": condition_set,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        request = AttributeRequest.from_dict(d.pop("request"))

        condition_set = ConditionSet.from_dict(d.pop("conditionSet"))

        attribute_search = cls(
            request=request,
            condition_set=condition_set,
        )

        attribute_search.additional_properties = d
        return attribute_search

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


from ..models.attribute_request import AttributeRequest  # noqa: E402 - models may need one another
from ..models.condition_set import ConditionSet  # noqa: E402 - models may need one another
