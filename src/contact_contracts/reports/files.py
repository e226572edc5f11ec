"""Writes a run's pages beside its record."""

from __future__ import annotations

from pathlib import Path

from contact_contracts.reports.html import html_page
from contact_contracts.reports.junit import junit_xml
from contact_contracts.reports.markdown import markdown
from contact_contracts.reports.view import Report


def write_pages(report: Report, directory: Path) -> tuple[Path, ...]:
    """Write report.html, junit.xml and report.md, over older ones, and return their paths."""
    pages = {
        "report.html": html_page(report),
        "junit.xml": junit_xml(report),
        "report.md": markdown(report),
    }
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in pages.items():
        path = directory / name
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
        written.append(path)
    return tuple(written)
