"""From observations to verdicts, and from verdicts to the way a run exits."""

from __future__ import annotations

from collections import Counter

import pytest

from contact_contracts.exchange import Response
from contact_contracts.judge.outcome import RunFacts, judge_run, outcome
from contact_contracts.judge.schema import schema_breaches
from contact_contracts.judge.tally import Tally
from contact_contracts.judge.verdicts import ClauseVerdict, Exit, Level, Verdict
from contact_contracts.rulebook.prediction import Breach, Feature
from tests.judge.imagined import CONTRACT, FIELD, GENERAL, JSON, OPEN, exchange

IDEMPOTENT = "everbridge.replace.idempotent"
UNKNOWN = "everbridge.error.unknown-contact"


def run(clause: str, tally: Tally | None = None, **facts: object) -> ClauseVerdict:
    """The verdict on one clause."""
    chosen = RunFacts(selected={clause}, **facts)  # type: ignore[arg-type]  # fields of RunFacts
    return judge_run(CONTRACT, tally or Tally(), chosen)[0][0]


def broken(clause: str) -> Tally:
    """A run with a breach and an observation of the same clause."""
    tally = Tally(held=Counter({clause: 3}))
    tally.add_breach(Breach((clause,), "here", "this", "that"), (exchange(),))
    return tally


def held(clause: str) -> Tally:
    """A run that saw a clause hold."""
    return Tally(held=Counter({clause: 3}))


WHY = {FIELD: "why"}


@pytest.mark.parametrize(
    ("tally", "facts", "verdict"),
    [
        (broken(FIELD), {"errors": WHY, "blocked": WHY}, Verdict.VIOLATED),
        (held(FIELD), {"errors": WHY, "blocked": WHY}, Verdict.ERROR),
        (held(FIELD), {"blocked": WHY, "unobservable": WHY}, Verdict.BLOCKED),
        (held(FIELD), {"unobservable": WHY, "missing": WHY}, Verdict.HOLDS),
        (Tally(), {"unobservable": WHY, "missing": WHY}, Verdict.NOT_OBSERVABLE),
        (Tally(), {"missing": WHY}, Verdict.NOT_EXERCISED),
        (Tally(), {}, Verdict.NOT_EXERCISED),
    ],
)
def test_the_worst_wins_and_nothing_holds_unseen(tally: Tally, facts: dict[str, object], verdict: Verdict) -> None:
    row = run(FIELD, tally, **facts)
    assert row.verdict is verdict
    reasons = {Verdict.VIOLATED: "", Verdict.HOLDS: ""}
    assert row.reason == reasons.get(verdict, "why" if facts else "no call showed it")


def test_a_broken_derived_clause_is_a_warning() -> None:
    assert run(IDEMPOTENT, broken(IDEMPOTENT)).verdict is Verdict.WARNED


def test_an_open_clause_tells_its_readings_and_is_never_a_finding() -> None:
    tally = broken(OPEN)
    tally.readings[OPEN] = Counter({"refused": 1, "accepted": 5})
    rows, findings = judge_run(CONTRACT, tally, RunFacts(selected={OPEN}))
    assert (rows[0].verdict, rows[0].reading, rows[0].observations) == (Verdict.READING, "accepted; refused", 6)
    assert (findings, rows[0].violations) == ([], 0)
    assert run(OPEN).verdict is Verdict.NOT_EXERCISED


def test_a_refusal_rule_counts_its_violations_and_their_legal_twins() -> None:
    tally = Tally(held=Counter({UNKNOWN: 2}), refusals=Counter({UNKNOWN: 2}))
    tally.taken[Feature("the contact", UNKNOWN)] = 9
    row = run(UNKNOWN, tally)
    assert (row.verdict, row.observations, row.counts) == (Verdict.HOLDS, 2, {"refused": 2, "accepted": 9})


def test_legal_twins_alone_do_not_make_a_refusal_rule_hold() -> None:
    tally = Tally()
    tally.taken[Feature("the contact", UNKNOWN, twin=True)] = 9
    assert run(UNKNOWN, tally).verdict is Verdict.NOT_EXERCISED


def test_a_call_taken_as_a_clause_says_is_an_observation_where_anybody_can_see_it() -> None:
    tally = Tally()
    tally.taken[Feature("suffix given", FIELD)] = 9
    assert run(FIELD, tally).verdict is Verdict.HOLDS
    assert run(FIELD, tally, unobservable=WHY).verdict is Verdict.NOT_OBSERVABLE


def test_what_a_refused_call_left_alone_counts_for_the_general_rule() -> None:
    tally = Tally(kept_after_refusal=Counter({UNKNOWN: 4}))
    assert run(GENERAL, tally).observations == 4


