"""List contacts."""

from typing import Any
from uuid import UUID

import httpx

from ...client import Client
from ...models.contact_list import ContactList
from ...models.error import Error
from ...types import UNSET, Response, Unset, path_segment

_PATH = "/workspaces/{workspace_id}/contacts"


def _get_kwargs(
    workspace_id: UUID,
    *,
    limit: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    reverse: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["pageToken"] = page_token

    params["reverse"] = reverse

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "GET",
        "url": _PATH.format(
            workspace_id=path_segment("workspace_id", workspace_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    return _kwargs


def _read(response: httpx.Response) -> ContactList:
    response_200 = ContactList.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    workspace_id: UUID,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    reverse: bool | Unset = UNSET,
) -> Response[ContactList]:
    """List contacts.

    Returns a page of the workspace's contacts.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
            left out.
        page_token (str | Unset): The `nextPageToken` of the page before.
        reverse (bool | Unset): Whether to list in the opposite order.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        limit=limit,
        page_token=page_token,
        reverse=reverse,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    workspace_id: UUID,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    reverse: bool | Unset = UNSET,
) -> ContactList:
    """List contacts.

    Returns a page of the workspace's contacts.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
            left out.
        page_token (str | Unset): The `nextPageToken` of the page before.
        reverse (bool | Unset): Whether to list in the opposite order.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        workspace_id=workspace_id,
        client=client,
        limit=limit,
        page_token=page_token,
        reverse=reverse,
    ).parsed


async def asyncio_detailed(
    workspace_id: UUID,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    reverse: bool | Unset = UNSET,
) -> Response[ContactList]:
    """List contacts.

    Returns a page of the workspace's contacts.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
            left out.
        page_token (str | Unset): The `nextPageToken` of the page before.
        reverse (bool | Unset): Whether to list in the opposite order.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        limit=limit,
        page_token=page_token,
        reverse=reverse,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    workspace_id: UUID,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    page_token: str | Unset = UNSET,
    reverse: bool | Unset = UNSET,
) -> ContactList:
    """List contacts.

    Returns a page of the workspace's contacts.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        limit (int | Unset): How many contacts a page holds at most; the server uses 10 when this is
            left out.
        page_token (str | Unset): The `nextPageToken` of the page before.
        reverse (bool | Unset): Whether to list in the opposite order.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return (
        await asyncio_detailed(
            workspace_id=workspace_id,
            client=client,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )
    ).parsed
