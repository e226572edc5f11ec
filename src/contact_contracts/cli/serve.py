"""``serve``: run the reference server, and tell how to call it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from contact_contracts.cli.examples import examples
from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.names import known_families
from contact_contracts.cli.output import complain, stdout
from contact_contracts.contract import FAMILIES
from contact_contracts.judge.verdicts import Exit
from contact_contracts.target import bundled_targets, bundled_variables

STOP_SECONDS = 5.0


def serve(
    family: Annotated[
        str | None, typer.Argument(metavar="[FAMILY]", help=f"One of {', '.join(FAMILIES)}; all when left out.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: a free one.")] = 0,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="SQLAlchemy URL; without it data live in memory.")
    ] = None,
    fault: Annotated[str | None, typer.Option(metavar="ID", help="Be wrong in this one way.")] = None,
) -> None:
    """Run the reference server until Ctrl-C.

    Example: contact-contracts serve bird --port 8080
    """
    families = () if family is None else known_families([family])
    # -P: a file of the working directory, say an html.py, must not stand in for a library.
    command = [sys.executable, "-P", "-m", "contact_contracts.reference", "--host", host, "--port", str(port)]
    command += [word for name in families for word in ("--family", name)]
    command += [] if database is None else ["--database", database]
    command += [] if fault is None else ["--fault", fault]
    with internal_errors(Path("report")):
        raise typer.Exit(_attend(command))


def _attend(command: list[str]) -> int:
    """Run the server, announce it, and stay until it ends or somebody interrupts; return the exit code."""
    server = subprocess.Popen(  # noqa: S603 -- our own module; the arguments are a list, no shell reads them
        [*command, "--exit-with-parent"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    previous = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        announced = server.stdout.readline() if server.stdout else b""
        if announced:
            _announce(json.loads(announced)["urls"])
        return _code(server.wait())
    except KeyboardInterrupt:
        complain("stopping")
        return 0
    finally:
        signal.signal(signal.SIGTERM, previous)
        _stop(server)


def _code(ended: int) -> int:
    """Return the command's exit code for the server's: it says 2 when it cannot start as asked."""
    return ended if ended in {0, int(Exit.USAGE)} else int(Exit.INTERNAL)


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.stdin is not None:
        server.stdin.close()
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _announce(urls: dict[str, str]) -> None:
    console = stdout()
    targets = bundled_targets(urls)
    console.print(Text("# credentials; they are public and guard nothing", style="dim"))
    variables = {name: value for family in urls for name, value in bundled_variables(family).items()}
    for name, value in variables.items():
        console.print(Text(f"export {name}={value}"), soft_wrap=True)
    for family, url in urls.items():
        console.print(Text(f"\n# {family}: {url}", style="bold"), soft_wrap=True)
        for remark, command in examples(targets.family(family)):
            console.print(Text(f"# {remark}", style="dim"), soft_wrap=True)
            console.print(Text(command), soft_wrap=True)
    console.print(Text("\n# Ctrl-C stops the server", style="dim"))
