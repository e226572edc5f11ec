"""Replace a contact."""

from typing import Any

import httpx

from ...client import Client
from ...models.contact_replacement import ContactReplacement
from ...models.error import Error
from ...models.id_type import IdType
from ...models.modification import Modification
from ...types import UNSET, Response, Unset, path_segment

_PATH = "/contacts/{organization_id}/{contact_id}"


def _get_kwargs(
    organization_id: int,
    contact_id: str,
    *,
    body: ContactReplacement,
    id_type: IdType | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_id_type: str | Unset = UNSET
    if not isinstance(id_type, Unset):
        json_id_type = id_type.value

    params["idType"] = json_id_type

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "PUT",
        "url": _PATH.format(
            organization_id=path_segment("organization_id", organization_id),
            contact_id=path_segment("contact_id", contact_id),
        ),
    }
    if params:  # httpx builds the URL a second time for empty ones too
        _kwargs["params"] = params

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
    contact_id: str,
    *,
    client: Client,
    body: ContactReplacement,
    id_type: IdType | Unset = UNSET,
) -> Response[Modification]:
    """Replace a contact.

    Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
    two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
    `quietTimeFrames`. Read the contact first, change it and send it back whole.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        contact_id (str): The contact's id, or with `idType=externalId` its external id.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
            or removed; only group memberships, and the quiet times of a path sent without
            `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
            be sent back and have no effect. Null has no documented meaning.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        organization_id=organization_id,
        contact_id=contact_id,
        body=body,
        id_type=id_type,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    organization_id: int,
    contact_id: str,
    *,
    client: Client,
    body: ContactReplacement,
    id_type: IdType | Unset = UNSET,
) -> Modification:
    """Replace a contact.

    Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
    two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
    `quietTimeFrames`. Read the contact first, change it and send it back whole.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        contact_id (str): The contact's id, or with `idType=externalId` its external id.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
            or removed; only group memberships, and the quiet times of a path sent without
            `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
            be sent back and have no effect. Null has no documented meaning.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        organization_id=organization_id,
        contact_id=contact_id,
        client=client,
        body=body,
        id_type=id_type,
    ).parsed


async def asyncio_detailed(
    organization_id: int,
    contact_id: str,
    *,
    client: Client,
    body: ContactReplacement,
    id_type: IdType | Unset = UNSET,
) -> Response[Modification]:
    """Replace a contact.

    Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
    two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
    `quietTimeFrames`. Read the contact first, change it and send it back whole.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        contact_id (str): The contact's id, or with `idType=externalId` its external id.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
            or removed; only group memberships, and the quiet times of a path sent without
            `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
            be sent back and have no effect. Null has no documented meaning.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        organization_id=organization_id,
        contact_id=contact_id,
        body=body,
        id_type=id_type,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    organization_id: int,
    contact_id: str,
    *,
    client: Client,
    body: ContactReplacement,
    id_type: IdType | Unset = UNSET,
) -> Modification:
    """Replace a contact.

    Replaces the contact that the URI names. Whatever the body leaves out is emptied or removed, with
    two exceptions - group memberships, which no update ends, and the quiet times of a path sent without
    `quietTimeFrames`. Read the contact first, change it and send it back whole.

    Args:
        client: Where to call and as whom.
        organization_id (int): The organization, a 64-bit integer.
        contact_id (str): The contact's id, or with `idType=externalId` its external id.
        id_type (IdType | Unset): What the contact is addressed by; the server uses `id` when this is
            left out.
        body (ContactReplacement): A contact as updateContact writes it. What it leaves out is emptied
            or removed; only group memberships, and the quiet times of a path sent without
            `quietTimeFrames`, survive being left out. Members of a read contact that cannot be written may
            be sent back and have no effect. Null has no documented meaning.

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
            contact_id=contact_id,
            client=client,
            body=body,
            id_type=id_type,
        )
    ).parsed
