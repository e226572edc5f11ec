"""Delete contacts."""

from typing import Any

import httpx

from ...client import Client
from ...models.contact_deletion import ContactDeletion
from ...models.deletion_addressing import DeletionAddressing
from ...models.deletion_result import DeletionResult
from ...models.error import Error
from ...types import UNSET, Response, Unset

_PATH = "/contacts/v1/contacts/actions/delete"


def _get_kwargs(
    *,
    body: ContactDeletion,
    type_: DeletionAddressing | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_.value

    params["type"] = json_type_

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


def _read(response: httpx.Response) -> DeletionResult:
    response_200 = DeletionResult.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    *,
    client: Client,
    body: ContactDeletion,
    type_: DeletionAddressing | Unset = UNSET,
) -> Response[DeletionResult]:
    """Delete contacts.

    Starts the removal of contacts; the vendor finishes it later.

    Args:
        client: Where to call and as whom.
        type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
        body (ContactDeletion): Contacts to remove.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    request = _get_kwargs(
        body=body,
        type_=type_,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    *,
    client: Client,
    body: ContactDeletion,
    type_: DeletionAddressing | Unset = UNSET,
) -> DeletionResult:
    """Delete contacts.

    Starts the removal of contacts; the vendor finishes it later.

    Args:
        client: Where to call and as whom.
        type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
        body (ContactDeletion): Contacts to remove.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    return sync_detailed(
        client=client,
        body=body,
        type_=type_,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: ContactDeletion,
    type_: DeletionAddressing | Unset = UNSET,
) -> Response[DeletionResult]:
    """Delete contacts.

    Starts the removal of contacts; the vendor finishes it later.

    Args:
        client: Where to call and as whom.
        type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
        body (ContactDeletion): Contacts to remove.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
    """

    request = _get_kwargs(
        body=body,
        type_=type_,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    *,
    client: Client,
    body: ContactDeletion,
    type_: DeletionAddressing | Unset = UNSET,
) -> DeletionResult:
    """Delete contacts.

    Starts the removal of contacts; the vendor finishes it later.

    Args:
        client: Where to call and as whom.
        type_ (DeletionAddressing | Unset): Whether the body lists keys or ids.
        body (ContactDeletion): Contacts to remove.

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
            type_=type_,
        )
    ).parsed
