"""``target init``: write a target file to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contact_contracts.cli.output import fail, say
from contact_contracts.judge.verdicts import Exit
from contact_contracts.target import target_template

app = typer.Typer(no_args_is_help=True)

DEFAULT = Path("target.toml")


@app.callback()
def target() -> None:
    """Describe the servers to check.

    Example: contact-contracts target init staging.toml
    """


@app.command()
def init(path: Annotated[Path, typer.Argument(help="File to write.")] = DEFAULT) -> None:
    """Write a commented target file; an existing file is left alone.

    Example: contact-contracts target init staging.toml
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(target_template())
    except FileExistsError:
        fail(f"{path} exists and is left as it is; name another file", Exit.USAGE)
    except OSError as error:
        fail(f"{path} cannot be written: {error.strerror}", Exit.USAGE)
    say(f"wrote {path}; fill it in, then run: contact-contracts check --target {path}")
