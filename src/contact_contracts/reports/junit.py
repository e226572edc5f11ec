"""The run as JUnit XML: one test case per clause, so that a CI server's own pages can show it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from contact_contracts.judge.verdicts import Verdict
from contact_contracts.reports.text import printable
from contact_contracts.reports.view import Argument, Report, Row

_SKIPPED = frozenset({Verdict.NOT_EXERCISED, Verdict.NOT_OBSERVABLE, Verdict.READING})
_ERRORS = frozenset({Verdict.BLOCKED, Verdict.ERROR})
UNFINISHED = "The run was interrupted, or died: what is told here is what it knew by then."


def junit_xml(report: Report) -> str:
    """Return the whole document; a suite per family."""
    suites = Element("testsuites", name="contact-contracts")
    for family in report.run.header.families:
        _suite(suites, report, family)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(parent: Element, report: Report, family: str) -> None:
    run = report.run
    rows = [row for row in report.rows if row.family == family]
    suite = SubElement(parent, "testsuite", name=family, timestamp=run.header.started.removesuffix("Z"))
    for row in rows:
        _case(suite, row, strict=run.header.strict)
    if run.footer is None:
        case = SubElement(suite, "testcase", classname=family, name="run")
        _outcome(case, "error", "unfinished", report.outcome, UNFINISHED)
    suite.set("tests", str(len(suite.findall("testcase"))))
    for counter, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(counter, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("time", f"{run.footer.seconds:.3f}" if run.footer else "0")
    remarks = [f"left over: {left.what}: {left.reason}" for left in run.leftovers if left.family == family]
    if remarks:
        SubElement(suite, "system-err").text = printable("\n".join(remarks))


def _case(suite: Element, row: Row, *, strict: bool) -> None:
    result = row.result
    case = SubElement(suite, "testcase", classname=result.clause.rpartition(".")[0], name=result.clause)
    failed = result.verdict is Verdict.VIOLATED or (strict and result.verdict is Verdict.WARNED)
    if result.deviation_gone:
        _outcome(case, "failure", "known deviation gone", row.remark, row.statement)
    elif failed and result.known_deviation:
        SubElement(case, "skipped", message=row.remark)
    elif failed:
        _outcome(case, "failure", result.verdict.value, _headline(row), _evidence(row))
    elif result.verdict in _ERRORS:
        _outcome(case, "error", result.verdict.value, row.remark, row.statement)
    elif result.verdict in _SKIPPED:
        SubElement(case, "skipped", message=f"{result.verdict.value}: {row.remark}")
    elif result.verdict is Verdict.WARNED:
        SubElement(case, "system-out").text = f"warned: {_evidence(row)}"


def _outcome(case: Element, tag: str, kind: str, message: str, text: str) -> None:
    SubElement(case, tag, type=kind, message=printable(message)).text = printable(text)


def _headline(row: Row) -> str:
    if not row.arguments:
        return row.statement
    first = row.arguments[0]
    return f"{first.where}: expected {first.expected}, observed {first.observed}"


def _evidence(row: Row) -> str:
    told = "\n\n".join(_told(argument) for argument in row.arguments)
    return f"{row.statement}\n({row.result.level.value}; {row.source})\n\n{told}\n\nAgain: {row.rerun}"


def _told(argument: Argument) -> str:
    calls = "\n\n".join(f"{call.curl}\n{call.answer}\n{call.body}" for call in argument.calls)
    return f"Where: {argument.where}\nExpected: {argument.expected}\nObserved: {argument.observed}\n\n{calls}"
