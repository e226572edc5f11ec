"""The plugin's options, on the command line of pytest."""

from __future__ import annotations

import pytest

from contact_contracts.contract import FAMILIES


def add_options(parser: pytest.Parser) -> None:
    """Add the options; the short spellings are for those who live in pytest."""
    group = parser.getgroup("contact-contracts")
    group.addoption(
        "--target",
        "--cc-target",
        dest="cc_target",
        metavar="FILE",
        help="target file; without it the bundled servers are checked",
    )
    group.addoption(
        "--effort", "--cc-effort", dest="cc_effort", default="standard", help="quick, standard or deep"
    )
    group.addoption("--cc-seed", dest="cc_seed", type=int, default=None, help="repeat a run")
    group.addoption(
        "--clause", "--cc-clause", dest="cc_clauses", action="append", default=[], help="only clauses that match"
    )
    group.addoption(
        "--cc-family",
        dest="cc_families",
        action="append",
        default=[],
        choices=list(FAMILIES),
        help="only this family",
    )
    group.addoption("--cc-strict", dest="cc_strict", action="store_true", help="derived clauses fail the run too")
    group.addoption("--cc-report-dir", dest="cc_report_dir", default="report", help="where the record goes")
    group.addoption("--cc-fault", dest="cc_fault", default="", help="start the bundled server with this fault")
