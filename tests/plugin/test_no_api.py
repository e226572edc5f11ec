"""A login page in place of an API: everything is blocked, and nothing that was seen counts against anybody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from contact_contracts.contract import FAMILIES, load_contract
from contact_contracts.drivers.api import is_web_page
from contact_contracts.drivers.effort import Effort, Explorer
from contact_contracts.exchange import Response
from contact_contracts.plugin.run import SuiteRun
from contact_contracts.target import Targets, bundled_targets
from contact_contracts.transport import Blocked

PAGE = b"<!doctype html><title>Please sign in</title>"


class LoginPage(BaseHTTPRequestHandler):
    """Answers everything with one page and 200."""

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815 - the names that the server looks for

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def login_page() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), LoginPage)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _run(family: str, url: str, folder: Path, *, may_create: bool) -> SuiteRun:
    token = bundled_targets({"conga": url}).family("conga").auth
    target = bundled_targets({family: url}).family(family)
    changes: dict[str, Any] = {"allow_create": may_create, **({"auth": token} if family == "sfmc" else {})}
    targets = Targets.model_validate({family: target.model_copy(update=changes)})
    return SuiteRun(targets, Explorer(Effort.QUICK, 1), folder)


@pytest.mark.parametrize("may_create", [True, False], ids=["creates", "uses named contacts"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_login_page_blocks_every_clause_and_breaks_none(
    family: str, may_create: bool, login_page: str, tmp_path: Path
) -> None:
    run = _run(family, login_page, tmp_path, may_create=may_create)
    with pytest.raises(Blocked, match="check base_url"):
        run.driver(family)
    run.close()
    assert not run.observed.tally(family).breaches
    assert not run.observed.tally(family).held
    assert set(load_contract(family).clauses) <= set(run.observed.blocked)


def test_what_only_the_clean_up_could_tell_is_taken_back_as_well(tmp_path: Path) -> None:
    run = SuiteRun(bundled_targets({"bird": "http://127.0.0.1:9"}), Explorer(Effort.QUICK, 1), tmp_path)
    run.observed.tally("bird").held["bird.answer.reads-back"] = 1
    session = SimpleNamespace(gone="", no_api="getContact answered text/html", door=SimpleNamespace(requests=1))
    run._ledgers["bird"] = SimpleNamespace(close=list)  # type: ignore[assignment]
    run._drivers["bird"] = SimpleNamespace(session=session, close=list)
    run.close()
    assert not run.observed.tally("bird").held
    assert run.observed.blocked["bird.answer.reads-back"] == "getContact answered text/html"


@pytest.mark.parametrize(
    ("media_type", "body", "page"),
    [
        ("text/html", PAGE, True),
        ("text/plain", b"  <html>", True),
        ("text/html", b'{"id": 1}', False),
        ("text/html", b"", False),
        ("text/plain", b"OK", False),
    ],
)
def test_a_web_page_is_known_by_what_it_holds(media_type: str, body: bytes, page: bool) -> None:
    assert is_web_page(Response(200, {"content-type": media_type}, body)) is page
