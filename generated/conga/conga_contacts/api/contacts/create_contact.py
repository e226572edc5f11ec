"""Create a record."""

from typing import Any

import httpx

from ...client import Client
from ...models.contact_write import ContactWrite
from ...models.creation_envelope import CreationEnvelope
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset

_PATH = "/api/data/v1/Contact"


def _get_kwargs(
    *,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["IncludeRecordPayloadInResponse"] = include_record_payload_in_response

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "POST",
        "url": _PATH,
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> CreationEnvelope:
    response_201 = CreationEnvelope.from_dict(response.json())

    return response_201


def _read_error(response: httpx.Response) -> ErrorEnvelope:
    response_default = ErrorEnvelope.from_dict(response.json())

    return response_default


def sync_detailed(
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
) -> Response[CreationEnvelope]:
    """Create a record.

    Makes a record with the fields of the body; the answer carries its new id.

    Args:
        client: Where to call and as whom.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    request = _get_kwargs(
        body=body,
        include_record_payload_in_response=include_record_payload_in_response,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
) -> CreationEnvelope:
    """Create a record.

    Makes a record with the fields of the body; the answer carries its new id.

    Args:
        client: Where to call and as whom.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    return sync_detailed(
        client=client,
        body=body,
        include_record_payload_in_response=include_record_payload_in_response,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
) -> Response[CreationEnvelope]:
    """Create a record.

    Makes a record with the fields of the body; the answer carries its new id.

    Args:
        client: Where to call and as whom.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    request = _get_kwargs(
        body=body,
        include_record_payload_in_response=include_record_payload_in_response,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    *,
    client: Client,
    body: ContactWrite,
    include_record_payload_in_response: bool | Unset = UNSET,
) -> CreationEnvelope:
    """Create a record.

    Makes a record with the fields of the body; the answer carries its new id.

    Args:
        client: Where to call and as whom.
        include_record_payload_in_response (bool | Unset): Whether the answer carries the record; it
            does not when this is left out.
        body (ContactWrite): Fields to write. Fields left out stay as they are, null clears a field that
            may be null. Fields that the object's schema lacks are refused; fields that an organization
            added end in `_c`. A record's own `Id` may be sent along, and the members that the server writes
            are tolerated by this schema.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            include_record_payload_in_response=include_record_payload_in_response,
        )
    ).parsed
