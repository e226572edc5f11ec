from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="Address")


@_attrs_define
class Address:
    """A place.

    Attributes:
        location_name (None | str | Unset): What the place is called.
        street_address (None | str | Unset): Street and number.
        country (None | str | Unset): Two-letter ISO 3166 code.
        city (None | str | Unset): Town.
        state (None | str | Unset): State or province.
        postal_code (None | str | Unset): Post code.
        suite (None | str | Unset): Flat or suite.
        gis_location (Coordinates | None | Unset): Coordinates.
    """

    location_name: None | str | Unset = UNSET
    street_address: None | str | Unset = UNSET
    country: None | str | Unset = UNSET
    city: None | str | Unset = UNSET
    state: None | str | Unset = UNSET
    postal_code: None | str | Unset = UNSET
    suite: None | str | Unset = UNSET
    gis_location: Coordinates | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        location_name = self.location_name

        street_address = self.street_address

        country = self.country

        city = self.city

        state = self.state

        postal_code = self.postal_code

        suite = self.suite

        gis_location: dict[str, Any] | None | Unset
        if isinstance(self.gis_location, Unset):
            gis_location = UNSET
        elif isinstance(self.gis_location, Coordinates):
            gis_location = self.gis_location.to_dict()
        else:
            gis_location = self.gis_location

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if location_name is not UNSET:
            field_dict["locationName"] = location_name
        if street_address is not UNSET:
            field_dict["streetAddress"] = street_address
        if country is not UNSET:
            field_dict["country"] = country
        if city is not UNSET:
            field_dict["city"] = city
        if state is not UNSET:
            field_dict["state"] = state
        if postal_code is not UNSET:
            field_dict["postalCode"] = postal_code
        if suite is not UNSET:
            field_dict["suite"] = suite
        if gis_location is not UNSET:
            field_dict["gisLocation"] = gis_location

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        location_name = cast("None | str | Unset", d.pop("locationName", UNSET))

        street_address = cast("None | str | Unset", d.pop("streetAddress", UNSET))

        country = cast("None | str | Unset", d.pop("country", UNSET))

        city = cast("None | str | Unset", d.pop("city", UNSET))

        state = cast("None | str | Unset", d.pop("state", UNSET))

        postal_code = cast("None | str | Unset", d.pop("postalCode", UNSET))

        suite = cast("None | str | Unset", d.pop("suite", UNSET))

        def _parse_gis_location(data: object) -> Coordinates | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                gis_location_type_0 = Coordinates.from_dict(cast("dict[str, Any]", data))

                return gis_location_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("Coordinates | None | Unset", data)

        gis_location = _parse_gis_location(d.pop("gisLocation", UNSET))

        address = cls(
            location_name=location_name,
            street_address=street_address,
            country=country,
            city=city,
            state=state,
            postal_code=postal_code,
            suite=suite,
            gis_location=gis_location,
        )

        address.additional_properties = d
        return address

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


from ..models.coordinates import Coordinates  # noqa: E402 - models may need one another
