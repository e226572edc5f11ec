"""Update a record by its external id."""

from typing import Any

import httpx

from ...client import Client
from ...models.contact_write import ContactWrite
from ...models.error_envelope import ErrorEnvelope
from ...models.update_envelope import UpdateEnvelope
from ...types import UNSET, Response, Unset, path_segment

_PATH = "/api/data/v1/Contact/by-externalId/{external_id}"


def _get_kwargs(
    external_id: str,
    *,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
    enforce_optimistic_locking: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["IncludeRecordPayloadInResponse"] = include_record_payload_in_response

    params["EnforceOptimisticLocking"] = enforce_optimistic_locking

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "PUT",
        "url": _PATH.format(
            external_id=path_segment("external_id", external_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> UpdateEnvelope:
    response_200 = UpdateEnvelope.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> ErrorEnvelope:
    response_default = ErrorEnvelope.from_dict(response.json())

    return response_default


def sync_detailed(
    external_id: str,
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
    enforce_optimistic_locking: bool | Unset = UNSET,
) -> Response[UpdateEnvelope]:
    """Update a record by its external id.

    Changes the fields that the body names of the record with the external id in the URI, and keeps the
    others. An `Id` in the body must be the record's own.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
            changed since the ETag in the body.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        external_id=external_id,
        body=body,
        include_record_payload_in_response=include_record_payload_in_response,
        enforce_optimistic_locking=enforce_optimistic_locking,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    external_id: str,
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
    enforce_optimistic_locking: bool | Unset = UNSET,
) -> UpdateEnvelope:
    """Update a record by its external id.

    Changes the fields that the body names of the record with the external id in the URI, and keeps the
    others. An `Id` in the body must be the record's own.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
            changed since the ETag in the body.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        external_id=external_id,
        client=client,
        body=body,
        include_record_payload_in_response=include_record_payload_in_response,
        enforce_optimistic_locking=enforce_optimistic_locking,
    ).parsed


async def asyncio_detailed(
    external_id: str,
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
    enforce_optimistic_locking: bool | Unset = UNSET,
) -> Response[UpdateEnvelope]:
    """Update a record by its external id.

    Changes the fields that the body names of the record with the external id in the URI, and keeps the
    others. An `Id` in the body must be the record's own.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
            changed since the ETag in the body.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        external_id=external_id,
        body=body,
        include_record_payload_in_response=include_record_payload_in_response,
        enforce_optimistic_locking=enforce_optimistic_locking,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    external_id: str,
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
    enforce_optimistic_locking: bool | Unset = UNSET,
) -> UpdateEnvelope:
    """Update a record by its external id.

    Changes the fields that the body names of the record with the external id in the URI, and keeps the
    others. An `Id` in the body must be the record's own.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        enforce_optimistic_locking (bool | Unset): Whether to refuse the update when the record was
            changed since the ETag in the body.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return (
        await asyncio_detailed(
            external_id=external_id,
            client=client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
            enforce_optimistic_locking=enforce_optimistic_locking,
        )
    ).parsed
