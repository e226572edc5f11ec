from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, members

T = TypeVar("T", bound="ContactWrite")


@_attrs_define
class ContactWrite:
    """Fields to write. Fields left out stay as they are, null clears a field that may be null. Fields that the object's
    schema lacks are refused; fields that an organization added end in `_c`. A record's own `Id` may be sent along, and
    the members that the server writes are tolerated by this schema.

        Attributes:
            account (LookupWrite | None | Unset): The account of the record.
            name (None | str | Unset): What the record is called.
            first_name (None | str | Unset): Given name.
            last_name (None | str | Unset): Family name.
            assistant_name (None | str | Unset): Who assists the contact.
            department (None | str | Unset): Where the contact works.
            description (None | str | Unset): Free text.
            do_not_call (None | str | Unset): Whether the contact may be called.
            email (None | str | Unset): Email address.
            is_email_bounced (bool | Unset): Whether mail to the address came back. Never null.
            email_bounced_date (None | str | Unset): When mail came back.
            email_bounced_reason (None | str | Unset): Why mail came back.
            lead_source (None | str | Unset): Where the contact was won.
            assistant_phone (None | str | Unset): The assistant's telephone.
            birthdate (None | str | Unset): Date of birth.
            fax (None | str | Unset): Fax number.
            has_opted_out_of_email (None | str | Unset): Whether the contact wants no mail.
            has_opted_out_of_fax (None | str | Unset): Whether the contact wants no fax.
            home_phone (None | str | Unset): Telephone at home.
            mailing_address (None | str | Unset): Postal address.
            mailing_city (None | str | Unset): Town of the postal address.
            mailing_country (None | str | Unset): Country of the postal address.
            mailing_country_code (None | str | Unset): Code of that country.
            mailing_postal_code (None | str | Unset): Post code of the postal address.
            mailing_state (None | str | Unset): State of the postal address.
            mailing_street (None | str | Unset): Street of the postal address.
            mobile_phone (None | str | Unset): Mobile telephone.
            other_address (None | str | Unset): Second address.
            other_city (None | str | Unset): Town of the second address.
            other_country (None | str | Unset): Country of the second address.
            other_country_code (None | str | Unset): Code of that country.
            other_phone (None | str | Unset): Second telephone.
            other_postal_code (None | str | Unset): Post code of the second address.
            other_state (None | str | Unset): State of the second address.
            other_street (None | str | Unset): Street of the second address.
            owner (LookupWrite | None | Unset): Who the record belongs to.
            phone (None | str | Unset): Telephone.
            photo_url (None | str | Unset): Where a picture is.
            salutation (None | str | Unset): How to address the contact.
            title (None | str | Unset): The contact's position.
            id (None | str | Unset): The record's own id; another one is refused.
            external_id (Any | Unset): The documents do not say what this does in a body.
            created_by (Any | Unset): Written by the server.
            created_date (Any | Unset): Written by the server.
            modified_by (Any | Unset): Written by the server.
            modified_date (Any | Unset): Written by the server.
            e_tag (Any | Unset): The version that was read, for optimistic locking.
    """

    account: LookupWrite | None | Unset = UNSET
    name: None | str | Unset = UNSET
    first_name: None | str | Unset = UNSET
    last_name: None | str | Unset = UNSET
    assistant_name: None | str | Unset = UNSET
    department: None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    do_not_call: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    is_email_bounced: bool | Unset = UNSET
    email_bounced_date: None | str | Unset = UNSET
    email_bounced_reason: None | str | Unset = UNSET
    lead_source: None | str | Unset = UNSET
    assistant_phone: None | str | Unset = UNSET
    birthdate: None | str | Unset = UNSET
    fax: None | str | Unset = UNSET
    has_opted_out_of_email: None | str | Unset = UNSET
    has_opted_out_of_fax: None | str | Unset = UNSET
    home_phone: None | str | Unset = UNSET
    mailing_address: None | str | Unset = UNSET
    mailing_city: None | str | Unset = UNSET
    mailing_country: None | str | Unset = UNSET
    mailing_country_code: None | str | Unset = UNSET
    mailing_postal_code: None | str | Unset = UNSET
    mailing_state: None | str | Unset = UNSET
    mailing_street: None | str | Unset = UNSET
    mobile_phone: None | str | Unset = UNSET
    other_address: None | str | Unset = UNSET
    other_city: None | str | Unset = UNSET
    other_country: None | str | Unset = UNSET
    other_country_code: None | str | Unset = UNSET
    other_phone: None | str | Unset = UNSET
    other_postal_code: None | str | Unset = UNSET
    other_state: None | str | Unset = UNSET
    other_street: None | str | Unset = UNSET
    owner: LookupWrite | None | Unset = UNSET
    phone: None | str | Unset = UNSET
    photo_url: None | str | Unset = UNSET
    salutation: None | str | Unset = UNSET
    title: None | str | Unset = UNSET
    id: None | str | Unset = UNSET
    external_id: Any | Unset = UNSET
    created_by: Any | Unset = UNSET
    created_date: Any | Unset = UNSET
    modified_by: Any | Unset = UNSET
    modified_date: Any | Unset = UNSET
    e_tag: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        account: dict[str, Any] | None | Unset
        if isinstance(self.account, Unset):
            account = UNSET
        elif isinstance(self.account, LookupWrite):
            account = self.account.to_dict()
        else:
            account = self.account

        name = self.name

        first_name = self.first_name

        last_name = self.last_name

        assistant_name = self.assistant_name

        department = self.department

        description = self.description

        do_not_call = self.do_not_call

        email = self.email

        is_email_bounced = self.is_email_bounced

        email_bounced_date = self.email_bounced_date

        email_bounced_reason = self.email_bounced_reason

        lead_source = self.lead_source

        assistant_phone = self.assistant_phone

        birthdate = self.birthdate

        fax = self.fax

        has_opted_out_of_email = self.has_opted_out_of_email

        has_opted_out_of_fax = self.has_opted_out_of_fax

        home_phone = self.home_phone

        mailing_address = self.mailing_address

        mailing_city = self.mailing_city

        mailing_country = self.mailing_country

        mailing_country_code = self.mailing_country_code

        mailing_postal_code = self.mailing_postal_code

        mailing_state = self.mailing_state

        mailing_street = self.mailing_street

        mobile_phone = self.mobile_phone

        other_address = self.other_address

        other_city = self.other_city

        other_country = self.other_country

        other_country_code = self.other_country_code

        other_phone = self.other_phone

        other_postal_code = self.other_postal_code

        other_state = self.other_state

        other_street = self.other_street

        owner: dict[str, Any] | None | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        elif isinstance(self.owner, LookupWrite):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        phone = self.phone

        photo_url = self.photo_url

        salutation = self.salutation

        title = self.title

        id = self.id

        external_id = self.external_id

        created_by = self.created_by

        created_date = self.created_date

        modified_by = self.modified_by

        modified_date = self.modified_date

        e_tag = self.e_tag

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if account is not UNSET:
            field_dict["Account"] = account
        if name is not UNSET:
            field_dict["Name"] = name
        if first_name is not UNSET:
            field_dict["FirstName"] = first_name
        if last_name is not UNSET:
            field_dict["LastName"] = last_name
        if assistant_name is not UNSET:
            field_dict["AssistantName"] = assistant_name
        if department is not UNSET:
            field_dict["Department"] = department
        if description is not UNSET:
            field_dict["Description"] = description
        if do_not_call is not UNSET:
            field_dict["DoNotCall"] = do_not_call
        if email is not UNSET:
            field_dict["Email"] = email
        if is_email_bounced is not UNSET:
            field_dict["IsEmailBounced"] = is_email_bounced
        if email_bounced_date is not UNSET:
            field_dict["EmailBouncedDate"] = email_bounced_date
        if email_bounced_reason is not UNSET:
            field_dict["EmailBouncedReason"] = email_bounced_reason
        if lead_source is not UNSET:
            field_dict["LeadSource"] = lead_source
        if assistant_phone is not UNSET:
            field_dict["AssistantPhone"] = assistant_phone
        if birthdate is not UNSET:
            field_dict["Birthdate"] = birthdate
        if fax is not UNSET:
            field_dict["Fax"] = fax
        if has_opted_out_of_email is not UNSET:
            field_dict["HasOptedOutOfEmail"] = has_opted_out_of_email
        if has_opted_out_of_fax is not UNSET:
            field_dict["HasOptedOutOfFax"] = has_opted_out_of_fax
        if home_phone is not UNSET:
            field_dict["HomePhone"] = home_phone
        if mailing_address is not UNSET:
            field_dict["MailingAddress"] = mailing_address
        if mailing_city is not UNSET:
            field_dict["MailingCity"] = mailing_city
        if mailing_country is not UNSET:
            field_dict["MailingCountry"] = mailing_country
        if mailing_country_code is not UNSET:
            field_dict["MailingCountryCode"] = mailing_country_code
        if mailing_postal_code is not UNSET:
            field_dict["MailingPostalCode"] = mailing_postal_code
        if mailing_state is not UNSET:
            field_dict["MailingState"] = mailing_state
        if mailing_street is not UNSET:
            field_dict["MailingStreet"] = mailing_street
        if mobile_phone is not UNSET:
            field_dict["MobilePhone"] = mobile_phone
        if other_address is not UNSET:
            field_dict["OtherAddress"] = other_address
        if other_city is not UNSET:
            field_dict["OtherCity"] = other_city
        if other_country is not UNSET:
            field_dict["OtherCountry"] = other_country
        if other_country_code is not UNSET:
            field_dict["OtherCountryCode"] = other_country_code
        if other_phone is not UNSET:
            field_dict["OtherPhone"] = other_phone
        if other_postal_code is not UNSET:
            field_dict["OtherPostalCode"] = other_postal_code
        if other_state is not UNSET:
            field_dict["OtherState"] = other_state
        if other_street is not UNSET:
            field_dict["OtherStreet"] = other_street
        if owner is not UNSET:
            field_dict["Owner"] = owner
        if phone is not UNSET:
            field_dict["Phone"] = phone
        if photo_url is not UNSET:
            field_dict["PhotoUrl"] = photo_url
        if salutation is not UNSET:
            field_dict["Salutation"] = salutation
        if title is not UNSET:
            field_dict["Title"] = title
        if id is not UNSET:
            field_dict["Id"] = id
        if external_id is not UNSET:
            field_dict["ExternalId"] = external_id
        if created_by is not UNSET:
            field_dict["CreatedBy"] = created_by
        if created_date is not UNSET:
            field_dict["CreatedDate"] = created_date
        if modified_by is not UNSET:
            field_dict["ModifiedBy"] = modified_by
        if modified_date is not UNSET:
            field_dict["ModifiedDate"] = modified_date
        if e_tag is not UNSET:
            field_dict["ETag"] = e_tag

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)

        def _parse_account(data: object) -> LookupWrite | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                account_type_0 = LookupWrite.from_dict(cast("dict[str, Any]", data))

                return account_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("LookupWrite | None | Unset", data)

        account = _parse_account(d.pop("Account", UNSET))

        name = cast("None | str | Unset", d.pop("Name", UNSET))

        first_name = cast("None | str | Unset", d.pop("FirstName", UNSET))

        last_name = cast("None | str | Unset", d.pop("LastName", UNSET))

        assistant_name = cast("None | str | Unset", d.pop("AssistantName", UNSET))

        department = cast("None | str | Unset", d.pop("Department", UNSET))

        description = cast("None | str | Unset", d.pop("Description", UNSET))

        do_not_call = cast("None | str | Unset", d.pop("DoNotCall", UNSET))

        email = cast("None | str | Unset", d.pop("Email", UNSET))

        is_email_bounced = d.pop("IsEmailBounced", UNSET)

        email_bounced_date = cast("None | str | Unset", d.pop("EmailBouncedDate", UNSET))

        email_bounced_reason = cast("None | str | Unset", d.pop("EmailBouncedReason", UNSET))

        lead_source = cast("None | str | Unset", d.pop("LeadSource", UNSET))

        assistant_phone = cast("None | str | Unset", d.pop("AssistantPhone", UNSET))

        birthdate = cast("None | str | Unset", d.pop("Birthdate", UNSET))

        fax = cast("None | str | Unset", d.pop("Fax", UNSET))

        has_opted_out_of_email = cast("None | str | Unset", d.pop("HasOptedOutOfEmail", UNSET))

        has_opted_out_of_fax = cast("None | str | Unset", d.pop("HasOptedOutOfFax", UNSET))

        home_phone = cast("None | str | Unset", d.pop("HomePhone", UNSET))

        mailing_address = cast("None | str | Unset", d.pop("MailingAddress", UNSET))

        mailing_city = cast("None | str | Unset", d.pop("MailingCity", UNSET))

        mailing_country = cast("None | str | Unset", d.pop("MailingCountry", UNSET))

        mailing_country_code = cast("None | str | Unset", d.pop("MailingCountryCode", UNSET))

        mailing_postal_code = cast("None | str | Unset", d.pop("MailingPostalCode", UNSET))

        mailing_state = cast("None | str | Unset", d.pop("MailingState", UNSET))

        mailing_street = cast("None | str | Unset", d.pop("MailingStreet", UNSET))

        mobile_phone = cast("None | str | Unset", d.pop("MobilePhone", UNSET))

        other_address = cast("None | str | Unset", d.pop("OtherAddress", UNSET))

        other_city = cast("None | str | Unset", d.pop("OtherCity", UNSET))

        other_country = cast("None | str | Unset", d.pop("OtherCountry", UNSET))

        other_country_code = cast("None | str | Unset", d.pop("OtherCountryCode", UNSET))

        other_phone = cast("None | str | Unset", d.pop("OtherPhone", UNSET))

        other_postal_code = cast("None | str | Unset", d.pop("OtherPostalCode", UNSET))

        other_state = cast("None | str | Unset", d.pop("OtherState", UNSET))

        other_street = cast("None | str | Unset", d.pop("OtherStreet", UNSET))

        def _parse_owner(data: object) -> LookupWrite | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = LookupWrite.from_dict(cast("dict[str, Any]", data))

                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("LookupWrite | None | Unset", data)

        owner = _parse_owner(d.pop("Owner", UNSET))

        phone = cast("None | str | Unset", d.pop("Phone", UNSET))

        photo_url = cast("None | str | Unset", d.pop("PhotoUrl", UNSET))

        salutation = cast("None | str | Unset", d.pop("Salutation", UNSET))

        title = cast("None | str | Unset", d.pop("Title", UNSET))

        id = cast("None | str | Unset", d.pop("Id", UNSET))

        external_id = d.pop("ExternalId", UNSET)

        created_by = d.pop("CreatedBy", UNSET)

        created_date = d.pop("CreatedDate", UNSET)

        modified_by = d.pop("ModifiedBy", UNSET)

        modified_date = d.pop("ModifiedDate", UNSET)

        e_tag = d.pop("ETag", UNSET)

        contact_write = cls(
            account=account,
            name=name,
            first_name=first_name,
            last_name=last_name,
            assistant_name=assistant_name,
            department=department,
            description=description,
            do_not_call=do_not_call,
            email=email,
            is_email_bounced=is_email_bounced,
            email_bounced_date=email_bounced_date,
            email_bounced_reason=email_bounced_reason,
            lead_source=lead_source,
            assistant_phone=assistant_phone,
            birthdate=birthdate,
            fax=fax,
            has_opted_out_of_email=has_opted_out_of_email,
            has_opted_out_of_fax=has_opted_out_of_fax,
            home_phone=home_phone,
            mailing_address=mailing_address,
            mailing_city=mailing_city,
            mailing_country=mailing_country,
            mailing_country_code=mailing_country_code,
            mailing_postal_code=mailing_postal_code,
            mailing_state=mailing_state,
            mailing_street=mailing_street,
            mobile_phone=mobile_phone,
            other_address=other_address,
            other_city=other_city,
            other_country=other_country,
            other_country_code=other_country_code,
            other_phone=other_phone,
            other_postal_code=other_postal_code,
            other_state=other_state,
            other_street=other_street,
            owner=owner,
            phone=phone,
            photo_url=photo_url,
            salutation=salutation,
            title=title,
            id=id,
            external_id=external_id,
            created_by=created_by,
            created_date=created_date,
            modified_by=modified_by,
            modified_date=modified_date,
            e_tag=e_tag,
        )

        contact_write.additional_properties = d
        return contact_write

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


from ..models.lookup_write import LookupWrite  # noqa: E402 - models may need one another
