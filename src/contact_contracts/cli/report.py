"""``report``: render the pages of a run again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contact_contracts.cli.internal import ERROR_FILE, internal_errors
from contact_contracts.cli.output import fail, say, stdout
from contact_contracts.judge.verdicts import Exit
from contact_contracts.record import RecordError, Run, read_record
from contact_contracts.reports import build_report, print_summary, write_pages
from contact_contracts.results import RECORD

_MADE_BY_A_RUN = (RECORD, "report.html", "junit.xml", "report.md", ERROR_FILE)


def report(directory: Annotated[Path, typer.Argument(metavar="DIR", help="Where run.jsonl is.")]) -> None:
    """Render the pages of a run again from its record.

    An unfinished record is rendered too, and says so. Example: contact-contracts report report
    """
    with internal_errors(directory):
        try:
            run = read_record(directory / RECORD, allow_unfinished=True)
        except RecordError as error:
            fail(str(error), Exit.USAGE)
        try:
            show(run, directory)
        except OSError as error:
            fail(f"{error.filename or directory}: the pages cannot be written: {error.strerror}", Exit.USAGE)


def show(run: Run, directory: Path) -> None:
    """Print the summary of a run and write its pages into the directory."""
    arranged = build_report(run)
    print_summary(arranged, stdout())
    written = write_pages(arranged, directory)
    say(f"Pages: {', '.join(str(path) for path in written)}")


def clear_report_directory(directory: Path) -> None:
    """Remove what an earlier run wrote, so that nothing of it can pass for this one's.

    Ends with 2 when the directory cannot be written to, before anything is sent that would have to be recorded.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        (directory / RECORD).open("wb").close()
        for name in _MADE_BY_A_RUN:
            (directory / name).unlink(missing_ok=True)
    except OSError as error:
        fail(f"the report directory {directory} cannot be used: {error.strerror}; name another one", Exit.USAGE)
