from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.lookup import Lookup


T = TypeVar("T", bound="ContactRecord")


@_attrs_define
class ContactRecord:
    """A record as it reads. Empty fields may be missing.

    Attributes:
        id (None | str | Unset): The record's id.
        external_id (None | str | Unset): The record's external id.
        account (Lookup | None | Unset): The account of the record.
        name (None | str | Unset): What the record is called.
        first_name (None | str | Unset): Given name.
        last_name (None | str | Unset): Family name.
        assistant_name (None | str | Unset): Who assists the contact.
        department (None | str | Unset): Where the contact works.
        description (None | str | Unset): Free text.
        do_not_call (None | str | Unset): Whether the contact may be called.
        email (None | str | Unset): Email address.
        is_email_bounced (bool | None | Unset): Whether mail to the address came back. Never null.
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
        owner (Lookup | None | Unset): Who the record belongs to.
        phone (None | str | Unset): Telephone.
        photo_url (None | str | Unset): Where a picture is.
        salutation (None | str | Unset): How to address the contact.
        title (None | str | Unset): The contact's position.
        created_by (Any | Unset): Who made the record.
        created_date (None | str | Unset): When it was made.
        modified_by (Any | Unset): Who changed it last.
        modified_date (None | str | Unset): When it was changed last.
        e_tag (Any | Unset): The record's version.
    """

    id: None | str | Unset = UNSET
    external_id: None | str | Unset = UNSET
    account: Lookup | None | Unset = UNSET
    name: None | str | Unset = UNSET
    first_name: None | str | Unset = UNSET
    last_name: None | str | Unset = UNSET
    assistant_name: None | str | Unset = UNSET
    department: None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    do_not_call: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    is_email_bounced: bool | None | Unset = UNSET
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
    owner: Lookup | None | Unset = UNSET
    phone: None | str | Unset = UNSET
    photo_url: None | str | Unset = UNSET
    salutation: None | str | Unset = UNSET
    title: None | str | Unset = UNSET
    created_by: Any | Unset = UNSET
    created_date: None | str | Unset = UNSET
    modified_by: Any | Unset = UNSET
    modified_date: None | str | Unset = UNSET
    e_tag: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.lookup import Lookup  # noqa: PLC0415

        id: None | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        external_id: None | str | Unset
        if isinstance(self.external_id, Unset):
            external_id = UNSET
        else:
            external_id = self.external_id

        account: dict[str, Any] | None | Unset
        if isinstance(self.account, Unset):
            account = UNSET
        elif isinstance(self.account, Lookup):
            account = self.account.to_dict()
        else:
            account = self.account

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        first_name: None | str | Unset
        if isinstance(self.first_name, Unset):
            first_name = UNSET
        else:
            first_name = self.first_name

        last_name: None | str | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name

        assistant_name: None | str | Unset
        if isinstance(self.assistant_name, Unset):
            assistant_name = UNSET
        else:
            assistant_name = self.assistant_name

        department: None | str | Unset
        if isinstance(self.department, Unset):
            department = UNSET
        else:
            department = self.department

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        do_not_call: None | str | Unset
        if isinstance(self.do_not_call, Unset):
            do_not_call = UNSET
        else:
            do_not_call = self.do_not_call

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        is_email_bounced: bool | None | Unset
        if isinstance(self.is_email_bounced, Unset):
            is_email_bounced = UNSET
        else:
            is_email_bounced = self.is_email_bounced

        email_bounced_date: None | str | Unset
        if isinstance(self.email_bounced_date, Unset):
            email_bounced_date = UNSET
        else:
            email_bounced_date = self.email_bounced_date

        email_bounced_reason: None | str | Unset
        if isinstance(self.email_bounced_reason, Unset):
            email_bounced_reason = UNSET
        else:
            email_bounced_reason = self.email_bounced_reason

        lead_source: None | str | Unset
        if isinstance(self.lead_source, Unset):
            lead_source = UNSET
        else:
            lead_source = self.lead_source

        assistant_phone: None | str | Unset
        if isinstance(self.assistant_phone, Unset):
            assistant_phone = UNSET
        else:
            assistant_phone = self.assistant_phone

        birthdate: None | str | Unset
        if isinstance(self.birthdate, Unset):
            birthdate = UNSET
        else:
            birthdate = self.birthdate

        fax: None | str | Unset
        if isinstance(self.fax, Unset):
            fax = UNSET
        else:
            fax = self.fax

        has_opted_out_of_email: None | str | Unset
        if isinstance(self.has_opted_out_of_email, Unset):
            has_opted_out_of_email = UNSET
        else:
            has_opted_out_of_email = self.has_opted_out_of_email

        has_opted_out_of_fax: None | str | Unset
        if isinstance(self.has_opted_out_of_fax, Unset):
            has_opted_out_of_fax = UNSET
        else:
            has_opted_out_of_fax = self.has_opted_out_of_fax

        home_phone: None | str | Unset
        if isinstance(self.home_phone, Unset):
            home_phone = UNSET
        else:
            home_phone = self.home_phone

        mailing_address: None | str | Unset
        if isinstance(self.mailing_address, Unset):
            mailing_address = UNSET
        else:
            mailing_address = self.mailing_address

        mailing_city: None | str | Unset
        if isinstance(self.mailing_city, Unset):
            mailing_city = UNSET
        else:
            mailing_city = self.mailing_city

        mailing_country: None | str | Unset
        if isinstance(self.mailing_country, Unset):
            mailing_country = UNSET
        else:
            mailing_country = self.mailing_country

        mailing_country_code: None | str | Unset
        if isinstance(self.mailing_country_code, Unset):
            mailing_country_code = UNSET
        else:
            mailing_country_code = self.mailing_country_code

        mailing_postal_code: None | str | Unset
        if isinstance(self.mailing_postal_code, Unset):
            mailing_postal_code = UNSET
        else:
            mailing_postal_code = self.mailing_postal_code

        mailing_state: None | str | Unset
        if isinstance(self.mailing_state, Unset):
            mailing_state = UNSET
        else:
            mailing_state = self.mailing_state

        mailing_street: None | str | Unset
        if isinstance(self.mailing_street, Unset):
            mailing_street = UNSET
        else:
            mailing_street = self.mailing_street

        mobile_phone: None | str | Unset
        if isinstance(self.mobile_phone, Unset):
            mobile_phone = UNSET
        else:
            mobile_phone = self.mobile_phone

        other_address: None | str | Unset
        if isinstance(self.other_address, Unset):
            other_address = UNSET
        else:
            other_address = self.other_address

        other_city: None | str | Unset
        if isinstance(self.other_city, Unset):
            other_city = UNSET
        else:
            other_city = self.other_city

        other_country: None | str | Unset
        if isinstance(self.other_country, Unset):
            other_country = UNSET
        else:
            other_country = self.other_country

        other_country_code: None | str | Unset
        if isinstance(self.other_country_code, Unset):
            other_country_code = UNSET
        else:
            other_country_code = self.other_country_code

        other_phone: None | str | Unset
        if isinstance(self.other_phone, Unset):
            other_phone = UNSET
        else:
            other_phone = self.other_phone

        other_postal_code: None | str | Unset
        if isinstance(self.other_postal_code, Unset):
            other_postal_code = UNSET
        else:
            other_postal_code = self.other_postal_code

        other_state: None | str | Unset
        if isinstance(self.other_state, Unset):
            other_state = UNSET
        else:
            other_state = self.other_state

        other_street: None | str | Unset
        if isinstance(self.other_street, Unset):
            other_street = UNSET
        else:
            other_street = self.other_street

        owner: dict[str, Any] | None | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        elif isinstance(self.owner, Lookup):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        photo_url: None | str | Unset
        if isinstance(self.photo_url, Unset):
            photo_url = UNSET
        else:
            photo_url = self.photo_url

        salutation: None | str | Unset
        if isinstance(self.salutation, Unset):
            salutation = UNSET
        else:
            salutation = self.salutation

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        created_by = self.created_by

        created_date: None | str | Unset
        if isinstance(self.created_date, Unset):
            created_date = UNSET
        else:
            created_date = self.created_date

        modified_by = self.modified_by

        modified_date: None | str | Unset
        if isinstance(self.modified_date, Unset):
            modified_date = UNSET
        else:
            modified_date = self.modified_date

        e_tag = self.e_tag

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["Id"] = id
        if external_id is not UNSET:
            field_dict["ExternalId"] = external_id
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
        from ..models.lookup import Lookup  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        id = _parse_id(d.pop("Id", UNSET))

        def _parse_external_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        external_id = _parse_external_id(d.pop("ExternalId", UNSET))

        def _parse_account(data: object) -> Lookup | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                account_type_0 = Lookup.from_dict(data)

                return account_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Lookup | None | Unset, data)

        account = _parse_account(d.pop("Account", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("Name", UNSET))

        def _parse_first_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        first_name = _parse_first_name(d.pop("FirstName", UNSET))

        def _parse_last_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        last_name = _parse_last_name(d.pop("LastName", UNSET))

        def _parse_assistant_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assistant_name = _parse_assistant_name(d.pop("AssistantName", UNSET))

        def _parse_department(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        department = _parse_department(d.pop("Department", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("Description", UNSET))

        def _parse_do_not_call(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        do_not_call = _parse_do_not_call(d.pop("DoNotCall", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("Email", UNSET))

        def _parse_is_email_bounced(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        is_email_bounced = _parse_is_email_bounced(d.pop("IsEmailBounced", UNSET))

        def _parse_email_bounced_date(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email_bounced_date = _parse_email_bounced_date(d.pop("EmailBouncedDate", UNSET))

        def _parse_email_bounced_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email_bounced_reason = _parse_email_bounced_reason(d.pop("EmailBouncedReason", UNSET))

        def _parse_lead_source(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        lead_source = _parse_lead_source(d.pop("LeadSource", UNSET))

        def _parse_assistant_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assistant_phone = _parse_assistant_phone(d.pop("AssistantPhone", UNSET))

        def _parse_birthdate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        birthdate = _parse_birthdate(d.pop("Birthdate", UNSET))

        def _parse_fax(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fax = _parse_fax(d.pop("Fax", UNSET))

        def _parse_has_opted_out_of_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        has_opted_out_of_email = _parse_has_opted_out_of_email(d.pop("HasOptedOutOfEmail", UNSET))

        def _parse_has_opted_out_of_fax(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        has_opted_out_of_fax = _parse_has_opted_out_of_fax(d.pop("HasOptedOutOfFax", UNSET))

        def _parse_home_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        home_phone = _parse_home_phone(d.pop("HomePhone", UNSET))

        def _parse_mailing_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_address = _parse_mailing_address(d.pop("MailingAddress", UNSET))

        def _parse_mailing_city(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_city = _parse_mailing_city(d.pop("MailingCity", UNSET))

        def _parse_mailing_country(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_country = _parse_mailing_country(d.pop("MailingCountry", UNSET))

        def _parse_mailing_country_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_country_code = _parse_mailing_country_code(d.pop("MailingCountryCode", UNSET))

        def _parse_mailing_postal_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_postal_code = _parse_mailing_postal_code(d.pop("MailingPostalCode", UNSET))

        def _parse_mailing_state(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_state = _parse_mailing_state(d.pop("MailingState", UNSET))

        def _parse_mailing_street(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mailing_street = _parse_mailing_street(d.pop("MailingStreet", UNSET))

        def _parse_mobile_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mobile_phone = _parse_mobile_phone(d.pop("MobilePhone", UNSET))

        def _parse_other_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_address = _parse_other_address(d.pop("OtherAddress", UNSET))

        def _parse_other_city(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_city = _parse_other_city(d.pop("OtherCity", UNSET))

        def _parse_other_country(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_country = _parse_other_country(d.pop("OtherCountry", UNSET))

        def _parse_other_country_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_country_code = _parse_other_country_code(d.pop("OtherCountryCode", UNSET))

        def _parse_other_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_phone = _parse_other_phone(d.pop("OtherPhone", UNSET))

        def _parse_other_postal_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_postal_code = _parse_other_postal_code(d.pop("OtherPostalCode", UNSET))

        def _parse_other_state(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_state = _parse_other_state(d.pop("OtherState", UNSET))

        def _parse_other_street(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_street = _parse_other_street(d.pop("OtherStreet", UNSET))

        def _parse_owner(data: object) -> Lookup | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = Lookup.from_dict(data)

                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Lookup | None | Unset, data)

        owner = _parse_owner(d.pop("Owner", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("Phone", UNSET))

        def _parse_photo_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        photo_url = _parse_photo_url(d.pop("PhotoUrl", UNSET))

        def _parse_salutation(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        salutation = _parse_salutation(d.pop("Salutation", UNSET))

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("Title", UNSET))

        created_by = d.pop("CreatedBy", UNSET)

        def _parse_created_date(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        created_date = _parse_created_date(d.pop("CreatedDate", UNSET))

        modified_by = d.pop("ModifiedBy", UNSET)

        def _parse_modified_date(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        modified_date = _parse_modified_date(d.pop("ModifiedDate", UNSET))

        e_tag = d.pop("ETag", UNSET)

        contact_record = cls(
            id=id,
            external_id=external_id,
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
            created_by=created_by,
            created_date=created_date,
            modified_by=modified_by,
            modified_date=modified_date,
            e_tag=e_tag,
        )

        contact_record.additional_properties = d
        return contact_record

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
