"""Create a contact."""

from typing import Any

import httpx

from ...client import Client
from ...models.contact_creation import ContactCreation
from ...models.error import Error
from ...models.modification import Modification
from ...types import Response, path_segment

_PATH = "/contacts/{organization_id}"


def _get_kwargs(
    organization_id: int,
    *,
    body: ContactCreation,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "POST",
        "url": _PATH.format(
            organization_id=path_segment("organization_id", organization_id),
        ),
    }

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> Modification:
    response_200 = Modification.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    organization_id: int,
    *,
    client: Client,
    body: ContactCreation,
) -> Response[Modification]:
    """Create a contact.

    Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
            type required.

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
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    organization_id: int,
    *,
    client: Client,
    body: ContactCreation,
) -> Modification:
    """Create a contact.

    Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
            type required.

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
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: Client,
    body: ContactCreation,
) -> Response[Modification]:
    """Create a contact.

    Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
            type required.

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
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    organization_id: int,
    *,
    client: Client,
    body: ContactCreation,
) -> Modification:
    """Create a contact.

    Adds a contact to the organization; the answer carries its new id, with HTTP status 200.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        body (ContactCreation): A new contact. The vendor calls the names, the external id and a record
            type required.

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
        )
    ).parsed
