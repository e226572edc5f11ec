from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.operation_status import OperationStatus
from ..types import UNSET, Unset, members, plain

T = TypeVar("T", bound="Result")


@_attrs_define
class Result:
    """What became of an update or a creation. The documents spell two members in two ways.

    Attributes:
        operation_status (OperationStatus | str): OK or FAIL.
        rows_affetcted (int | None | Unset): How many rows were written; misspelt by the page.
        rows_affected (int | None | Unset): How many rows were written.
        contact_key (None | str | Unset): The contact's key.
        contactId (int | None | str | Unset): The contact's id.
        contactID (int | None | str | Unset): The contact's id.
        contact_type_id (int | None | Unset): The kind of contact.
        is_new_contact_key (bool | None | Unset): Whether the contact was made by this call.
        request_service_message_id (None | str | Unset): Names this call, a UUID.
        response_date_time (None | str | Unset): When the answer was made.
        has_errors (bool | None | Unset): Whether something went wrong.
        result_messages (list[ResultMessage] | None | Unset): What went wrong.
        service_message_id (None | str | Unset): Names the answer, a UUID.
    """

    operation_status: OperationStatus | str
    rows_affetcted: int | None | Unset = UNSET
    rows_affected: int | None | Unset = UNSET
    contact_key: None | str | Unset = UNSET
    contactId: int | None | str | Unset = UNSET
    contactID: int | None | str | Unset = UNSET
    contact_type_id: int | None | Unset = UNSET
    is_new_contact_key: bool | None | Unset = UNSET
    request_service_message_id: None | str | Unset = UNSET
    response_date_time: None | str | Unset = UNSET
    has_errors: bool | None | Unset = UNSET
    result_messages: list[ResultMessage] | None | Unset = UNSET
    service_message_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=lambda: {})

    def to_dict(self) -> dict[str, Any]:
        operation_status: str
        if isinstance(self.operation_status, OperationStatus):
            operation_status = self.operation_status.value
        else:
            operation_status = self.operation_status

        rows_affetcted = self.rows_affetcted

        rows_affected = self.rows_affected

        contact_key = self.contact_key

        contactId = self.contactId

        contactID = self.contactID

        contact_type_id = self.contact_type_id

        is_new_contact_key = self.is_new_contact_key

        request_service_message_id = self.request_service_message_id

        response_date_time = self.response_date_time

        has_errors = self.has_errors

        result_messages: list[dict[str, Any]] | None | Unset
        if isinstance(self.result_messages, Unset):
            result_messages = UNSET
        elif isinstance(self.result_messages, list):
            result_messages = [plain(item) for item in self.result_messages]

        else:
            result_messages = self.result_messages

        service_message_id = self.service_message_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "operationStatus": operation_status,
            }
        )
        if rows_affetcted is not UNSET:
            field_dict["rowsAffetcted"] = rows_affetcted
        if rows_affected is not UNSET:
            field_dict["rowsAffected"] = rows_affected
        if contact_key is not UNSET:
            field_dict["contactKey"] = contact_key
        if contactId is not UNSET:
            field_dict["contactId"] = contactId
        if contactID is not UNSET:
            field_dict["contactID"] = contactID
        if contact_type_id is not UNSET:
            field_dict["contactTypeID"] = contact_type_id
        if is_new_contact_key is not UNSET:
            field_dict["isNewContactKey"] = is_new_contact_key
        if request_service_message_id is not UNSET:
            field_dict["requestServiceMessageID"] = request_service_message_id
        if response_date_time is not UNSET:
            field_dict["responseDateTime"] = response_date_time
        if has_errors is not UNSET:
            field_dict["hasErrors"] = has_errors
        if result_messages is not UNSET:
            field_dict["resultMessages"] = result_messages
        if service_message_id is not UNSET:
            field_dict["serviceMessageID"] = service_message_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = members(src_dict)

        def _parse_operation_status(data: object) -> OperationStatus | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                operation_status_type_0 = OperationStatus(data)

                return operation_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("OperationStatus | str", data)

        operation_status = _parse_operation_status(d.pop("operationStatus"))

        rows_affetcted = cast("int | None | Unset", d.pop("rowsAffetcted", UNSET))

        rows_affected = cast("int | None | Unset", d.pop("rowsAffected", UNSET))

        contact_key = cast("None | str | Unset", d.pop("contactKey", UNSET))

        contactId = cast("int | None | str | Unset", d.pop("contactId", UNSET))

        contactID = cast("int | None | str | Unset", d.pop("contactID", UNSET))

        contact_type_id = cast("int | None | Unset", d.pop("contactTypeID", UNSET))

        is_new_contact_key = cast("bool | None | Unset", d.pop("isNewContactKey", UNSET))

        request_service_message_id = cast("None | str | Unset", d.pop("requestServiceMessageID", UNSET))

        response_date_time = cast("None | str | Unset", d.pop("responseDateTime", UNSET))

        has_errors = cast("bool | None | Unset", d.pop("hasErrors", UNSET))

        def _parse_result_messages(data: object) -> list[ResultMessage] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                result_messages_type_0: list[ResultMessage] = [
                    ResultMessage.from_dict(cast("dict[str, Any]", item)) if isinstance(item, dict) else item
                    for item in cast("Iterable[Any]", data)
                ]

                return result_messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast("list[ResultMessage] | None | Unset", data)

        result_messages = _parse_result_messages(d.pop("resultMessages", UNSET))

        service_message_id = cast("None | str | Unset", d.pop("serviceMessageID", UNSET))

        result = cls(
            operation_status=operation_status,
            rows_affetcted=rows_affetcted,
            rows_affected=rows_affected,
            contact_key=contact_key,
            contactId=contactId,
            contactID=contactID,
            contact_type_id=contact_type_id,
            is_new_contact_key=is_new_contact_key,
            request_service_message_id=request_service_message_id,
            response_date_time=response_date_time,
            has_errors=has_errors,
            result_messages=result_messages,
            service_message_id=service_message_id,
        )

        result.additional_properties = d
        return result

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


from ..models.result_message import ResultMessage  # noqa: E402 - models may need one another
