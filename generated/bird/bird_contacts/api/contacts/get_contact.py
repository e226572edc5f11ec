"""Read a contact."""

from typing import Any
from uuid import UUID

import httpx

from ...client import Client
from ...models.contact import Contact
from ...models.error import Error
from ...types import UNSET, Response, Unset, path_segment

_PATH = "/workspaces/{workspace_id}/contacts/{contact_id}"


def _get_kwargs(
    workspace_id: UUID,
    contact_id: str,
    *,
    attribute: list[str] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_attribute: list[str] | Unset = UNSET
    if not isinstance(attribute, Unset):
        json_attribute = attribute

    params["attribute"] = json_attribute

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "GET",
        "url": _PATH.format(
            workspace_id=path_segment("workspace_id", workspace_id),
            contact_id=path_segment("contact_id", contact_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    return _kwargs


def _read(response: httpx.Response) -> Contact:
    response_200 = Contact.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
    attribute: list[str] | Unset = UNSET,
) -> Response[Contact]:
    """Read a contact.

    Returns the contact that the URI names, with all of its attributes that are not empty.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.
        attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
            parameter for each key.

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
        attribute=attribute,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
    attribute: list[str] | Unset = UNSET,
) -> Contact:
    """Read a contact.

    Returns the contact that the URI names, with all of its attributes that are not empty.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.
        attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
            parameter for each key.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        workspace_id=workspace_id,
        contact_id=contact_id,
        client=client,
        attribute=attribute,
    ).parsed


async def asyncio_detailed(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
    attribute: list[str] | Unset = UNSET,
) -> Response[Contact]:
    """Read a contact.

    Returns the contact that the URI names, with all of its attributes that are not empty.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.
        attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
            parameter for each key.

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
        attribute=attribute,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    workspace_id: UUID,
    contact_id: str,
    *,
    client: Client,
    attribute: list[str] | Unset = UNSET,
) -> Contact:
    """Read a contact.

    Returns the contact that the URI names, with all of its attributes that are not empty.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        contact_id (str): The contact.
        attribute (list[str] | Unset): Keys of attributes to return even when they are empty; repeat the
            parameter for each key.

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
            contact_id=contact_id,
            client=client,
            attribute=attribute,
        )
    ).parsed
