"""`python -m contact_contracts.reference`: run the reference server."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from socket import socket
from typing import Any

from starlette.types import ASGIApp

from contact_contracts.contract import FAMILIES, ContractError
from contact_contracts.reference.app import create_app, prefix_of
from contact_contracts.reference.server import bind, serve, url_of
from contact_contracts.reference.store import DatabaseError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server; the exit code is 0 after a regular stop and 2 when it cannot start as asked."""
    options = _parser().parse_args(arguments)
    try:
        _run(options)
    except (ContractError, DatabaseError, LookupError, OSError) as trouble:
        sys.stderr.write(f"contact-contracts serve: {trouble}\n")
        return 2
    return 0


def _run(options: argparse.Namespace) -> None:
    if options.variation:
        _run_variation(options)
        return
    fault = _load_fault(options.fault)
    if fault and options.family and fault.family not in options.family:
        raise LookupError(f"{fault.id} is a fault of {fault.family}, which is not among the families to serve")
    families = options.family or ([fault.family] if fault else list(FAMILIES))
    app = create_app(
        families,
        database_url=options.database,
        rules={fault.family: fault.rules} if fault else None,
    )
    listener = bind(options.host, options.port)
    urls = {family: url_of(listener) + prefix_of(family, families) for family in families}
    _serve(options, app, listener, {"urls": urls})


def _run_variation(options: argparse.Namespace) -> None:
    """Serve one family in another way; announce what a target file must say about it, too."""
    if len(options.family or ()) != 1 or options.fault or options.database:
        raise LookupError("--variation goes with exactly one --family, and with neither --fault nor --database")
    variation = import_module("contact_contracts.variations").load_variation(options.family[0], options.variation)
    listener = bind(options.host, options.port)
    urls = {variation.family: url_of(listener) + variation.base_path}
    _serve(options, variation.app(), listener, {"urls": urls, "target": dict(variation.target)})


def _serve(options: argparse.Namespace, app: ASGIApp, listener: socket, announced: dict[str, Any]) -> None:
    def announce() -> None:
        sys.stdout.write(json.dumps(announced) + "\n")
        sys.stdout.flush()

    serve(app, listener, announce, exit_with_parent=options.exit_with_parent)


def _load_fault(fault_id: str | None) -> Any:
    # By name and late: the server knows nothing of faults until somebody asks for one.
    return import_module("contact_contracts.faults").load_fault(fault_id) if fault_id else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m contact_contracts.reference",
        description="Serve the reference implementation of one or more families.",
        epilog="When it listens it prints one line of JSON: the base URL of each family.",
    )
    parser.add_argument(
        "--family", action="append", choices=FAMILIES, help="serve this family (repeatable; default: all)"
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on (default: a free one)")
    parser.add_argument("--database", metavar="URL", help="SQLAlchemy URL (default: in memory)")
    parser.add_argument("--fault", metavar="ID", help="be wrong in this one way")
    parser.add_argument("--variation", metavar="NAME", help="be right in this other way; needs --family")
    parser.add_argument("--exit-with-parent", action="store_true", help="stop when standard input reaches its end")
    return parser


if __name__ == "__main__":
    sys.exit(main())
