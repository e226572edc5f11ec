"""Replace many contacts."""

from typing import Any

import httpx

from ...client import Client
from ...models.batch_result import BatchResult
from ...models.contact_row import ContactRow
from ...models.error import Error
from ...models.id_type import IdType
from ...models.update_type import UpdateType
from ...types import UNSET, Response, Unset, path_segment, plain

_PATH = "/contacts/{organization_id}/batch"


def _get_kwargs(
    organization_id: int,
    *,
    body: list[ContactRow],
    id_type: IdType | Unset = UNSET,
    update_type: UpdateType | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_id_type: str | Unset = UNSET
    if not isinstance(id_type, Unset):
        json_id_type = id_type.value

    params["idType"] = json_id_type

    json_update_type: str | Unset = UNSET
    if not isinstance(update_type, Unset):
        json_update_type = update_type.value

    params["updateType"] = json_update_type

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "PUT",
        "url": _PATH.format(
            organization_id=path_segment("organization_id", organization_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

    json_body: list[dict[str, Any]] = [plain(item) for item in body]

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
    body: list[ContactRow],
    id_type: IdType | Unset = UNSET,
    update_type: UpdateType | Unset = UNSET,
) -> Response[BatchResult]:
    """Replace many contacts.

    Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
    is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
    whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
            Documents disagree on the meaning of leaving this out.
        body (list[ContactRow]): One row for each contact.

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
        id_type=id_type,
        update_type=update_type,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    organization_id: int,
    *,
    client: Client,
    body: list[ContactRow],
    id_type: IdType | Unset = UNSET,
    update_type: UpdateType | Unset = UNSET,
) -> BatchResult:
    """Replace many contacts.

    Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
    is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
    whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
            Documents disagree on the meaning of leaving this out.
        body (list[ContactRow]): One row for each contact.

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
        id_type=id_type,
        update_type=update_type,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    *,
    client: Client,
    body: list[ContactRow],
    id_type: IdType | Unset = UNSET,
    update_type: UpdateType | Unset = UNSET,
) -> Response[BatchResult]:
    """Replace many contacts.

    Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
    is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
    whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
            Documents disagree on the meaning of leaving this out.
        body (list[ContactRow]): One row for each contact.

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
        id_type=id_type,
        update_type=update_type,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    organization_id: int,
    *,
    client: Client,
    body: list[ContactRow],
    id_type: IdType | Unset = UNSET,
    update_type: UpdateType | Unset = UNSET,
) -> BatchResult:
    """Replace many contacts.

    Updates each contact of the array as updateContact does for one. A row's `id` says which contact it
    is about, or its `externalId` with `idType=externalId`. Rows that fail are named in the answer,
    whose HTTP status stays 200. Documents disagree on what leaving out `updateType` means - send it.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        update_type (UpdateType | Unset): `full` empties what a row leaves out; `partial` keeps it.
            Documents disagree on the meaning of leaving this out.
        body (list[ContactRow]): One row for each contact.

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
            id_type=id_type,
            update_type=update_type,
        )
    ).parsed
