from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="ConditionSet")


@_attrs_define
class ConditionSet:
    """Conditions that are joined.

    Attributes:
        operator (str | Unset): How the conditions are joined, such as And.
        condition_sets (list[ConditionSet] | Unset): Sets within this one.
        conditions (list[Condition] | Unset): The conditions.
    """

    operator: str | Unset = UNSET
    condition_sets: list[ConditionSet] | Unset = UNSET
    conditions: list[Condition] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        operator = self.operator

        condition_sets: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.condition_sets, Unset):
            condition_sets = [plain(item) for item in self.condition_sets]

        conditions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.conditions, Unset):
            conditions = [plain(item) for item in self.conditions]

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if operator is not UNSET:
            field_dict["operator"] = operator
        if condition_sets is not UNSET:
            field_dict["conditionSets"] = condition_sets
        if conditions is not UNSET:
            field_dict["conditions"] = conditions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        operator = d.pop("operator", UNSET)

        _condition_sets = d.pop("conditionSets", UNSET)
        condition_sets: list[ConditionSet] | Unset = UNSET
        if _condition_sets is not UNSET:
            condition_sets = [
                ConditionSet.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                for item in cast("Iterable[Any]", _condition_sets)
            ]

        _conditions = d.pop("conditions", UNSET)
        conditions: list[Condition] | Unset = UNSET
        if _conditions is not UNSET:
            conditions = [
                Condition.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                for item in cast("Iterable[Any]", _conditions)
            ]

        condition_set = cls(
            operator=operator,
            condition_sets=condition_sets,
            conditions=conditions,
        )

        condition_set.additional_properties = d
        return condition_set

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


from ..models.condition import Condition  # noqa: E402 - models may need one another
