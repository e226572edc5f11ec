"""Create a contact."""

from typing import Any

import httpx

from ...client import Client
from ...models.contact_creation import ContactCreation
from ...models.error import Error
from ...models.result import Result
from ...types import Response

_PATH = "/contacts/v1/contacts"


def _get_kwargs(
    *,
    body: ContactCreation,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "POST",
        "url": _PATH,
    }

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> Result:
    response_200 = Result.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    *,
    client: Client,
    body: ContactCreation,
) -> Response[Result]:
    """Create a contact.

    Makes a contact with a key and the attributes of the body.

    Args:
        client: Where to call and as whom.
        body (ContactCreation): A new contact.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    request = _get_kwargs(
        body=body,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    *,
    client: Client,
    body: ContactCreation,
) -> Result:
    """Create a contact.

    Makes a contact with a key and the attributes of the body.

    Args:
        client: Where to call and as whom.
        body (ContactCreation): A new contact.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: ContactCreation,
) -> Response[Result]:
    """Create a contact.

    Makes a contact with a key and the attributes of the body.

    Args:
        client: Where to call and as whom.
        body (ContactCreation): A new contact.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    request = _get_kwargs(
        body=body,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    *,
    client: Client,
    body: ContactCreation,
) -> Result:
    """Create a contact.

    Makes a contact with a key and the attributes of the body.

    Args:
        client: Where to call and as whom.
        body (ContactCreation): A new contact.

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
        )
    ).parsed
