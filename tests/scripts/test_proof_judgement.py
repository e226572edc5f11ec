"""What the proof makes of runs: found or missed, well blamed or not, and when a gap counts."""

from __future__ import annotations

from scripts.proof.judgement import FamilyResult, FaultCard, FaultResult
from scripts.proof.pages import data_of, page, rows_of
from scripts.proof.runs import Outcome, Task

PLAIN = FaultCard("bird/forgets", "bird", ("bird.lists.added",), ("bird.lists.set",), False, "Forgets lists.")
RARE = FaultCard("bird/forgets-once", "bird", ("bird.lists.added",), (), True, "Forgets a list now and then.")


def outcome(
    card: FaultCard, purpose: str, *reported: str, seed: int = 1, trouble: str = "", number: int = 40
) -> Outcome:
    """A run on a faulty server that reported these clauses."""
    task = Task(purpose, "bird", card.id, "quick", seed, card.breaks if purpose == "finding" else ())
    shown = dict.fromkeys(reported, number)
    return Outcome(task, dict.fromkeys(reported, "violated"), shown, requests=100, trouble=trouble)


def result_of(card: FaultCard, *outcomes: Outcome) -> FaultResult:
    return FamilyResult.of("bird", [card], outcomes).faults[card.id]


def test_a_fault_is_found_when_every_clause_that_it_breaks_is_reported() -> None:
    two = FaultCard("bird/two", "bird", ("bird.lists.added", "bird.lists.set"), (), False, "Breaks two.")
    assert result_of(two, outcome(two, "finding", *two.breaks)).counts_as_found
    half = result_of(two, outcome(two, "finding", "bird.lists.added"))
    assert not half.counts_as_found
    assert [(gap.kind, gap.detail) for gap in half.gaps] == [("missed", "bird.lists.set")]


def test_a_warning_counts_as_a_report() -> None:
    told = Outcome(
        Task("finding", "bird", PLAIN.id, "standard", 1, PLAIN.breaks),
        {"bird.lists.added": "warned", "bird.lists.set": "holds"},
        {"bird.lists.added": 7},
    )
    assert told.reported == {"bird.lists.added"}
    assert result_of(PLAIN, told).counts_as_found


def test_blame_may_fall_on_what_the_fault_breaks_as_well_and_on_nothing_else() -> None:
    assert result_of(PLAIN, outcome(PLAIN, "blame", "bird.lists.set")).blamed_well == 1
    wrong = result_of(PLAIN, outcome(PLAIN, "blame", "bird.lists.added", "bird.partial.unsent-kept"))
    assert wrong.blamed_well == 0
    assert "bird.partial.unsent-kept" in wrong.gaps[0].detail
    assert "bird.lists.added" not in wrong.gaps[0].detail


def test_a_run_that_reports_nothing_blames_nobody_wrongly() -> None:
    assert result_of(RARE, outcome(RARE, "blame")).gaps == []


def test_a_rare_fault_may_be_missed_in_one_seed_of_twenty_and_a_plain_one_in_none() -> None:
    def runs(card: FaultCard, misses: int) -> list[Outcome]:
        return [
            outcome(card, "finding", *(() if seed <= misses else card.breaks), seed=seed) for seed in range(1, 21)
        ]

    def gaps(card: FaultCard, misses: int) -> int:
        return len(FamilyResult.of("bird", [card], runs(card, misses)).gaps())

    assert gaps(RARE, 1) == 0
    assert gaps(RARE, 2) == 2
    assert gaps(PLAIN, 1) == 1


def test_a_run_that_broke_is_a_gap_even_when_the_fault_was_found() -> None:
    result = FamilyResult.of("bird", [PLAIN], [outcome(PLAIN, "finding", *PLAIN.breaks, trouble="a test broke")])
    assert [gap.kind for gap in result.gaps()] == ["trouble"]


def test_whatever_is_said_of_the_right_server_is_a_false_alarm() -> None:
    task = Task("right", "bird", "", "deep", 3)
    clean = FamilyResult.of("bird", [], [Outcome(task, {"bird.lists.added": "holds"})])
    assert clean.gaps() == []
    alarmed = FamilyResult.of("bird", [], [Outcome(task, {"bird.lists.added": "warned"})])
    assert [(gap.subject, gap.kind, gap.effort, gap.seed) for gap in alarmed.gaps()] == [
        ("right server", "false alarm", "deep", 3)
    ]


def test_requests_per_finding_is_the_median_over_the_runs_that_found_something() -> None:
    found = [outcome(PLAIN, "finding", *PLAIN.breaks, seed=seed, number=10 * seed) for seed in (1, 2, 3)]
    result = FamilyResult.of("bird", [PLAIN], [*found, outcome(PLAIN, "finding", seed=4)])
    assert result.requests_per_finding() == 20
    assert FamilyResult.of("bird", [PLAIN], []).requests_per_finding() is None


def test_the_page_and_the_table_tell_the_same_as_the_data() -> None:
    outcomes = [outcome(PLAIN, "finding", *PLAIN.breaks), outcome(PLAIN, "blame", "bird.times.created-constant")]
    result = FamilyResult.of("bird", [PLAIN, RARE], outcomes)
    data = data_of([result], seeds=[1], part="whole", seconds=2.0)
    assert rows_of(data)[1] == ("bird", "1 of 1", "0 of 0", "0 of 1", "0 in 0 runs", "40", "1")
    text = page(data)
    assert "| bird | 1 of 1 | 0 of 0 | 0 of 1 | 0 in 0 runs | 40 | 1 |" in text
    assert "- bird/forgets (quick, seed 1): wrong blame: bird.times.created-constant" in text
    assert "forgets-once" not in text, "a fault that was not tried has no row"
