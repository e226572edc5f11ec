"""What each page tells of a run."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from rich.console import Console

from contact_contracts.contract import load_contract
from contact_contracts.judge.verdicts import ClauseVerdict, Level, Verdict
from contact_contracts.record import Footer, Run, Trouble
from contact_contracts.reports import (
    Report,
    build_report,
    html_page,
    junit_xml,
    markdown,
    print_summary,
    write_pages,
)
from tests.reports.conftest import VERDICTS

BROKEN = "everbridge.addressing.body-id-ignored"
AGAIN = (
    "contact-contracts check everbridge --target 'our target.toml' "
    f"--clause {BROKEN} --effort standard --seed 4711"
)


def summary(report: Report) -> str:
    out = StringIO()
    print_summary(report, Console(file=out, width=80, color_system=None))
    return out.getvalue()


def parsed(report: Report) -> Element:
    return fromstring(junit_xml(report))  # noqa: S314 -- our own document, read back


def case(report: Report, clause: str) -> Element:
    found = parsed(report).find(f".//testcase[@name='{clause}']")
    assert found is not None
    return found


def plain(page: str) -> str:
    return re.sub(r"</?code>", "", unescape(page))


@pytest.mark.parametrize("page", [summary, html_page, markdown, junit_xml])
def test_a_breach_is_told_as_an_argument(report: Report, page: object) -> None:
    """Clause, level, source, statement, what was sent, expected, observed, seed and how to run it again."""
    assert callable(page)
    text = plain(page(report))
    clause = load_contract("everbridge").clauses[BROKEN]
    told = [BROKEN, "documented", clause.source.section, "contact 5001, id", "id 5001", AGAIN]
    told += ['-u "$EB_USER:$EB_PASSWORD"', "-X PUT", "HTTP 200"]
    assert [each for each in told if each not in text] == []


@pytest.mark.parametrize("page", [summary, html_page, markdown])
def test_every_clause_without_a_verdict_has_its_reason(report: Report, page: object) -> None:
    assert callable(page)
    text = page(report)
    for reason in ("no path named", "no getContact", "as if left out", "cannot connect", "contact 5001"):
        assert reason in text


@pytest.mark.parametrize("page", [summary, html_page, markdown, junit_xml])
def test_what_a_target_says_cannot_act_on_the_page(report: Report, page: object) -> None:
    assert callable(page)
    text = page(report)
    assert "\x1b" not in text
    assert "\\u001b" in text


def test_the_summary_ends_in_the_outcome(report: Report) -> None:
    *_, totals, outcome = summary(report).rstrip().splitlines()
    assert totals.startswith("2 violated, 1 warned")
    assert outcome == "At least one clause is violated."


def test_the_worst_verdict_comes_last_in_the_summary(report: Report) -> None:
    text = summary(report)
    assert text.index("\nnot exercised (1)") < text.index("\nholds (1)") < text.index("\nviolated (2)")


def test_a_long_story_is_shortened_in_the_summary_only(long_story: Report) -> None:
    assert "Before    4 calls that report.html shows" in summary(long_story)
    assert summary(long_story).count("curl -sS") == 6
    assert html_page(long_story).count("curl -sS") == 10


def test_a_short_story_is_told_whole(report: Report) -> None:
    assert "Before" not in summary(report)


def test_a_call_of_no_operation_is_shown_as_one(run: Run) -> None:
    (finding, *_) = run.findings
    (exchange,) = finding.exchanges
    strange = replace(exchange, request=replace(exchange.request, operation=""))
    report = build_report(replace(run, findings=(replace(finding, exchanges=(strange,)),)))
    assert "(no operation of the contract)" in summary(report)


def test_a_violation_whose_evidence_is_lost_still_fails_in_junit(run: Run) -> None:
    failure = case(build_report(replace(run, findings=())), BROKEN).find("failure")
    assert failure is not None
    assert failure.get("message") == load_contract("everbridge").clauses[BROKEN].statement


def test_the_summary_of_a_long_answer_shows_the_member_that_the_breach_is_about(long_answer: Report) -> None:
    told = summary(long_answer)
    assert '  "field22": "x",' in told
    assert '  "field30"' not in told
    assert '  …\n    "suffix": "Jr."\n  … 18 more lines in report.html' in told


def test_code_in_a_statement_is_shown_as_code(report: Report) -> None:
    assert "An <code>id</code> in the body has no effect" in html_page(report)


def test_a_run_that_was_cut_short_says_so(cut_short: Report) -> None:
    assert "The run was not finished. Inconclusive: it was interrupted" in summary(cut_short)
    assert "The run was not finished." in html_page(cut_short)


def test_a_run_that_knows_nothing_yet_can_be_shown(run: Run) -> None:
    bare = build_report(Run(run.header))
    assert "no verdict" in summary(bare)
    assert "The run was not finished." in html_page(bare)
    assert "The run was not finished." in markdown(bare)
    assert parsed(bare).find("testsuite") is not None


def test_a_reason_that_many_clauses_share_is_said_once(run: Run) -> None:
    down = [
        ClauseVerdict(clause, Level.DOCUMENTED, Verdict.BLOCKED, reason="nobody is there")
        for clause in ("everbridge.groups.joined", "everbridge.groups.by-name")
    ]
    troubles = [Trouble(test, "blocked", "the server is down") for test in ("t.py::a", "t.py::b")]
    report = build_report(replace(run, verdicts=tuple(down), findings=(), troubles=tuple(troubles)))
    told = summary(report)
    assert told.count("nobody is there") == 1
    assert "groups.by-name\n    all 2: nobody is there" in told
    assert "blocked: 2 tests: the server is down" in told
    assert html_page(report).count("the server is down") == markdown(report).count("the server is down") == 1


@pytest.mark.parametrize(
    ("target_file", "traffic", "create", "said"),
    [
        ("t.toml", None, True, "Contacts that the run made"),
        (None, None, True, "The bundled server has ended"),
        ("t.toml", None, False, ""),
        (None, "t.har", True, ""),
    ],
)
def test_pages_say_why_curl_commands_no_longer_find_what_they_speak_of(
    run: Run, target_file: str | None, traffic: str | None, create: bool, said: str
) -> None:
    header = replace(
        run.header,
        target_file=target_file,
        traffic_file=traffic,
        targets={"everbridge": {"base_url": "http://x.test", "allow_create": create}},
    )
    report = build_report(replace(run, header=header))
    assert report.about_calls.startswith(said)
    assert bool(report.about_calls) == bool(said)
    for page in (summary, html_page, markdown):
        assert report.about_calls in " ".join(page(report).split())


@pytest.mark.parametrize(("requests", "said"), [(1, "1 request in 12 s"), (2, "2 requests in 12 s")])
def test_the_summary_counts_requests(run: Run, requests: int, said: str) -> None:
    footer = Footer(12.5, requests, complete=True, exit_code=1)
    assert said in summary(build_report(replace(run, footer=footer)))


def test_nothing_is_said_of_curl_commands_where_there_are_none(run: Run) -> None:
    assert build_report(replace(run, findings=())).about_calls == ""


def test_a_contract_that_changed_since_is_named(report: Report) -> None:
    assert "contract of everbridge has changed" in html_page(report)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.scripts += tag == "script"
        self.ids += [str(values["id"])] if "id" in values else []
        self.references += [str(values[name]) for name in ("src", "href") if name in values]
        if tag not in {"meta", "input", "br", "link", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_from_elsewhere(report: Report) -> None:
    text = html_page(report)
    tags = _Tags()
    tags.feed(text)
    assert tags.open == []
    assert tags.scripts == 1
    assert len(set(tags.ids)) == len(tags.ids)
    assert all(reference.startswith("#") for reference in tags.references)
    assert "url(" not in text
    assert "@import" not in text


def test_the_page_explains_every_verdict(report: Report) -> None:
    legend = html_page(report).partition('id="legend"')[2]
    assert all(f">{verdict.value}<" in legend for verdict in Verdict)


def test_each_row_of_the_page_can_be_filtered_by_verdict(report: Report) -> None:
    text = html_page(report)
    rows = set(re.findall(r'data-verdict="([a-z-]+)"', text))
    boxes = set(re.findall(r'name="verdict" value="([a-z-]+)"', text))
    assert rows == boxes == {verdict.value.replace(" ", "-") for verdict in Verdict}


@pytest.mark.parametrize(
    ("clause", "tag"),
    [
        (BROKEN, "failure"),
        ("everbridge.replace.idempotent", "system-out"),
        ("everbridge.groups.joined", "error"),
        ("everbridge.groups.by-name", "error"),
        ("everbridge.fields.null", "skipped"),
        ("everbridge.groups.never-left", "skipped"),
        ("everbridge.quiet-time.days", "skipped"),
        ("everbridge.topics.known", "skipped"),
    ],
)
def test_each_verdict_has_its_place_in_junit(report: Report, clause: str, tag: str) -> None:
    assert [child.tag for child in case(report, clause)] == [tag]


def test_a_clause_that_holds_is_a_passed_case(report: Report) -> None:
    assert list(case(report, "everbridge.path.order-kept")) == []


def test_a_warning_fails_a_strict_run(strict_report: Report) -> None:
    assert [child.tag for child in case(strict_report, "everbridge.replace.idempotent")] == ["failure"]


def test_junit_shows_a_run_that_did_not_end(run: Run) -> None:
    error = case(build_report(replace(run, footer=None)), "run").find("error")
    assert error is not None
    assert (error.get("message") or "").startswith("The run was not finished.")


@pytest.mark.parametrize("verdict", [Verdict.HOLDS, Verdict.READING])
def test_a_known_deviation_that_is_gone_fails_in_junit(run: Run, verdict: Verdict) -> None:
    gone = replace(VERDICTS[-1], verdict=verdict)
    failure = case(build_report(replace(run, verdicts=(gone,))), gone.clause).find("failure")
    assert failure is not None
    assert failure.get("type") == "known deviation gone"


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((4,), "Every clause that was exercised holds."),
        ((1, 4), "No clause fails the run: 1 warned."),
        ((4, 8), "No clause fails the run: 1 known deviation."),
        ((1, 4, 8), "No clause fails the run: 1 warned, 1 known deviation."),
    ],
)
def test_the_summary_does_not_say_of_broken_clauses_that_they_hold(
    run: Run, places: tuple[int, ...], said: str
) -> None:
    footer = Footer(1.0, 9, complete=True, exit_code=0)
    report = build_report(replace(run, verdicts=tuple(VERDICTS[at] for at in places), footer=footer))
    assert said in " ".join(summary(report).split())
    assert said in html_page(report)


def test_junit_counts_its_cases(report: Report) -> None:
    suite = parsed(report).find("testsuite")
    assert suite is not None
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "9", "failures": "1", "errors": "2", "skipped": "4"}


def test_markdown_keeps_what_a_target_says_inside_code(report: Report) -> None:
    text = markdown(report)
    assert "- observed: ``<script>alert('x')</script> | `code` \\u001b[31m``" in text


def test_pages_are_written_beside_the_record(report: Report, tmp_path: Path) -> None:
    written = write_pages(report, tmp_path / "out")
    assert [path.name for path in written] == ["report.html", "junit.xml", "report.md"]
    assert all(path.stat().st_size > 0 for path in written)


@pytest.mark.parametrize("page", [summary, html_page, markdown, junit_xml])
def test_a_reading_is_called_so_once(report: Report, page: Callable[[Report], str]) -> None:
    row = ClauseVerdict("everbridge.batch.no-update-type", Level.OPEN, Verdict.READING, 2, reading="full")
    shown = page(build_report(replace(report.run, verdicts=(row,), findings=())))
    assert "full" in shown
    assert "reading: reading" not in shown
    assert "reading: full" not in shown.replace('message="reading: full"', "")


def test_recorded_traffic_has_no_speed_for_nothing_was_sent(report: Report) -> None:
    header = replace(report.run.header, traffic_file="traffic.har")
    assert "per second" in html_page(report)
    assert "per second" not in html_page(build_report(replace(report.run, header=header)))


def test_a_breached_clause_shows_how_often_it_was_kept_and_how_often_broken(report: Report) -> None:
    row = ClauseVerdict(BROKEN, Level.DOCUMENTED, Verdict.VIOLATED, observations=7, violations=6)
    assert "7 kept<br><small>6 broken" in html_page(build_report(replace(report.run, verdicts=(row,))))


def test_the_outcome_says_how_much_was_not_allowed(report: Report) -> None:
    held = ClauseVerdict(BROKEN, Level.DOCUMENTED, Verdict.HOLDS, observations=7)
    kept_back = ClauseVerdict(
        "everbridge.batch.merge",
        Level.DOCUMENTED,
        Verdict.NOT_EXERCISED,
        reason="the target file does not set allow_writes",
    )
    told = build_report(replace(report.run, verdicts=(held, kept_back), findings=())).outcome
    assert told.endswith("1 of 2 clauses not exercised: allow_writes is not set.")
