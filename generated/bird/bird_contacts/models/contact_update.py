from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.strategy import Strategy
from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="ContactUpdate")


@_attrs_define
class ContactUpdate:
    """What to change. Members left out stay as they are; other members are accepted.

    Attributes:
        allow_writing_read_only (bool | Unset): Lets flows and journeys write read-only attributes; without effect for
            other callers.
        strategy (Strategy | Unset): What becomes of identifiers when they belong to several contacts. strict_alias
            refuses that, and adds those that nobody has; first_alias passes over those of other contacts; first adds none
            to a contact that was found. The server uses strict_alias when this is left out.
        attributes (AttributeValues | Unset): Values by attribute key. Those of keys left out stay.
        add_identifiers (list[NewIdentifier] | Unset): Identifiers to add.
        remove_identifiers (list[IdentifierReference] | Unset): Identifiers to remove.
        identifiers (list[NewIdentifier] | Unset): An older way to name identifiers.
        add_to_lists (list[UUID] | Unset): Lists to add the contact to.
        remove_from_lists (list[UUID] | Unset): Lists to take the contact out of.
        list_ids (list[UUID] | Unset): The contact's lists, in place of those it has.
        add_to_accounts (list[UUID] | Unset): Accounts to add the contact to.
        remove_from_accounts (list[UUID] | Unset): Accounts to take the contact out of.
        account_ids (list[UUID] | Unset): The contact's accounts, in place of those it has.
        add_company_refs (list[str] | Unset): References of companies to add.
        remove_company_refs (list[str] | Unset): References of companies to remove.
        company_refs (list[str] | Unset): The contact's company references, in place of those it has.
    """

    allow_writing_read_only: bool | Unset = UNSET
    strategy: Strategy | Unset = UNSET
    attributes: AttributeValues | Unset = UNSET
    add_identifiers: list[NewIdentifier] | Unset = UNSET
    remove_identifiers: list[IdentifierReference] | Unset = UNSET
    identifiers: list[NewIdentifier] | Unset = UNSET
    add_to_lists: list[UUID] | Unset = UNSET
    remove_from_lists: list[UUID] | Unset = UNSET
    list_ids: list[UUID] | Unset = UNSET
    add_to_accounts: list[UUID] | Unset = UNSET
    remove_from_accounts: list[UUID] | Unset = UNSET
    account_ids: list[UUID] | Unset = UNSET
    add_company_refs: list[str] | Unset = UNSET
    remove_company_refs: list[str] | Unset = UNSET
    company_refs: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        allow_writing_read_only = self.allow_writing_read_only

        strategy: str | Unset = UNSET
        if not isinstance(self.strategy, Unset):
            strategy = self.strategy.value

        attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.attributes, Unset):
            attributes = self.attributes.to_dict()

        add_identifiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.add_identifiers, Unset):
            add_identifiers = [plain(item) for item in self.add_identifiers]

        remove_identifiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.remove_identifiers, Unset):
            remove_identifiers = [plain(item) for item in self.remove_identifiers]

        identifiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.identifiers, Unset):
            identifiers = [plain(item) for item in self.identifiers]

        add_to_lists: list[str] | Unset = UNSET
        if not isinstance(self.add_to_lists, Unset):
            add_to_lists = []
            for add_to_lists_item_data in self.add_to_lists:
                add_to_lists_item = str(add_to_lists_item_data)
                add_to_lists.append(add_to_lists_item)

        remove_from_lists: list[str] | Unset = UNSET
        if not isinstance(self.remove_from_lists, Unset):
            remove_from_lists = []
            for remove_from_lists_item_data in self.remove_from_lists:
                remove_from_lists_item = str(remove_from_lists_item_data)
                remove_from_lists.append(remove_from_lists_item)

        list_ids: list[str] | Unset = UNSET
        if not isinstance(self.list_ids, Unset):
            list_ids = []
            for list_ids_item_data in self.list_ids:
                list_ids_item = str(list_ids_item_data)
                list_ids.append(list_ids_item)

        add_to_accounts: list[str] | Unset = UNSET
        if not isinstance(self.add_to_accounts, Unset):
            add_to_accounts = []
            for add_to_accounts_item_data in self.add_to_accounts:
                add_to_accounts_item = str(add_to_accounts_item_data)
                add_to_accounts.append(add_to_accounts_item)

        remove_from_accounts: list[str] | Unset = UNSET
        if not isinstance(self.remove_from_accounts, Unset):
            remove_from_accounts = []
            for remove_from_accounts_item_data in self.remove_from_accounts:
                remove_from_accounts_item = str(remove_from_accounts_item_data)
                remove_from_accounts.append(remove_from_accounts_item)

        account_ids: list[str] | Unset = UNSET
        if not isinstance(self.account_ids, Unset):
            account_ids = []
            for account_ids_item_data in self.account_ids:
                account_ids_item = str(account_ids_item_data)
                account_ids.append(account_ids_item)

        add_company_refs: list[str] | Unset = UNSET
        if not isinstance(self.add_company_refs, Unset):
            add_company_refs = self.add_company_refs

        remove_company_refs: list[str] | Unset = UNSET
        if not isinstance(self.remove_company_refs, Unset):
            remove_company_refs = self.remove_company_refs

        company_refs: list[str] | Unset = UNSET
        if not isinstance(self.company_refs, Unset):
            company_refs = self.company_refs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if allow_writing_read_only is not UNSET:
            field_dict["allowWritingReadOnly"] = allow_writing_read_only
        if strategy is not UNSET:
            field_dict["strategy"] = strategy
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if add_identifiers is not UNSET:
            field_dict["addIdentifiers"] = add_identifiers
        if remove_identifiers is not UNSET:
            field_dict["removeIdentifiers"] = remove_identifiers
        if identifiers is not UNSET:
            field_dict["identifiers"] = identifiers
        if add_to_lists is not UNSET:
            field_dict["addToLists"] = add_to_lists
        if remove_from_lists is not UNSET:
            field_dict["removeFromLists"] = remove_from_lists
        if list_ids is not UNSET:
            field_dict["listIds"] = list_ids
        if add_to_accounts is not UNSET:
            field_dict["addToAccounts"] = add_to_accounts
        if remove_from_accounts is not UNSET:
            field_dict["removeFromAccounts"] = remove_from_accounts
        if account_ids is not UNSET:
            field_dict["accountIds"] = account_ids
        if add_company_refs is not UNSET:
            field_dict["addCompanyRefs"] = add_company_refs
        if remove_company_refs is not UNSET:
            field_dict["removeCompanyRefs"] = remove_company_refs
        if company_refs is not UNSET:
            field_dict["companyRefs"] = company_refs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)
        allow_writing_read_only = d.pop("allowWritingReadOnly", UNSET)

        _strategy = d.pop("strategy", UNSET)
        strategy: Strategy | Unset
        if isinstance(_strategy, Unset):
            strategy = UNSET
        else:
            strategy = Strategy(_strategy)

        _attributes = d.pop("attributes", UNSET)
        attributes: AttributeValues | Unset
        if isinstance(_attributes, Unset):
            attributes = UNSET
        else:
            attributes = AttributeValues.from_dict(_attributes)

        _add_identifiers = d.pop("addIdentifiers", UNSET)
        add_identifiers: list[NewIdentifier] | Unset = UNSET
        if _add_identifiers is not UNSET:
            add_identifiers = [
                NewIdentifier.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                for item in cast("Iterable[Any]", _add_identifiers)
            ]

        _remove_identifiers = d.pop("removeIdentifiers", UNSET)
        remove_identifiers: list[IdentifierReference] | Unset = UNSET
        if _remove_identifiers is not UNSET:
            remove_identifiers = [
                IdentifierReference.from_dict(cast("dict[str, Any]", item))
                if isinstance(item, dict)
                else item
                for item in cast("Iterable[Any]", _remove_identifiers)
            ]

        _identifiers = d.pop("identifiers", UNSET)
        identifiers: list[NewIdentifier] | Unset = UNSET
        if _identifiers is not UNSET:
            identifiers = [
                NewIdentifier.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                for item in cast("Iterable[Any]", _identifiers)
            ]

        _add_to_lists = d.pop("addToLists", UNSET)
        add_to_lists: list[UUID] | Unset = UNSET
        if _add_to_lists is not UNSET:
            add_to_lists = []
            for add_to_lists_item_data in _add_to_lists:
                add_to_lists_item = UUID(add_to_lists_item_data)

                add_to_lists.append(add_to_lists_item)

        _remove_from_lists = d.pop("removeFromLists", UNSET)
        remove_from_lists: list[UUID] | Unset = UNSET
        if _remove_from_lists is not UNSET:
            remove_from_lists = []
            for remove_from_lists_item_data in _remove_from_lists:
                remove_from_lists_item = UUID(remove_from_lists_item_data)

                remove_from_lists.append(remove_from_lists_item)

        _list_ids = d.pop("listIds", UNSET)
        list_ids: list[UUID] | Unset = UNSET
        if _list_ids is not UNSET:
            list_ids = []
            for list_ids_item_data in _list_ids:
                list_ids_item = UUID(list_ids_item_data)

                list_ids.append(list_ids_item)

        _add_to_accounts = d.pop("addToAccounts", UNSET)
        add_to_accounts: list[UUID] | Unset = UNSET
        if _add_to_accounts is not UNSET:
            add_to_accounts = []
            for add_to_accounts_item_data in _add_to_accounts:
                add_to_accounts_item = UUID(add_to_accounts_item_data)

                add_to_accounts.append(add_to_accounts_item)

        _remove_from_accounts = d.pop("removeFromAccounts", UNSET)
        remove_from_accounts: list[UUID] | Unset = UNSET
        if _remove_from_accounts is not UNSET:
            remove_from_accounts = []
            for remove_from_accounts_item_data in _remove_from_accounts:
                remove_from_accounts_item = UUID(remove_from_accounts_item_data)

                remove_from_accounts.append(remove_from_accounts_item)

        _account_ids = d.pop("accountIds", UNSET)
        account_ids: list[UUID] | Unset = UNSET
        if _account_ids is not UNSET:
            account_ids = []
            for account_ids_item_data in _account_ids:
                account_ids_item = UUID(account_ids_item_data)

                account_ids.append(account_ids_item)

        add_company_refs = cast("list[str]", d.pop("addCompanyRefs", UNSET))

        remove_company_refs = cast("list[str]", d.pop("removeCompanyRefs", UNSET))

        company_refs = cast("list[str]", d.pop("companyRefs", UNSET))

        contact_update = cls(
            allow_writing_read_only=allow_writing_read_only,
            strategy=strategy,
            attributes=attributes,
            add_identifiers=add_identifiers,
            remove_identifiers=remove_identifiers,
            identifiers=identifiers,
            add_to_lists=add_to_lists,
            remove_from_lists=remove_from_lists,
            list_ids=list_ids,
            add_to_accounts=add_to_accounts,
            remove_from_accounts=remove_from_accounts,
            account_ids=account_ids,
            add_company_refs=add_company_refs,
            remove_company_refs=remove_company_refs,
            company_refs=company_refs,
        )

        contact_update.additional_properties = d
        return contact_update

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


from ..models.attribute_values import AttributeValues  # noqa: E402 - models may need one another
from ..models.identifier_reference import IdentifierReference  # noqa: E402 - models may need one another
from ..models.new_identifier import NewIdentifier  # noqa: E402 - models may need one another
