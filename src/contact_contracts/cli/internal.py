"""The last resort: an unexpected exception becomes one line, with the traceback in a file."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from contact_contracts.cli.output import complain
from contact_contracts.contract import ContractError
from contact_contracts.judge.verdicts import Exit

ERROR_FILE = "internal-error.txt"


@contextmanager
def internal_errors(directory: Path) -> Iterator[None]:
    """Turn an exception that nobody foresaw into exit code 70 and a file with its traceback."""
    try:
        yield
    except ContractError as error:
        complain(f"the installation is damaged: {error}")
        raise typer.Exit(int(Exit.INTERNAL)) from None
    except Exception as error:
        if isinstance(error, typer.Exit):
            raise
        place = _write_traceback(directory)
        complain(f"internal error: {_one_line(error)}; {place}")
        raise typer.Exit(int(Exit.INTERNAL)) from None


def _one_line(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _write_traceback(directory: Path) -> str:
    path = directory / ERROR_FILE
    try:
        directory.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        return f"its traceback could not be written to {path} ({error.strerror})"
    return f"its traceback is in {path}"
