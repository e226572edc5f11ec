"""Take contacts out of a group."""

from typing import Any

import httpx

from ...client import Client
from ...models.batch_result import BatchResult
from ...models.error import Error
from ...models.group_addressing import GroupAddressing
from ...models.id_type import IdType
from ...types import UNSET, Response, Unset, path_segment

_PATH = "/groups/{organization_id}/contacts"


def _get_kwargs(
    organization_id: int,
    *,
    body: list[int | str],
    by_type: GroupAddressing | Unset = UNSET,
    group_id: int | Unset = UNSET,
    group_name: str | Unset = UNSET,
    id_type: IdType | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_by_type: str | Unset = UNSET
    if not isinstance(by_type, Unset):
        json_by_type = by_type.value

    params["byType"] = json_by_type

    params["groupId"] = group_id

    params["groupName"] = group_name

    json_id_type: str | Unset = UNSET
    if not isinstance(id_type, Unset):
        json_id_type = id_type.value

    params["idType"] = json_id_type

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "DELETE",
        "url": _PATH.format(
            organization_id=path_segment("organization_id", organization_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    json_body: list[int | str] = []
    for body_item_data in body:
        body_item = body_item_data

        json_body.append(body_item)

    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> BatchResult:
    response_200 = BatchResult.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    organization_id: int,
    *,
    client: Client,
    body: list[int | str],
    by_type: GroupAddressing | Unset = UNSET,
    group_id: int | Unset = UNSET,
    group_name: str | Unset = UNSET,
    id_type: IdType | Unset = UNSET,
) -> Response[BatchResult]:
    """Take contacts out of a group.

    The only way out of a group; the body lists the ids of the contacts that leave it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
        group_id (int | Unset): The group's id, with `byType=id`.
        group_name (str | Unset): The group's name, with `byType=name`.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        organization_id=organization_id,
        body=body,
        by_type=by_type,
        group_id=group_id,
        group_name=group_name,
        id_type=id_type,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    organization_id: int,
    *,
    client: Client,
    body: list[int | str],
    by_type: GroupAddressing | Unset = UNSET,
    group_id: int | Unset = UNSET,
    group_name: str | Unset = UNSET,
    id_type: IdType | Unset = UNSET,
) -> BatchResult:
    """Take contacts out of a group.

    The only way out of a group; the body lists the ids of the contacts that leave it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
        group_id (int | Unset): The group's id, with `byType=id`.
        group_name (str | Unset): The group's name, with `byType=name`.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.

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
        body=body,
        by_type=by_type,
        group_id=group_id,
        group_name=group_name,
        id_type=id_type,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: Client,
    body: list[int | str],
    by_type: GroupAddressing | Unset = UNSET,
    group_id: int | Unset = UNSET,
    group_name: str | Unset = UNSET,
    id_type: IdType | Unset = UNSET,
) -> Response[BatchResult]:
    """Take contacts out of a group.

    The only way out of a group; the body lists the ids of the contacts that leave it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
        group_id (int | Unset): The group's id, with `byType=id`.
        group_name (str | Unset): The group's name, with `byType=name`.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        organization_id=organization_id,
        body=body,
        by_type=by_type,
        group_id=group_id,
        group_name=group_name,
        id_type=id_type,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    organization_id: int,
    *,
    client: Client,
    body: list[int | str],
    by_type: GroupAddressing | Unset = UNSET,
    group_id: int | Unset = UNSET,
    group_name: str | Unset = UNSET,
    id_type: IdType | Unset = UNSET,
) -> BatchResult:
    """Take contacts out of a group.

    The only way out of a group; the body lists the ids of the contacts that leave it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        by_type (GroupAddressing | Unset): Whether the group is named by its id or by its name.
        group_id (int | Unset): The group's id, with `byType=id`.
        group_name (str | Unset): The group's name, with `byType=name`.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (list[int | str]): The contacts' ids, or with `idType=externalId` their external ids.

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
            body=body,
            by_type=by_type,
            group_id=group_id,
            group_name=group_name,
            id_type=id_type,
        )
    ).parsed
