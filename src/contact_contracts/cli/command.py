"""The command: what it is called, and which subcommands it has."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from contact_contracts.cli import target
from contact_contracts.cli.check import check
from contact_contracts.cli.clauses import clauses
from contact_contracts.cli.clean import clean
from contact_contracts.cli.explain import explain
from contact_contracts.cli.internal import internal_errors
from contact_contracts.cli.judge import judge
from contact_contracts.cli.report import report
from contact_contracts.cli.serve import serve

app = typer.Typer(
    name="contact-contracts",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"contact-contracts {version('contact-contracts')}")
        raise typer.Exit


@app.callback()
def contact_contracts(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave."),
    ] = False,
) -> None:
    """Tell, clause by clause, whether a contact API keeps what its documentation promises.

    Example: contact-contracts check everbridge
    """


app.command()(check)
app.command()(judge)
app.command()(serve)
app.command()(clauses)
app.command()(explain)
app.command()(clean)
app.command()(report)
app.add_typer(target.app, name="target")


def main() -> None:
    """Run the command; the entry point of the installed script."""
    try:
        with internal_errors(Path("report")):
            app(prog_name="contact-contracts")
    except typer.Exit as ending:
        sys.exit(ending.exit_code)
