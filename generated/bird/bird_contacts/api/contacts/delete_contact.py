"""Delete a contact."""

from typing import Any
from uuid import UUID

import httpx

from ...client import Client
from ...models.error import Error
from ...types import Response, path_segment

_PATH = "/workspaces/{workspace_id}/contacts/{contact_id}"


def _get_kwargs(
    workspace_id: UUID,
    contact_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "DELETE",
        "url": _PATH.format(
            workspace_id=path_segment("workspace_id", workspace_id),
            contact_id=path_segment("contact_id", contact_id),
        ),
    }

    return _kwargs


def _read(response: httpx.Response) -> None:
    return None


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Delete a contact.

    Removes the contact that the URI names.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        contact_id=contact_id,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
) -> None:
    """Delete a contact.

    Removes the contact that the URI names.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.

    Returns:
        Nothing.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    sync_detailed(
        workspace_id=workspace_id,
        contact_id=contact_id,
        client=client,
    )


async def asyncio_detailed(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Delete a contact.

    Removes the contact that the URI names.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        contact_id=contact_id,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
) -> None:
    """Delete a contact.

    Removes the contact that the URI names.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.

    Returns:
        Nothing.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    await asyncio_detailed(
        workspace_id=workspace_id,
        contact_id=contact_id,
        client=client,
    )
