"""Validate recorded exchanges with openapi-core: traffic_check.py SPEC BASE_URL FILE; complaints come as JSON.

Runs in an environment that has openapi-core, which this project's own does not.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml
from openapi_core import OpenAPI  # type: ignore[import-not-found]  # lives in an environment of its own
from openapi_core.testing import MockRequest, MockResponse  # type: ignore[import-not-found]  # likewise


def main(spec: str, base: str, traffic: str) -> int:
    """Print the complaints."""
    document = yaml.safe_load(Path(spec).read_text(encoding="utf-8"))
    document["servers"] = [{"url": base}]
    api = OpenAPI.from_dict(document)
    complaints = set()
    for line in Path(traffic).read_text(encoding="utf-8").splitlines():
        complaints.update(_complaints(api, json.loads(line)))
    print(json.dumps(sorted(complaints)))
    return 0


def _complaints(api: OpenAPI, told: dict[str, Any]) -> list[str]:
    parts = urlsplit(told["url"])
    request = MockRequest(
        f"{parts.scheme}://{parts.netloc}",
        told["method"].lower(),
        parts.path,
        args=dict(parse_qsl(parts.query)),
        headers={**told["headers"], **({"authorization": "Bearer any"} if told["signed"] else {})},
        data=told["body"].encode("latin-1") or None,
        content_type=told["headers"].get("content-type", ""),
    )
    answer = MockResponse(told["answer"].encode("latin-1"), told["status"], content_type=told["type"])
    found = _said(api.validate_response, request, answer)
    if told["status"] < 300 and _said(api.validate_request, request):
        found.append("a request that the contract excludes is accepted")
    return [f"{told['method']}: {told['status']}: {words}" for words in found]


def _said(validate: Any, *what: Any) -> list[str]:
    try:
        validate(*what)
    except Exception as error:
        return [f"{type(error).__name__}: {_cause(error)}"]
    return []


def _cause(error: BaseException) -> str:
    """The names of what led to an error, and where in the schema: values would differ from run to run."""
    errors = getattr(error.__cause__, "schema_errors", None) or []
    places = sorted({"/".join(str(step) for step in each.absolute_schema_path) for each in errors})
    return ", ".join(places)[:200] or type(error.__cause__).__name__


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
