from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import members

T = TypeVar("T", bound="Condition")


@_attrs_define
class Condition:
    """A condition on one attribute.

    Attributes:
        attribute (AttributeReference): An attribute, by set and name.
        operator (str): How the attribute is compared, such as Equals.
        value (ConditionValue): What the attribute is compared with.
    """

    attribute: AttributeReference
    operator: str
    value: ConditionValue
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        attribute = self.attribute.to_dict()

        operator = self.operator

        value = self.value.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute": attribute,
                "operator": operator,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        attribute = AttributeReference.from_dict(d.pop("attribute"))

        operator = d.pop("operator")

        value = ConditionValue.from_dict(d.pop("value"))

        condition = cls(
            attribute=attribute,
            operator=operator,
            value=value,
        )

        condition.additional_properties = d
        return condition

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


from ..models.attribute_reference import AttributeReference  # noqa: E402 - models may need one another
from ..models.condition_value import ConditionValue  # noqa: E402 - models may need one another
