"""The pages beside the operations: an index, the OpenAPI documents, and documentation to try out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from contact_contracts.contract import Contract


def pages_of(contracts: Sequence[Contract], prefix: str = "") -> list[Route]:
    """Index and documentation of the contracts; the OpenAPI document too when there is one contract only."""
    routes = [
        Route(f"{prefix}/", _Page(JSONResponse(_index(contracts))), methods=["GET"]),
        Route(f"{prefix}/docs", _Page(HTMLResponse(docs_page(contracts))), methods=["GET"]),
    ]
    if len(contracts) == 1:
        document = JSONResponse(contracts[0].document)
        routes.append(Route(f"{prefix}/openapi.json", _Page(document), methods=["GET"]))
    return routes


def docs_page(contracts: Sequence[Contract]) -> str:
    """One HTML page that needs nothing from elsewhere: the documents are inside, and a script shows them."""
    single = len(contracts) == 1
    shown = [
        {"family": one.family, "base": "" if single else f"/{one.family}", "document": one.document}
        for one in contracts
    ]
    # "<" is escaped so that no text of a document can end the script element that holds it.
    return _template().replace("{{DOCUMENTS}}", json.dumps(shown).replace("<", "\\u003c"))


async def answer_trouble(_request: Request, trouble: Exception) -> Response:
    """Answer for paths that belong to no family, and for methods that a page does not have."""
    assert isinstance(trouble, HTTPException)  # noqa: S101 - registered for nothing else
    body = {"status": trouble.status_code, "message": trouble.detail}
    return JSONResponse(body, trouble.status_code, trouble.headers)


def _index(contracts: Sequence[Contract]) -> dict[str, Any]:
    single = len(contracts) == 1
    return {
        "server": "contact-contracts reference server",
        "docs": "docs",
        "families": [
            {
                "family": one.family,
                "title": one.title,
                "contract": one.digest,
                "path": "" if single else one.family,
                "openapi": "openapi.json" if single else f"{one.family}/openapi.json",
            }
            for one in contracts
        ],
    }


@cache
def _template() -> str:
    return files(__package__).joinpath("docs.html").read_text(encoding="utf-8")


class _Page:
    """An answer that never changes, rendered once."""

    def __init__(self, response: Response) -> None:
        self._response = response

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._response(scope, receive, send)
