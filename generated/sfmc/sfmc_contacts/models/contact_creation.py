from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="ContactCreation")


@_attrs_define
class ContactCreation:
    """A new contact.

    Attributes:
        attribute_sets (list[AttributeSet]): What to write, set by set.
        contact_key (None | str | Unset): The contact's key.
        contactId (float | int | None | str | Unset): The contact's id.
        contactID (float | int | None | str | Unset): The contact's id; the documents use both spellings.
    """

    attribute_sets: list[AttributeSet]
    contact_key: None | str | Unset = UNSET
    contactId: float | int | None | str | Unset = UNSET
    contactID: float | int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        attribute_sets: list[dict[str, Any]] = [plain(item) for item in self.attribute_sets]

        contact_key = self.contact_key

        contactId = self.contactId

        contactID = self.contactID

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attributeSets": attribute_sets,
            }
        )
        if contact_key is not UNSET:
            field_dict["contactKey"] = contact_key
        if contactId is not UNSET:
            field_dict["contactId"] = contactId
        if contactID is not UNSET:
            field_dict["contactID"] = contactID

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        attribute_sets: list[AttributeSet] = [
            AttributeSet.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
            for item in cast("Iterable[Any]", d.pop("attributeSets"))
        ]

        contact_key = cast("None | str | Unset", d.pop("contactKey", UNSET))

        contactId = cast("float | int | None | str | Unset", d.pop("contactId", UNSET))

        contactID = cast("float | int | None | str | Unset", d.pop("contactID", UNSET))

        contact_creation = cls(
            attribute_sets=attribute_sets,
            contact_key=contact_key,
            contactId=contactId,
            contactID=contactID,
        )

        contact_creation.additional_properties = d
        return contact_creation

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


from ..models.attribute_set import AttributeSet  # noqa: E402 - models may need one another
