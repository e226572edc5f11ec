"""Read attributes."""

from typing import Any

import httpx

from ...client import Client
from ...models.attribute_search import AttributeSearch
from ...models.attribute_search_result import AttributeSearchResult
from ...models.error import Error
from ...types import Response

_PATH = "/contacts/v1/attributes/search"


def _get_kwargs(
    *,
    body: AttributeSearch,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "POST",
        "url": _PATH,
    }

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> AttributeSearchResult:
    response_200 = AttributeSearchResult.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    *,
    client: Client,
    body: AttributeSearch,
) -> Response[AttributeSearchResult]:
    """Read attributes.

    Returns the attributes that the body asks for, of the contacts that fit its conditions.

    Args:
        client: Where to call and as whom.
        body (AttributeSearch): What to read, and of whom.

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
    body: AttributeSearch,
) -> AttributeSearchResult:
    """Read attributes.

    Returns the attributes that the body asks for, of the contacts that fit its conditions.

    Args:
        client: Where to call and as whom.
        body (AttributeSearch): What to read, and of whom.

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
    body: AttributeSearch,
) -> Response[AttributeSearchResult]:
    """Read attributes.

    Returns the attributes that the body asks for, of the contacts that fit its conditions.

    Args:
        client: Where to call and as whom.
        body (AttributeSearch): What to read, and of whom.

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
    body: AttributeSearch,
) -> AttributeSearchResult:
    """Read attributes.

    Returns the attributes that the body asks for, of the contacts that fit its conditions.

    Args:
        client: Where to call and as whom.
        body (AttributeSearch): What to read, and of whom.

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
