"""Which runs the proof is made of, and how runs that were done are remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scripts.proof.done import Done, fingerprint
from scripts.proof.judgement import FaultCard
from scripts.proof.plan import first_of_each_clause, part_for_ci, whole
from scripts.proof.runs import Outcome, Task


def card(name: str, *breaks: str, rare: bool = False) -> FaultCard:
    return FaultCard(f"sfmc/{name}", "sfmc", breaks, (), rare, "")


CARDS = [card("a", "sfmc.x"), card("b", "sfmc.x"), card("c", "sfmc.y", rare=True), card("d", "sfmc.x", "sfmc.z")]


def test_the_whole_proof_seeks_every_fault_with_each_seed_and_blames_it_with_the_first() -> None:
    tasks = list(whole("sfmc", CARDS, [1, 2], right=False))
    sought = [(task.subject, task.seed) for task in tasks if task.purpose == "finding"]
    assert sorted(sought) == [(each.id, seed) for each in CARDS for seed in (1, 2)]
    blamed = [task for task in tasks if task.purpose == "blame"]
    assert [(task.subject, task.seed, task.clauses) for task in blamed] == [(each.id, 1, ()) for each in CARDS]
    assert {(task.purpose, task.effort) for task in tasks} == {("finding", "standard"), ("blame", "quick")}


def test_the_right_server_is_run_at_every_effort_once_and_at_quick_with_each_seed() -> None:
    tasks = [task for task in whole("sfmc", CARDS, [1, 2], right=True) if task.purpose == "right"]
    assert sorted((task.effort, task.seed) for task in tasks) == [
        ("deep", 1),
        ("quick", 1),
        ("quick", 2),
        ("standard", 1),
    ]
    assert all(task.clauses == () for task in tasks)


def test_ci_tries_the_first_plain_fault_of_each_clause() -> None:
    assert [each.id for each in first_of_each_clause(CARDS)] == ["sfmc/a", "sfmc/d"]
    tasks = [task for task in part_for_ci("sfmc", CARDS, 1) if task.purpose != "blame"]
    assert [task.subject for task in tasks] == ["", "sfmc/a", "sfmc/d"]
    assert {task.effort for task in part_for_ci("sfmc", CARDS, 1)} == {"quick"}


def test_ci_blames_every_24th_fault() -> None:
    cards = [replace(CARDS[0], id=f"sfmc/{number}") for number in range(49)]
    blamed = [task.subject for task in part_for_ci("sfmc", cards, 1) if task.purpose == "blame"]
    assert blamed == ["sfmc/0", "sfmc/24", "sfmc/48"]


def test_a_run_that_was_done_with_the_same_sources_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "runs.jsonl"
    task = Task("finding", "sfmc", "sfmc/a", "standard", 1, ("sfmc.x",))
    outcome = Outcome(task, {"sfmc.x": "violated"}, {"sfmc.x": 5}, ({"clause": "sfmc.x"},), 9, 0.5)
    Done(file, "these").add(outcome)
    assert Done(file, "these").get(task) == outcome
    assert Done(file, "others").get(task) is None
    assert Done(file, "these").get(Task("finding", "sfmc", "sfmc/a", "standard", 2, ("sfmc.x",))) is None


def test_half_a_line_of_a_proof_that_was_killed_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "runs.jsonl"
    task = Task("blame", "sfmc", "sfmc/a", "quick", 1)
    Done(file, "these").add(Outcome(task))
    with file.open("a") as lines:
        lines.write('{"sources": "these", "outc')
    assert Done(file, "these").get(task) == Outcome(task)


def test_a_changed_clause_changes_the_fingerprint_and_a_changed_page_does_not(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    clauses = tmp_path / "specs" / "clauses.yaml"
    clauses.write_text("a: 1")
    before = fingerprint(tmp_path)
    (tmp_path / "specs" / "notes.md").write_text("hello")
    assert fingerprint(tmp_path) == before
    clauses.write_text("a: 2")
    assert fingerprint(tmp_path) != before
