"""Read a record by its external id."""

from typing import Any

import httpx

from ...client import Client
from ...models.error_envelope import ErrorEnvelope
from ...models.record_envelope import RecordEnvelope
from ...types import Response, path_segment

_PATH = "/api/data/v1/Contact/by-externalId/{external_id}"


def _get_kwargs(
    external_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "GET",
        "url": _PATH.format(
            external_id=path_segment("external_id", external_id),
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
    external_id: str,
    *,
    client: Client,
) -> Response[RecordEnvelope]:
    """Read a record by its external id.

    Returns the record with the external id in the URI, as a list of one.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        external_id=external_id,
    )
    return client.call(request, _PATH, _read, _read_error)


def sync(
    external_id: str,
    *,
    client: Client,
) -> RecordEnvelope:
    """Read a record by its external id.

    Returns the record with the external id in the URI, as a list of one.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return sync_detailed(
        external_id=external_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    external_id: str,
    *,
    client: Client,
) -> Response[RecordEnvelope]:
    """Read a record by its external id.

    Returns the record with the external id in the URI, as a list of one.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.

    Returns:
        The answer, its body as a model and what is around it.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    request = _get_kwargs(
        external_id=external_id,
    )
    return await client.acall(request, _PATH, _read, _read_error)


async def asyncio(
    external_id: str,
    *,
    client: Client,
) -> RecordEnvelope:
    """Read a record by its external id.

    Returns the record with the external id in the URI, as a list of one.

    Args:
        client: Where to call and as whom.
        external_id (str): The record's external id.

    Returns:
        The answer's body.

    Raises:
        errors.ApiError: The answer is not a success; see its kinds.
        errors.NoAnswer: The connection failed or took too long.
        errors.InvalidPathValue: A path value is empty, `.` or `..`.
    """

    return (
        await asyncio_detailed(
            external_id=external_id,
            client=client,
        )
    ).parsed