def test_only_what_was_selected_is_judged_in_the_order_of_the_contract() -> None:
    chosen = {UNKNOWN, FIELD}
    rows, findings = judge_run(CONTRACT, broken(OPEN), RunFacts(selected=chosen))
    assert [row.clause for row in rows] == [FIELD, UNKNOWN]
    assert findings == []


def test_a_known_deviation_is_marked_with_its_reason() -> None:
    assert run(FIELD, broken(FIELD), known_deviations={FIELD: "ticket 12"}).known_deviation == "ticket 12"


def row(verdict: Verdict, known: str = "") -> ClauseVerdict:
    """A row of the result."""
    return ClauseVerdict("c", Level.DOCUMENTED, verdict, known_deviation=known)


HOLDS, VIOLATED, WARNED = row(Verdict.HOLDS), row(Verdict.VIOLATED), row(Verdict.WARNED)
BLOCKED, ERROR, UNSEEN = row(Verdict.BLOCKED), row(Verdict.ERROR), row(Verdict.NOT_EXERCISED)
READING, DARK = row(Verdict.READING), row(Verdict.NOT_OBSERVABLE)
STILL, GONE = row(Verdict.VIOLATED, "ticket"), row(Verdict.HOLDS, "ticket")


@pytest.mark.parametrize(
    ("rows", "exit_code"),
    [
        ([HOLDS, READING, UNSEEN, DARK], Exit.HOLDS),
        ([READING], Exit.HOLDS),
        ([WARNED], Exit.HOLDS),
        ([HOLDS, VIOLATED, BLOCKED, GONE], Exit.VIOLATED),
        ([HOLDS, BLOCKED], Exit.INCONCLUSIVE),
        ([HOLDS, ERROR], Exit.INCONCLUSIVE),
        ([GONE, BLOCKED], Exit.INCONCLUSIVE),
        ([], Exit.INCONCLUSIVE),
        ([UNSEEN, DARK], Exit.INCONCLUSIVE),
        ([STILL, HOLDS], Exit.HOLDS),
        ([STILL], Exit.HOLDS),
        ([STILL, VIOLATED], Exit.VIOLATED),
        ([STILL, GONE], Exit.DEVIATION_GONE),
        ([GONE, WARNED], Exit.DEVIATION_GONE),
        ([row(Verdict.READING, "ticket")], Exit.DEVIATION_GONE),
        ([row(Verdict.NOT_EXERCISED, "ticket"), HOLDS], Exit.HOLDS),
        ([row(Verdict.WARNED, "ticket"), HOLDS], Exit.HOLDS),
    ],
)
def test_how_a_run_exits(rows: list[ClauseVerdict], exit_code: Exit) -> None:
    assert outcome(rows, strict=False, complete=True) is exit_code


def test_strict_runs_fail_on_warnings_except_known_ones() -> None:
    assert outcome([WARNED, HOLDS], strict=True, complete=True) is Exit.VIOLATED
    assert outcome([row(Verdict.WARNED, "ticket"), HOLDS], strict=True, complete=True) is Exit.HOLDS


def test_an_incomplete_run_is_inconclusive_unless_something_is_violated() -> None:
    assert outcome([HOLDS], strict=False, complete=False) is Exit.INCONCLUSIVE
    assert outcome([GONE], strict=False, complete=False) is Exit.INCONCLUSIVE
    assert outcome([VIOLATED], strict=False, complete=False) is Exit.VIOLATED


def found(status: int, body: bytes, content_type: str = "application/json") -> list[tuple[str, str]]:
    """How an answer to a PUT departs from the document."""
    response = Response(status, {**JSON, "content-type": content_type}, body)
    return [(each.expected, each.observed) for each in schema_breaches(CONTRACT, "updateContact", response)]


GOOD = b'{"message":"OK","id":1,"baseUri":"/","instanceUri":"/1"}'


def test_an_answer_as_the_document_describes_it_is_none() -> None:
    assert found(200, GOOD) == []
    assert found(404, b'{"status":404,"message":"no","more":1}', "application/problem+json") == []


def test_every_departure_from_the_document_is_told_in_words() -> None:
    assert found(302, b"")[0][1] == "HTTP 302"
    assert found(302, b"")[0][0].startswith("a documented status (200")
    assert found(200, GOOD, "text/html") == [("application/json", "text/html")]
    assert found(200, GOOD, "") == [("application/json", "no content type")]
    assert found(200, b"{") == [("a JSON body", "a body that is not JSON")]
    missing = found(200, b'{"message":"OK","id":1,"baseUri":"/"}')
    assert len(missing) == 1
    assert "instanceUri" in missing[0][1]
    assert (
        found(200, GOOD.replace(b":1,", b':"1",'))[0][0] == "a body that keeps the documented schema's type at /id"
    )
