"""Where the command speaks: results on standard output, complaints on standard error."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer
from rich.console import Console
from rich.text import Text

from contact_contracts.judge.verdicts import Exit


class _Console(Console):
    """A console whose reader may leave early, as ``head`` does, without that changing the exit code."""

    def on_broken_pipe(self) -> None:
        """Throw away what nobody reads."""
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stdout() -> Console:
    """Return the console for results; made anew, so that it writes to today's standard output."""
    return _Console(highlight=False)


def say(text: str) -> None:
    """Write one line of result, unwrapped, so that it can be copied or piped."""
    stdout().print(Text(text), soft_wrap=True)


def complain(text: str) -> None:
    """Write one line on standard error."""
    Console(stderr=True, highlight=False).print(Text(f"contact-contracts: {text}"), soft_wrap=True)


def fail(text: str, code: Exit) -> NoReturn:
    """Complain and end the command."""
    complain(text)
    raise typer.Exit(int(code))
