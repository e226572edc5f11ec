"""Read a record."""

from typing import Any

import httpx

from ...client import Client
from ...models.error_envelope import ErrorEnvelope
from ...models.record_envelope import RecordEnvelope
from ...types import Response, path_segment

_PATH = "/api/data/v1/Contact/{id}"


def _get_kwargs(
    id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "GET",
        "url": _PATH.format(
            id=path_segment("id", id),
        ),
    }

    return _kwargs


def _read(response: httpx.Response) -> RecordEnvelope:
    response_200 = RecordEnvelope.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> ErrorEnvelope:
    response_default = ErrorEnvelope.from_dict(response.json())

    return response_default


def sync_detailed(
    id: str,
    *,
    client: Client,
) -> Response[RecordEnvelope]:
    """Read a record.

    Returns the record with the id in the URI.

    Args:
        client: Where to call and as whom.
        id (str): The record's id.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        id=id,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    id: str,
    *,
    client: Client,
) -> RecordEnvelope:
    """Read a record.

    Returns the record with the id in the URI.

    Args:
        client: Where to call and as whom.
        id (str): The record's id.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        id=id,
        client=client,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: Client,
) -> Response[RecordEnvelope]:
    """Read a record.

    Returns the record with the id in the URI.

    Args:
        client: Where to call and as whom.
        id (str): The record's id.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        id=id,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    id: str,
    *,
    client: Client,
) -> RecordEnvelope:
    """Read a record.

    Returns the record with the id in the URI.

    Args:
        client: Where to call and as whom.
        id (str): The record's id.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
        )
    ).parsed
