"""Pages about a run, rendered from its record: terminal, HTML, JUnit XML, Markdown."""

from contact_contracts.reports.curl import curl_for
from contact_contracts.reports.files import write_pages
from contact_contracts.reports.html import html_page
from contact_contracts.reports.junit import junit_xml
from contact_contracts.reports.markdown import markdown
from contact_contracts.reports.terminal import print_summary
from contact_contracts.reports.view import Report, build_report

__all__ = [
    "Report",
    "build_report",
    "curl_for",
    "html_page",
    "junit_xml",
    "markdown",
    "print_summary",
    "write_pages",
]
