"""Request an access token."""

from typing import Any

import httpx

from ...client import Client
from ...models.error import Error
from ...models.token import Token
from ...models.token_request import TokenRequest
from ...types import Response

_PATH = "/v2/token"


def _get_kwargs(
    *,
    body: TokenRequest,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "POST",
        "url": _PATH,
    }

    json_body = body.to_dict()
    _kwargs["json"] = json_body
    return _kwargs


def _read(response: httpx.Response) -> Token:
    response_200 = Token.from_dict(response.json())

    return response_200


def _read_error(response: httpx.Response) -> Error:
    response_default = Error.from_dict(response.json())

    return response_default


def sync_detailed(
    *,
    client: Client,
    body: TokenRequest,
) -> Response[Token]:
    """Request an access token.

    Gives out a token that the other operations take, for a client's id and secret.

    Args:
        client: Where to call and as whom.
        body (TokenRequest): A client and its secret.

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
    body: TokenRequest,
) -> Token:
    """Request an access token.

    Gives out a token that the other operations take, for a client's id and secret.

    Args:
        client: Where to call and as whom.
        body (TokenRequest): A client and its secret.

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
    body: TokenRequest,
) -> Response[Token]:
    """Request an access token.

    Gives out a token that the other operations take, for a client's id and secret.

    Args:
        client: Where to call and as whom.
        body (TokenRequest): A client and its secret.

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
    body: TokenRequest,
) -> Token:
    """Request an access token.

    Gives out a token that the other operations take, for a client's id and secret.

    Args:
        client: Where to call and as whom.
        body (TokenRequest): A client and its secret.

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
