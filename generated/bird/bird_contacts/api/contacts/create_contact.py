"""Create a contact."""

from typing import Any
from uuid import UUID

import httpx

from ...client import Client
from ...models.contact import Contact
from ...models.contact_creation import ContactCreation
from ...models.error import Error
from ...types import Response, path_segment

_PATH = "/workspaces/{workspace_id}/contacts"


def _get_kwargs(
    workspace_id: UUID,
    *,
    body: ContactCreation,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "POST",
        "url": _PATH.format(
            workspace_id=path_segment("workspace_id", workspace_id),
        ),
    }

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> Contact:
    response_201 = Contact.from_dict(response.json())

    return response_201


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    workspace_id: UUID,
    *,
    client: Client,
    body: ContactCreation,
) -> Response[Contact]:
    """Create a contact.

    Makes a contact with a display name and whatever else the body gives it.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        body (ContactCreation): A new contact.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        body=body,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    workspace_id: UUID,
    *,
    client: Client,
    body: ContactCreation,
) -> Contact:
    """Create a contact.

    Makes a contact with a display name and whatever else the body gives it.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        body (ContactCreation): A new contact.

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
        body=body,
    ).parsed


async def asyncio_detailed(
    workspace_id: UUID,
    *,
    client: Client,
    body: ContactCreation,
) -> Response[Contact]:
    """Create a contact.

    Makes a contact with a display name and whatever else the body gives it.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        body (ContactCreation): A new contact.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        body=body,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    workspace_id: UUID,
    *,
    client: Client,
    body: ContactCreation,
) -> Contact:
    """Create a contact.

    Makes a contact with a display name and whatever else the body gives it.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        body (ContactCreation): A new contact.

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
            body=body,
        )
    ).parsed
