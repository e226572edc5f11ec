from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ContactList")


@_attrs_define
class ContactList:
    """A page of contacts, with the addresses of its neighbours.

    Attributes:
        message (None | str | Unset): OK when all went well.
        first_page_uri (None | str | Unset): Where the first page is.
        next_page_uri (None | str | Unset): Where the next page is; missing on the last.
        last_page_uri (None | str | Unset): Where the last page is.
        page (ContactPage | None | Unset): The page itself.
    """

    message: None | str | Unset = UNSET
    first_page_uri: None | str | Unset = UNSET
    next_page_uri: None | str | Unset = UNSET
    last_page_uri: None | str | Unset = UNSET
    page: ContactPage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        first_page_uri = self.first_page_uri

        next_page_uri = self.next_page_uri

        last_page_uri = self.last_page_uri

        page: dict[str, Any] | None | Unset
        if isinstance(self.page, Unset):
            page = UNSET
        elif isinstance(self.page, ContactPage):
            page = self.page.to_dict()
        else:
            page = self.page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message
        if first_page_uri is not UNSET:
            field_dict["firstPageUri"] = first_page_uri
        if next_page_uri is not UNSET:
            field_dict["nextPageUri"] = next_page_uri
        if last_page_uri is not UNSET:
            field_dict["lastPageUri"] = last_page_uri
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        message = cast("None | str | Unset", d.pop("message", UNSET))

        first_page_uri = cast("None | str | Unset", d.pop("firstPageUri", UNSET))

        next_page_uri = cast("None | str | Unset", d.pop("nextPageUri", UNSET))

        last_page_uri = cast("None | str | Unset", d.pop("lastPageUri", UNSET))

        def _parse_page(data: object) -> ContactPage | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                page_type_0 = ContactPage.from_dict(cast("dict[str, Any]", data))

                return page_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("ContactPage | None | Unset", data)

        page = _parse_page(d.pop("page", UNSET))

        contact_list = cls(
            message=message,
            first_page_uri=first_page_uri,
            next_page_uri=next_page_uri,
            last_page_uri=last_page_uri,
            page=page,
        )

        contact_list.additional_properties = d
        return contact_list

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


from ..models.contact_page import ContactPage  # noqa: E402 - models may need one another
