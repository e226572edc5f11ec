"""List record types."""

from typing import Any

import httpx

from ...client import Client
from ...models.error import Error
from ...models.record_type_list import RecordTypeList
from ...types import UNSET, Response, Unset, path_segment

_PATH = "/recordTypes/{organization_id}"


def _get_kwargs(
    organization_id: int,
    *,
    page_number: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["pageNumber"] = page_number

    params["pageSize"] = page_size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "GET",
        "url": _PATH.format(
            organization_id=path_segment("organization_id", organization_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    return _kwargs


def _read(response: httpx.Response) -> RecordTypeList:
    response_200 = RecordTypeList.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    organization_id: int,
    *,
    client: Client,
    page_number: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[RecordTypeList]:
    """List record types.

    Returns a page of the organization's contact record types.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        page_number (int | Unset): The page to return, from 1.
        page_size (int | Unset): How many entries a page holds.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        organization_id=organization_id,
        page_number=page_number,
        page_size=page_size,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    organization_id: int,
    *,
    client: Client,
    page_number: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> RecordTypeList:
    """List record types.

    Returns a page of the organization's contact record types.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        page_number (int | Unset): The page to return, from 1.
        page_size (int | Unset): How many entries a page holds.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        organization_id=organization_id,
        client=client,
        page_number=page_number,
        page_size=page_size,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: Client,
    page_number: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[RecordTypeList]:
    """List record types.

    Returns a page of the organization's contact record types.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        page_number (int | Unset): The page to return, from 1.
        page_size (int | Unset): How many entries a page holds.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        organization_id=organization_id,
        page_number=page_number,
        page_size=page_size,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    organization_id: int,
    *,
    client: Client,
    page_number: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> RecordTypeList:
    """List record types.

    Returns a page of the organization's contact record types.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        page_number (int | Unset): The page to return, from 1.
        page_size (int | Unset): How many entries a page holds.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return (
        await asyncio_detailed(
            organization_id=organization_id,
            client=client,
            page_number=page_number,
            page_size=page_size,
        )
    ).parsed
