"""Update or create a contact by identifier."""

from typing import Any
from uuid import UUID

import httpx

from ...client import Client
from ...models.contact import Contact
from ...models.contact_update import ContactUpdate
from ...models.error import Error
from ...types import Response, path_segment

_PATH = "/workspaces/{workspace_id}/contacts/identifiers/{identifier_key}/{identifier_value}"


def _get_kwargs(
    workspace_id: UUID,
    identifier_key: str,
    identifier_value: str,
    *,
    body: ContactUpdate,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "PATCH",
        "url": _PATH.format(
            workspace_id=path_segment("workspace_id", workspace_id),
            identifier_key=path_segment("identifier_key", identifier_key),
            identifier_value=path_segment("identifier_value", identifier_value),
        ),
    }

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> Contact:
    response_200 = Contact.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    workspace_id: UUID,
    identifier_key: str,
    identifier_value: str,
    *,
    client: Client,
    body: ContactUpdate,
) -> Response[Contact]:
    """Update or create a contact by identifier.

    Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
    what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
    being.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        identifier_key (str): The identifier's key, such as emailaddress.
        identifier_value (str): The identifier's value.
        body (ContactUpdate): What to change. Members left out stay as they are; other members are
            accepted.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        identifier_key=identifier_key,
        identifier_value=identifier_value,
        body=body,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    workspace_id: UUID,
    identifier_key: str,
    identifier_value: str,
    *,
    client: Client,
    body: ContactUpdate,
) -> Contact:
    """Update or create a contact by identifier.

    Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
    what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
    being.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        identifier_key (str): The identifier's key, such as emailaddress.
        identifier_value (str): The identifier's value.
        body (ContactUpdate): What to change. Members left out stay as they are; other members are
            accepted.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        workspace_id=workspace_id,
        identifier_key=identifier_key,
        identifier_value=identifier_value,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    workspace_id: UUID,
    identifier_key: str,
    identifier_value: str,
    *,
    client: Client,
    body: ContactUpdate,
) -> Response[Contact]:
    """Update or create a contact by identifier.

    Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
    what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
    being.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        identifier_key (str): The identifier's key, such as emailaddress.
        identifier_value (str): The identifier's value.
        body (ContactUpdate): What to change. Members left out stay as they are; other members are
            accepted.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        workspace_id=workspace_id,
        identifier_key=identifier_key,
        identifier_value=identifier_value,
        body=body,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    workspace_id: UUID,
    identifier_key: str,
    identifier_value: str,
    *,
    client: Client,
    body: ContactUpdate,
) -> Contact:
    """Update or create a contact by identifier.

    Finds a contact by one of its identifiers and changes what the body names of it; `strategy` says
    what becomes of the body's other identifiers. Without a contact to be found, a new one comes into
    being.

    Args:
        client: Where to call and as whom.
        workspace_id (UUID): The workspace.
        identifier_key (str): The identifier's key, such as emailaddress.
        identifier_value (str): The identifier's value.
        body (ContactUpdate): What to change. Members left out stay as they are; other members are
            accepted.

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
            identifier_key=identifier_key,
            identifier_value=identifier_value,
            client=client,
            body=body,
        )
    ).parsed
