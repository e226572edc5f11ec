"""The run as one HTML page that needs nothing else: no network, no other file."""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from contact_contracts.judge.verdicts import Level, Verdict
from contact_contracts.reports.view import Report
from contact_contracts.reports.wording import LEVEL_MEANS, VERDICT_MEANS

_PAGES: Final = Environment(
    loader=PackageLoader("contact_contracts.reports"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


_CODE: Final = re.compile(r"`([^`]+)`")


def _with_code(text: str) -> Markup:
    """Show what a statement puts in backticks as code; the rest is escaped as ever."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 -- escaped just before


_PAGES.filters["with_code"] = _with_code


def html_page(report: Report) -> str:
    """Return the page."""
    return _PAGES.get_template("report.html.j2").render(
        report=report,
        run=report.run,
        header=report.run.header,
        verdicts=list(Verdict),
        levels=list(Level),
        verdict_means=VERDICT_MEANS,
        level_means=LEVEL_MEANS,
        slug=lambda verdict: verdict.value.replace(" ", "-"),
    )
